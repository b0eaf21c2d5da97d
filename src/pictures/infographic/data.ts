import type { DurationItem, KeyFigureItem, OutcomeItem } from '../../audit/figures/items.ts';
import type { FlowPoint } from '../flow-picture.ts';
import type { Source } from '../picture.ts';

/** What the infographic of one place and one period is made of: items of the routes. */
export interface InfographicData extends Source {
  /** As in the routes: `2026`, `2026-Q3`, `2026-09`. */
  readonly period: string;
  /** Those of all chains together are told. */
  readonly figures: readonly KeyFigureItem[];
  /** Months or quarters in their order; the last twelve are drawn. */
  readonly flow: readonly FlowPoint[];
  /** Per chain. */
  readonly durations: readonly DurationItem[];
  /** Per chain; all chains together is left out. */
  readonly outcomes: readonly OutcomeItem[];
}
