export const DAY_MS = 24 * 60 * 60 * 1000;

/** Whole days between two moments, rounded down. */
export function daysBetween(from: number, until: number): number {
  return Math.max(0, Math.floor((until - from) / DAY_MS));
}
