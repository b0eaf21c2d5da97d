import pg from 'pg';
import { Unavailable } from '../unavailable.ts';

/** The part of a connection that statements need; a pool and a transaction both have it. */
export interface Querying {
  query<Row extends pg.QueryResultRow>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
}

/** A statement with a name is prepared once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export interface Database extends Querying {
  transaction<T>(work: (tx: Querying) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const CALL_MS = 4_000;

/** Times come back as milliseconds, big numbers as numbers: both are within what a double holds exactly. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.TIMESTAMPTZ) return (text: string) => new Date(text).getTime();
    if (oid === pg.types.builtins.INT8) return Number;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** @throws Unavailable from any call when PostgreSQL is away or does not answer within four seconds. */
export function openDatabase(url: string, connections = 16): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 2_500,
    query_timeout: CALL_MS,
    statement_timeout: CALL_MS,
    keepAlive: true,
    // A new connection costs a sign-in, and every statement and function planned anew: some tens of milliseconds.
    idleTimeoutMillis: 10 * 60_000,
    types,
  });
  // An idle connection that breaks is simply replaced by the pool.
  pool.on('error', () => {});
  return {
    query: (statement, values = []) => run(pool, statement, values),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}

async function run<Row extends pg.QueryResultRow>(
  on: pg.Pool | pg.PoolClient,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  try {
    return (await on.query<Row>({ ...statement, values: [...values] })).rows;
  } catch (error) {
    throw asUnavailable(error);
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Querying) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asUnavailable(error);
  });
  let broken: Error | undefined;
  // A connection that breaks while it is ours says so here too; the next statement tells it where it matters.
  const onBroken = (error: Error): void => void (broken = error);
  client.on('error', onBroken);
  try {
    await run(client, { name: 'begin', text: 'begin' }, []);
    const result = await work({ query: (statement, values = []) => run(client, statement, values) });
    await run(client, { name: 'commit', text: 'commit' }, []);
    return result;
  } catch (error) {
    await client.query('rollback').catch((failed: Error) => (broken = failed));
    throw error;
  } finally {
    client.off('error', onBroken);
    client.release(broken);
  }
}

/** Errors with an SQLSTATE of the connection, of shutdown or of resources, and errors without one, mean: away. */
function asUnavailable(error: unknown): unknown {
  if (error instanceof Unavailable) return error;
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : undefined;
  if (code === undefined || /^(08|53|57P|58)/.test(code) || code === '57014')
    return new Unavailable('postgresql', error);
  return error;
}

/** The SQLSTATE of a refusal by the database's own functions, such as KP002. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}
