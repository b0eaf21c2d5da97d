import { ENDED_BY_DAYS } from '../emissions/lengths.ts';
import { type IncidenceDay, incidenceOf, incidenceQuantile } from '../incidence.ts';
import type { Cells, LengthTable } from './cells.ts';
import type { Count, Lengths, Quantile, Share, Suppressed } from './items.ts';
import { HIDDEN, isShown, sumOf } from './shown.ts';

/** So many have to have ended as told by a quantile, and so many still run after it, before it is told. */
const ENOUGH = 10;

/**
 * What can be said of how long something lasted: each figure only where all that it rests on is shown. `told` is the
 * part of the measure that ended as told, by buckets of days; without pauses no shares by day are told, for beside those
 * with pauses they would tell who paused.
 */
export function lengthsShown(
  cells: Cells,
  chain: string,
  measure: string,
  { clock, told = 'done' }: { readonly clock: 'gross' | 'net'; readonly told?: string },
): Lengths {
  const days = incidenceOf(cells.lengths(chain, measure, clock));
  const counted = cells.count(chain, measure);
  const at = (p: number): Quantile => quantileShown(days, p, counted);
  const curve = { cells, chain, part: `${measure}.${told}`, days };
  const by =
    clock === 'net' ? [] : ENDED_BY_DAYS.map((day) => [`${day}`, isShown(counted) ? endedBy(curve, day) : HIDDEN]);
  return {
    unit: 'days',
    p25: at(0.25),
    median: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    endedBy: Object.fromEntries(by) as Readonly<Record<string, Share>>,
  };
}

/** Median and 90th percentile of a clock; hidden where the counts are, or too few lie on either side. */
export function spread(
  cells: Cells,
  chain: string,
  measure: string,
  clock: string,
): { readonly median: Quantile; readonly p90: Quantile } {
  const days = incidenceOf(cells.lengths(chain, measure, clock));
  const counted = cells.count(chain, measure);
  return { median: quantileShown(days, 0.5, counted), p90: quantileShown(days, 0.9, counted) };
}

/** The mean over all, in days to one decimal; null where nothing was counted. */
export function meanDays(cells: Cells, chain: string, measure: string, clock: string): number | null | Suppressed {
  if (!isShown(cells.count(chain, measure))) return HIDDEN;
  const [n, sum] = totals(cells.lengths(chain, measure, clock));
  if (n === 0) return null;
  return n < ENOUGH ? HIDDEN : Math.round((sum / n) * 10) / 10;
}

function totals(table: LengthTable): readonly [n: number, sum: number] {
  let [n, sum] = [0, 0];
  for (const [day, { told, otherwise, running }] of table) {
    const count = told + otherwise + running;
    n += count;
    sum += day * count;
  }
  return [n, sum];
}

function quantileShown(days: readonly IncidenceDay[], p: number, counted: Count): Quantile {
  if (counted === 0) return { value: null, lower: null, upper: null };
  if (!isShown(counted)) return HIDDEN;
  const { value, lower, upper, before, after } = incidenceQuantile(days, p);
  return before >= ENOUGH && after >= ENOUGH ? { value, lower, upper } : HIDDEN;
}

interface Curve {
  readonly cells: Cells;
  readonly chain: string;
  readonly part: string;
  readonly days: readonly IncidenceDay[];
}

/** It rests on every bucket up to that day; beyond what was followed nothing is known. */
function endedBy({ cells, chain, part, days }: Curve, by: number): Share {
  const buckets = ENDED_BY_DAYS.filter((day) => day <= by).map((day) => cells.count(chain, `${part}.d${day}`));
  if (!isShown(sumOf(buckets))) return HIDDEN;
  const last = days.findLast(({ day }) => day <= by);
  const isFollowed = days.some(({ day }) => day > by) || last?.running === 0;
  if (days.length === 0 || !isFollowed) return { value: null, lower: null, upper: null };
  return last === undefined
    ? { value: 0, lower: 0, upper: 0 }
    : { value: last.share, lower: last.lower, upper: last.upper };
}
