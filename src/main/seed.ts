import { parseArgs } from 'node:util';
import { z } from 'zod';
import { NotSeeded, seedRegion } from '../local/generator/keep/seed-region.ts';
import { runningSettings } from '../local/running-settings.ts';
import { MovableClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { readInstallation } from '../platform/db/installation.ts';
import { openTemporal } from '../platform/temporal/connect.ts';
import { Unavailable } from '../platform/unavailable.ts';

// `npm run -s seed -- --cases <n> [--seed <s>]`: a background of made-up cases in a running demo; JSON on stdout.
const USAGE = 'npm run -s seed -- --cases <number> [--seed <number>]';
const asked = z.object({
  cases: z.coerce.number().int().min(1).max(1_000_000),
  seed: z.coerce.number().int().min(0).max(1_000_000),
});

try {
  const { values } = parseArgs({
    options: { cases: { type: 'string' }, seed: { type: 'string', default: '1' } },
    strict: true,
  });
  const request = asked.safeParse(values);
  if (!request.success) throw new NotSeeded(`Say how many cases, from 1 to 1,000,000. ${USAGE}`);
  const config = readConfig(runningSettings(process.env));
  const { databaseUrl, keys: ring, continueAfter } = config;
  const db = openDatabase(databaseUrl, 8);
  const temporal = openTemporal(config.temporal, ring);
  const started = performance.now();
  try {
    const clock = new MovableClock((await readInstallation(db)).clockOffsetMs);
    const { taskQueue } = config.temporal;
    const runs = { temporal, taskQueue, offsetMs: Math.round(clock.offsetMs()), continueAfter };
    let told = 0;
    const seeded = await seedRegion({ db, ring, clock, runs }, request.data, (done) => {
      if (done < told + 100) return;
      told = done;
      console.error(`[seed] ${done} of ${request.data.cases} cases`);
    });
    const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
    console.log(JSON.stringify({ ...request.data, ...seeded, seconds }));
  } finally {
    await Promise.allSettled([temporal.connection.close(), db.close()]);
  }
} catch (error) {
  const away = error instanceof Unavailable;
  const why = error instanceof Error ? error.message : String(error);
  console.error(away ? 'Ketenpad does not answer. Start it first (npm start), and run this again.' : why);
  process.exitCode = error instanceof NotSeeded ? 1 : 2;
}
