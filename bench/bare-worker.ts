import { fileURLToPath } from 'node:url';
import { Runtime } from '@temporalio/worker';
import { onParentGone } from '../src/local/parent-gone.ts';
import { readConfig } from '../src/platform/config.ts';
import { createWorker } from '../src/platform/temporal/run-worker.ts';
import { BARE_QUEUE } from './bare-arm.ts';

/** The worker of the bare workflow: the same options, codec and connection as the real one, on a queue of its own. */
export async function runBareWorker(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const config = readConfig(env);
  const silent = { trace() {}, debug() {}, info() {}, log() {}, warn() {}, error() {} };
  Runtime.install({ logger: silent, shutdownSignals: [] });
  const { worker, connection } = await createWorker(
    { ...config.temporal, taskQueue: BARE_QUEUE },
    config.keys,
    { workflowsPath: fileURLToPath(new URL('./bare-workflow.ts', import.meta.url)) },
    { project: () => Promise.resolve() },
  );
  const stop = (): void => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  onParentGone(stop);
  process.send?.({ ready: {} });
  await worker.run();
  await connection.close();
}
