import { z } from 'zod';
import type { Route } from '../../audit/figures/items.ts';
import { daysOf, type PeriodKind, periodKinds, periodPatterns, periodsBetween } from '../../audit/periods.ts';
import { id } from '../referral-request.ts';

const written = {
  year: 'Schrijf een jaar als 2025.',
  quarter: 'Schrijf een kwartaal als 2026-Q3.',
  month: 'Schrijf een maand als 2026-09.',
  week: 'Schrijf een week als 2026-W37.',
} as const satisfies Record<PeriodKind, string>;

const period = (kind: PeriodKind): z.ZodOptional<z.ZodString> =>
  z.string().regex(periodPatterns[kind], written[kind]).optional();

/** What a period of one kind is split into with `by`. */
const splits: Readonly<Record<PeriodKind, readonly PeriodKind[]>> = {
  year: ['quarter', 'month', 'week'],
  quarter: ['month', 'week'],
  month: ['week'],
  week: [],
};

/** What `by` may be, per route. */
const ways: Readonly<Partial<Record<Route, readonly string[]>>> = {
  flow: ['quarter', 'month', 'week'],
  durations: ['step'],
};

/** The question that a route of the audit takes: one closed period of the grid. */
export const figuresQuery = z
  .strictObject({
    chain: id.optional(),
    municipality: id.optional(),
    year: period('year'),
    quarter: period('quarter'),
    month: period('month'),
    week: period('week'),
    by: z.enum(['step', 'quarter', 'month', 'week']).optional(),
    release: z.string().max(20).optional(),
  })
  .superRefine((asked, context) => {
    const named = periodKinds.filter((kind) => asked[kind] !== undefined);
    if (named.length !== 1) {
      const message = 'Noem precies één periode: year, quarter, month of week.';
      context.addIssue({ code: 'custom', path: [named[1] ?? 'year'], message });
    }
    const fine = named.find((kind) => kind === 'month' || kind === 'week') ?? fineSplit(asked.by);
    if (asked.municipality !== undefined && fine !== undefined) {
      const message = 'Maanden en weken zijn er alleen voor de hele regio.';
      context.addIssue({ code: 'custom', path: ['municipality'], message });
    }
  });

export type FiguresQuery = z.infer<typeof figuresQuery>;

function fineSplit(by: FiguresQuery['by']): string | undefined {
  return by === 'month' || by === 'week' ? by : undefined;
}

/** The periods of which the figures are asked, and how they were stored. */
export interface FiguresAsked {
  readonly period: string;
  readonly by: string;
  readonly periods: readonly string[];
}

/** @returns undefined when this route cannot be split so. */
export function figuresAsked(route: Route, asked: FiguresQuery): FiguresAsked | undefined {
  const kind = periodKinds.find((each) => asked[each] !== undefined) ?? 'year';
  const whole = asked[kind] ?? '';
  if (asked.by === undefined) return { period: whole, by: '', periods: [whole] };
  if (ways[route]?.includes(asked.by) !== true) return undefined;
  if (asked.by === 'step') return { period: whole, by: 'step', periods: [whole] };
  if (!splits[kind].includes(asked.by)) return undefined;
  const { first, last } = daysOf(whole);
  return { period: whole, by: '', periods: periodsBetween(asked.by, first, last) };
}
