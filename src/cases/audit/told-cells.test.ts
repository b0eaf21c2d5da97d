import { describe, expect, test } from 'vitest';
import { madeIndicators, madeStory, onDay } from '../../../test/audit/made-story.ts';
import { Accumulator } from '../../audit/accumulate/accumulator.ts';
import { valueAt } from '../../audit/accumulate/node-cells.ts';
import { emissionsOf } from '../../audit/emissions/emissions-of.ts';
import { EVERY_CHAIN } from '../../audit/every-chain.ts';
import { segmentsOf } from '../../audit/periods.ts';
import { type GridNode, REGION, timesOfYear, type Verdict } from '../../audit/protect/block.ts';
import type { KeptCells } from '../../reading/keep-release.ts';
import { gridOf } from './grid.ts';
import { earlierOf, NOTHING_TOLD, type Told, toldBefore, toldNow } from './told-cells.ts';

const CHAINS = ['sociaal-verwijzen', 'vngg'];
const everything: Verdict = () => true;
const notOf =
  (hidden: string): Verdict =>
  (_measure, { place }) =>
    place !== hidden;

/** So many people who began in 2026 in two municipalities and two chains, one each week; every second one has ended. */
function counted(cases: Readonly<Record<string, number>>): Accumulator {
  const accumulator = new Accumulator(gridOf(['borne', 'enschede'], ['2026-Q1', '2026']));
  for (const [municipality, many] of Object.entries(cases)) {
    for (let number = 0; number < many; number += 1) {
      const startedAt = onDay(number * 7);
      const ended = number % 2 === 0 ? { endedAt: startedAt + 1, ending: 'afgerond' } : {};
      const story = madeStory({ municipality, startedAt, lastAt: onDay(300), ...ended });
      const chain = CHAINS[number % 3] ?? 'vngg';
      accumulator.add([{ municipality, chain, emissions: emissionsOf(story, onDay(400), madeIndicators) }]);
    }
  }
  return accumulator;
}

/** What is remembered after this release, as it comes back from where it is kept. */
function released(accumulator: Accumulator, shows: Verdict, before: Told = NOTHING_TOLD): Told {
  const moments = new Map(accumulator.grid.moments.map((moment) => [`${moment}`, shows]));
  const kept = toldNow(accumulator, { years: new Map([['2026', shows]]), moments }, before);
  return toldBefore(JSON.parse(JSON.stringify(kept)) as readonly KeptCells[]);
}

/** What each earlier release said of those who began there in that time. */
function saidOf(told: Told, place: string, time = '2026', measure = 'in'): readonly (number | undefined)[] {
  return earlierOf(told)((each) => each === time).map((release) =>
    release(measure, { place, time, chain: EVERY_CHAIN }),
  );
}

describe('what a release told', () => {
  test('is found again as earlier, at every node of the year and of each moment', () => {
    const accumulator = counted({ borne: 13, enschede: 20 });
    const [earlier, ...others] = earlierOf(released(accumulator, everything))(() => true);
    expect(others).toEqual([]);
    const places = [REGION, 'borne', 'enschede'];
    const inYear = timesOfYear(segmentsOf('2026')).flatMap(({ id, hasPlaces }) =>
      (hasPlaces ? places : [REGION]).map((place) => ({ place, time: id })),
    );
    const atMoments = accumulator.grid.moments.flatMap((each) => places.map((place) => ({ place, time: `${each}` })));
    let found = 0;
    for (const { measure, kind, everyChain } of accumulator.counted.values()) {
      for (const at of kind === 'tally' ? inYear : atMoments) {
        for (const chain of everyChain ? [...CHAINS, EVERY_CHAIN] : CHAINS) {
          const node: GridNode = { ...at, chain };
          const value = valueAt(accumulator, measure, { place: at.place, period: at.time, chain }, at.time);
          expect(earlier?.(measure, node) ?? 0, `${measure} ${at.place} ${at.time}`).toBe(value);
          found += value;
        }
      }
    }
    expect(found).toBeGreaterThan(1000);
  });

  test('is nothing where it was hidden', () => {
    const told = released(counted({ borne: 13, enschede: 20 }), notOf('borne'));
    expect([saidOf(told, 'borne'), saidOf(told, 'enschede'), saidOf(told, REGION)]).toEqual([[undefined], [20], [33]]);
  });

  test('twice in a row is one earlier release', () => {
    const accumulator = counted({ enschede: 20 });
    const twice = released(accumulator, everything, released(accumulator, everything));
    expect(saidOf(twice, 'enschede')).toEqual([20]);
  });

  test('stays that of its release, whatever became of other cells since', () => {
    const first = released(counted({ borne: 13, enschede: 20 }), everything);
    const second = released(counted({ borne: 13, enschede: 31 }), everything, first);
    expect([saidOf(second, 'borne'), saidOf(second, 'enschede')]).toEqual([
      [13, 13],
      [20, 31],
    ]);
  });

  test('was 0 where nobody was counted, also before anybody ever was', () => {
    const first = released(counted({ enschede: 20 }), everything);
    expect(saidOf(first, 'borne')).toEqual([0]);
    const second = released(counted({ borne: 13, enschede: 20 }), everything, first);
    expect(saidOf(second, 'borne')).toEqual([0, 13]);
  });

  test('stands beside what was told later, in that order', () => {
    const first = released(counted({ enschede: 20 }), everything);
    const second = released(counted({ enschede: 31 }), everything, first);
    const third = released(counted({ enschede: 43 }), everything, second);
    expect(saidOf(third, 'enschede')).toEqual([20, 31, 43]);
  });

  test('is not forgotten when it is hidden now', () => {
    const first = released(counted({ borne: 13, enschede: 20 }), everything);
    const second = released(counted({ borne: 14, enschede: 31 }), notOf('borne'), first);
    expect([saidOf(second, 'borne'), saidOf(second, 'enschede')]).toEqual([
      [13, undefined],
      [20, 31],
    ]);
  });

  test('of a municipality is never of a month or a week', () => {
    const told = released(counted({ borne: 13 }), everything);
    expect([saidOf(told, 'borne', '2026-Q1'), saidOf(told, REGION, '2026-03')]).toEqual([[5], [5]]);
    expect([saidOf(told, 'borne', '2026-03'), saidOf(told, 'borne', '2026-03/2026-W10')]).toEqual([
      [undefined],
      [undefined],
    ]);
  });
});
