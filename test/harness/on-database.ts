import pg from 'pg';

/** One statement on a connection of its own, as someone from outside would look. */
export async function onDatabase(
  url: string | undefined,
  text: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}
