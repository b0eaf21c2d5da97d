import type { Client } from '@temporalio/client';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import type { Fact } from '../../src/engine/facts.ts';
import type { KeyRing } from '../../src/platform/crypto/keyring.ts';
import { EncryptionCodec } from '../../src/platform/temporal/codec.ts';
import { workflowIdOf } from '../../src/platform/temporal/ids.ts';
import type { Projection, Reply } from '../../src/workflows/protocol.ts';

export interface CaseHistory {
  /** Every fact that left the workflow, as an answer or towards the activity; several of one number when they differ. */
  readonly facts: readonly Fact[];
  readonly runs: number;
  readonly closed: boolean;
}

/** What Temporal durably holds of a case, over all its runs. @throws when there is no such workflow. */
export async function historyOf(client: Client, ring: KeyRing, caseId: string): Promise<CaseHistory> {
  const codec = new EncryptionCodec(ring.codec);
  const read = async <T>(payload: Payload | undefined): Promise<T | undefined> => {
    const [plain] = payload === undefined ? [] : await codec.decode([payload]);
    return plain === undefined ? undefined : defaultPayloadConverter.fromPayload<T>(plain);
  };
  const facts: Fact[] = [];
  let runs = 0;
  let closed = false;
  let runId: string | undefined;
  do {
    const { events } = await client.workflow.getHandle(workflowIdOf(caseId), runId).fetchHistory();
    runs += 1;
    for (const event of events ?? []) {
      const reply = await read<Reply>(
        event.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success?.payloads?.[0],
      );
      const projection = await read<Projection>(event.activityTaskScheduledEventAttributes?.input?.payloads?.[0]);
      facts.push(...(reply?.facts ?? []), ...(projection?.facts ?? []));
    }
    if (runs === 1) {
      const last = events?.at(-1);
      closed = [
        last?.workflowExecutionCompletedEventAttributes,
        last?.workflowExecutionFailedEventAttributes,
        last?.workflowExecutionTerminatedEventAttributes,
        last?.workflowExecutionTimedOutEventAttributes,
      ].some((attributes) => attributes !== null && attributes !== undefined);
    }
    runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  } while (runId !== undefined);
  return { facts, runs, closed };
}
