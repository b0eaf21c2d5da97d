import { existsSync } from 'node:fs';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { KeyRing } from '../crypto/keyring.ts';
import { dataConverterOptions } from './codec.ts';
import type { TemporalSettings } from './connect.ts';

/** Where the workflow code comes from: a bundle made at set-up, or its sources (bundled at start, some seconds). */
export type WorkflowSource = { readonly codePath: string } | { readonly workflowsPath: string };

/**
 * A worker on the cases' task queue. After `kill -9` of a worker its sticky queue is given up after one second and
 * a task that it held after two (`workflowTaskTimeout` at the start of a case): measured, about two seconds' stall.
 */
export async function createWorker(
  settings: TemporalSettings,
  ring: KeyRing,
  source: WorkflowSource,
  activities: object,
  limits: Pick<WorkerOptions, 'maxCachedWorkflows'> = {},
): Promise<{ readonly worker: Worker; readonly connection: NativeConnection }> {
  const { address, namespace, taskQueue, tls, apiKey } = settings;
  const connection = await NativeConnection.connect({
    address,
    ...(tls === undefined ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
  });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    activities,
    ...(usable(source) ? { workflowBundle: { codePath: source.codePath } } : { workflowsPath: pathOf(source) }),
    dataConverter: dataConverterOptions(ring),
    stickyQueueScheduleToStartTimeout: '1 second',
    maxConcurrentWorkflowTaskExecutions: 80,
    shutdownGraceTime: '5 seconds',
    ...limits,
  });
  return { worker, connection };
}

function usable(source: WorkflowSource): source is { readonly codePath: string } {
  return 'codePath' in source && existsSync(source.codePath);
}

function pathOf(source: WorkflowSource): string {
  if ('workflowsPath' in source) return source.workflowsPath;
  throw new Error(`the workflow bundle ${source.codePath} is missing: run the set-up again`);
}
