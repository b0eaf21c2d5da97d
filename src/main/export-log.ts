import { parseArgs } from 'node:util';
import { EVERY_CHAIN } from '../audit/every-chain.ts';
import { exportBases, exportRequest, NotExported } from '../cases/audit/export-request.ts';
import { exportPersons } from '../cases/audit/export-persons.ts';
import { runningSettings } from '../local/running-settings.ts';
import { MovableClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { readInstallation } from '../platform/db/installation.ts';

// `npm run -s export-log`: a log of persons under pseudonyms, for one recipient (docs/export.md); JSON on stdout.
const USAGE = `npm run -s export-log -- [options], all of them needed
  --recipient "..."    the organisation or research party that gets the file
  --basis B            the ground: ${Object.keys(exportBases).join(', ')}
  --purpose "..."      what it is for, in a sentence without numbers of six digits or more
  --from D --until D   the first and last day, 2025-01-31
  --chain C            the id of a chain, or ${EVERY_CHAIN}
  --format F           csv, xes or ocel
  --out FILE           a new file; packed when its name ends in .gz`;
const string = { type: 'string' } as const;
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => stop.abort(new NotExported('Stopped: nothing is left behind.')));
try {
  const { values } = parseArgs({
    options: {
      recipient: string,
      basis: string,
      purpose: string,
      from: string,
      until: string,
      chain: string,
      format: string,
      out: string,
    },
    strict: true,
  });
  const asked = exportRequest.safeParse(values);
  if (!asked.success) {
    const wrong = new Set(asked.error.issues.map(({ path }) => `--${path.join('.')}`));
    throw new NotExported(`${[...wrong].join(', ')}: missing or not right.\n${USAGE}`);
  }
  const config = readConfig(runningSettings(process.env));
  const db = openDatabase(config.databaseUrl, 2);
  try {
    const clock = new MovableClock((await readInstallation(db)).clockOffsetMs);
    const say = (text: string): void => console.error(`[export-log] ${text}`);
    const exporting = { db, ring: config.keys, clock, say, signal: stop.signal };
    console.log(JSON.stringify(await exportPersons(exporting, asked.data)));
  } finally {
    await db.close();
  }
} catch (error) {
  const told = stop.signal.aborted ? stop.signal.reason : error;
  console.error(told instanceof Error ? told.message : told);
  process.exitCode = told instanceof NotExported ? 1 : 2;
}
