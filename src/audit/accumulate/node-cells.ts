import { EVERY_CHAIN } from '../every-chain.ts';
import type { Cells } from '../figures/cells.ts';
import { HIDDEN } from '../figures/shown.ts';
import { daysOf, kindOf, periodsBetween } from '../periods.ts';
import { REGION } from '../protect/block.ts';
import { type Accumulator, type Counted, nodeOf } from './accumulator.ts';
import type { Plane } from './plane.ts';
import { isStandingShown, isTallyShown, type PeriodNode, timesOf, type Verdicts } from './shown.ts';

/** Every measure that was met, by chain. */
export type Met = (chain: string, prefix: string) => readonly string[];

/** What may be shown of a place in a period. Without verdicts everything is. */
export function cellsAt(
  accumulator: Accumulator,
  verdicts: Verdicts | null,
  met: Met,
  { place, period }: Omit<PeriodNode, 'chain'>,
  endOf: (period: string) => number,
): Cells {
  const times = timesOf(period);
  const moment = `${endOf(period)}`;
  const places = place === REGION ? accumulator.grid.municipalities : [place];
  const nodesAt = (of: readonly string[]): readonly string[] =>
    places.flatMap((each) => of.map((at) => nodeOf(each, at)));
  const nodes = { tally: nodesAt(monthsIn(period)), standing: nodesAt([moment]) };
  const isShown = ({ measure, kind }: Counted, chain: string): boolean => {
    if (verdicts === null) return true;
    return kind === 'tally'
      ? isTallyShown(verdicts, measure, { place, chain }, times)
      : isStandingShown(verdicts, measure, { place, chain }, moment);
  };
  return {
    count: (chain, measure) => {
      const counted = accumulator.counted.get(measure);
      if (counted === undefined) return 0;
      return isShown(counted, chain) ? valueAt(accumulator, measure, { place, period, chain }, moment) : HIDDEN;
    },
    measures: met,
    lengths: (chain, measure, clock) =>
      accumulator.lengths.of(nodes[accumulator.counted.get(measure)?.kind ?? 'tally'], chain, measure, clock),
  };
}

/** What was counted of a measure, shown or not; `period` may be a segment too. */
export function valueAt(accumulator: Accumulator, measure: string, node: PeriodNode, moment: string): number {
  const counted = accumulator.counted.get(measure);
  if (counted === undefined) return 0;
  return counted.kind === 'tally' ? tallied(accumulator, counted, node) : standing(accumulator, counted, node, moment);
}

/** The measures that were met, by chain and prefix, sorted. */
export function metIn({ counted }: Accumulator): Met {
  const byChain = new Map<string, Set<string>>();
  for (const { measure, planes } of counted.values()) {
    for (const chain of [...planes.values()].flatMap((of) => [...of.keys()])) {
      const known = byChain.get(chain);
      if (known === undefined) byChain.set(chain, new Set([measure]));
      else known.add(measure);
    }
  }
  const found = new Map<string, readonly string[]>();
  return (chain, prefix) => {
    const key = `${chain} ${prefix}`;
    const known = found.get(key) ?? [...(byChain.get(chain) ?? [])].filter((each) => each.startsWith(prefix)).sort();
    found.set(key, known);
    return known;
  };
}

function tallied(accumulator: Accumulator, counted: Counted, { place, period, chain }: PeriodNode): number {
  let total = 0;
  for (const { year, width, columns } of accumulator.columns.within(period)) {
    for (const plane of planesOf(counted, year, chain)) total += sumOf(accumulator, plane, place, width, columns);
  }
  return total;
}

function standing(accumulator: Accumulator, counted: Counted, { place, chain }: PeriodNode, moment: string): number {
  return planesOf(counted, moment, chain).reduce((sum, plane) => sum + sumOf(accumulator, plane, place, 1, [0]), 0);
}

function planesOf({ planes, everyChain }: Counted, when: string, chain: string): readonly Plane[] {
  const of = planes.get(when);
  if (of === undefined) return [];
  if (chain === EVERY_CHAIN && everyChain) return [...of.values()];
  const own = of.get(chain);
  return own === undefined ? [] : [own];
}

function sumOf({ grid }: Accumulator, { n }: Plane, place: string, width: number, columns: readonly number[]): number {
  const rows = place === REGION ? grid.municipalities.map((_, index) => index) : [grid.municipalities.indexOf(place)];
  let total = 0;
  for (const row of rows) for (const column of columns) total += n[row * width + column] ?? 0;
  return total;
}

/** How long things lasted is told of months and what they make up, not of weeks. */
function monthsIn(period: string): readonly string[] {
  if (kindOf(period) === 'week') return [];
  const { first, last } = daysOf(period);
  return periodsBetween('month', first, last);
}
