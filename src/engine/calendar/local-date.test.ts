import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWeeks,
  addYears,
  compareLocalDates,
  dayNumber,
  daysBetween,
  isLocalDate,
  localDateOfDayNumber,
  parseLocalDate,
  partsOf,
  weekdayOf,
} from './local-date.ts';

const d = parseLocalDate;
const DAY_MS = 86_400_000;
/** Days from 1600 to 2400, so that century years with and without a leap day are among them. */
const anyDay = fc.integer({ min: -135_140, max: 157_054 }).map(localDateOfDayNumber);

describe('a text is a date only when that day exists', () => {
  test.each(['2025-02-28', '2024-02-29', '2000-02-29', '1880-12-31', '0001-01-01', '9999-12-31'])(
    '%s exists',
    (text) => {
      expect(isLocalDate(text)).toBe(true);
      expect(parseLocalDate(text)).toBe(text);
    },
  );

  test.each([
    '2025-02-30',
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '0000-01-01',

    '',
    '2025-1-1',
    '2025-01-01T00:00:00Z',
    ' 2025-01-01',
    '2025-01-01\n',
    '20250101',
    '２０２５-01-01',
    '-2025-01-01',
  ])('%j is refused', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => parseLocalDate(text)).toThrow(RangeError);
  });
});

describe('day arithmetic', () => {
  test('agrees with UTC dates on every day from 1600 to 2400', () => {
    fc.assert(
      fc.property(fc.integer({ min: -135_140, max: 157_054 }), (day) => {
        const utc = new Date(day * DAY_MS);
        const date = localDateOfDayNumber(day);
        expect(date).toBe(utc.toISOString().slice(0, 10));
        expect(dayNumber(date)).toBe(day);
        expect(weekdayOf(date)).toBe(utc.getUTCDay() === 0 ? 7 : utc.getUTCDay());
      }),
      { numRuns: 5000 },
    );
  });

  test('adding days and taking the difference undo each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -100_000, max: 100_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  test('a week later it is the same weekday, seven days on', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (date, weeks) => {
        const later = addWeeks(date, weeks);
        expect(weekdayOf(later)).toBe(weekdayOf(date));
        expect(daysBetween(date, later)).toBe(7 * weeks);
      }),
    );
  });

  test('dates compare as their days do', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(compareLocalDates(a, b)).toBe(Math.sign(dayNumber(a) - dayNumber(b)));
      }),
    );
  });

  test('a broken number or a year beyond 9999 is refused', () => {
    expect(() => addDays(d('2026-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addMonths(d('2026-01-01'), Number.NaN)).toThrow(RangeError);
    expect(() => addDays(d('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(d('0001-01-01'), -1)).toThrow(RangeError);
  });
});

describe('month arithmetic', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-15', 2, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-10', -1, '2025-12-10'],
    ['2026-01-31', 12, '2027-01-31'],
  ])('%s + %i months is %s', (from, months, to) => {
    expect(addMonths(d(from), months)).toBe(to);
  });

  test('29 February a year later is 28 February, four years later 29 February', () => {
    expect(addYears(d('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(d('2024-02-29'), 4)).toBe('2028-02-29');
  });

  test('lands in the month asked for, on the same day or on the last of that month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1200, max: 1200 }), (date, months) => {
        const from = partsOf(date);
        const later = addMonths(date, months);
        const to = partsOf(later);
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        const isLastOfItsMonth = partsOf(addDays(later, 1)).day === 1;
        expect(to.day === from.day || (to.day < from.day && isLastOfItsMonth)).toBe(true);
      }),
    );
  });

  test('never puts an earlier day after a later one', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 60 }), fc.integer({ min: -60, max: 60 }), (date, days, months) => {
        const ordered = compareLocalDates(addMonths(date, months), addMonths(addDays(date, days), months));
        expect(ordered).toBeLessThanOrEqual(0);
      }),
    );
  });
});
