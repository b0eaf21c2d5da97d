import { openDirectory } from '../access/directory.ts';
import { NothingDue, publishRelease } from '../cases/audit/publish-release.ts';
import { runningSettings } from '../local/running-settings.ts';
import { MovableClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { readInstallation } from '../platform/db/installation.ts';
import { openPrisma } from '../platform/db/prisma.ts';
import { progressOf } from './progress.ts';

// `npm run release`: publishes the figures of every period that has closed; what was published is on stdout as JSON.
const tell = progressOf('release');
try {
  const config = readConfig(runningSettings(process.env));
  const db = openDatabase(config.databaseUrl, 2);
  const prisma = openPrisma(config.databaseUrl);
  try {
    const clock = new MovableClock((await readInstallation(db)).clockOffsetMs);
    const { periods, ...release } = await publishRelease({ db, directory: openDirectory(prisma), clock }, tell);
    console.log(JSON.stringify({ ...release, periods: periods.length }));
  } finally {
    await Promise.allSettled([prisma.$disconnect(), db.close()]);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof NothingDue ? 0 : 2;
}
