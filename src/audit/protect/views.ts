import type { Family } from './family.ts';
import { type System, systemOf } from './system.ts';

/** What someone knows who has seen what is shown. */
export type View = (shown: Uint8Array) => System;

/**
 * The ways to look at what is shown together with what was told before: as far as it is still true, and as if it were
 * all still true (it hardly changed).
 */
export function viewsOf(family: Family): readonly View[] {
  const { before, same } = family;
  const hasChanged = before.some((value, node) => value !== same[node]);
  const known = hasChanged ? [same, before] : [same];
  return known.map((told) => (shown) => systemOf(family, either(shown, told)));
}

function either(one: Uint8Array, other: Uint8Array): Uint8Array {
  return Uint8Array.from(one, (value, node) => (value === 1 || other[node] === 1 ? 1 : 0));
}
