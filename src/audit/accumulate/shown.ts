import { kindOf, periodsOfDay, daysOf } from '../periods.ts';
import type { Verdict } from '../protect/block.ts';

/** A place in a period of the grid, for one chain or all of them. */
export interface PeriodNode {
  readonly place: string;
  readonly period: string;
  readonly chain: string;
}

/** The verdicts of all blocks: of tallies per year, of standings per moment. */
export interface Verdicts {
  readonly years: ReadonlyMap<string, Verdict>;
  readonly moments: ReadonlyMap<string, Verdict>;
  /** The moment at which a period ends. */
  readonly endOf: (period: string) => number;
}

/** Whether a tally of a period may be shown: a week where each of its parts of a month is. */
export function isTallyShown(
  { years }: Pick<Verdicts, 'years'>,
  measure: string,
  { place, period, chain }: PeriodNode,
): boolean {
  return timesOf(period).every((time) => years.get(time.slice(0, 4))?.(measure, { place, chain, time }) === true);
}

export function isStandingShown({ moments, endOf }: Verdicts, measure: string, node: PeriodNode): boolean {
  const time = `${endOf(node.period)}`;
  return moments.get(time)?.(measure, { place: node.place, chain: node.chain, time }) === true;
}

/** The times of the tree that a period, or a segment, is made of. */
export function timesOf(period: string): readonly string[] {
  if (period.includes('/') || kindOf(period) !== 'week') return [period];
  const { first, last } = daysOf(period);
  return [...new Set([first, last].map((day) => periodsOfDay(day).segment))];
}
