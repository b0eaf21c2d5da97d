import { Connection } from '@temporalio/client';
import { setTimeout as delay } from 'node:timers/promises';

const service = 'temporal.api.workflowservice.v1.WorkflowService';
const serving = 1;

/** Resolves when the server at `address` serves; rejects when `signal` says to give up, or after a minute. */
export async function temporalAnswers(address: string, signal: AbortSignal): Promise<void> {
  // The channel's own patience after a refused connection starts at a second.
  const channelArgs = { 'grpc.initial_reconnect_backoff_ms': 20, 'grpc.max_reconnect_backoff_ms': 50 };
  const connection = Connection.lazy({ address, channelArgs });
  const until = Date.now() + 60_000;
  try {
    while (!(await isServing(connection))) {
      signal.throwIfAborted();
      if (Date.now() > until) throw new Error(`Temporal at ${address} runs but does not answer`);
      await delay(25);
    }
  } finally {
    await connection.close();
  }
}

async function isServing(connection: Connection): Promise<boolean> {
  try {
    const check = () => connection.healthService.check({ service });
    return (await connection.withDeadline(Date.now() + 500, check)).status === serving;
  } catch {
    return false;
  }
}
