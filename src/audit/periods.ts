/* The grid of calendar periods. Days are `YYYY-MM-DD` in Europe/Amsterdam; weeks are those of ISO 8601. */

import { DAY_MS } from './days.ts';

export const periodKinds = ['year', 'quarter', 'month', 'week'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** How each kind of period is written. */
export const periodPatterns = {
  year: /^\d{4}$/,
  quarter: /^\d{4}-Q[1-4]$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  week: /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/,
} as const satisfies Record<PeriodKind, RegExp>;

/** Every period in which a day lies, and the segment: the days that month and week share. */
export interface PeriodsOfDay extends Readonly<Record<PeriodKind, string>> {
  readonly segment: string;
}

export function periodsOfDay(day: string): PeriodsOfDay {
  const [year = '', monthOfYear = ''] = day.split('-');
  const month = `${year}-${monthOfYear}`;
  const week = weekOf(day);
  return { year, quarter: quarterOf(month), month, week, segment: `${month}/${week}` };
}

/** The first and the last day of a period. @throws RangeError for what is no period. */
export function daysOf(period: string): { readonly first: string; readonly last: string } {
  switch (kindOf(period)) {
    case 'year':
      return { first: `${period}-01-01`, last: `${period}-12-31` };
    case 'quarter': {
      const start = Number(period.slice(-1)) * 3 - 2;
      const [first, last] = [start, start + 2].map((month) => monthOf(period.slice(0, 4), month));
      return { first: `${first}-01`, last: lastOfMonth(last ?? '') };
    }
    case 'month':
      return { first: `${period}-01`, last: lastOfMonth(period) };
    case 'week': {
      const first = mondayOf(period);
      return { first: dayText(first), last: dayText(first + 6 * DAY_MS) };
    }
  }
}

/** @throws RangeError for what is written like no period. */
export function kindOf(period: string): PeriodKind {
  const kind = periodKinds.find((each) => periodPatterns[each].test(period));
  if (kind === undefined) throw new RangeError('no such period');
  return kind;
}

/** A period is closed when its last day is over. */
export function isClosed(period: string, today: string): boolean {
  return daysOf(period).last < today;
}

/** Every period of a kind of which a day lies between two days, both included, in order. */
export function periodsBetween(kind: PeriodKind, from: string, until: string): readonly string[] {
  const found: string[] = [];
  for (let at = dayMs(from); at <= dayMs(until);) {
    const period = periodsOfDay(dayText(at))[kind];
    found.push(period);
    at = dayMs(daysOf(period).last) + DAY_MS;
  }
  return found;
}

/** The days of a year that a month and a week share, in order. */
export function segmentsOf(year: string): readonly PeriodsOfDay[] {
  const { first, last } = daysOf(year);
  const segments = new Map<string, PeriodsOfDay>();
  for (let at = dayMs(first); at <= dayMs(last); at += DAY_MS) {
    const periods = periodsOfDay(dayText(at));
    segments.set(periods.segment, periods);
  }
  return [...segments.values()];
}

/** The quarter in which a month lies. */
export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/** A week belongs to the year in which its Thursday lies. */
function weekOf(day: string): string {
  const at = dayMs(day);
  const thursday = at + (4 - isoWeekday(at)) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const number = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY_MS / 7);
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The fourth of January always lies in the first week. */
function mondayOf(week: string): number {
  const fourth = Date.UTC(Number(week.slice(0, 4)), 0, 4);
  return fourth + (1 - isoWeekday(fourth)) * DAY_MS + (Number(week.slice(6)) - 1) * 7 * DAY_MS;
}

/** Monday is 1, Sunday 7. */
function isoWeekday(at: number): number {
  return new Date(at).getUTCDay() || 7;
}

function monthOf(year: string, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

function lastOfMonth(month: string): string {
  return dayText(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0));
}

function dayMs(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
