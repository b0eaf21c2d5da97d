import { openDirectory } from '../access/directory.ts';
import { createTokenCheck } from '../access/tokens.ts';
import { createApp } from '../api/app.ts';
import { createRateLimits } from '../api/rate-limit.ts';
import { realTime } from '../cases/case-time.ts';
import { type CaseContext, LEASE_MS } from '../cases/context.ts';
import { createMoveClock } from '../cases/move-clock.ts';
import { refuseImpossibleKnobs } from '../cases/refuse-impossible-knobs.ts';
import { startSweeping } from '../cases/sweep.ts';
import { createVirtualTime } from '../cases/virtual-time.ts';
import { residentAccounts } from '../local/demo-region/resident-accounts.ts';
import { onParentGone } from '../local/parent-gone.ts';
import { MovableClock, wallClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { readInstallation } from '../platform/db/installation.ts';
import { openPrisma } from '../platform/db/prisma.ts';
import { noHold } from '../platform/hold.ts';
import { openLog } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import { openTemporal } from '../platform/temporal/connect.ts';
import { closeServer } from './close-server.ts';
import { holdFromParent } from './held.ts';
import { listen, patience } from './listen.ts';
import { partsOf } from './parts.ts';

const config = readConfig(process.env);
const log = openLog(config.logLevel, 'api');
const db = openDatabase(config.databaseUrl);
const prisma = openPrisma(config.databaseUrl);
const temporal = openTemporal(config.temporal, config.keys);

// What cannot be asked now, a referral leaves out for itself.
await refuseImpossibleKnobs(db).catch((error: unknown) => {
  if (error instanceof RangeError) throw error;
  log.warn({ err: error }, 'knobs-not-checked');
});

const movable = config.virtualTime ? new MovableClock((await readInstallation(db)).clockOffsetMs) : null;
const virtualTime = movable === null ? null : createVirtualTime(db, temporal, movable);
const cases: CaseContext = {
  db,
  directory: openDirectory(prisma),
  residentAccounts,
  temporal,
  taskQueue: config.temporal.taskQueue,
  ring: config.keys,
  clock: movable ?? wallClock,
  time: virtualTime ?? realTime,
  hold: holdFromParent(config.holdAt),
  log,
  metrics: createMetrics(),
  leaseMs: config.leaseMs ?? LEASE_MS,
  ...(config.continueAfter === undefined ? {} : { continueAfter: config.continueAfter }),
};
const app = createApp({
  cases,
  authenticate: createTokenCheck({ issuer: config.issuer, audience: config.audience }),
  limits: createRateLimits(config.rateLimits),
  parts: partsOf(cases, config.issuer),
  moveClock: movable === null || virtualTime === null ? null : createMoveClock(cases, virtualTime, movable),
});

// A test holds the request it sends, not what another process left.
const stopSweeping = startSweeping({ ...cases, hold: noHold });
const server = listen(app, config.port, patience, (port) => {
  log.info({ port }, 'listening');
  process.send?.({ ready: { port } });
});

/** Longer than the longest call; the rest is for the sweep under way. */
const LEAVE_MS = 6_000;
let stopping = false;
/** Finishes what is under way, within the ten seconds that a supervisor waits. */
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await closeServer(server, LEAVE_MS);
  await stopSweeping();
  await Promise.allSettled([temporal.connection.close(), prisma.$disconnect(), db.close()]);
  process.exit(0);
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
onParentGone(() => void stop());
