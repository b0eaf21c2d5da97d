import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from './days.ts';
import { daysOf, isClosed, periodKinds, periodsBetween, periodsOfDay, segmentsOf } from './periods.ts';

const anyDay = fc
  .integer({ min: Date.UTC(2000, 0, 1) / DAY_MS, max: Date.UTC(2060, 11, 31) / DAY_MS })
  .map((number) => new Date(number * DAY_MS).toISOString().slice(0, 10));

describe('the grid of periods', () => {
  // ISO 8601: known days around the turn of the year.
  test.each([
    ['2025-01-01', '2025-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('%s lies in week %s', (day, week) => {
    expect(periodsOfDay(day).week).toBe(week);
  });

  test('every day lies in exactly one year, quarter, month and week, between its first and last day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const kind of periodKinds) {
          const { first, last } = daysOf(periodsOfDay(day)[kind]);
          expect(first <= day && day <= last).toBe(true);
          expect([periodsOfDay(first)[kind], periodsOfDay(last)[kind]]).toEqual(Array(2).fill(periodsOfDay(day)[kind]));
        }
      }),
    );
  });

  test('the periods between two days follow on each other without a gap', () => {
    for (const kind of periodKinds) {
      const found = periodsBetween(kind, '2024-02-20', '2026-11-22');
      for (const [index, period] of found.entries()) {
        const next = found[index + 1];
        if (next === undefined) continue;
        expect(Date.parse(daysOf(next).first) - Date.parse(daysOf(period).last)).toBe(DAY_MS);
      }
      expect([periodsOfDay('2024-02-20')[kind], periodsOfDay('2026-11-22')[kind]]).toEqual([found[0], found.at(-1)]);
    }
  });

  test('a segment is what one month and one week share, and all of them are the year', () => {
    const segments = segmentsOf('2025');
    expect(segments).toHaveLength(new Set(segments.map(({ segment }) => segment)).size);
    expect(new Set(segments.map(({ month }) => month)).size).toBe(12);
    expect(segments.filter(({ week }) => week === '2025-W05').map(({ month }) => month)).toEqual([
      '2025-01',
      '2025-02',
    ]);
  });

  test('a period is closed the day after its last day, and not before', () => {
    expect([isClosed('2025', '2025-12-31'), isClosed('2025', '2026-01-01')]).toEqual([false, true]);
    expect([isClosed('2026-Q3', '2026-09-30'), isClosed('2026-Q3', '2026-10-01')]).toEqual([false, true]);
    expect([isClosed('2026-W47', '2026-11-22'), isClosed('2026-W47', '2026-11-23')]).toEqual([false, true]);
  });

  test('what is written like no period is refused', () => {
    for (const wrong of ['2025-Q5', '2025-13', '2025-W54', '2025-01-01', '', 'alle']) {
      expect(() => daysOf(wrong)).toThrow(RangeError);
    }
  });
});
