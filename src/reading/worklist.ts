import type { CaseState } from '../engine/state.ts';
import type { Querying, Statement } from '../platform/db/database.ts';
import { instant } from './instant.ts';
import { keysOfCursor, narrowed, type Page, pageOf } from './cursor.ts';

/** Whose list: a holder's by organisation and roles, with what they offered that expired; or a coordinator's by municipality. */
export type WorklistOf =
  | { readonly organisation: string | null; readonly roles: readonly string[] }
  | { readonly municipality: string | null };

export interface WorklistQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly scope?: 'mine' | 'team' | undefined;
  readonly state?: 'due' | 'overdue' | 'waiting' | 'unclaimed' | undefined;
  readonly chain?: string | undefined;
  readonly municipality?: string | undefined;
  readonly kern?: string | undefined;
  readonly step?: string | undefined;
  /** The steps that wait for something else than a person. */
  readonly waits: readonly string[];
  /** Whose work is meant by `mine`. */
  readonly practitioner: string | null;
}

/** The list that a cursor belongs to: this one, narrowed so. */
export function worklistNamed(query: Omit<WorklistQuery, 'limit' | 'cursor' | 'waits' | 'practitioner'>): string {
  const { scope, state, chain, municipality, kern, step } = query;
  return narrowed('worklist', { scope, state, chain, municipality, kern, step });
}

export interface WorklistRow {
  readonly id: string;
  readonly case_id: string;
  readonly step: string;
  readonly role: string;
  /** For a coordinator: the role that the step asks; `role` is that of who stands in for it. */
  readonly taken_role: string | null;
  readonly organisation: string | null;
  readonly assignee: string | null;
  readonly unfilled: boolean;
  readonly stage: string;
  /** Who offered it, once the offer has expired. */
  readonly sender: string | null;
  /** A pause of the case holds it up. */
  readonly paused: boolean;
  readonly opened_at: number;
  readonly not_before: number | null;
  readonly due_at: number;
  readonly escalations: number;
  readonly chain: string;
  /** The version of the chain that the case is on. */
  readonly version: number;
  readonly municipality: string;
  readonly kern: string | null;
  /** Of the case: who referred, what was consented to, and who did something. */
  readonly covered: Pick<CaseState, 'referrer' | 'consents' | 'contributors'>;
  readonly resident: string;
  readonly wrapped_key: Buffer | null;
  readonly identity: Buffer | null;
}

/** What the pause of a case found open; what began during it goes on. */
const PAUSED = `(c.status = 'paused' and (c.state->'suspensions'->-1->'holds') ? s.id)`;

/** The clock of what a pause holds up stands still: it is not due, it waits. */
const WAITS = `(s.step = any($9::text[]) or coalesce(s.not_before > $8::timestamptz, false) or ${PAUSED})`;
const FILTERS = `
  and ($3::text is null or s.chain = $3) and ($4::text is null or s.municipality = $4)
  and ($5::text is null or s.kern = $5) and ($6::text is null or s.step = $6)
  and ($7::text is null
       or ($7 = 'overdue' and s.due_at < $8::timestamptz and not ${PAUSED})
       or ($7 = 'due' and s.due_at >= $8::timestamptz and not ${PAUSED})
       or ($7 = 'waiting' and ${WAITS})
       or ($7 = 'unclaimed' and s.assignee is null and not ${WAITS}))
  and ($13::uuid is null or s.assignee = $13)
  and ($10::timestamptz is null or (s.due_at, s.id) > ($10, $11))
  order by s.due_at, s.id limit $12`;

/** The role of who offered it; where nobody fulfils that, the sender of the case stands in. */
const OFFERED_BY = `(select case when o->'from'->>'organisation' is not null then o->'from'->>'role'
           else coalesce(c.state->'steward'->>'role', c.state->'referrer'->>'role') end
         from jsonb_array_elements(c.state->'open') o where o->>'id' = s.id)`;
/** Someone outside Ketenpad has it: no organisation here can take it over. */
const OUTSIDE = `not s.unfilled and exists (select 1 from jsonb_array_elements(c.state->'open') o
         where o->>'id' = s.id and o->>'organisation' is null)`;

/** Open steps that this organisation holds in one of these roles, soonest due first; and what it has to offer elsewhere. */
const MINE: Statement = {
  name: 'worklist',
  text: `select s.*, ${PAUSED} as paused, c.version, c.resident, r.wrapped_key, r.identity,
           json_build_object('referrer', c.state->'referrer', 'consents', c.state->'consents',
             'contributors', c.state->'contributors') as covered, null as taken_role
         from open_steps s join cases c on c.id = s.case_id join residents r on r.id = c.resident
         where ((s.organisation = $1 and s.roles && $2::text[]) or (s.sender = $1 and ${OFFERED_BY} = any($2))) ${FILTERS}`,
};
/** For a ketencoordinator: what nobody holds or what was escalated in the own municipality, without the person. */
const STUCK: Statement = {
  name: 'worklist_stuck',
  text: `select s.*, ${PAUSED} as paused, c.version, null as resident, null as wrapped_key, null as identity, null as covered,
           (select o->>'role' from jsonb_array_elements(c.state->'open') o where o->>'id' = s.id) as taken_role
         from open_steps s join cases c on c.id = s.case_id
         where s.municipality = $1 and (s.unfilled or s.escalations > 0) and not s.confidential
           and not (${OUTSIDE}) and $2::text[] is not null ${FILTERS}`,
};

/** No practitioner has this number. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** @returns undefined when the cursor is not one of this list. */
export async function readWorklist(
  db: Querying,
  of: WorklistOf,
  query: WorklistQuery,
  now: number,
): Promise<Page<WorklistRow> | undefined> {
  const after = query.cursor === undefined ? [] : keysOfCursor(worklistNamed(query), query.cursor);
  if (after === undefined) return undefined;
  const held = 'organisation' in of;
  const rows = await db.query<WorklistRow & Record<string, unknown>>(held ? MINE : STUCK, [
    held ? of.organisation : of.municipality,
    held ? of.roles : [],
    query.chain ?? null,
    query.municipality ?? null,
    query.kern ?? null,
    query.step ?? null,
    query.state ?? null,
    instant(now),
    query.waits,
    after[0] ?? null,
    after[1] ?? null,
    query.limit + 1,
    query.scope === 'mine' ? (query.practitioner ?? NOBODY) : null,
  ]);
  return pageOf(
    worklistNamed(query),
    rows,
    query.limit,
    (row) => [instant(row.due_at), row.id],
    (row) => row,
  );
}
