import { type CivilDate, civilOf, dayNumberOf, daysInMonth, weekdayOfDayNumber } from './day-number.ts';

declare const localDateBrand: unique symbol;

/** A calendar day in Europe/Amsterdam, 'YYYY-MM-DD', from 0001-01-01 to 9999-12-31. Sorts as text. */
export type LocalDate = string & { readonly [localDateBrand]: true };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

function civilFromText(text: string): CivilDate | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

/** Whether the text is a day that exists: '2025-02-30' is not. */
export function isLocalDate(text: string): text is LocalDate {
  return civilFromText(text) !== undefined;
}

/** Reads 'YYYY-MM-DD'. Throws RangeError for another form or a day that does not exist. */
export function parseLocalDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError('not a date in the form YYYY-MM-DD');
  return text;
}

/** Year, month (1-12) and day (1-31) of a date. */
export function partsOf(date: LocalDate): CivilDate {
  const civil = civilFromText(date);
  if (civil === undefined) throw new RangeError('not a date in the form YYYY-MM-DD');
  return civil;
}

/** Throws RangeError for a day that does not exist or lies outside the years 1-9999. */
function localDateFrom({ year, month, day }: CivilDate): LocalDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return parseLocalDate(text);
}

/** Whole days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  return dayNumberOf(partsOf(date));
}

/** The inverse of `dayNumber`. Throws RangeError outside the years 1-9999. */
export function localDateOfDayNumber(day: number): LocalDate {
  return localDateFrom(civilOf(wholeNumber(day)));
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return localDateOfDayNumber(dayNumber(date) + wholeNumber(days));
}

export function addWeeks(date: LocalDate, weeks: number): LocalDate {
  return addDays(date, weeks * 7);
}

/** The same day of a later (or earlier) month; a day that month lacks becomes its last: 31 January + 1 = 28 or 29 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const monthIndex = year * 12 + (month - 1) + wholeNumber(months);
  const targetYear = Math.floor(monthIndex / 12);
  const targetMonth = monthIndex - targetYear * 12 + 1;
  return localDateFrom({
    year: targetYear,
    month: targetMonth,
    day: Math.min(day, daysInMonth(targetYear, targetMonth)),
  });
}

/** As `addMonths`: 29 February + 1 year = 28 February. */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/** Negative when `a` comes before `b`, 0 when equal, positive when after. */
export function compareLocalDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return weekdayOfDayNumber(dayNumber(date));
}

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError('not a whole number');
  return value;
}
