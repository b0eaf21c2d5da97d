import { parseArgs } from 'node:util';
import { erasePerson, erasureSchema, NotErased } from '../cases/erase-person.ts';
import { runningSettings } from '../local/running-settings.ts';
import { MovableClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { readInstallation } from '../platform/db/installation.ts';
import { openTemporal } from '../platform/temporal/connect.ts';

// `npm run -s erase -- --case <id> --ground <code> --by <id>`: destroys all that is personal of one resident; JSON on stdout.
const USAGE = 'npm run -s erase -- (--case <id> | --resident <id>) --ground <code> --by <id of who decided>';
const string = { type: 'string' } as const;
try {
  const { values } = parseArgs({
    options: { case: string, resident: string, ground: string, by: string },
    strict: true,
  });
  const asked = erasureSchema.safeParse(values);
  if (!asked.success) {
    throw new NotErased(
      `${asked.error.issues.map(({ path }) => `--${path.join('.')}`).join(', ')} is not right. ${USAGE}`,
    );
  }
  const config = readConfig(runningSettings(process.env));
  const db = openDatabase(config.databaseUrl, 2);
  const temporal = openTemporal(config.temporal, config.keys);
  try {
    const clock = new MovableClock((await readInstallation(db)).clockOffsetMs);
    const erased = await erasePerson({ db, temporal, clock }, asked.data);
    if (erased.runs.left !== 0) {
      console.error(
        '[erase] Temporal still has executions of these cases: codes only. Run the same command again later.',
      );
    }
    console.log(JSON.stringify(erased));
  } finally {
    await Promise.allSettled([temporal.connection.close(), db.close()]);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof NotErased ? 1 : 2;
}
