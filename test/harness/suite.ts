import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Runtime, type Worker } from '@temporalio/worker';
import pg from 'pg';
import { inject } from 'vitest';
import { openDirectory } from '../../src/access/directory.ts';
import { createTokenCheck } from '../../src/access/tokens.ts';
import { createActivities } from '../../src/activities/index.ts';
import { createApp } from '../../src/api/app.ts';
import { type CaseContext, LEASE_MS } from '../../src/cases/context.ts';
import { createMoveClock, type MoveClock } from '../../src/cases/move-clock.ts';
import { createVirtualTime } from '../../src/cases/virtual-time.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { MovableClock } from '../../src/platform/clock.ts';
import { parseKeyRing } from '../../src/platform/crypto/keyring.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { openPrisma } from '../../src/platform/db/prisma.ts';
import { type Hold, noHold } from '../../src/platform/hold.ts';
import { openLog } from '../../src/platform/log.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { openTemporal, type TemporalSettings } from '../../src/platform/temporal/connect.ts';
import { createWorker } from '../../src/platform/temporal/run-worker.ts';
import { TEMPLATE } from './global-setup.ts';

export interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read answers of every shape
  readonly json: any;
  readonly text: string;
  readonly headers: Headers;
}

export interface Suite {
  readonly context: CaseContext;
  readonly clock: MovableClock;
  readonly databaseUrl: string;
  readonly temporal: TemporalSettings;
  /** One request as a demo user (null: without a token), straight into the app. A POST gets a fresh key unless given. */
  api(user: string | null, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  token(user: string): Promise<string>;
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
}

const bundle = fileURLToPath(new URL('../../dist/workflow-bundle.js', import.meta.url));

/** A database and a task queue of its own on the shared servers, with API and worker in this process. */
export async function openSuite(options: SuiteOptions = {}): Promise<Suite> {
  const stack = inject('stack');
  const name = `suite_${randomUUID().replaceAll('-', '')}`;
  await onServer(stack.postgresUrl, `create database ${name} template ${TEMPLATE}`);
  const databaseUrl = stack.postgresUrl.replace(/\/postgres$/, `/${name}`);
  const ring = parseKeyRing(stack.keys);
  const temporalSettings = { address: stack.temporalAddress, namespace: stack.namespace, taskQueue: name };
  const db = openDatabase(databaseUrl);
  const prisma = openPrisma(databaseUrl);
  const temporal = openTemporal(temporalSettings, ring);
  const clock = new MovableClock(0);
  const time = createVirtualTime(db, temporal, clock);
  const context: CaseContext = {
    db,
    directory: openDirectory(prisma),
    temporal,
    taskQueue: name,
    ring,
    clock,
    time,
    hold: options.hold ?? noHold,
    log: openLog('silent', 'test'),
    metrics: createMetrics(),
    leaseMs: options.leaseMs ?? LEASE_MS,
    ...(options.continueAfter === undefined ? {} : { continueAfter: options.continueAfter }),
  };
  const moveClock = createMoveClock(context, time, clock);
  const app = createApp({
    cases: context,
    authenticate: createTokenCheck({ issuer: stack.issuer, audience: stack.audience }),
    parts: async () => ({ postgresql: true, temporal: true }),
    moveClock,
  });
  const tokens = new Map<string, Promise<string>>();
  const token = (user: string): Promise<string> => {
    const known = tokens.get(user) ?? requestToken(stack.home, user);
    tokens.set(user, known);
    return known;
  };
  const workers: { stop(): Promise<void> }[] = [];
  const startWorker = async (hold: Hold = noHold): Promise<{ stop(): Promise<void> }> => {
    const activities = createActivities({ db, hold, log: context.log, metrics: context.metrics });
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
    token,
    moveClock,
    startWorker,
    another: (change) => ({ ...context, ...change }),
    api: async (user, method, path, body, headers = {}) => {
      const response = await app.request(path, {
        method,
        headers: {
          ...(user === null ? {} : { authorization: `Bearer ${await token(user)}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, text, json: parsed(text), headers: response.headers };
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await Promise.allSettled([temporal.connection.close(), prisma.$disconnect(), db.close()]);
      await onServer(stack.postgresUrl, `drop database ${name} with (force)`);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

let quiet = false;

async function runWorker(settings: TemporalSettings, ring: CaseContext['ring'], activities: object): Promise<{ stop(): Promise<void> }> {
  if (!quiet) Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} }, shutdownSignals: [] });
  quiet = true;
  const { worker, connection } = await createWorker(settings, ring, { codePath: bundle }, activities);
  const ended = worker.run();
  return {
    stop: async () => {
      if ((worker satisfies Worker).getState() === 'RUNNING') worker.shutdown();
      await ended;
      await connection.close();
    },
  };
}
