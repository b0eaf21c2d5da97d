import type { Grid } from '../../audit/accumulate/accumulator.ts';
import {
  daysOf,
  isClosed,
  kindOf,
  periodKinds,
  periodsBetween,
  type PeriodsOfDay,
  periodsOfDay,
} from '../../audit/periods.ts';
import { definitions } from '../../chains/index.ts';
import { localDateOf, startOfLocalDay } from '../../engine/calendar/amsterdam.ts';
import { addDays, parseLocalDate } from '../../engine/calendar/local-date.ts';

const HOUR_MS = 3_600_000;

/** So many years before this one are published again with every release. */
const YEARS_BACK = 3;

/** The closed periods that a release tells of, when it is made at `now` (milliseconds) and cases began at `first`. */
export function closedPeriods(now: number, first: number): readonly string[] {
  const today = localDateOf(now);
  const from = [localDateOf(first), `${Number(today.slice(0, 4)) - YEARS_BACK}-01-01`].sort().at(-1) ?? today;
  const since = `${from.slice(0, 4)}-01-01`;
  return periodKinds.flatMap((kind) =>
    periodsBetween(kind, since, today).filter((period) => isClosed(period, today) && daysOf(period).first >= since),
  );
}

export function gridOf(municipalities: readonly string[], periods: readonly string[]): Grid {
  // By the hour: local days begin and end with one.
  const known = new Map<number, PeriodsOfDay>();
  return {
    municipalities,
    chains: Object.keys(definitions),
    moments: [...new Set(periods.map(endOf))].sort((a, b) => a - b),
    monthEnds: new Set(periods.filter((period) => kindOf(period) === 'month').map(endOf)),
    dayOf: (at) => {
      const hour = Math.floor(at / HOUR_MS);
      let of = known.get(hour);
      if (of === undefined) known.set(hour, (of = periodsOfDay(localDateOf(at))));
      return of;
    },
  };
}

/** The first millisecond after a period. */
export function endOf(period: string): number {
  return startOfLocalDay(addDays(parseLocalDate(daysOf(period).last), 1));
}

/** The first millisecond of a period. */
export function beginOf(period: string): number {
  return startOfLocalDay(parseLocalDate(daysOf(period).first));
}
