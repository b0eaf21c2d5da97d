import { randomUUID } from 'node:crypto';
import { openDirectory } from '../../src/access/directory.ts';
import { createTokenCheck } from '../../src/access/tokens.ts';
import { createApp } from '../../src/api/app.ts';
import { createRateLimits } from '../../src/api/rate-limit.ts';
import { type CaseContext, LEASE_MS } from '../../src/cases/context.ts';
import { createMoveClock, type MoveClock } from '../../src/cases/move-clock.ts';
import { createVirtualTime } from '../../src/cases/virtual-time.ts';
import { residentAccounts } from '../../src/local/demo-region/resident-accounts.ts';
import { MovableClock } from '../../src/platform/clock.ts';
import type { KeyRing } from '../../src/platform/crypto/keyring.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { openPrisma } from '../../src/platform/db/prisma.ts';
import { type Hold, noHold } from '../../src/platform/hold.ts';
import { openLog } from '../../src/platform/log.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { openTemporal, type TemporalSettings } from '../../src/platform/temporal/connect.ts';

export interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read answers of every shape
  readonly json: any;
  readonly text: string;
  readonly headers: Headers;
}

/** One request as a demo user (null: without a token). A POST gets a fresh key unless one is given. */
export type Ask = (
  user: string | null,
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export interface ApiSettings {
  readonly databaseUrl: string;
  readonly temporal: TemporalSettings;
  readonly ring: KeyRing;
  readonly issuer: string;
  readonly audience: string;
  readonly token: (user: string) => Promise<string>;
}

export interface OpenApi {
  readonly context: CaseContext;
  readonly clock: MovableClock;
  readonly moveClock: MoveClock;
  readonly api: Ask;
  readonly close: () => Promise<void>;
}

/** The API on real servers, within this process: what `main/api.ts` puts together, without a port. */
export function openApi(
  settings: ApiSettings,
  options: { readonly hold?: Hold; readonly leaseMs?: number; readonly continueAfter?: number },
): OpenApi {
  const db = openDatabase(settings.databaseUrl);
  const prisma = openPrisma(settings.databaseUrl);
  const temporal = openTemporal(settings.temporal, settings.ring);
  const clock = new MovableClock(0);
  const time = createVirtualTime(db, temporal, clock);
  const context: CaseContext = {
    db,
    directory: openDirectory(prisma),
    residentAccounts,
    temporal,
    taskQueue: settings.temporal.taskQueue,
    ring: settings.ring,
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
    authenticate: createTokenCheck({ issuer: settings.issuer, audience: settings.audience }),
    limits: createRateLimits({ perMinute: 1_000_000, failedPerMinute: 1_000_000 }),
    parts: async () => ({ postgresql: true, temporal: true }),
    moveClock,
  });
  return {
    context,
    clock,
    moveClock,
    api: askWith((path, init) => app.request(path, init), settings.token),
    close: async () => {
      await Promise.allSettled([temporal.connection.close(), prisma.$disconnect(), db.close()]);
    },
  };
}

/** Asks through anything that takes requests: an app in this process, or a port. */
export function askWith(
  request: (path: string, init: RequestInit) => Response | Promise<Response>,
  token: (user: string) => Promise<string>,
): Ask {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (user: string): Promise<string> => {
    const known = tokens.get(user) ?? token(user);
    tokens.set(user, known);
    return known;
  };
  return async (user, method, path, body, headers = {}) => {
    const response = await request(path, {
      method,
      headers: {
        ...(user === null ? {} : { authorization: `Bearer ${await tokenOf(user)}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, json: parsed(text), headers: response.headers };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
