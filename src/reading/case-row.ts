import { migrate } from '../engine/migrate.ts';
import type { CaseState } from '../engine/state.ts';
import type { Querying, Statement } from '../platform/db/database.ts';

/** One case as PostgreSQL holds it, with the sealed identity of its resident. */
export interface CaseRow {
  readonly id: string;
  readonly status: 'starting' | 'open' | 'paused' | 'ended';
  readonly seq: number;
  /** null until the first facts have arrived. */
  readonly state: CaseState | null;
  readonly referrer: string;
  readonly resident: string;
  readonly wrapped_key: Buffer | null;
  readonly identity: Buffer | null;
  readonly details: Buffer | null;
  /** The command that a given key was used for before. */
  readonly repeat_id: string | null;
  readonly repeat_digest: Buffer | null;
  /** The case has ended, and this organisation did something in it. */
  readonly took_part: boolean;
}

const READ_CASE: Statement = {
  name: 'read_case',
  text: `select c.id, c.status, c.seq, c.state, c.referrer, c.resident, r.wrapped_key, r.identity, c.details,
           m.id as repeat_id, m.digest as repeat_digest,
           (c.status = 'ended' and exists (select 1 from facts f where f.case_id = c.id
             and f.fact in ('attempted', 'paused', 'withdrawn', 'happened') and f.codes->'actor'->>'organisation' = $5)) as took_part
         from cases c join residents r on r.id = c.resident
         left join commands m on m.subject = $2 and m.path = $3 and m.key = $4
         where c.id = $1`,
};

/** Reads a case and, in the same round trip, what a key was used for. undefined: there is no such case. */
export async function readCase(
  db: Querying,
  caseId: string,
  repeat: { readonly subject: string; readonly path: string; readonly key: string | null } | null = null,
  organisation: string | null = null,
): Promise<CaseRow | undefined> {
  const values = [caseId, repeat?.subject ?? null, repeat?.path ?? null, repeat?.key ?? null, organisation];
  const [row] = await db.query<CaseRow & Record<string, unknown>>(READ_CASE, values);
  return row === undefined || row.state === null ? row : { ...row, state: migrate(row.state) };
}
