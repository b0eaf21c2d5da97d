import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDuration, compareDurations, isDuration, parseDuration, subtractDuration } from './duration.ts';
import { localDateOfDayNumber, parseLocalDate, partsOf } from './local-date.ts';

const anyDay = fc.integer({ min: 10_957, max: 47_846 }).map(localDateOfDayNumber);
const order = (a: string, b: string): number => compareDurations(parseDuration(a), parseDuration(b));

describe('a duration', () => {
  test.each([
    ['2026-11-22', 'P10D', '2026-12-02'],
    ['2026-11-22', 'P4W', '2026-12-20'],
    ['2026-11-30', 'P3M', '2027-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-08-31', 'P3Y6M', '2030-02-28'],
    ['2026-01-31', 'P1M1D', '2026-03-01'],
    ['2026-12-24', '5wd', '2027-01-04'],
    ['2026-11-22', 'P0D', '2026-11-22'],
  ])('%s + %s is %s', (from, text, to) => {
    expect(addDuration(parseLocalDate(from), parseDuration(text))).toBe(to);
  });

  test('clamps years and months once, not one after the other', () => {
    expect(addDuration(parseLocalDate('2024-02-29'), parseDuration('P3Y12M'))).toBe('2028-02-29');
  });

  test.each([
    '',
    'P',
    'P4',
    '4W',
    'PT5H',
    'P1DT1H',
    'P-4W',
    '-P4W',
    'P1.5M',
    'P1M1Y',
    'p4w',
    ' P4W',
    'P4W\n',
    'P1000000D',
    'wd',
    '5 wd',
    '5WD',
    '-5wd',
    '1.5wd',
    'P5wd',
  ])('%j is refused', (text) => {
    expect(isDuration(text)).toBe(false);
    expect(() => parseDuration(text)).toThrow(RangeError);
  });

  test('is longer with more of the same unit, in every unit', () => {
    const unit = fc.constantFrom('Y', 'M', 'W', 'D', 'wd');
    fc.assert(
      fc.property(unit, fc.nat({ max: 9999 }), fc.nat({ max: 9999 }), (letter, a, b) => {
        const text = (count: number): string => (letter === 'wd' ? `${count}wd` : `P${count}${letter}`);
        expect(order(text(a), text(b))).toBe(Math.sign(a - b));
      }),
    );
  });

  test.each([
    ['P12M', 'P1Y', 0],
    ['P7D', 'P1W', 0],
    ['5wd', 'P1W', 0],
    ['10wd', 'P2W', 0],
    ['P30D', 'P1M', -1],
    ['P31D', 'P1M', 1],
    ['P4W', 'P1M', -1],
    ['P3Y6M', 'P42M', 0],
    ['6wd', 'P1W', 1],
    ['P8W', 'P3M', -1],
  ])('%s against %s compares as %i', (a, b, expected) => {
    expect(order(a, b)).toBe(expected);
    expect(order(b, a)).toBe(0 - expected);
  });

  test('of the usual ones that compares as longer never ends earlier, whatever the day', () => {
    const text = fc.constantFrom('P10D', 'P4W', 'P1M', 'P3M', 'P8W', 'P6M', 'P1Y', 'P2Y', 'P3Y6M');
    fc.assert(
      fc.property(anyDay, text, text, (date, a, b) => {
        fc.pre(order(a, b) < 0);
        const [shorter, longer] = [addDuration(date, parseDuration(a)), addDuration(date, parseDuration(b))];
        expect(shorter <= longer).toBe(true);
      }),
    );
  });
});

describe('so long before a day', () => {
  const less = (date: string, text: string): string => subtractDuration(parseLocalDate(date), parseDuration(text));

  test.each([
    ['2026-12-02', 'P10D', '2026-11-22'],
    ['2026-06-15', 'P3W', '2026-05-25'],
    ['2026-03-31', 'P1M', '2026-02-28'],
    ['2024-02-29', 'P1Y', '2023-02-28'],
    ['2027-01-04', '5wd', '2026-12-24'],
    ['2026-03-01', 'P1M1D', '2026-01-28'],
    ['2026-11-22', 'P0D', '2026-11-22'],
    ['2044-11-22', 'P17Y6M', '2027-05-22'],
  ])('%s - %s is %s', (date, text, expected) => {
    expect(less(date, text)).toBe(expected);
  });

  test('in days and weeks undoes what is added, from every day', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(4000), fc.nat(500), (day, days, weeks) => {
        const duration = parseDuration(`P${weeks}W${days}D`);
        expect(subtractDuration(addDuration(day, duration), duration)).toBe(day);
        expect(addDuration(subtractDuration(day, duration), duration)).toBe(day);
      }),
    );
  });

  test('in years and months undoes what is added, from every day that each month has', () => {
    const inEveryMonth = anyDay.filter((day) => partsOf(day).day <= 28);
    fc.assert(
      fc.property(inEveryMonth, fc.nat(20), fc.nat(40), (day, years, months) => {
        const duration = parseDuration(`P${years}Y${months}M`);
        expect(subtractDuration(addDuration(day, duration), duration)).toBe(day);
        expect(addDuration(subtractDuration(day, duration), duration)).toBe(day);
      }),
    );
  });

  test('from a day that a month lacks, comes at most three days short', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), (day, months) => {
        const duration = parseDuration(`P${months}M`);
        const back = addDuration(subtractDuration(day, duration), duration);
        expect(back <= day).toBe(true);
        expect(partsOf(day).day - partsOf(back).day).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('is never later than the day itself', () => {
    const duration = fc.oneof(
      fc.nat(300).map((count) => `${count}wd`),
      fc.tuple(fc.nat(5), fc.nat(30), fc.nat(30)).map(([years, months, days]) => `P${years}Y${months}M${days}D`),
    );
    fc.assert(
      fc.property(anyDay, duration, (day, text) => {
        expect(less(day, text) <= day).toBe(true);
      }),
    );
  });
});
