import { fileURLToPath } from 'node:url';
import { type LogMetadata, Runtime } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { onParentGone } from '../local/parent-gone.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { openLog } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import { createWorker, type WorkflowSource } from '../platform/temporal/run-worker.ts';
import { holdFromParent } from './held.ts';
import { offerMetrics } from './offer-metrics.ts';

const config = readConfig(process.env);
const log = openLog(config.logLevel, 'worker');
const silent = { trace() {}, debug() {}, log() {} };
/** What cases say of the commands that they take; all else of the SDK's own says nothing new, or too much. */
const info = (message: string, { command, requestId, attempt, kind }: LogMetadata = {}): void => {
  if (command !== undefined) log.info({ requestId, command, attempt, kind }, message);
};
Runtime.install({
  // Failures of activities and workflows come here with their messages: only what happened is logged, not what was said.
  logger: { ...silent, info, warn: (message) => log.warn(message), error: (message) => log.error(message) },
  shutdownSignals: [],
});
const db = openDatabase(config.databaseUrl, 8);
const source: WorkflowSource =
  config.bundle === undefined
    ? { workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)) }
    : { codePath: config.bundle };
const metrics = createMetrics();
const activities = createActivities({ db, log, metrics, hold: holdFromParent(config.holdAt) });
const { worker, connection } = await createWorker(config.temporal, config.keys, source, activities);

const stop = (): void => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
onParentGone(stop);
const stopOffering = config.metricsPort === undefined ? undefined : offerMetrics(metrics, config.metricsPort, log);
process.send?.({ ready: {} });
await worker.run();
stopOffering?.();
await Promise.allSettled([connection.close(), db.close()]);
process.exit(0);
