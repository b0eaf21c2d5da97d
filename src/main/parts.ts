import type { CaseContext } from '../cases/context.ts';

const PATIENCE_MS = 1_500;

/** Asks every part whether it answers, each with a second and a half to do so. */
export function partsOf(cases: CaseContext, issuer: string): () => Promise<Record<string, boolean>> {
  const answers = async (call: Promise<unknown>): Promise<boolean> => {
    const late = new Promise<never>((_resolve, reject) =>
      setTimeout(() => reject(new Error('late')), PATIENCE_MS).unref(),
    );
    return Promise.race([call, late]).then(
      () => true,
      () => false,
    );
  };
  // With a deadline of its own: the client would go on trying behind the answer.
  const asked = <T>(call: () => Promise<T>): Promise<T> => cases.temporal.withDeadline(Date.now() + PATIENCE_MS, call);
  return async () => {
    const [postgresql, temporalServer, worker, identityProvider] = await Promise.all([
      answers(cases.db.query({ name: 'ready', text: 'select 1' })),
      answers(asked(() => cases.temporal.connection.workflowService.getSystemInfo({}))),
      answers(asked(() => hasWorker(cases))),
      answers(fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(PATIENCE_MS) })),
    ]);
    return { postgresql, temporal: temporalServer, worker, identityProvider };
  };
}

/** A worker polled the cases' task queue in the last minute. */
async function hasWorker({ temporal, taskQueue }: CaseContext): Promise<void> {
  const { pollers } = await temporal.connection.workflowService.describeTaskQueue({
    namespace: temporal.options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: 1,
  });
  if ((pollers ?? []).length === 0) throw new Error('no worker polls');
}
