import { beforeAll, describe, expect, test } from 'vitest';
import { addedUp, playedRegion, type PlayedRegion } from '../../../test/audit/played-region.ts';
import { isStanding, isTally, periodsAt, recounted, type Row, rowsOf } from '../../../test/audit/recount.ts';
import { endOf } from '../../cases/audit/grid.ts';
import type { Standing } from '../emission.ts';
import { daysOf, kindOf, periodsBetween, periodsOfDay, segmentsOf } from '../periods.ts';
import type { Accumulator } from './accumulator.ts';
import { cellsAt, metIn, valueAt } from './node-cells.ts';

let region: PlayedRegion;
let rows: readonly Row[];
let accumulator: Accumulator;
let plain: ReadonlyMap<string, number>;

const nodeIn = (key: string): [measure: string, node: { chain: string; place: string; period: string }] => {
  const [measure = '', chain = '', place = '', period = ''] = key.split('|');
  return [measure, { chain, place, period }];
};
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

beforeAll(() => {
  region = playedRegion(200);
  rows = rowsOf(region);
  accumulator = addedUp(region);
  const at = periodsAt(region.periods);
  plain = recounted(rows.filter(isTally), (tally) => at(tally.at));
}, 120_000);

describe('what is counted at a node', () => {
  test('is what a plain recount finds, in every place and period, for each chain and all together', () => {
    expect(plain.size).toBeGreaterThan(20_000);
    const wrong = [...plain].filter(([key, count]) => valueAt(accumulator, ...nodeIn(key), '') !== count);
    expect(wrong).toEqual([]);
  });

  test('is nothing where a plain recount finds nothing', () => {
    const years = region.periods.filter((period) => kindOf(period) === 'year');
    const tallies = [...accumulator.counted.values()].filter(({ kind }) => kind === 'tally');
    const wrong = tallies.flatMap(({ measure }) =>
      [...region.grid.chains, 'alle'].flatMap((chain) =>
        years.filter((period) => {
          const counted = valueAt(accumulator, measure, { place: '', period, chain }, '');
          return counted !== (plain.get([measure, chain, '', period].join('|')) ?? 0);
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('is in a week what its parts of two months, or of two years, have together', () => {
    const weeks = region.periods.filter((period) => kindOf(period) === 'week');
    expect(weeks).toContain('2026-W01');
    for (const week of weeks) {
      const { first, last } = daysOf(week);
      const segments = new Set([first, last].map((day) => periodsOfDay(day).segment));
      const counted = (period: string): number => valueAt(accumulator, 'in', { place: '', period, chain: 'alle' }, '');
      expect(counted(week), week).toBe(sum([...segments].map(counted)));
    }
  });

  test('is in a month what its segments have, and in a quarter what its months have', () => {
    const counted = (period: string): number => valueAt(accumulator, 'out', { place: '', period, chain: 'alle' }, '');
    const partsOf = (period: string): readonly string[] => {
      const { first, last } = daysOf(period);
      if (kindOf(period) === 'quarter') return periodsBetween('month', first, last);
      return segmentsOf(period.slice(0, 4)).flatMap(({ month, segment }) => (month === period ? [segment] : []));
    };
    const periods = region.periods.filter((period) => ['quarter', 'month'].includes(kindOf(period)));
    expect(periods.map(counted)).toEqual(periods.map((period) => sum(partsOf(period).map(counted))));
    expect(counted('2025')).toBeGreaterThan(0);
  });

  test('is of what counts the same as another measure the very same number', () => {
    const same = [...accumulator.counted.values()].flatMap((each) => (each.same === null ? [] : [each]));
    const of = new Map(same.map((each) => [each.measure, each.same ?? '']));
    const shared = [...plain.keys()].filter((key) => of.has(nodeIn(key)[0]));
    expect(shared.length).toBeGreaterThan(5_000);
    const wrong = shared.filter((key) => {
      const [measure, node] = nodeIn(key);
      return valueAt(accumulator, measure, node, '') !== valueAt(accumulator, of.get(measure) ?? '', node, '');
    });
    expect(wrong).toEqual([]);
  });
});

describe('what is there at the end of a period', () => {
  const momentsOf = ({ from, to }: Standing): readonly string[] =>
    region.grid.moments.filter((moment) => from < moment && (to === null || to >= moment)).map(String);

  test('began before that moment and had not ended before it', () => {
    const standing = recounted(rows.filter(isStanding), momentsOf);
    expect(standing.size).toBeGreaterThan(5_000);
    const wrong = [...standing].filter(([key, count]) => {
      const [measure, node] = nodeIn(key);
      return valueAt(accumulator, measure, node, node.period) !== count;
    });
    expect(wrong).toEqual([]);
  });

  test('is nothing where a plain recount finds nothing', () => {
    const standing = recounted(rows.filter(isStanding), momentsOf);
    const all = [...accumulator.counted.values()].filter(({ kind }) => kind === 'standing');
    const wrong = all.flatMap(({ measure, everyChain }) =>
      region.grid.moments.map(String).flatMap((moment) =>
        (everyChain ? ['alle'] : region.grid.chains).filter((chain) => {
          const counted = valueAt(accumulator, measure, { place: '', period: moment, chain }, moment);
          return counted !== (standing.get([measure, chain, '', moment].join('|')) ?? 0);
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('is open: all that came in until then without all that went out', () => {
    const years = region.periods.filter((period) => kindOf(period) === 'year');
    let expected = 0;
    for (const period of years.toSorted()) {
      const cells = cellsAt(accumulator, null, metIn(accumulator), { place: '', period }, endOf);
      expected += Number(cells.count('alle', 'in')) - Number(cells.count('alle', 'out'));
      expect(cells.count('alle', 'open'), period).toBe(expected);
    }
  });
});
