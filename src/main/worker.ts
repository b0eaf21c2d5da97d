import { fileURLToPath } from 'node:url';
import { Runtime } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { onParentGone } from '../local/parent-gone.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { openLog } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import { createWorker, type WorkflowSource } from '../platform/temporal/run-worker.ts';
import { holdFromParent } from './held.ts';

const config = readConfig(process.env);
const log = openLog(config.logLevel, 'worker');
const silent = { trace() {}, debug() {}, info() {}, log() {} };
Runtime.install({
  // Failures of activities and workflows come here with their messages: only what happened is logged, not what was said.
  logger: { ...silent, warn: (message) => log.warn(message), error: (message) => log.error(message) },
  shutdownSignals: [],
});
const db = openDatabase(config.databaseUrl, 8);
const source: WorkflowSource =
  config.bundle === undefined
    ? { workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)) }
    : { codePath: config.bundle };
const activities = createActivities({ db, log, metrics: createMetrics(), hold: holdFromParent(config.holdAt) });
const { worker, connection } = await createWorker(config.temporal, config.keys, source, activities);

const stop = (): void => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
onParentGone(stop);
process.send?.({ ready: {} });
await worker.run();
await Promise.allSettled([connection.close(), db.close()]);
process.exit(0);
