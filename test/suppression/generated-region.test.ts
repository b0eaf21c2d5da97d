import { beforeAll, describe, expect, it } from 'vitest';
import { drawFigures } from '../../src/cases/audit/draw-figures.ts';
import { DAY } from '../journeys/start-case.ts';
import { playedRegion, type PlayedRegion } from '../audit/played-region.ts';
import { fewInAnswers } from './answers.ts';
import { followingFromBalances } from './balances.ts';
import { changedByFew, toldBothTimes } from './late.ts';
import { nestedIn } from './nested-measures.ts';
import { hiddenAndSmall, narrowedIn } from './region-bounds.ts';
import { differencesIn } from './region-differences.ts';
import { type Released, released, timesIn } from './released.ts';
import { followingFromSums } from './sums.ts';
import { isFew, type Truth, truthOf } from './truth.ts';

/** A small region here; `KETENPAD_REGION_CASES=3000` takes a quarter of an hour. */
const CASES = Number(process.env['KETENPAD_REGION_CASES'] ?? 300);
const SEVEN_WEEKS = 49 * DAY;
/** Far from nothing: of what came late and what was taken away again only sums tell. */
const PLENTY = -1000;

interface Seen {
  readonly release: Released;
  readonly truth: Truth;
}

let region: PlayedRegion;
let before: Seen;
let after: Seen;

async function see(asOf: number, known?: Released['known']): Promise<Seen> {
  const release = await released(region, asOf, known);
  return { release, truth: truthOf(region, asOf, release.sums.accumulator.grid.moments) };
}

function rootsOf({ measures }: Truth): readonly string[] {
  return [...measures.values()]
    .filter(({ parent, kind }) => parent === null && kind === 'tally')
    .map((each) => each.measure);
}

function yearsOf({ release }: Seen): readonly string[] {
  return [...release.verdicts.years.keys()];
}

beforeAll(async () => {
  region = playedRegion(CASES);
  before = await see(region.asOf - SEVEN_WEEKS);
  after = await see(region.asOf, before.release.known);
}, 1_800_000);

describe.each([
  ['the first release', () => before],
  ['the release seven weeks later', () => after],
])('%s of a generated region', (_, seen) => {
  it('tells more than a few figures', () => {
    expect(seen().release.told.size).toBeGreaterThan(5_000);
  });

  it('tells of no one to nine residents by any subtraction, nor by measures of which one lies within the other', () => {
    const { release, truth } = seen();
    const periods = yearsOf(seen()).flatMap((year) => timesIn(year).map(({ id }) => id));
    const segments = periods.filter((period) => period.includes('/'));
    const within = nestedIn(truth, { tally: segments, standing: release.sums.accumulator.grid.moments.map(String) });
    expect(differencesIn(release, truth, within)).toEqual([]);
  });

  it('leaves every hidden cell of one to nine residents at least nine wide', async () => {
    const { release, truth } = seen();
    const found: string[] = [];
    for (const root of rootsOf(truth)) {
      for (const year of yearsOf(seen())) {
        const counted = (cell: string): number => truth.at(cell).length;
        found.push(...(await narrowedIn(release, counted, truth, { root, year, ...hiddenAndSmall(release, truth) })));
      }
    }
    expect(found).toEqual([]);
  }, 1_800_000);

  it('tells no stock and no flow of a few by the others', () => {
    expect(followingFromBalances(seen().release, seen().truth)).toEqual([]);
  });

  it('tells no persons and no links of a few by the cases that began', () => {
    expect(followingFromSums(seen().release, seen().truth)).toEqual([]);
  });

  it('answers with no count and no share of a few', () => {
    const { sums, verdicts, periods } = seen().release;
    expect(fewInAnswers(drawFigures(sums, verdicts, { periods, inhabitants: [] }))).toEqual([]);
  }, 120_000);
});

describe('two releases of a generated region', () => {
  it('tell of nothing that changed by a few', () => {
    expect(changedByFew(toldBothTimes(before.release, after.release))).toEqual([]);
  });

  it('tell no few that came between them, by whatever is added and taken away', async () => {
    const change = toldBothTimes(before.release, after.release);
    const came = (cell: string): number => after.truth.at(cell).length - before.truth.at(cell).length;
    const isAsked = (cell: string): boolean => !change.has(cell) && isFew(Math.abs(came(cell)));
    const told = { told: change, sums: after.release.sums };
    const found: string[] = [];
    for (const root of rootsOf(after.truth)) {
      for (const year of yearsOf(after)) {
        found.push(...(await narrowedIn(told, came, after.truth, { root, year, isAsked, least: PLENTY, width: 0.5 })));
      }
    }
    expect(found).toEqual([]);
  }, 1_800_000);
});
