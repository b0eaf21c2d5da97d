import pg from 'pg';

export interface Leak {
  readonly where: string;
  readonly secret: string;
  readonly written: string;
}

/** Every way in which a text can stand in bytes without being encrypted. */
export function writings(secret: string): readonly (readonly [written: string, bytes: Buffer])[] {
  const plain = Buffer.from(secret);
  const base64 = [0, 1, 2].map((shift): readonly [string, Buffer] => {
    // Only the characters that follow from the secret alone: its neighbours decide the first and last ones.
    const text = Buffer.concat([Buffer.alloc(shift), plain])
      .toString('base64')
      .replaceAll('=', '');
    const from = shift === 0 ? 0 : shift + 1;
    return [`base64+${shift}`, Buffer.from(text.slice(from, -1))];
  });
  const url = base64.map(([name, bytes]): readonly [string, Buffer] => [
    `${name}url`,
    Buffer.from(bytes.toString().replaceAll('+', '-').replaceAll('/', '_')),
  ]);
  return [
    ['utf-8', plain],
    ['utf-16le', Buffer.from(secret, 'utf16le')],
    ['utf-16be', Buffer.from(secret, 'utf16le').swap16()],
    ['escaped', Buffer.from(JSON.stringify(secret).slice(1, -1))],
    ['hex', Buffer.from(plain.toString('hex'))],
    ...base64,
    ...url,
  ];
}

/** Searches some bytes for every secret in every writing. */
export function leaksIn(where: string, bytes: Buffer, secrets: readonly string[]): readonly Leak[] {
  return secrets.flatMap((secret) =>
    writings(secret).flatMap(([written, pattern]) => (bytes.includes(pattern) ? [{ where, secret, written }] : [])),
  );
}

/** Searches every column of every table of a database, byte for byte. @returns what was found, and what was read. */
export async function scanDatabase(
  url: string,
  secrets: readonly string[],
): Promise<{ readonly leaks: readonly Leak[]; readonly tables: readonly string[]; readonly bytes: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const columns = await client.query<{ table: string; column: string; type: string }>(`
      select c.relname as table, a.attname as column, t.typname as type
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'p', 'm')
        and a.attnum > 0 and not a.attisdropped`);
    const leaks: Leak[] = [];
    let bytes = 0;
    for (const { table, column, type } of columns.rows) {
      const name = `"${column.replaceAll('"', '""')}"`;
      const value = type === 'bytea' ? name : `${name}::text`;
      const { rows } = await client.query<{ value: Buffer | string | null }>(
        `select ${value} as value from "${table}"`,
      );
      const all = Buffer.concat(rows.map((row) => Buffer.concat([Buffer.from(row.value ?? ''), Buffer.from('\n')])));
      bytes += all.length;
      leaks.push(...leaksIn(`${table}.${column}`, all, secrets));
    }
    return { leaks, tables: [...new Set(columns.rows.map(({ table }) => table))], bytes };
  } finally {
    await client.end();
  }
}
