import { randomUUID } from 'node:crypto';
import type { AccessEntry } from '../access/log.ts';
import type { Command } from '../engine/messages.ts';
import type { NamedKey } from '../platform/crypto/keyring.ts';
import type { Querying } from '../platform/db/database.ts';
import { type Answered, settle } from './carry-out.ts';
import type { CaseContext } from './context.ts';
import { repeatThatTook } from './find-repeat.ts';
import { carryOutAll } from './many/carry-out-all.ts';
import { lockCases, type OnItsWay } from './many/record-on-case.ts';
import { recordCommand } from './record.ts';
import { type FilledForm, type Origin, recordValues, sealForm } from './recording.ts';

/** What a change of one case asks of others: recorded with it, or not at all. */
export interface Beside {
  /** The cases that are there already: locked together, so that two who ask for the same wait and never in a ring. */
  readonly locks: readonly string[];
  readonly record: (tx: Querying, asked: { readonly origin: Origin }) => Promise<readonly OnItsWay[]>;
}

/**
 * Records a command on a case and what goes with it on others, in one transaction, and carries all of it out. From then
 * on none is lost. @returns the answer of the case itself. @throws Unavailable when an answer is not there in time.
 */
export async function recordTogether(
  context: CaseContext,
  caseId: string,
  command: Command,
  origin: Origin,
  form: FilledForm | null,
  person: NamedKey,
  access: AccessEntry,
  beside: Beside,
): Promise<Answered> {
  await context.hold.at('before-row');
  const id = randomUUID();
  const values = recordValues(id, caseId, command, origin, sealForm(form, person), context.leaseMs);
  const sent = await context.db.transaction(async (tx) => {
    await lockCases(tx, [caseId, ...beside.locks]);
    const { recorded, known_seq: knownSeq, earlier_open: earlierOpen } = await recordCommand(tx, values, access);
    if (!recorded) return null;
    const { requestId } = access;
    const own: OnItsWay = { id, caseId, attempt: 1, knownSeq, command, offsetMs: 0, requestId, earlierOpen };
    return [...(await beside.record(tx, { origin })), own];
  });
  await context.hold.at('after-row');
  if (sent === null) return settle(context, (await repeatThatTook(context, origin)).id);
  const answer = (await carryOutAll(context, sent)).get(id);
  if (answer === undefined) throw new Error('a command was carried out without an answer');
  return { answer, head: null };
}
