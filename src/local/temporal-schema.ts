import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ensureDatabase, withConnection } from './ensure-database.ts';
import type { PostgresAddress } from './postgres.ts';

export type SchemaOptions = {
  postgres: PostgresAddress;
  sqlTool: string;
  version: string;
  log: (text: string) => void;
};

const databases = [
  { name: 'temporal', schema: 'postgresql/v12/temporal' },
  { name: 'temporal_visibility', schema: 'postgresql/v12/visibility' },
] as const;

const unfinished = 'ketenpad: schema in the making';

/**
 * Makes or updates Temporal's two databases. What has been done stands in the comment on each database, so that a
 * finished one costs a single query, and one that was cut off in the making is made anew.
 */
export async function ensureTemporalSchemas({ postgres, sqlTool, version, log }: SchemaOptions): Promise<void> {
  const finished = `ketenpad: schema of Temporal ${version}`;
  const found = await comments(postgres);
  await Promise.all(
    databases.map(async ({ name, schema }) => {
      const comment = found.get(name);
      if (comment === finished) return;
      log(`preparing the database ${name}`);
      const tool = (...args: string[]) => runTool(sqlTool, postgres, ['--db', name, ...args]);
      if (!comment?.startsWith('ketenpad: schema of')) {
        await makeEmpty(postgres, name, comment === unfinished);
        await tool('setup-schema', '-v', '0.0');
      }
      await tool('update-schema', '--schema-name', schema);
      await mark(postgres, name, finished);
    }),
  );
}

async function comments(postgres: PostgresAddress): Promise<Map<string, string | null>> {
  return withConnection(postgres, 'postgres', async (client) => {
    const { rows } = await client.query<{ name: string; comment: string | null }>(
      `select datname as name, shobj_description(oid, 'pg_database') as comment from pg_database where datname = any($1)`,
      [databases.map(({ name }) => name)],
    );
    return new Map(rows.map(({ name, comment }) => [name, comment]));
  });
}

async function makeEmpty(postgres: PostgresAddress, name: string, ours: boolean): Promise<void> {
  // Only what our own mark says is ours is thrown away.
  if (ours) await withConnection(postgres, 'postgres', (client) => client.query(`drop database ${name} with (force)`));
  if (!(await ensureDatabase(postgres, name)) && !(await isEmpty(postgres, name))) {
    throw new Error(`The database ${name} was not made by Ketenpad. Way out: set TEMPORAL_ADDRESS to its server.`);
  }
  await mark(postgres, name, unfinished);
}

async function isEmpty(postgres: PostgresAddress, name: string): Promise<boolean> {
  return withConnection(postgres, name, async (client) => {
    const { rowCount } = await client.query(`select from pg_tables where schemaname = 'public' limit 1`);
    return rowCount === 0;
  });
}

async function mark(postgres: PostgresAddress, name: string, comment: string): Promise<void> {
  await withConnection(postgres, 'postgres', (client) =>
    client.query(`comment on database ${name} is ${client.escapeLiteral(comment)}`),
  );
}

async function runTool(sqlTool: string, { host, port, user, password }: PostgresAddress, args: string[]) {
  const env = {
    SQL_HOST: host,
    SQL_PORT: `${port}`,
    SQL_USER: user,
    SQL_PASSWORD: password,
    SQL_PLUGIN: 'postgres12_pgx',
  };
  await promisify(execFile)(sqlTool, args, { env });
}
