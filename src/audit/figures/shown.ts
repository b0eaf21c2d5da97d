import { poissonExact, wilson } from '../intervals.ts';
import type { Count, Share, Suppressed } from './items.ts';

export const HIDDEN: Suppressed = { suppressed: true };

export function isShown<Value>(value: Value | Suppressed): value is Value {
  return !(typeof value === 'object' && value !== null && 'suppressed' in value);
}

/** Hidden as soon as one of them is. */
export function sumOf(counts: readonly Count[]): Count {
  let sum = 0;
  for (const count of counts) {
    if (!isShown(count)) return HIDDEN;
    sum += count;
  }
  return sum;
}

/** With Wilson interval; only where part and whole are both shown. Nothing to divide by is null. */
export function shareOf(part: Count, whole: Count): Share {
  if (!isShown(part) || !isShown(whole)) return HIDDEN;
  if (whole === 0) return { value: null, lower: null, upper: null };
  return { value: part / whole, ...wilson(part, whole) };
}

/** Per so many of those it is of, with the exact interval of Poisson. */
export function rateOf(
  count: Count,
  of: number,
  per: number,
): { readonly value: number | Suppressed; readonly lower: number | null; readonly upper: number | null } {
  if (!isShown(count)) return { value: HIDDEN, lower: null, upper: null };
  const rate = (events: number): number => (events * per) / of;
  const { lower, upper } = poissonExact(count);
  return { value: rate(count), lower: rate(lower), upper: rate(upper) };
}
