import type { Database, Statement } from '../platform/db/database.ts';
import type { ReleaseRow } from './figures.ts';

const RELEASE: Statement = {
  name: 'keep_release',
  text: `insert into releases (id, number, as_of, published_at, cases, periods)
         values ($1, $2, $3, $4, $5, $6::text[])`,
};

const FIGURES: Statement = {
  name: 'keep_figures',
  text: `insert into figures (release, route, by, place, period, body)
         select $1, route, by, place, period, body
         from jsonb_to_recordset($2::jsonb) as f(route text, by text, place text, period text, body jsonb)`,
};

/** One answer as it will be given from now on. */
export interface KeptFigure {
  readonly route: string;
  readonly by: string;
  readonly place: string;
  readonly period: string;
  readonly body: unknown;
}

const AT_ONCE = 100;

/** All of a release or nothing: two that are made at the same time cannot have the same number. */
export async function keepRelease(
  db: Database,
  release: ReleaseRow,
  figures: readonly KeptFigure[],
  tell: (kept: number) => void,
): Promise<void> {
  const { id, number, asOf, publishedAt, cases, periods } = release;
  await db.transaction(async (tx) => {
    await tx.query(RELEASE, [id, number, asOf, publishedAt, cases, periods]);
    for (let from = 0; from < figures.length; from += AT_ONCE) {
      await tx.query(FIGURES, [id, JSON.stringify(figures.slice(from, from + AT_ONCE))]);
      tell(Math.min(figures.length, from + AT_ONCE));
    }
  });
}

const CELLS: Statement = {
  name: 'kept_cells',
  text: `select place, period, body from figures where release = $1 and route = 'cells' and (place, period) > ($2, $3)
         order by place, period limit 200`,
};

export interface KeptCells {
  readonly place: string;
  readonly period: string;
  /**
   * From which release until which it was told of (numbers), and by chain and measure what each of them told, as runs of
   * one value (null: hidden). What is not there was always 0.
   */
  readonly body: {
    readonly from: number;
    readonly until: number;
    readonly cells: Readonly<
      Record<string, Readonly<Record<string, readonly (readonly [value: number | null, times: number])[]>>>
    >;
  };
}

/** What releases up to this one told of every cell. */
export async function readKeptCells(db: Database, release: string): Promise<readonly KeptCells[]> {
  const found: KeptCells[] = [];
  for (let after: Pick<KeptCells, 'place' | 'period'> = { place: '', period: '' }; ;) {
    const rows = await db.query<KeptCells>(CELLS, [release, after.place, after.period]);
    const last = rows.at(-1);
    if (last === undefined) return found;
    found.push(...rows);
    after = last;
  }
}
