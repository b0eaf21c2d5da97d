import type { PeriodKind } from '../periods.ts';
import { bottleneckItems } from './bottleneck-items.ts';
import type { Cells } from './cells.ts';
import { conformanceItems } from './conformance-items.ts';
import { durationItems } from './duration-items.ts';
import { flowItems } from './flow-items.ts';
import { handoffItems } from './handoff-items.ts';
import type { ItemsOf, Route } from './items.ts';
import { keyFigureItems } from './key-figure-items.ts';
import { linkItems } from './link-items.ts';
import type { Names } from './names.ts';
import { outcomeItems } from './outcome-items.ts';
import type { Population } from './population.ts';

/** Everything that one place says of one period of this kind, per route. Steps apart: `stepDurationItems`. */
export function itemsOf(
  cells: Cells,
  names: Names,
  kind: PeriodKind,
  population?: Population,
): { readonly [R in Route]: readonly ItemsOf[R][] } {
  return {
    flow: flowItems(cells, names),
    durations: durationItems(cells, names),
    bottlenecks: bottleneckItems(cells, names),
    handoffs: handoffItems(cells, names),
    outcomes: outcomeItems(cells, names, population),
    links: linkItems(cells, names, kind),
    conformance: conformanceItems(cells, names),
    kerncijfers: keyFigureItems(cells, names, population),
  };
}
