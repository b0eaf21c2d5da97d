import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { readFirstStart } from '../../reading/case-stories.ts';
import { kindOf } from '../../audit/periods.ts';
import { readReleases, type ReleaseRow } from '../../reading/figures.ts';
import { readYearsWithLog } from '../../reading/synthetic-logs.ts';
import { readInhabitants } from '../../reading/inhabitants.ts';
import { keepRelease, readKeptCells } from '../../reading/keep-release.ts';
import type { CaseContext } from '../context.ts';
import { addUpStories } from './add-up.ts';
import { drawFigures } from './draw-figures.ts';
import { closedPeriods, gridOf } from './grid.ts';
import { judge } from './judge.ts';
import { LogsOfYears } from './logs-of-years.ts';
import { refreshStories } from './refresh-stories.ts';
import { earlierOf, NOTHING_TOLD, toldBefore, toldNow } from './told-cells.ts';

/** What a release needs; a command has no more than this. */
export type ReleaseContext = Pick<CaseContext, 'db' | 'directory' | 'clock'>;

/** Nothing is due: since the last release no period has closed. */
export class NothingDue extends Error {}

/**
 * Publishes the figures of all closed periods, frozen from then on. All of it or nothing.
 * @throws NothingDue when the last release told of the same periods, or when there are no cases.
 */
export async function publishRelease(
  { db, directory, clock }: ReleaseContext,
  tell: (what: string) => void,
): Promise<ReleaseRow> {
  const now = clock.now();
  const releases = await readReleases(db);
  const [last] = releases;
  const made = await refreshStories(db, (so) => tell(`stories brought up to date: ${so}`));
  tell(`${made} stories were made anew`);
  const first = await readFirstStart(db);
  if (first === null) throw new NothingDue('There are no cases yet: nothing was published.');
  const periods = closedPeriods(now, first);
  if (last !== undefined && periods.every((period) => last.periods.includes(period))) {
    throw new NothingDue(`Since release ${last.id} no week, month, quarter or year has closed: nothing was published.`);
  }
  const grid = gridOf(await directory.municipalities(), periods);
  const logs = new LogsOfYears(await yearsWithoutLog(db, periods), grid.dayOf);
  const { cases, ...sums } = await addUpStories(db, grid, now, {
    tell: (so) => tell(`cases added up: ${so}`),
    also: (story) => logs.add(story),
  });
  const before = last === undefined ? NOTHING_TOLD : toldBefore(await readKeptCells(db, last.id));
  const today = localDateOf(now);
  const verdicts = await judge(sums.accumulator, { periods, today, earlier: earlierOf(before) }, (what) =>
    tell(`which cells may be shown: ${what}`),
  );
  tell('drawing the figures');
  const figures = drawFigures(sums, verdicts, { periods, inhabitants: await readInhabitants(db) });
  const release = { id: nameOf(today, releases), number: (last?.number ?? 0) + 1, cases, periods };
  const row = { ...release, asOf: new Date(now).toISOString(), publishedAt: new Date().toISOString() };
  await keepRelease(db, row, [...figures, ...logs.drawn(), ...toldNow(sums.accumulator, verdicts, before)], (so) =>
    tell(`kept: ${so}`),
  );
  return row;
}

/** The log of a year is made once, when it has closed: two of them could be laid side by side. */
async function yearsWithoutLog(db: ReleaseContext['db'], periods: readonly string[]): Promise<readonly string[]> {
  const known = await readYearsWithLog(db);
  return periods.filter((period) => kindOf(period) === 'year' && !known.includes(period));
}

/** The local day, with a number behind it for a second one that day. */
function nameOf(today: string, releases: readonly ReleaseRow[]): string {
  const that = releases.filter(({ id }) => id === today || id.startsWith(`${today}-`)).length;
  return that === 0 ? today : `${today}-${that + 1}`;
}
