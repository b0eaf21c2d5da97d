import { openDirectory } from '../../access/directory.ts';
import { z } from 'zod';
import { EVERY_CHAIN } from '../../audit/every-chain.ts';
import { publishRelease } from '../../cases/audit/publish-release.ts';
import { MovableClock } from '../../platform/clock.ts';
import { readConfig } from '../../platform/config.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { readInstallation } from '../../platform/db/installation.ts';
import { openPrisma } from '../../platform/db/prisma.ts';
import { openTemporal } from '../../platform/temporal/connect.ts';
import { seedRegion } from '../generator/keep/seed-region.ts';
import { closingTable } from './closing-table.ts';

const BACKGROUND = 300;

export interface Telling {
  /** Of the running system. */
  readonly url: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly token: (user: string) => Promise<string>;
  readonly print: (line: string) => void;
}

const count = z.union([z.number(), z.object({ suppressed: z.literal(true) })]);
const flow = z.object({
  items: z.array(z.object({ label: z.string(), in: count, herinstroom: count, out: count, open: count })),
});
const keyFigures = z.object({
  items: z.array(
    z.object({ chain: z.string(), label: z.string(), unit: z.string(), value: z.union([count, z.null()]), n: count }),
  ),
});

/** The last chapter: a background of other residents, a release, and what the regiocoördinator sees of the last year. */
export async function tellFigures({ url, env, token, print }: Telling): Promise<void> {
  print(`\n## De cijfers\n\nEr komen ${BACKGROUND} verzonnen trajecten bij, en de cijfers worden gepubliceerd.\n`);
  const year = await publish(env);
  const bearer = { authorization: `Bearer ${await token('regiocoordinator')}` };
  const ask = async (route: string): Promise<unknown> =>
    (await fetch(`${url}/audit/${route}?year=${year}`, { headers: bearer })).json();
  const rows = flow
    .parse(await ask('flow'))
    .items.map((item) => [item.label, ...[item.in, item.herinstroom, item.out, item.open].map(inWords)]);
  print(`Wat de regiocoördinator ziet van ${year} (een punt: te klein om te tonen):\n`);
  for (const line of closingTable(['keten', 'begonnen', 'terug', 'geëindigd', 'loopt nog'], rows)) print(line);
  const all = keyFigures.parse(await ask('kerncijfers')).items.filter(({ chain }) => chain === EVERY_CHAIN);
  print('\nDe vijf kerncijfers, alle ketens samen:\n');
  const told = all.map(({ label, unit, value, n }) => [
    label,
    typeof value === 'number' && unit === 'aandeel' ? `${Math.round(value * 100)} %` : inWords(value),
    `van ${inWords(n)}`,
  ]);
  for (const line of closingTable(['kerncijfer', 'waarde', 'gemeten bij'], told)) print(line);
}

function inWords(value: z.infer<typeof count> | null): string {
  if (value === null) return 'onbekend';
  return typeof value === 'number' ? `${value}` : '.';
}

/** @returns the last year that is over. */
async function publish(env: Telling['env']): Promise<string> {
  const { databaseUrl, temporal: settings, keys: ring, continueAfter } = readConfig(env);
  const [db, prisma] = [openDatabase(databaseUrl, 6), openPrisma(databaseUrl)];
  const temporal = openTemporal(settings, ring);
  try {
    const clock = new MovableClock((await readInstallation(db)).clockOffsetMs);
    const runs = { temporal, taskQueue: settings.taskQueue, offsetMs: Math.round(clock.offsetMs()), continueAfter };
    await seedRegion({ db, ring, clock, runs }, { cases: BACKGROUND, seed: 1 });
    const { periods } = await publishRelease({ db, directory: openDirectory(prisma), clock }, () => {});
    return periods.findLast((period) => period.length === 4) ?? '';
  } finally {
    await Promise.allSettled([temporal.connection.close(), prisma.$disconnect(), db.close()]);
  }
}
