import { Accumulator } from '../../src/audit/accumulate/accumulator.ts';
import { valueAt } from '../../src/audit/accumulate/node-cells.ts';
import type { PeriodNode, Verdicts } from '../../src/audit/accumulate/shown.ts';
import { Cooperations } from '../../src/audit/cooperation.ts';
import { segmentsOf } from '../../src/audit/periods.ts';
import { EVERY_CHAIN } from '../../src/audit/every-chain.ts';
import { REGION, timesOfYear } from '../../src/audit/protect/block.ts';
import { type AddedUp, addPerson } from '../../src/cases/audit/add-up.ts';
import { closedPeriods, gridOf } from '../../src/cases/audit/grid.ts';
import { judge } from '../../src/cases/audit/judge.ts';
import {
  earlierOf,
  NOTHING_TOLD,
  type Told as ToldBefore,
  toldBefore,
  toldNow,
} from '../../src/cases/audit/told-cells.ts';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import type { KeptCells } from '../../src/reading/keep-release.ts';
import type { PlayedRegion } from '../audit/played-region.ts';

/** A cell of the grid: `period` is a year, quarter, month or segment, or the moment of a stock. */
export interface Cell extends PeriodNode {
  readonly measure: string;
}

/** A release as it would be made of a played region, and all that it tells. */
export interface Released {
  readonly sums: AddedUp;
  readonly verdicts: Verdicts;
  readonly periods: readonly string[];
  /** The value of what is told, by cell. */
  readonly told: ReadonlyMap<string, number>;
  /** What this and all releases before it told. */
  readonly known: ToldBefore;
}

export async function released(
  region: PlayedRegion,
  asOf: number,
  before: ToldBefore = NOTHING_TOLD,
): Promise<Released> {
  const first = Math.min(...region.persons.flat().map(({ startedAt }) => startedAt));
  const periods = closedPeriods(asOf, first);
  const grid = gridOf(region.grid.municipalities, periods);
  const sums = { accumulator: new Accumulator(grid), cooperations: new Cooperations() };
  for (const person of region.persons) addPerson(sums, person, asOf);
  const judging = { periods, today: localDateOf(asOf), earlier: earlierOf(before) };
  const verdicts = await judge(sums.accumulator, judging, () => undefined);
  const kept = toldNow(sums.accumulator, verdicts, before);
  const known = toldBefore(kept.map(({ place, period, body }) => ({ place, period, body: body as KeptCells['body'] })));
  return { sums, verdicts, periods, told: toldIn(sums.accumulator, verdicts), known };
}

/** Everything that the verdicts let be told, of weeks their segments. */
function toldIn(accumulator: Accumulator, { years, moments }: Verdicts): ReadonlyMap<string, number> {
  const told = new Map<string, number>();
  const places = [REGION, ...accumulator.grid.municipalities];
  for (const { measure, kind, planes, everyChain } of accumulator.counted.values()) {
    for (const [when, counts] of planes) {
      const verdict = (kind === 'tally' ? years : moments).get(when);
      if (verdict === undefined) continue;
      const times = kind === 'tally' ? timesIn(when) : [{ id: when, hasPlaces: true }];
      for (const chain of everyChain ? [...counts.keys(), EVERY_CHAIN] : counts.keys()) {
        for (const { id: period, hasPlaces } of times) {
          for (const place of hasPlaces ? places : [REGION]) {
            const node = { place, time: period, chain };
            if (!verdict(measure, node)) continue;
            told.set(
              nameOf({ measure, place, period, chain }),
              valueAt(accumulator, measure, { place, period, chain }, period),
            );
          }
        }
      }
    }
  }
  return told;
}

const knownTimes = new Map<string, ReturnType<typeof timesOfYear>>();

/** The times of a year, in the order of the tree. */
export function timesIn(year: string): ReturnType<typeof timesOfYear> {
  const times = knownTimes.get(year) ?? timesOfYear(segmentsOf(year));
  knownTimes.set(year, times);
  return times;
}

export function nameOf({ measure, place, period, chain }: Cell): string {
  return `${measure}|${place}|${period}|${chain}`;
}
