import type { Fact } from '../engine/facts.ts';
import type { Querying, Statement } from '../platform/db/database.ts';

/** The id after which a first page begins. */
export const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** A case whose story is behind its facts. */
export interface BehindRow {
  readonly id: string;
  readonly resident: string;
  readonly seq: number;
}

/** A case that stays in the shadow of another one is the same referral twice: it has no story of its own. */
const BEHIND: Statement = {
  name: 'stories_behind',
  text: `select c.id, c.resident, c.seq from cases c left join case_stories s on s.case_id = c.id
         where c.id > $1 and c.seq > coalesce(s.seq, 0) and c.shadow_of is null
         order by c.id limit $2`,
};

const FACTS: Statement = {
  name: 'facts_of_cases',
  text: 'select case_id, codes from facts where case_id = any($1::uuid[]) order by case_id, seq',
};

const KEEP: Statement = {
  name: 'keep_stories',
  text: `insert into case_stories (case_id, seq, resident, started_at, story)
         select case_id, seq, resident, to_timestamp((story->>'startedAt')::float8 / 1000), story
         from jsonb_to_recordset($1::jsonb) as s(case_id uuid, seq int, resident uuid, story jsonb)
         on conflict (case_id) do update set seq = excluded.seq, resident = excluded.resident,
           started_at = excluded.started_at, story = excluded.story`,
};

const NEXT: Statement = {
  name: 'next_stories',
  text: `select resident, case_id, story from case_stories
         where (resident, case_id) > ($1::uuid, $2::uuid) order by resident, case_id limit $3`,
};

export async function readBehind(db: Querying, after: string, limit: number): Promise<readonly BehindRow[]> {
  return db.query<BehindRow>(BEHIND, [after, limit]);
}

/** The facts of several cases, each in order. */
export async function readFactsOf(
  db: Querying,
  cases: readonly string[],
): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const rows = await db.query<{ case_id: string; codes: Fact }>(FACTS, [cases]);
  const found = new Map<string, Fact[]>();
  for (const { case_id: id, codes } of rows) {
    const own = found.get(id);
    if (own === undefined) found.set(id, [codes]);
    else own.push(codes);
  }
  return found;
}

export interface StoryRow<Story> {
  readonly resident: string;
  readonly case_id: string;
  readonly story: Story;
}

export async function keepStories<Story>(
  db: Querying,
  rows: readonly (StoryRow<Story> & { readonly seq: number })[],
): Promise<void> {
  await db.query(KEEP, [JSON.stringify(rows)]);
}

/** The stories after this one, those of one person together. */
export async function nextStories<Story>(
  db: Querying,
  after: { readonly resident: string; readonly case: string },
  limit: number,
): Promise<readonly StoryRow<Story>[]> {
  return db.query<StoryRow<Story>>(NEXT, [after.resident, after.case, limit]);
}

const FIRST: Statement = {
  name: 'first_start',
  text: 'select min(started_at) as first from case_stories',
};

/** When the first case began (milliseconds); null when there is none. */
export async function readFirstStart(db: Querying): Promise<number | null> {
  const [row] = await db.query<{ first: number | null }>(FIRST);
  return row?.first ?? null;
}
