import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';

const DEADLINE_MS = 15_000;
/** A case of two years passes some forty wake-ups; the server's default allows 200 in one go. */
const MAX_SKIPS = 10_000;

/** The clock of an execution in virtual time, in milliseconds; the wall clock when it was never moved. */
export async function executionNow(client: Client, workflowId: string): Promise<number> {
  const { workflowService } = client.connection;
  const answer = await workflowService.describeWorkflowExecution({
    namespace: client.options.namespace,
    execution: { workflowId },
  });
  const moved = answer.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  if (moved === undefined || moved === null) return Date.now();
  return Number(moved.seconds) * 1000 + Math.floor((moved.nanos ?? 0) / 1_000_000);
}

/**
 * Moves one execution ahead and waits until it is there, all its timers in between fired. Needs a worker, and a server
 * with time skipping on: tests and the demo only. A second move of the same execution cancels the first.
 */
export async function fastForward(client: Client, workflowId: string, byMs: number): Promise<void> {
  const id = randomUUID();
  const where = { namespace: client.options.namespace, workflowExecution: { workflowId } };
  const { workflowService } = client.connection;
  await client.withDeadline(Date.now() + DEADLINE_MS, async () => {
    await workflowService.updateWorkflowExecutionOptions({
      ...where,
      workflowExecutionOptions: {
        timeSkippingConfig: {
          enabled: true,
          maxSessionSkipCount: MAX_SKIPS,
          fastForwardConfig: { id, duration: durationOf(byMs) },
        },
      },
      updateMask: { paths: ['time_skipping_config'] },
    });
    // Answers also, with a failure, when the execution ends before the target.
    await workflowService.pollWorkflowExecutionTimeSkipping({ ...where, fastForwardId: id });
  });
}

function durationOf(ms: number): { seconds: never; nanos: number } {
  // The generated types ask for a Long; a number is what the encoder takes.
  return { seconds: Math.floor(ms / 1000) as never, nanos: Math.round((ms % 1000) * 1_000_000) };
}
