import type { Querying, Statement } from '../platform/db/database.ts';

/** What every chained row has: its own hash, and the text that is hashed behind the hash before it. */
export interface Link {
  readonly hash: Buffer;
  readonly text: string;
}

export interface AccessLink extends Link {
  readonly id: number;
  readonly lane: number;
  readonly number: number;
}

export interface FactLink extends Link {
  readonly case_id: string;
  readonly seq: number;
  readonly commitment: Buffer | null;
}

/** Where the facts of a case must have come to. */
export interface Head {
  readonly id: string;
  readonly seq: number;
  readonly hash: Buffer;
}

const PAGE = 2_000;
/** Everything is read as it stood at one moment: a row that comes while it is verified is no broken chain. */
export const ONE_MOMENT: Statement = {
  name: 'one_moment',
  text: 'set transaction isolation level repeatable read, read only',
};
const LINES: Statement = {
  name: 'access_links',
  text: `select l.id, l.lane, l.number, l.hash, access_line_text(l) as text from access_log l
         where (l.lane, l.number) > ($1::smallint, $2::bigint) order by l.lane, l.number limit ${PAGE}`,
};
const FACTS: Statement = {
  name: 'fact_links',
  text: `select case_id, seq, hash, codes::text as text, commitment from facts
         where (case_id, seq) > ($1::uuid, $2::int) order by case_id, seq limit ${PAGE}`,
};
const HEADS: Statement = {
  name: 'case_heads',
  text: `select id, seq, hash from cases where id > $1::uuid order by id limit ${PAGE}`,
};
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Every line of the access log, lane after lane, in pages. */
export function accessLinks(tx: Querying): AsyncGenerator<readonly AccessLink[]> {
  return inPages<AccessLink>(tx, LINES, [-1, 0], ({ lane, number }) => [lane, number]);
}

/** Every fact, case after case, in pages. */
export function factLinks(tx: Querying): AsyncGenerator<readonly FactLink[]> {
  return inPages<FactLink>(tx, FACTS, [NOBODY, 0], ({ case_id: id, seq }) => [id, seq]);
}

export function caseHeads(tx: Querying): AsyncGenerator<readonly Head[]> {
  return inPages<Head>(tx, HEADS, [NOBODY], ({ id }) => [id]);
}

async function* inPages<Row>(
  tx: Querying,
  statement: Statement,
  from: readonly unknown[],
  keys: (row: Row) => readonly unknown[],
): AsyncGenerator<readonly Row[]> {
  let after = from;
  for (;;) {
    const rows = await tx.query<Row & Record<string, unknown>>(statement, after);
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = keys(last);
  }
}
