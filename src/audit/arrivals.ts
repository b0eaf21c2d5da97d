import { type ControlChart, xmr } from './control-chart.ts';
import { type Summary, summaryOf } from './quantiles.ts';

export interface Arrivals {
  readonly zone: string;
  /** Seconds between the begin of a case and that of the next one. */
  readonly gap: Summary | null;
  /** How many cases began in each local month (`2026-11`), from the first to the last month in which any did. */
  readonly byMonth: Readonly<Record<string, number>>;
  /** Of the months: null under twelve of them. */
  readonly control: ControlChart | null;
}

/** When cases began (milliseconds since 1970): how far apart, and how many in each month as the clock of `zone` shows it. */
export function arrivalsOf(begins: readonly number[], zone: string): Arrivals {
  const sorted = begins.toSorted((a, b) => a - b);
  const gaps = sorted.slice(1).map((begin, index) => (begin - (sorted[index] ?? begin)) / 1000);
  const byMonth = perMonth(sorted, zone);
  return {
    zone,
    gap: summaryOf(gaps),
    byMonth: Object.fromEntries(byMonth),
    control: xmr([...byMonth.values()]),
  };
}

function perMonth(sorted: readonly number[], zone: string): ReadonlyMap<string, number> {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: 'numeric' });
  const counts = new Map<number, number>();
  for (const begin of sorted) {
    const parts = Object.fromEntries(format.formatToParts(begin).map(({ type, value }) => [type, Number(value)]));
    const month = (parts['year'] ?? 0) * 12 + (parts['month'] ?? 1) - 1;
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const [first = 0, last = -1] = [counts.keys().next().value, [...counts.keys()].at(-1)];
  return new Map(
    Array.from({ length: last - first + 1 }, (_, index) => [named(first + index), counts.get(first + index) ?? 0]),
  );
}

function named(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}
