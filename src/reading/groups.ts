import type { Answer } from '../engine/messages.ts';
import type { CaseState } from '../engine/state.ts';
import type { Querying, Statement } from '../platform/db/database.ts';
import { keysOfCursor, type Page, pageOf } from './cursor.ts';

/** A group as it was formed or last changed; dates are local days. */
export interface GroupRow {
  readonly id: string;
  readonly chain: string;
  readonly municipality: string;
  readonly kern: string | null;
  readonly organisation: string;
  readonly coordinator: string;
  readonly starts: string;
  readonly ends: string;
  readonly seq: number;
}

/** One seat that was asked for, what became of that, and in which group the case has a seat now. */
export interface SeatRow {
  readonly group_id: string;
  readonly case_id: string;
  readonly answer: Answer | null;
  readonly seated_in: string | null;
  readonly knobs: CaseState['knobs'] | null;
}

const COLUMNS = `g.id, g.chain, g.municipality, g.kern, g.organisation, g.coordinator,
  g.starts_on::text as starts, g.ends_on::text as ends, g.seq`;

const READ: Statement = { name: 'read_group', text: `select ${COLUMNS} from groups g where g.id = $1` };
const LOCK: Statement = {
  name: 'lock_group',
  text: `select ${COLUMNS} from groups g where g.id = $1 for no key update`,
};
const SEATS: Statement = {
  name: 'read_seats',
  text: `select s.group_id, s.case_id, m.answer, c.state->>'group' as seated_in, c.state->'knobs' as knobs
         from group_seats s join commands m on m.id = s.command join cases c on c.id = s.case_id
         where s.group_id = any($1) order by m.number`,
};

const FILTERS = `($4::text is null or g.chain = $4) and ($5::text is null or g.municipality = $5)
  and ($6::text is null or $6 = case when $7::date < g.starts_on then 'gepland'
                                     when $7::date <= g.ends_on then 'loopt' else 'afgelopen' end)
  and ($8::date is null or (g.starts_on, g.id) > ($8, $9::uuid))
  order by g.starts_on, g.id limit $10`;
const LIST: Statement = {
  name: 'list_groups',
  text: `select ${COLUMNS} from (
           (select * from groups g where g.coordinator = $1 and g.chain = any($2) and ${FILTERS})
           union
           (select * from groups g where g.organisation = $1 and g.chain = any($3) and ${FILTERS})
         ) g order by g.starts_on, g.id limit $10`,
};

/** Whose groups: those that this organisation formed in some chains, and those that it leads in others. */
export interface GroupsOf {
  readonly organisation: string;
  readonly coordinates: readonly string[];
  readonly leads: readonly string[];
}

export interface GroupsQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly chain?: string | undefined;
  readonly municipality?: string | undefined;
  readonly state?: 'gepland' | 'loopt' | 'afgelopen' | undefined;
}

export async function readGroup(db: Querying, id: string): Promise<GroupRow | undefined> {
  return (await db.query<GroupRow & Record<string, unknown>>(READ, [id]))[0];
}

/** The same, and nobody else changes this group until the transaction ends. */
export async function lockGroup(tx: Querying, id: string): Promise<GroupRow | undefined> {
  return (await tx.query<GroupRow & Record<string, unknown>>(LOCK, [id]))[0];
}

/** Every seat that was ever asked for in these groups, in the order in which they were asked. */
export async function readSeats(db: Querying, groups: readonly string[]): Promise<readonly SeatRow[]> {
  if (groups.length === 0) return [];
  return db.query<SeatRow & Record<string, unknown>>(SEATS, [groups]);
}

/** Soonest start first; `today` is a local day. @returns undefined when the cursor is not one of this list. */
export async function readGroups(
  db: Querying,
  of: GroupsOf,
  query: GroupsQuery,
  today: string,
): Promise<Page<GroupRow> | undefined> {
  const after = query.cursor === undefined ? [] : keysOfCursor('groups', query.cursor);
  if (after === undefined) return undefined;
  const rows = await db.query<GroupRow & Record<string, unknown>>(LIST, [
    of.organisation,
    of.coordinates,
    of.leads,
    query.chain ?? null,
    query.municipality ?? null,
    query.state ?? null,
    today,
    after[0] ?? null,
    after[1] ?? null,
    query.limit + 1,
  ]);
  return pageOf(
    'groups',
    rows,
    query.limit,
    ({ starts, id }) => [starts, id],
    (row) => row,
  );
}
