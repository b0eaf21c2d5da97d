import { beforeAll, describe, expect, test } from 'vitest';
import { addedUp, playedRegion, type PlayedRegion } from '../../../test/audit/played-region.ts';
import { rowsOf } from '../../../test/audit/recount.ts';
import { endOf } from '../../cases/audit/grid.ts';
import type { Cells, LengthTable } from '../figures/cells.ts';
import { kindOf } from '../periods.ts';
import type { Accumulator } from './accumulator.ts';
import { cellsAt, metIn } from './node-cells.ts';

let region: PlayedRegion;
let accumulator: Accumulator;
/** The cells of some places in every period in which lengths are told. */
let nodes: readonly { readonly place: string; readonly period: string; readonly cells: Cells }[];

const sizeOf = (table: LengthTable): number =>
  [...table.values()].reduce((total, { told, otherwise, running }) => total + told + otherwise + running, 0);

beforeAll(() => {
  region = playedRegion(100);
  accumulator = addedUp(region);
  const met = metIn(accumulator);
  nodes = region.periods.flatMap((period) => {
    const places = kindOf(period) === 'week' ? [] : kindOf(period) === 'month' ? ['enschede'] : ['', 'hengelo'];
    return places.map((place) => ({
      place,
      period,
      cells: cellsAt(accumulator, null, met, { place, period }, endOf),
    }));
  });
}, 120_000);

describe('how long things lasted', () => {
  test('is what a plain recount finds, per day and way of ending, in whatever order persons come', () => {
    const plain = new Map<string, number>();
    for (const { municipality, chain, emission } of rowsOf(region)) {
      if (emission.kind !== 'lasting') continue;
      const { measure, clock, days, how } = emission;
      const { year, quarter, month } = region.grid.dayOf(emission.at);
      for (const at of [`|${year}`, `|${month}`, `${municipality}|${quarter}`]) {
        const key = [at, chain, measure, clock, days, how].join('|');
        plain.set(key, (plain.get(key) ?? 0) + 1);
      }
    }
    expect(plain.size).toBeGreaterThan(10_000);
    const backwards = addedUp({ ...region, persons: region.persons.toReversed() });
    for (const own of [accumulator, backwards]) {
      const met = metIn(own);
      const wrong = [...plain].filter(([key, count]) => {
        const [place = '', period = '', chain = '', measure = '', clock = '', days, how] = key.split('|');
        const table = cellsAt(own, null, met, { place, period }, endOf).lengths(chain, measure, clock);
        return table.get(Number(days))?.[how as 'told'] !== count;
      });
      expect(wrong).toEqual([]);
    }
  });

  test('is told of exactly as many as were counted, in every period and on every clock', () => {
    const clocks = new Set(
      rowsOf(region).flatMap(({ chain, emission }) =>
        emission.kind === 'lasting' ? [`${chain}|${emission.measure}|${emission.clock}`] : [],
      ),
    );
    expect(clocks.size).toBeGreaterThan(300);
    const wrong: string[] = [];
    let counted = 0;
    for (const { place, period, cells } of nodes) {
      for (const key of clocks) {
        const [chain = '', measure = '', clock = ''] = key.split('|');
        const size = sizeOf(cells.lengths(chain, measure, clock));
        if (size !== cells.count(chain, measure)) wrong.push(`${place} ${period} ${key}`);
        counted += size;
      }
    }
    expect(wrong).toEqual([]);
    expect(counted).toBeGreaterThan(5_000);
  });

  test('is told of everything that waits at the end of a period: how long already, and how long in silence', () => {
    const waiting = [...accumulator.counted.values()].filter(({ measure }) => /^step\.[^.]+\.waiting$/.test(measure));
    const wrong: string[] = [];
    let counted = 0;
    for (const { place, period, cells } of nodes) {
      for (const { measure, planes } of waiting) {
        for (const chain of planes.get(`${endOf(period)}`)?.keys() ?? []) {
          const [age, silence] = ['age', 'silence'].map((clock) => cells.lengths(chain, measure, clock));
          const count = cells.count(chain, measure);
          counted += Number(count);
          const isLonger = Math.max(0, ...silence!.keys()) > Math.max(0, ...age!.keys());
          if (sizeOf(age!) !== count || sizeOf(silence!) !== count || isLonger)
            wrong.push(`${place} ${period} ${measure}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(counted).toBeGreaterThan(100);
  });
});
