import { reachMeasure } from '../emissions/reach.ts';
import type { Cells } from './cells.ts';
import type { Population } from './population.ts';
import type { Reached } from './items.ts';
import type { Names } from './names.ts';
import { HIDDEN, isShown, rateOf } from './shown.ts';

/**
 * How many were reached, of the inhabitants of 65 and older, beside the norm for a year; with the exact interval of
 * Poisson. Where nobody said how many there are, the share is null: unknown, and never 0.
 */
export function reachOf(cells: Cells, names: Names, chain: string, population?: Population): readonly Reached[] {
  const of = population?.over65 ?? null;
  return names.reach(chain).map(({ id, label, norm }): Reached => {
    const count = cells.count(chain, reachMeasure(id));
    const told = { id, label, count, norm };
    if (population === undefined || of === null) {
      const share = { value: isShown(count) ? null : HIDDEN, lower: null, upper: null };
      return { ...told, share, of: null, source: null, date: null };
    }
    return { ...told, share: rateOf(count, of, 1), of, source: population.source, date: population.date };
  });
}
