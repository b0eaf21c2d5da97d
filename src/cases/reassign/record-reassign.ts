import { z } from 'zod';
import type { Querying, Statement } from '../../platform/db/database.ts';
import { addRequestRow, keepAnswer, readRequestRow, setPayload } from '../many/request-row.ts';
import type { Origin } from '../recording.ts';

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

/** The request to give steps to someone else. It takes the key. @returns false when the key is taken. */
export function addReassign(tx: Querying, id: string, origin: Origin): Promise<boolean> {
  return addRequestRow(tx, id, 'reassign', origin, {});
}

export function setAskedSteps(
  tx: Querying,
  id: string,
  asked: readonly AskedStep[],
  reason: string | null,
): Promise<void> {
  return setPayload(tx, id, { asked, reason });
}

export async function readReassign(
  db: Querying,
  id: string,
): Promise<{ readonly asked: readonly AskedStep[]; readonly told: readonly Reassigned[] | undefined }> {
  const { payload, answer } = requestSchema.parse(await readRequestRow(db, id));
  return { asked: payload.asked, told: answer.told };
}

/** Keeps what the caller is told. @returns what is kept: of two who tell it at once, the first counts for both. */
export async function keepReassigned(
  db: Querying,
  id: string,
  told: readonly Reassigned[],
): Promise<readonly Reassigned[]> {
  await keepAnswer(db, id, told);
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
