import { feestdagenOf } from './holidays.ts';
import { addDays, type LocalDate, partsOf, weekdayOf } from './local-date.ts';

const SATURDAY = 6;

/** Whether a day is none of: Saturday, Sunday, a holiday of the Algemene termijnenwet art. 3 (see `feestdagenOf`). */
export function isWerkdag(date: LocalDate): boolean {
  if (weekdayOf(date) >= SATURDAY) return false;
  return !feestdagenOf(partsOf(date).year).some((feestdag) => feestdag.date === date);
}

/**
 * The `count`-th werkdag after `date`; the date itself does not count. With 0 the date itself, werkdag or not.
 * Throws RangeError for a negative or broken count.
 */
export function addWerkdagen(date: LocalDate, count: number): LocalDate {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('not a whole number of werkdagen from 0');
  let day = date;
  for (let remaining = count; remaining > 0;) {
    day = addDays(day, 1);
    if (isWerkdag(day)) remaining -= 1;
  }
  return day;
}

/**
 * The number of werkdagen after `from` up to and including `to`, so that
 * `werkdagenBetween(a, addWerkdagen(a, n))` is n. Negative when `to` comes first.
 */
export function werkdagenBetween(from: LocalDate, to: LocalDate): number {
  if (to < from) return 0 - werkdagenBetween(to, from);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWerkdag(day)) count += 1;
  }
  return count;
}
