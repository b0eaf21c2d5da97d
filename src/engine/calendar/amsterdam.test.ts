import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfLocalDay, localDateOf, startOfLocalDay } from './amsterdam.ts';
import { addDays, localDateOfDayNumber, parseLocalDate } from './local-date.ts';

const HOUR_MS = 3_600_000;
const sweden = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

/** The UTC midnight of the last Sunday of a month with 31 days, found by walking back. */
function lastSunday(year: number, monthIndex: number): number {
  const day = new Date(Date.UTC(year, monthIndex, 31));
  while (day.getUTCDay() !== 0) day.setUTCDate(day.getUTCDate() - 1);
  return day.getTime();
}

const years = Array.from({ length: 21 }, (_, index) => 2020 + index);

describe('the local day in Amsterdam', () => {
  test.each(years)('is what Intl says in every hour around both clock changes of %i', (year) => {
    for (const monthIndex of [2, 9]) {
      const change = lastSunday(year, monthIndex);
      for (let hour = -60; hour <= 60; hour += 1) {
        for (const edge of [-1, 0, 1]) {
          const instant = change + hour * HOUR_MS + edge;
          expect([instant, localDateOf(instant)]).toEqual([instant, sweden.format(instant)]);
        }
      }
    }
  });

  test('is what Intl says at any instant from 2000 to 2100', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 11, 31) }), (instant) => {
        expect(localDateOf(instant)).toBe(sweden.format(instant));
      }),
      { numRuns: 20_000 },
    );
  });

  test('begins and ends, to the millisecond, where Intl changes day', () => {
    const day = fc.integer({ min: 10_957, max: 47_846 }).map(localDateOfDayNumber);
    fc.assert(
      fc.property(day, (date) => {
        const [start, end] = [startOfLocalDay(date), endOfLocalDay(date)];
        expect([sweden.format(start - 1), sweden.format(start)]).toEqual([addDays(date, -1), date]);
        expect([sweden.format(end), sweden.format(end + 1)]).toEqual([date, addDays(date, 1)]);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['2026-03-28', 24],
    ['2026-03-29', 23],
    ['2026-03-30', 24],
    ['2026-10-24', 24],
    ['2026-10-25', 25],
    ['2026-10-26', 24],
  ])('%s lasts %i hours', (text, hours) => {
    const date = parseLocalDate(text);
    expect((endOfLocalDay(date) + 1 - startOfLocalDay(date)) / HOUR_MS).toBe(hours);
  });

  test('an instant just after local midnight belongs to the new day, although UTC is still on the old one', () => {
    expect(localDateOf(Date.UTC(2011, 8, 30, 22, 38))).toBe('2011-10-01');
    expect(startOfLocalDay(parseLocalDate('2026-11-22'))).toBe(Date.UTC(2026, 10, 21, 23));
    expect(endOfLocalDay(parseLocalDate('2026-07-01'))).toBe(Date.UTC(2026, 6, 1, 22) - 1);
  });

  test('the last day of the calendar still has an end', () => {
    expect(endOfLocalDay(parseLocalDate('9999-12-31'))).toBe(Date.UTC(9999, 11, 31, 23) - 1);
  });
});
