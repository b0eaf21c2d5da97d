import { reachMeasure } from '../emissions/reach.ts';
import { poissonExact } from '../intervals.ts';
import type { Cells } from './cells.ts';
import type { Population } from './population.ts';
import type { Reached } from './items.ts';
import type { Names } from './names.ts';
import { HIDDEN, isShown } from './shown.ts';

/**
 * How many were reached, of the inhabitants of 65 and older, beside the norm for a year; with the exact interval of
 * Poisson. Where nobody said how many there are, the share is null: unknown, and never 0.
 */
export function reachOf(cells: Cells, names: Names, chain: string, population?: Population): readonly Reached[] {
  const of = population?.over65 ?? null;
  const known = of === null || population === undefined ? null : population;
  return names.reach(chain).map(({ id, label, norm }) => {
    const count = cells.count(chain, reachMeasure(id));
    const { source = null, date = null } = known ?? {};
    return { id, label, count, norm, share: shareIn(count, of), of, source, date };
  });
}

function shareIn(count: Reached['count'], of: number | null): Reached['share'] {
  if (!isShown(count)) return { value: HIDDEN, lower: null, upper: null };
  if (of === null) return { value: null, lower: null, upper: null };
  const { lower, upper } = poissonExact(count);
  return { value: count / of, lower: lower / of, upper: upper / of };
}
