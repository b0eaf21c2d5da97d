import { z } from 'zod';
import type { Querying, Statement } from '../../platform/db/database.ts';
import { addRequestRow, keepAnswer, readRequestRow, setPayload } from '../many/request-row.ts';
import type { Origin } from '../recording.ts';

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

/** The request about a group. It takes the key. @returns false when the key is taken. */
export function addRequest(tx: Querying, id: string, origin: Origin, group: string): Promise<boolean> {
  return addRequestRow(tx, id, 'group', origin, { group });
}

export function setAsked(tx: Querying, id: string, asked: readonly Asked[]): Promise<void> {
  return setPayload(tx, id, { asked });
}

export async function readRequest(db: Querying, id: string): Promise<GroupRequestRow> {
  return requestSchema.parse(await readRequestRow(db, id));
}

/** Keeps what the caller is told. @returns what is kept: of two who tell it at once, the first counts for both. */
export async function keepTold(db: Querying, id: string, told: unknown): Promise<unknown> {
  await keepAnswer(db, id, told);
  return (await readRequest(db, id)).answer.told;
}

/** The seat that a command asks for. */
export async function addSeat(tx: Querying, command: string, group: string, caseId: string): Promise<void> {
  await tx.query(ADD_SEAT, [command, group, caseId]);
}
