import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { asUnavailable } from '../../../platform/temporal/connect.ts';
import type { CaseState } from '../../../engine/state.ts';
import { workflowIdOf, workflowTypeOf } from '../../../platform/temporal/ids.ts';
import type { CaseInput } from '../../../workflows/protocol.ts';

export interface Runs {
  readonly temporal: Client;
  readonly taskQueue: string;
  readonly offsetMs: number;
  readonly continueAfter: number | undefined;
}

const CALL_MS = 20_000;

/** Gives an open case a run that goes on from this state, as continue-as-new does. @returns false when it had one. @throws Unavailable */
export async function startRun(
  { temporal, taskQueue, offsetMs, continueAfter }: Runs,
  state: CaseState,
): Promise<boolean> {
  const input: CaseInput = {
    schema: 1,
    offsetMs,
    ...(continueAfter === undefined ? {} : { continueAfter }),
    carried: { state, unprojected: [], projectedTo: state.seq, answers: [] },
  };
  try {
    const options = {
      workflowId: workflowIdOf(state.case),
      taskQueue,
      args: [input] as [CaseInput],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowTaskTimeout: '2 seconds',
    } as const;
    const type = workflowTypeOf(state.chain);
    await temporal.withDeadline(Date.now() + CALL_MS, () => temporal.workflow.start(type, options));
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw asUnavailable(error);
  }
}
