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
}

type Where = Pick<PeriodNode, 'place' | 'chain'>;

/** Whether a tally may be shown of what is made of these times: of a week where each of its parts of a month is. */
export function isTallyShown(
  { years }: Pick<Verdicts, 'years'>,
  measure: string,
  { place, chain }: Where,
  times: readonly string[],
): boolean {
  return times.every((time) => years.get(time.slice(0, 4))?.(measure, { place, chain, time }) === true);
}

export function isStandingShown(
  { moments }: Pick<Verdicts, 'moments'>,
  measure: string,
  { place, chain }: Where,
  time: string,
): boolean {
  return moments.get(time)?.(measure, { place, chain, time }) === true;
}

/** The times of the tree that a period, or a segment, is made of. */
export function timesOf(period: string): readonly string[] {
  if (period.includes('/') || kindOf(period) !== 'week') return [period];
  const { first, last } = daysOf(period);
  return [...new Set([first, last].map((day) => periodsOfDay(day).segment))];
}
