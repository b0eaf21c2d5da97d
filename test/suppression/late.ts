import type { Released } from './released.ts';
import { isFew } from './truth.ts';

/** What came to each cell between two releases, as far as both told it: as if it were all that a release tells. */
export function toldBothTimes(before: Released, after: Released): ReadonlyMap<string, number> {
  return new Map(
    [...after.told].flatMap(([cell, value]) => {
      const old = before.told.get(cell);
      return old === undefined ? [] : [[cell, value - old] as const];
    }),
  );
}

/** Cells that were told twice and changed by one to nine. */
export function changedByFew(change: ReadonlyMap<string, number>): readonly string[] {
  return [...change]
    .filter(([, value]) => isFew(Math.abs(value)))
    .map(([cell, value]) => `${cell} changed by ${value}`);
}
