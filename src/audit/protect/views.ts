import { tellsFew } from './eligible.ts';
import type { Family } from './family.ts';
import { type System, systemOf } from './system.ts';

/** What someone knows who has seen what is shown. */
export type View = (shown: Uint8Array) => System;

/** Far from nothing, so that only sums tell, and not that nothing is less than 0. */
const PLENTY = 1000;

/**
 * The ways to look at what is shown together with what was told before: as far as it is still true, as if it were all
 * still true (it hardly changed), and as what came since each of the earlier releases.
 */
export function viewsOf(family: Family): readonly View[] {
  const { before, same, earlier } = family;
  const hasChanged = before.some((value, node) => value !== same[node]);
  if (!hasChanged) return [(shown) => systemOf(family, either(shown, same))];
  return [
    (shown) => systemOf(family, either(shown, same)),
    (shown) => systemOf(family, either(shown, before)),
    ...earlier.map(
      (told): View =>
        (shown) =>
          systemOfLate(family, shown, told),
    ),
  ];
}

/** Of what was told and changed by a few: whether the change can be computed from what was told both times. */
function systemOfLate(family: Family, shown: Uint8Array, told: Float64Array): System {
  const both = Uint8Array.from(shown, (value, node) => (value === 1 && !Number.isNaN(told[node]) ? 1 : 0));
  const asked = Uint8Array.from(shown, (value, node) =>
    value !== 1 && tellsFew((family.n[node] ?? 0) - (told[node] ?? NaN)) ? 1 : 0,
  );
  if (!asked.includes(1)) return { weights: [], rows: [], checks: [] };
  const { weights, rows, checks } = systemOf(family, both, asked);
  return { weights: weights.map(() => PLENTY), rows, checks };
}

function either(one: Uint8Array, other: Uint8Array): Uint8Array {
  return Uint8Array.from(one, (value, node) => (value === 1 || other[node] === 1 ? 1 : 0));
}
