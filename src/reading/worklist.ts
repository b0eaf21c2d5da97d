import type { Querying, Statement } from '../platform/db/database.ts';
import { instant } from './instant.ts';
import { keysOfCursor, type Page, pageOf } from './cursor.ts';

/** Whose list: a holder's by organisation and roles, or a coordinator's by municipality. */
export type WorklistOf =
  | { readonly organisation: string | null; readonly roles: readonly string[] }
  | { readonly municipality: string | null };

export interface WorklistQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: 'due' | 'overdue' | undefined;
  readonly chain?: string | undefined;
  readonly municipality?: string | undefined;
  readonly kern?: string | undefined;
  readonly step?: string | undefined;
  /** Only these steps. */
  readonly steps?: readonly string[] | undefined;
}

export interface WorklistRow {
  readonly id: string;
  readonly case_id: string;
  readonly step: string;
  readonly role: string;
  readonly organisation: string | null;
  readonly unfilled: boolean;
  readonly opened_at: number;
  readonly due_at: number;
  readonly escalations: number;
  readonly chain: string;
  readonly municipality: string;
  readonly kern: string | null;
  readonly resident: string;
  readonly wrapped_key: Buffer | null;
  readonly identity: Buffer | null;
}

const FILTERS = `
  and ($3::text is null or s.chain = $3) and ($4::text is null or s.municipality = $4)
  and ($5::text is null or s.kern = $5) and ($6::text is null or s.step = $6)
  and ($7::timestamptz is null or s.due_at < $7) and ($8::timestamptz is null or s.due_at >= $8)
  and ($12::text[] is null or s.step = any($12))
  and ($9::timestamptz is null or (s.due_at, s.id) > ($9, $10))
  order by s.due_at, s.id limit $11`;

/** Open steps that this organisation holds in one of these roles, soonest due first. */
const MINE: Statement = {
  name: 'worklist',
  text: `select s.*, c.resident, r.wrapped_key, r.identity
         from open_steps s join cases c on c.id = s.case_id join residents r on r.id = c.resident
         where s.organisation = $1 and s.role = any($2) ${FILTERS}`,
};
/** For a ketencoordinator: what nobody holds or what was escalated in the own municipality, without the person. */
const STUCK: Statement = {
  name: 'worklist_stuck',
  text: `select s.*, null as resident, null as wrapped_key, null as identity
         from open_steps s
         where s.municipality = $1 and (s.unfilled or s.escalations > 0) and $2::text[] is not null ${FILTERS}`,
};

/** @returns undefined when the cursor is not one of this list. */
export async function readWorklist(
  db: Querying,
  of: WorklistOf,
  query: WorklistQuery,
  now: number,
): Promise<Page<WorklistRow> | undefined> {
  const after = query.cursor === undefined ? [] : keysOfCursor('worklist', query.cursor);
  if (after === undefined) return undefined;
  const held = 'organisation' in of;
  const rows = await db.query<WorklistRow & Record<string, unknown>>(held ? MINE : STUCK, [
    held ? of.organisation : of.municipality,
    held ? of.roles : [],
    query.chain ?? null,
    query.municipality ?? null,
    query.kern ?? null,
    query.step ?? null,
    query.state === 'overdue' ? instant(now) : null,
    query.state === 'due' ? instant(now) : null,
    after[0] ?? null,
    after[1] ?? null,
    query.limit + 1,
    query.steps ?? null,
  ]);
  return pageOf(
    'worklist',
    rows,
    query.limit,
    (row) => [instant(row.due_at), row.id],
    (row) => row,
  );
}
