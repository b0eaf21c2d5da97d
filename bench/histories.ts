import type { Client } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import type { KeyRing } from '../src/platform/crypto/keyring.ts';
import { EncryptionCodec } from '../src/platform/temporal/codec.ts';
import { workflowIdOf } from '../src/platform/temporal/ids.ts';
import type { Sizes } from './bare-arm.ts';

/** How many events the history of a case has now. */
export async function historyLengthOf(client: Client, caseId: string): Promise<number> {
  return (await client.workflow.getHandle(workflowIdOf(caseId)).describe()).historyLength;
}

/** The mean size of the decisions in the history of a case, as JSON before it is encrypted. */
export async function sizesOf(client: Client, ring: KeyRing, caseId: string): Promise<Sizes> {
  const codec = new EncryptionCodec(ring.codec);
  const { events } = await client.workflow.getHandle(workflowIdOf(caseId)).fetchHistory();
  const lengths = async (payloads: readonly (Payload | null | undefined)[]): Promise<number> => {
    const given = payloads.filter((payload) => payload !== null && payload !== undefined);
    const plain = await codec.decode(given);
    return Math.round(plain.reduce((sum, payload) => sum + (payload.data?.length ?? 0), 0) / Math.max(1, plain.length));
  };
  // The first Update is the referral: not a decision.
  const commands = (events ?? [])
    .flatMap(
      (event) => event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args?.payloads ?? [],
    )
    .slice(1);
  const replies = (events ?? [])
    .flatMap((event) => event.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success?.payloads ?? [])
    .slice(1);
  return { command: await lengths(commands), reply: await lengths(replies) };
}
