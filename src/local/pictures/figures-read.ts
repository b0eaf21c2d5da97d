import type { BottleneckItem, DurationItem, KeyFigureItem, OutcomeItem } from '../../audit/figures/items.ts';
import type { FlowPoint } from '../../pictures/flow-picture.ts';
import type { Source } from '../../pictures/picture.ts';

/** What was published of one place and one period, as far as the pictures need it; how long it lasts per chain only. */
export interface FiguresRead extends Source {
  readonly period: string;
  /** The months, for a municipality the quarters, up to the end of the period; in their order. */
  readonly flow: readonly FlowPoint[];
  readonly durations: readonly DurationItem[];
  readonly bottlenecks: readonly BottleneckItem[];
  readonly outcomes: readonly OutcomeItem[];
  readonly figures: readonly KeyFigureItem[];
  /** Only for the whole region: the key figures of each municipality. */
  readonly municipalities: readonly { readonly name: string; readonly figures: readonly KeyFigureItem[] }[];
}
