import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Runtime, type Worker } from '@temporalio/worker';
import { inject } from 'vitest';
import { createActivities } from '../../src/activities/index.ts';
import type { CaseContext } from '../../src/cases/context.ts';
import type { MoveClock } from '../../src/cases/move-clock.ts';
import { requestToken } from '../../src/local/request-token.ts';
import type { MovableClock } from '../../src/platform/clock.ts';
import { parseKeyRing } from '../../src/platform/crypto/keyring.ts';
import { type Hold, noHold } from '../../src/platform/hold.ts';
import type { TemporalSettings } from '../../src/platform/temporal/connect.ts';
import { createWorker } from '../../src/platform/temporal/run-worker.ts';
import { type Answer, openApi } from './api.ts';
import { onDatabase } from './on-database.ts';

export interface Suite {
  readonly context: CaseContext;
  readonly clock: MovableClock;
  readonly databaseUrl: string;
  readonly temporal: TemporalSettings;
  /** One request as a demo user (null: without a token), straight into the app. A POST gets a fresh key unless given. */
  api(
    user: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  moveClock: MoveClock;
  /** The same case context as another process would have it. */
  another(change: Partial<CaseContext>): CaseContext;
  startWorker(hold?: Hold): Promise<{ stop(): Promise<void> }>;
  close(): Promise<void>;
}

export interface SuiteOptions {
  readonly worker?: boolean;
  readonly hold?: Hold;
  readonly leaseMs?: number;
  readonly continueAfter?: number;
  /** Other keys than those of this run: histories that are kept must stay readable. */
  readonly keys?: string;
}

const bundle = fileURLToPath(new URL('../../dist/workflow-bundle.js', import.meta.url));

/** A database and a task queue of its own on the shared servers, with API and worker in this process. */
export async function openSuite(options: SuiteOptions = {}): Promise<Suite> {
  const stack = inject('stack');
  const name = `suite_${randomUUID().replaceAll('-', '')}`;
  await onDatabase(stack.postgresUrl, `create database ${name} template ${stack.template}`);
  const databaseUrl = stack.postgresUrl.replace(/\/postgres$/, `/${name}`);
  const ring = parseKeyRing(options.keys ?? stack.keys);
  const temporalSettings = { address: stack.temporalAddress, namespace: stack.namespace, taskQueue: name };
  const { context, clock, moveClock, api, close } = openApi(
    {
      databaseUrl,
      temporal: temporalSettings,
      ring,
      issuer: stack.issuer,
      audience: stack.audience,
      token: (user) => requestToken(stack.home, user),
    },
    options,
  );
  const workers: { stop(): Promise<void> }[] = [];
  const startWorker = async (hold: Hold = noHold): Promise<{ stop(): Promise<void> }> => {
    const activities = createActivities({ db: context.db, hold, log: context.log, metrics: context.metrics });
    const running = await runWorker(temporalSettings, ring, activities);
    workers.push(running);
    return running;
  };
  if (options.worker !== false) await startWorker();
  return {
    context,
    clock,
    databaseUrl,
    temporal: temporalSettings,
    moveClock,
    startWorker,
    another: (change) => ({ ...context, ...change }),
    api,
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await close();
      await onDatabase(stack.postgresUrl, `drop database ${name} with (force)`);
    },
  };
}

let quiet = false;

async function runWorker(
  settings: TemporalSettings,
  ring: CaseContext['ring'],
  activities: object,
): Promise<{ stop(): Promise<void> }> {
  if (!quiet)
    Runtime.install({
      logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} },
      shutdownSignals: [],
    });
  quiet = true;
  const { worker, connection } = await createWorker(settings, ring, { codePath: bundle }, activities);
  const ended = worker.run().then(() => connection.close());
  return {
    stop: async () => {
      if ((worker satisfies Worker).getState() === 'RUNNING') worker.shutdown();
      await ended;
    },
  };
}
