import { randomUUID } from 'node:crypto';
import type { Command } from '../engine/messages.ts';
import type { NamedKey } from '../platform/crypto/keyring.ts';
import type { Querying, Statement } from '../platform/db/database.ts';
import { type AccessEntry, accessLine } from '../access/log.ts';
import { type Answered, carryOut, settle } from './carry-out.ts';
import type { CaseContext } from './context.ts';
import { repeatThatTook } from './find-repeat.ts';
import { type FilledForm, type Origin, recordValues, sealForm } from './recording.ts';
import type { Sent } from './send.ts';

const RECORD: Statement = {
  name: 'record_command',
  text: 'select recorded, known_seq, earlier_open from record_command($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12, $13::jsonb)',
};

interface Recorded {
  /** false: the key was taken. */
  readonly recorded: boolean;
  readonly known_seq: number;
  readonly earlier_open: boolean;
}

/** Records one command with its line of the access log, in one round trip. `values`: see `recordValues`. */
export async function recordCommand(db: Querying, values: readonly unknown[], access: AccessEntry): Promise<Recorded> {
  const [row] = await db.query<Recorded & Record<string, unknown>>(RECORD, [...values, accessLine(access)]);
  if (row === undefined) throw new Error('record_command answered nothing');
  return row;
}

/**
 * Records a command on a case that has started, and carries it out when it is its turn. From the recording on it is
 * never lost: whoever dies, the sweeper goes on. @throws Unavailable when the answer is not there in time.
 */
export async function recordAndCarryOut(
  context: CaseContext,
  caseId: string,
  command: Command,
  origin: Origin,
  form: FilledForm | null,
  person: NamedKey,
  access: AccessEntry,
): Promise<Answered> {
  await context.hold.at('before-row');
  const id = randomUUID();
  const values = recordValues(id, caseId, command, origin, sealForm(form, person), context.leaseMs);
  const row = await recordCommand(context.db, values, access);
  await context.hold.at('after-row');
  if (!row.recorded) return settle(context, (await repeatThatTook(context, origin)).id);
  const { requestId } = access;
  const sent = { id, caseId, attempt: 1, knownSeq: row.known_seq, command, offsetMs: 0, requestId };
  return row.earlier_open ? settleInTurn(context, sent) : carryOut(context, sent);
}

const FIRST_OPEN: Statement = {
  name: 'first_open_command',
  text: 'select id from commands where case_id = $1 and answer is null order by number limit 1',
};

/** Commands of one case run in the order in which they were recorded: those before this one first. */
export async function settleInTurn(context: CaseContext, sent: Sent): Promise<Answered> {
  for (;;) {
    const [first] = await context.db.query<{ id: string }>(FIRST_OPEN, [sent.caseId]);
    if (first === undefined || first.id === sent.id) break;
    await settle(context, first.id);
  }
  return carryOut(context, sent);
}
