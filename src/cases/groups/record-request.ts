import { z } from 'zod';
import type { Command } from '../../engine/messages.ts';
import { migrate } from '../../engine/migrate.ts';
import type { CaseState } from '../../engine/state.ts';
import type { Querying, Statement } from '../../platform/db/database.ts';
import type { CaseContext } from '../context.ts';
import { recordCommand } from '../record.ts';
import { NO_FORM, type Origin, recordValues } from '../recording.ts';
import type { Sent } from '../send.ts';
import { accessOf, type Asking } from '../visit.ts';

const ADD_REQUEST: Statement = {
  name: 'add_group_request',
  text: `insert into commands (id, case_id, kind, subject, path, key, digest, payload, recorded_at, lease_until, attempt, answer, answered_at)
         values ($1, '00000000-0000-0000-0000-000000000000', 'group', $2, $3, $4, $5, '{}', clock_timestamp(), clock_timestamp(), 1, $6::jsonb, clock_timestamp())
         on conflict (subject, path, key) do nothing returning id`,
};
const SET_ASKED: Statement = { name: 'set_group_asked', text: 'update commands set payload = $2::jsonb where id = $1' };
const READ_REQUEST: Statement = {
  name: 'read_group_request',
  text: 'select payload, answer from commands where id = $1',
};
const TELL: Statement = {
  name: 'tell_group',
  text: `update commands set answer = answer || jsonb_build_object('told', $2::jsonb) where id = $1 and answer->'told' is null`,
};
/** In the order of their ids, so that two groups that ask for the same cases wait for each other and never in a ring. */
const LOCK_CASES: Statement = {
  name: 'lock_group_cases',
  text: 'select id, state from cases where id = any($1) order by id for no key update',
};
const ADD_SEAT: Statement = {
  name: 'add_group_seat',
  text: 'insert into group_seats (command, group_id, case_id) values ($1, $2, $3)',
};

const why = z.object({ code: z.string(), detail: z.string() });
const askedSchema = z.array(
  z.object({
    case: z.string(),
    change: z.enum(['fill', 'free', 'move']),
    /** The command that asks it of the case; null where none was made. */
    command: z.string().nullable(),
    why: why.optional(),
  }),
);
/** What one request asked of each case. */
export type Asked = z.infer<typeof askedSchema>[number];

const requestSchema = z.object({
  payload: z.object({ asked: askedSchema }),
  answer: z.object({ group: z.string(), told: z.unknown().optional() }),
});
export type GroupRequestRow = z.infer<typeof requestSchema>;

/**
 * The request itself as a row of `commands`: it belongs to no case and is answered from the start, so nobody carries it
 * out. It takes the key. @returns false when the key is taken.
 */
export async function addRequest(tx: Querying, id: string, origin: Origin, group: string): Promise<boolean> {
  const { subject, path, key, digest } = origin;
  return (await tx.query(ADD_REQUEST, [id, subject, path, key, digest, JSON.stringify({ group })])).length > 0;
}

export async function setAsked(tx: Querying, id: string, asked: readonly Asked[]): Promise<void> {
  await tx.query(SET_ASKED, [id, JSON.stringify({ asked })]);
}

export async function readRequest(db: Querying, id: string): Promise<GroupRequestRow> {
  return requestSchema.parse((await db.query(READ_REQUEST, [id]))[0]);
}

/** Keeps what the caller is told, so that a repeat hears the same; what was kept before stays. @returns what is kept. */
export async function keepTold(db: Querying, id: string, told: unknown): Promise<unknown> {
  await db.query(TELL, [id, JSON.stringify(told)]);
  return (await readRequest(db, id)).answer.told;
}

/** Reads these cases, and nobody records anything on them until the transaction ends. In the order of their ids. */
export async function lockCases(tx: Querying, ids: readonly string[]): Promise<readonly CaseState[]> {
  const rows = await tx.query<{ id: string; state: CaseState | null }>(LOCK_CASES, [ids]);
  return rows.flatMap(({ state }) => (state === null ? [] : [migrate(state)]));
}

/** A command of a group on its way to a case. */
export interface OnItsWay extends Sent {
  readonly earlierOpen: boolean;
}

/** Records the command to one case, as any other: its place in the order, its lease, its line in the access log. */
export async function recordOnCase(
  context: CaseContext,
  tx: Querying,
  asking: Asking,
  policy: string,
  origin: Origin,
  given: { readonly id: string; readonly caseId: string; readonly command: Command; readonly seatIn: string | null },
): Promise<OnItsWay> {
  const { id, caseId, command, seatIn } = given;
  const own = { ...origin, path: `${origin.path}#${id}`, key: null };
  const access = accessOf(context, asking, 'U', caseId, { policy });
  const row = await recordCommand(tx, recordValues(id, caseId, command, own, NO_FORM, context.leaseMs), access);
  if (seatIn !== null) await tx.query(ADD_SEAT, [id, seatIn, caseId]);
  const { requestId } = asking;
  const sent = { id, caseId, attempt: 1, knownSeq: row.known_seq, command, offsetMs: 0, requestId };
  return { ...sent, earlierOpen: row.earlier_open };
}
