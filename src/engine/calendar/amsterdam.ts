import { dayNumberOf, weekdayOfDayNumber, civilOf } from './day-number.ts';
import { dayNumber, type LocalDate, localDateOfDayNumber } from './local-date.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SUNDAY = 7;

/**
 * The instant (ms since the epoch) at which the clocks change: 01:00 UTC on the last Sunday of March or October
 * (Directive 2000/84/EC; the Netherlands follow this rule since 1996, so earlier instants may be an hour off).
 */
function clockChange(year: number, month: 3 | 10): number {
  const lastDay = dayNumberOf({ year, month, day: 31 });
  const lastSunday = lastDay - (weekdayOfDayNumber(lastDay) % SUNDAY);
  return lastSunday * DAY_MS + HOUR_MS;
}

function utcOffsetMs(instantMs: number): number {
  const { year } = civilOf(Math.floor(instantMs / DAY_MS));
  const summer = instantMs >= clockChange(year, 3) && instantMs < clockChange(year, 10);
  return summer ? 2 * HOUR_MS : HOUR_MS;
}

/** The calendar day in Europe/Amsterdam of an instant in ms since the epoch. Throws RangeError outside the years 1-9999. */
export function localDateOf(instantMs: number): LocalDate {
  return localDateOfDayNumber(Math.floor((instantMs + utcOffsetMs(instantMs)) / DAY_MS));
}

function startOfDayNumber(day: number): number {
  const midnightUtc = day * DAY_MS;
  // Clocks change at 01:00 UTC, so what holds at 00:00 UTC held at local midnight, an hour or two before.
  return midnightUtc - utcOffsetMs(midnightUtc);
}

/** The first millisecond of a day in Europe/Amsterdam, in ms since the epoch. A day lasts 23, 24 or 25 hours. */
export function startOfLocalDay(date: LocalDate): number {
  return startOfDayNumber(dayNumber(date));
}

/** The last millisecond of a day in Europe/Amsterdam, in ms since the epoch: where a term ends. */
export function endOfLocalDay(date: LocalDate): number {
  return startOfDayNumber(dayNumber(date) + 1) - 1;
}
