import { Client, DatabaseError } from 'pg';
import type { PostgresAddress } from './postgres.ts';

/** Makes the database when it is not there; true when this call made it. */
export async function ensureDatabase(postgres: PostgresAddress, name: string): Promise<boolean> {
  return withConnection(postgres, 'postgres', async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 1) return false;
    try {
      await client.query(`create database ${client.escapeIdentifier(name)}`);
      return true;
    } catch (error) {
      // Somebody else made it at the same moment.
      if (error instanceof DatabaseError && error.code === '42P04') return false;
      throw error;
    }
  });
}

/** One connection for the length of `work`. */
export async function withConnection<T>(
  { host, port, user, password }: PostgresAddress,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ host, port, user, password, database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
