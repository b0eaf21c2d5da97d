import { beforeAll, describe, expect, test } from 'vitest';
import { madeIndicators, madeStory } from '../../../test/audit/made-story.ts';
import { addedUp, playedRegion, type PlayedRegion } from '../../../test/audit/played-region.ts';
import { isTally, type Row, rowsOf } from '../../../test/audit/recount.ts';
import { gridOf } from '../../cases/audit/grid.ts';
import type { Tally } from '../emission.ts';
import { emissionsOf } from '../emissions/emissions-of.ts';
import { segmentsOf } from '../periods.ts';
import { Accumulator } from './accumulator.ts';
import { valueAt } from './node-cells.ts';

let region: PlayedRegion;
let accumulator: Accumulator;

beforeAll(() => {
  region = playedRegion(100);
  accumulator = addedUp(region);
}, 120_000);

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** Per measure and year who was counted: `chain`, and over all chains. */
function residentsOf(rows: readonly Row<Tally>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { resident, chain, municipality, emission } of rows) {
    const { year, segment } = region.grid.dayOf(emission.at);
    const keys = [`${chain} ${year}`, `* ${year}`, `${chain} ${year} ${municipality}`, `${chain} ${segment}`];
    for (const key of keys.map((each) => `${emission.measure} ${each}`)) {
      found.set(key, (found.get(key) ?? new Set()).add(resident));
    }
  }
  return found;
}

describe('the residents on whom a count rests', () => {
  test('are counted once in a chain and year, once over all chains, and never too many at a part of it', () => {
    const residents = residentsOf(rowsOf(region).filter(isTally));
    const sizeOf = (key: string): number => residents.get(key)?.size ?? 0;
    const wrong: string[] = [];
    const check = (holds: boolean, key: string): number => (holds ? 0 : wrong.push(key));
    const segments = new Map(['2024', '2025', '2026'].map((year) => [year, segmentsOf(year)]));
    for (const { measure, planes, kind } of accumulator.counted.values()) {
      if (kind !== 'tally') continue;
      for (const [year, ofYear] of planes) {
        const columns = segments.get(year)!;
        const ofAll = `${measure} * ${year}`;
        check(sum([...ofYear.values()].map(({ massAll }) => sum(massAll))) === sizeOf(ofAll), ofAll);
        for (const [chain, { n, mass, massAll }] of ofYear) {
          const key = `${measure} ${chain} ${year}`;
          check(sum(mass) === sizeOf(key), key);
          const parts = new Map<string, number>();
          mass.forEach((count, at) => {
            check(massAll[at]! <= count && count <= n[at]!, key);
            if (count === 0) return;
            const place = region.grid.municipalities[Math.floor(at / columns.length)];
            const { segment } = columns[at % columns.length]!;
            for (const part of [`${key} ${place}`, `${measure} ${chain} ${segment}`]) {
              parts.set(part, (parts.get(part) ?? 0) + count);
            }
          });
          for (const [part, most] of parts) check(most <= sizeOf(part), part);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(residents.size).toBeGreaterThan(10_000);
  });

  test('are fewer than what was counted, where somebody came back', () => {
    const planes = [...(accumulator.counted.get('in')?.planes.values() ?? [])].flatMap((of) => [...of.values()]);
    const total = (of: 'n' | 'massAll'): number => sum(planes.map((plane) => sum(plane[of])));
    expect(total('massAll')).toBeLessThan(total('n'));
  });
});

test('the order in which persons come does not matter', () => {
  const other = addedUp({ ...region, persons: region.persons.toReversed() });
  const planesOf = ({ counted }: Accumulator): readonly string[] =>
    [...counted.values()].flatMap(({ measure, planes }) =>
      [...planes].flatMap(([when, of]) =>
        [...of].map(([chain, { n, mass, massAll }]) => [measure, when, chain, n, mass, massAll].join(' ')),
      ),
    );
  const told = planesOf(accumulator);
  expect(told.length).toBeGreaterThan(5_000);
  expect(planesOf(other).toSorted().join('\n') === told.toSorted().join('\n')).toBe(true);
});

/** One case that began then, in one municipality of two. */
function beganAt(began: string, municipality = 'enschede'): Accumulator {
  const startedAt = Date.parse(began);
  const story = madeStory({ municipality, startedAt, lastAt: startedAt });
  const own = new Accumulator(gridOf(['borne', 'enschede'], ['2025', '2026']));
  const emissions = emissionsOf(story, Date.parse('2027-06-01T00:00:00Z'), madeIndicators);
  own.add([{ municipality, chain: story.chain, emissions }]);
  return own;
}

function countsIn(own: Accumulator, periods: readonly string[], place = ''): readonly number[] {
  return periods.map((period) => valueAt(own, 'in', { place, period, chain: 'alle' }, ''));
}

describe('a case that began at 00:38', () => {
  test('on the first of a month counts in that month, though it is the month before in UTC', () => {
    const own = beganAt('2026-08-31T22:38:00Z');
    expect(countsIn(own, ['2026-08', '2026-09', '2026-W36', '2026-Q3'])).toEqual([0, 1, 1, 1]);
  });

  test('on the first of January counts in that year, and is not there at the end of the year before', () => {
    const own = beganAt('2025-12-31T23:38:00Z');
    expect(countsIn(own, ['2025', '2025-12', '2025-Q4', '2026', '2026-01', '2026-Q1', '2026-W01'])).toEqual([
      0, 0, 0, 1, 1, 1, 1,
    ]);
    const open = own.grid.moments.map((moment) =>
      valueAt(own, 'open', { place: '', period: `${moment}`, chain: 'alle' }, `${moment}`),
    );
    expect(open).toEqual([0, 1]);
  });
});

test('a case counts in its own municipality and the region; one from elsewhere counts nowhere', () => {
  const own = beganAt('2026-03-02T09:00:00Z');
  expect(['', 'borne', 'enschede'].flatMap((place) => countsIn(own, ['2026'], place))).toEqual([1, 0, 1]);
  expect(countsIn(beganAt('2026-03-02T09:00:00Z', 'utrecht'), ['2026'])).toEqual([0]);
});
