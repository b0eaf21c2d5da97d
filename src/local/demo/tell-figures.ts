import { openDirectory } from '../../access/directory.ts';
import { flowItem } from '../../api/schemas/audit.ts';
import { EVERY_CHAIN } from '../../audit/every-chain.ts';
import type { Count } from '../../audit/figures/items.ts';
import { publishRelease } from '../../cases/audit/publish-release.ts';
import { MovableClock } from '../../platform/clock.ts';
import { readConfig } from '../../platform/config.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { readInstallation } from '../../platform/db/installation.ts';
import { openPrisma } from '../../platform/db/prisma.ts';
import { openTemporal } from '../../platform/temporal/connect.ts';
import { seedRegion } from '../generator/keep/seed-region.ts';
import { askFigures, insisted, itemSchemas } from '../pictures/ask-figures.ts';
import { closingTable } from './closing-table.ts';

const BACKGROUND = 300;

export interface Telling {
  /** Of the running system. */
  readonly url: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly token: (user: string) => Promise<string>;
  readonly print: (line: string) => void;
}

/** The last chapter: a background of other residents, a release, and what the regiocoördinator sees of the last year. */
export async function tellFigures({ url, env, token, print }: Telling): Promise<void> {
  print(`\n## De cijfers\n\nEr komen ${BACKGROUND} verzonnen trajecten bij, en de cijfers worden gepubliceerd.\n`);
  const year = await publish(env);
  const api = { url, token: await token('regiocoordinator') };
  const flow = await insisted(askFigures(api, 'flow', { year }, flowItem), year);
  const rows = flow.items.map((item) => [item.label, ...[item.in, item.herinstroom, item.out, item.open].map(inWords)]);
  print(`Wat de regiocoördinator ziet van ${year} (een punt: te klein om te tonen):\n`);
  for (const line of closingTable(['keten', 'begonnen', 'terug', 'geëindigd', 'loopt nog'], rows)) print(line);
  const figures = await insisted(askFigures(api, 'kerncijfers', { year }, itemSchemas.kerncijfers), year);
  print('\nDe vijf kerncijfers, alle ketens samen:\n');
  const told = figures.items
    .filter(({ chain }) => chain === EVERY_CHAIN)
    .map(({ label, unit, value, n }) => [
      label,
      typeof value === 'number' && unit === 'aandeel' ? `${Math.round(value * 100)} %` : inWords(value),
      `van ${inWords(n)}`,
    ]);
  for (const line of closingTable(['kerncijfer', 'waarde', 'gemeten bij'], told)) print(line);
}

function inWords(value: Count | null): string {
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
