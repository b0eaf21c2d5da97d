import type { Querying, Statement } from '../platform/db/database.ts';
import { instant } from './instant.ts';

const YEARS: Statement = {
  name: 'years_with_log',
  text: `select distinct period from figures where route = 'log'`,
};

/** The log of a year is made once: whichever release holds it. */
const LOG: Statement = {
  name: 'synthetic_log',
  text: `select r.id, r.as_of, f.body from figures f join releases r on r.id = f.release
         where f.route = 'log' and f.period = $1 order by r.number limit 1`,
};

export interface KeptLog {
  readonly release: string;
  readonly asOf: string;
  readonly body: unknown;
}

export async function readYearsWithLog(db: Querying): Promise<readonly string[]> {
  return (await db.query<{ period: string }>(YEARS)).map(({ period }) => period);
}

export async function readSyntheticLog(db: Querying, year: string): Promise<KeptLog | undefined> {
  const [row] = await db.query<{ id: string; as_of: number; body: unknown }>(LOG, [year]);
  return row === undefined ? undefined : { release: row.id, asOf: instant(row.as_of), body: row.body };
}
