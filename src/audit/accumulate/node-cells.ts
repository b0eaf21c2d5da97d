import { EVERY_CHAIN } from '../every-chain.ts';
import type { Cells } from '../figures/cells.ts';
import { HIDDEN } from '../figures/shown.ts';
import { daysOf, kindOf, periodsBetween, quarterOf } from '../periods.ts';
import { REGION } from '../protect/block.ts';
import type { Accumulator, Counted } from './accumulator.ts';
import { nodeOf } from './accumulator.ts';
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
  return {
    count: (chain, measure) => {
      const counted = accumulator.counted.get(measure);
      if (counted === undefined) return 0;
      const node = { place, period, chain };
      const isShown = counted.kind === 'tally' ? isTallyShown : isStandingShown;
      if (verdicts !== null && !isShown(verdicts, measure, node)) return HIDDEN;
      return valueAt(accumulator, measure, node, `${endOf(period)}`);
    },
    measures: met,
    lengths: (chain, measure, clock) => {
      const counted = accumulator.counted.get(measure);
      const chains = chain === EVERY_CHAIN && counted?.everyChain === true ? accumulator.grid.chains : [chain];
      const times = counted?.kind === 'standing' ? [`${endOf(period)}`] : monthsIn(period);
      const places = place === REGION ? accumulator.grid.municipalities : [place];
      const cells = places.flatMap((each) => times.map((time) => nodeOf(each, time)));
      return accumulator.lengths.of(cells, chains, measure, clock);
    },
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
  for (const [year, columns] of columnsOf(accumulator, period)) {
    const width = accumulator.segmentsIn(year).size;
    for (const plane of planesOf(counted, year, chain)) total += sumOf(accumulator, plane, place, width, columns);
  }
  return total;
}

const known = new WeakMap<Accumulator, Map<string, ReadonlyMap<string, readonly number[]>>>();

/** Per year the columns of its planes that lie in a period, or are that segment. */
function columnsOf(accumulator: Accumulator, period: string): ReadonlyMap<string, readonly number[]> {
  const ofAll = known.get(accumulator) ?? new Map<string, ReadonlyMap<string, readonly number[]>>();
  known.set(accumulator, ofAll);
  const found =
    ofAll.get(period) ??
    new Map(
      [...new Set(timesOf(period).map((time) => time.slice(0, 4)))].map((year) => [
        year,
        [...accumulator.segmentsIn(year)].flatMap(([segment, column]) => (isIn(segment, period) ? [column] : [])),
      ]),
    );
  ofAll.set(period, found);
  return found;
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

/** `2025-02/2025-W09` lies in 2025, 2025-Q1, 2025-02 and 2025-W09. */
function isIn(segment: string, period: string): boolean {
  if (period.includes('/')) return segment === period;
  const [month = '', week = ''] = segment.split('/');
  if (period.includes('W')) return week === period;
  return period.includes('Q') ? quarterOf(month) === period : month.startsWith(period);
}
