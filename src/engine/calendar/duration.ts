import { addDays, addMonths, type LocalDate } from './local-date.ts';
import { addWerkdagen, subtractWerkdagen } from './werkdagen.ts';

/** A length of time in whole days, as chains write it: 'P10D', 'P4W', 'P3M', 'P1Y', 'P3Y6M' or, in werkdagen, '5wd'. */
export type Duration =
  | {
      readonly kind: 'calendar';
      readonly years: number;
      readonly months: number;
      readonly weeks: number;
      readonly days: number;
    }
  | { readonly kind: 'werkdagen'; readonly werkdagen: number };

const CALENDAR_FORM = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;
const WERKDAGEN_FORM = /^(\d{1,4})wd$/;

function readDuration(text: string): Duration | undefined {
  const werkdagen = WERKDAGEN_FORM.exec(text);
  if (werkdagen !== null) return { kind: 'werkdagen', werkdagen: Number(werkdagen[1]) };
  const calendar = CALENDAR_FORM.exec(text);
  if (calendar === null) return undefined;
  const [, years, months, weeks, days] = calendar;
  return {
    kind: 'calendar',
    years: Number(years ?? 0),
    months: Number(months ?? 0),
    weeks: Number(weeks ?? 0),
    days: Number(days ?? 0),
  };
}

export function isDuration(text: string): boolean {
  return readDuration(text) !== undefined;
}

/** Throws RangeError for anything but an ISO 8601 duration of years, months, weeks and days, or 'Nwd'. */
export function parseDuration(text: string): Duration {
  const duration = readDuration(text);
  if (duration === undefined) throw new RangeError('not a duration such as P10D, P4W, P3Y6M or 5wd');
  return duration;
}

/** Years and months first, with one clamp to the end of the month; then weeks and days. Werkdagen as `addWerkdagen`. */
export function addDuration(date: LocalDate, duration: Duration): LocalDate {
  switch (duration.kind) {
    case 'werkdagen':
      return addWerkdagen(date, duration.werkdagen);
    case 'calendar':
      return addDays(addMonths(date, duration.years * 12 + duration.months), duration.weeks * 7 + duration.days);
  }
}

/** So long before a date: days and weeks first, then months and years with one clamp to the end of the month. */
export function subtractDuration(date: LocalDate, duration: Duration): LocalDate {
  switch (duration.kind) {
    case 'werkdagen':
      return subtractWerkdagen(date, duration.werkdagen);
    case 'calendar':
      return addMonths(addDays(date, -duration.weeks * 7 - duration.days), -duration.years * 12 - duration.months);
  }
}

/**
 * Which of two durations is longer, for the bounds of a knob: negative, 0 or positive. Exact within one unit; between
 * units by the average: a year is 365.25 days, a month a twelfth of it, five werkdagen a week.
 */
export function compareDurations(a: Duration, b: Duration): number {
  return Math.sign(averageLength(a) - averageLength(b));
}

/** In eightieths of a day, in which every unit is a whole number, so that equal lengths compare equal. */
function averageLength(duration: Duration): number {
  switch (duration.kind) {
    case 'werkdagen':
      return duration.werkdagen * 112;
    case 'calendar':
      return duration.years * 29_220 + duration.months * 2435 + duration.weeks * 560 + duration.days * 80;
  }
}
