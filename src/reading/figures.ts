import type { Querying, Statement } from '../platform/db/database.ts';
import { instant } from './instant.ts';

export interface ReleaseRow {
  readonly id: string;
  readonly number: number;
  readonly asOf: string;
  readonly publishedAt: string;
  readonly cases: number;
  readonly periods: readonly string[];
}

interface Stored {
  readonly id: string;
  readonly number: number;
  readonly as_of: number;
  readonly published_at: number;
  readonly cases: number;
  readonly periods: readonly string[];
}

const RELEASES: Statement = {
  name: 'releases',
  text: 'select id, number, as_of, published_at, cases, periods from releases order by number desc',
};

/** Of the last release, or of the one that was asked for. */
const FIGURES: Statement = {
  name: 'figures',
  text: `with r as (select id, as_of from releases where $1::text is null or id = $1 order by number desc limit 1)
         select r.id, r.as_of, f.period, f.body
         from r join figures f on f.release = r.id and f.route = $2 and f.by = $3 and f.place = $4 and f.period = any($5::text[])`,
};

export interface FigureRow {
  readonly release: string;
  readonly asOf: string;
  readonly period: string;
  readonly body: unknown;
}

export interface FiguresOf {
  /** null: the last one. */
  readonly release: string | null;
  readonly route: string;
  readonly by: string;
  /** A municipality, or '' for the region. */
  readonly place: string;
  readonly periods: readonly string[];
}

/** Everything that was published, the latest first. */
export async function readReleases(db: Querying): Promise<readonly ReleaseRow[]> {
  return (await db.query<Stored>(RELEASES)).map(({ as_of: asOf, published_at: publishedAt, ...rest }) => ({
    ...rest,
    asOf: instant(asOf),
    publishedAt: instant(publishedAt),
  }));
}

/** What one release says, in the order of the periods; empty where it says nothing of them. */
export async function readFigures(db: Querying, of: FiguresOf): Promise<readonly FigureRow[]> {
  const rows = await db.query<{ id: string; as_of: number; period: string; body: unknown }>(FIGURES, [
    of.release,
    of.route,
    of.by,
    of.place,
    of.periods,
  ]);
  return rows
    .map(({ id, as_of: asOf, period, body }) => ({ release: id, asOf: instant(asOf), period, body }))
    .toSorted((a, b) => of.periods.indexOf(a.period) - of.periods.indexOf(b.period));
}
