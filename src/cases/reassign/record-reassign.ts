import { z } from 'zod';
import type { Querying, Statement } from '../../platform/db/database.ts';
import type { Origin } from '../recording.ts';

const ADD_REQUEST: Statement = {
  name: 'add_reassign_request',
  text: `insert into commands (id, case_id, kind, subject, path, key, digest, payload, recorded_at, lease_until, attempt, answer, answered_at)
         values ($1, '00000000-0000-0000-0000-000000000000', 'reassign', $2, $3, $4, $5, '{}', clock_timestamp(), clock_timestamp(), 1, '{}', clock_timestamp())
         on conflict (subject, path, key) do nothing returning id`,
};
const SET_ASKED: Statement = {
  name: 'set_reassign_asked',
  text: 'update commands set payload = $2::jsonb where id = $1',
};
const READ_REQUEST: Statement = {
  name: 'read_reassign_request',
  text: 'select payload, answer from commands where id = $1',
};
const TELL: Statement = {
  name: 'tell_reassign',
  text: `update commands set answer = jsonb_build_object('told', $2::jsonb) where id = $1 and answer->'told' is null`,
};
const NAMED: Statement = { name: 'steps_named', text: 'select id, case_id from open_steps where id = any($1)' };
const OF_SOMEONE: Statement = {
  name: 'steps_of_someone',
  text: `select id, case_id from open_steps
         where organisation = $1 and assignee = $2 and roles && $3::text[] order by due_at, id limit $4`,
};

const why = z.object({ code: z.string(), detail: z.string() });
const resultSchema = z.object({
  openStep: z.string(),
  case: z.string().nullable(),
  done: z.boolean(),
  why: why.optional(),
});
/** What became of one step. */
export type Reassigned = z.infer<typeof resultSchema>;

const askedSchema = z.array(
  z.object({
    openStep: z.string(),
    case: z.string().nullable(),
    /** The command that asks it of the case; null where none was made. */
    command: z.string().nullable(),
    why: why.optional(),
  }),
);
export type AskedStep = z.infer<typeof askedSchema>[number];

const requestSchema = z.object({
  payload: z.object({ asked: askedSchema }),
  answer: z.object({ told: z.array(resultSchema).optional() }),
});

/**
 * The request itself as a row of `commands`: it belongs to no case and is answered from the start, so nobody carries it
 * out. It takes the key. @returns false when the key is taken.
 */
export async function addReassign(tx: Querying, id: string, { subject, path, key, digest }: Origin): Promise<boolean> {
  return (await tx.query(ADD_REQUEST, [id, subject, path, key, digest])).length > 0;
}

export async function setAskedSteps(tx: Querying, id: string, asked: readonly AskedStep[], reason: string | null) {
  await tx.query(SET_ASKED, [id, JSON.stringify({ asked, reason })]);
}

export async function readReassign(
  db: Querying,
  id: string,
): Promise<{ readonly asked: readonly AskedStep[]; readonly told: readonly Reassigned[] | undefined }> {
  const { payload, answer } = requestSchema.parse((await db.query(READ_REQUEST, [id]))[0]);
  return { asked: payload.asked, told: answer.told };
}

/** Keeps what the caller is told, so that a repeat hears the same; what was kept before stays. @returns what is kept. */
export async function keepReassigned(
  db: Querying,
  id: string,
  told: readonly Reassigned[],
): Promise<readonly Reassigned[]> {
  await db.query(TELL, [id, JSON.stringify(told)]);
  return (await readReassign(db, id)).told ?? told;
}

export interface StepAt {
  readonly id: string;
  readonly case_id: string;
}

export async function stepsNamed(db: Querying, ids: readonly string[]): Promise<readonly StepAt[]> {
  return db.query<StepAt & Record<string, unknown>>(NAMED, [ids]);
}

/** What someone of an organisation has in hand in one of these roles, soonest due first. */
export async function stepsOf(
  db: Querying,
  organisation: string,
  practitioner: string,
  roles: readonly string[],
  limit: number,
): Promise<readonly StepAt[]> {
  return db.query<StepAt & Record<string, unknown>>(OF_SOMEONE, [organisation, practitioner, roles, limit]);
}
