import { dayNumberOf, weekdayOfDayNumber } from './day-number.ts';
import { isFeestdag } from './holidays.ts';
import { dayNumber, type LocalDate, localDateOfDayNumber } from './local-date.ts';

const SATURDAY = 6;
const LAST_DAY = dayNumberOf({ year: 9999, month: 12, day: 31 });

/** Whether a day is none of: Saturday, Sunday, a holiday of the Algemene termijnenwet art. 3 (see `feestdagenOf`). */
export function isWerkdag(date: LocalDate): boolean {
  return isWerkdagNumber(dayNumber(date));
}

function isWerkdagNumber(day: number): boolean {
  return weekdayOfDayNumber(day) < SATURDAY && !isFeestdag(day);
}

/**
 * The `count`-th werkdag after `date`; the date itself does not count. With 0 the date itself, werkdag or not.
 * Throws RangeError for a negative or broken count.
 */
export function addWerkdagen(date: LocalDate, count: number): LocalDate {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('not a whole number of werkdagen from 0');
  let day = dayNumber(date);
  for (let remaining = count; remaining > 0;) {
    day += 1;
    if (day > LAST_DAY) throw new RangeError('outside the years 1-9999');
    if (isWerkdagNumber(day)) remaining -= 1;
  }
  return localDateOfDayNumber(day);
}

/** The `count`-th werkdag before `date`; the date itself does not count. With 0 the date itself. Throws RangeError. */
export function subtractWerkdagen(date: LocalDate, count: number): LocalDate {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('not a whole number of werkdagen from 0');
  let day = dayNumber(date);
  for (let remaining = count; remaining > 0;) {
    day -= 1;
    if (isWerkdagNumber(day)) remaining -= 1;
  }
  return localDateOfDayNumber(day);
}

/**
 * The number of werkdagen after `from` up to and including `to`, so that
 * `werkdagenBetween(a, addWerkdagen(a, n))` is n. Negative when `to` comes first.
 */
export function werkdagenBetween(from: LocalDate, to: LocalDate): number {
  if (to < from) return 0 - werkdagenBetween(to, from);
  let count = 0;
  const last = dayNumber(to);
  for (let day = dayNumber(from) + 1; day <= last; day += 1) {
    if (isWerkdagNumber(day)) count += 1;
  }
  return count;
}
