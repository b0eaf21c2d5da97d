import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Answer, Command, Envelope, RefusalCode } from '../engine/messages.ts';
import type { CaseState } from '../engine/state.ts';
import { Unavailable } from '../platform/unavailable.ts';
import { asUnavailable } from '../platform/temporal/connect.ts';
import { workflowIdOf, workflowTypeOf } from '../platform/temporal/ids.ts';
import type { CaseInput, Reply } from '../workflows/protocol.ts';
import { CALL_MS, type CaseContext } from './context.ts';

/** A command on its way: everything that a resend needs is in its row. */
export interface Sent {
  readonly id: string;
  readonly caseId: string;
  readonly attempt: number;
  readonly knownSeq: number;
  readonly command: Command;
  /** The offset that the case starts with (a referral only). */
  readonly offsetMs: number;
  /** The request that brought it, for the logs. */
  readonly requestId?: string;
}

/** The answer to a command, and the case as it stood right after it when this process saw that itself. */
export interface Answered {
  readonly answer: Answer;
  readonly head: CaseState | null;
}

export type Outcome =
  | { readonly reply: Reply }
  | { readonly refused: { readonly code: RefusalCode; readonly detail: string } }
  /** No run of this case takes commands: it has ended, or is missing. */
  | { readonly closed: true };

const UPDATE = 'command';
/**
 * No whole number of days: virtual time moves by days, and runs past its target when that lies within milliseconds of a
 * timer from which nothing follows.
 */
const FIRST_CHECK_MS = 53 * 60 * 60 * 1000;

/** Sends a command to its case as an Update under its own id. @throws Unavailable when there is no answer in time. */
export async function send(context: CaseContext, sent: Sent): Promise<Outcome> {
  const { id, attempt, knownSeq, command } = sent;
  const envelope: Envelope = { id, attempt, knownSeq, command };
  try {
    return { reply: await inTime(context, () => execute(context, sent, envelope)) };
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
      return { refused: { code: error.cause.type as RefusalCode, detail: error.cause.message } };
    }
    if (error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError) {
      return { closed: true };
    }
    throw asUnavailable(error);
  }
}

/** The client waits out its pause between retries beyond a deadline, so a clock of our own ends the wait. */
async function inTime<T>(context: CaseContext, call: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unavailable('temporal')), CALL_MS);
  });
  const answered = context.temporal.withDeadline(Date.now() + CALL_MS, call);
  // Whoever comes too late is not listened to any more: the sweeper asks again under the same id.
  answered.catch(() => undefined);
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}

function execute(context: CaseContext, sent: Sent, envelope: Envelope): Promise<Reply> {
  const { temporal } = context;
  const { requestId } = sent;
  const named: Envelope = requestId === undefined ? envelope : { ...envelope, requestId };
  const options = { updateId: envelope.id, args: [named] as [Envelope] };
  const workflowId = workflowIdOf(sent.caseId);
  if (sent.command.kind !== 'refer') {
    return temporal.workflow.getHandle(workflowId).executeUpdate<Reply, [Envelope]>(UPDATE, options);
  }
  const { continueAfter } = context;
  const input: CaseInput = {
    schema: 1,
    offsetMs: sent.offsetMs,
    firstCheckMs: FIRST_CHECK_MS,
    ...(continueAfter === undefined ? {} : { continueAfter }),
  };
  const startWorkflowOperation = new WithStartWorkflowOperation(workflowTypeOf(sent.command.chain), {
    workflowId,
    taskQueue: context.taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    workflowTaskTimeout: '2 seconds',
  });
  return temporal.workflow.executeUpdateWithStart<(input: CaseInput) => Promise<void>, Reply, [Envelope]>(UPDATE, {
    ...options,
    startWorkflowOperation,
  });
}
