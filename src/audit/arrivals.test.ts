import { expect, test } from 'vitest';
import { arrivalsOf } from './arrivals.ts';

const at = (moment: string): number => Date.parse(moment);

test('a case that begins just after midnight on the first belongs to the local month', () => {
  const begin = [at('2011-10-01T00:38:00+02:00')];
  expect(arrivalsOf(begin, 'Europe/Amsterdam').byMonth).toEqual({ '2011-10': 1 });
  expect(arrivalsOf(begin, 'UTC').byMonth).toEqual({ '2011-09': 1 });
});

test.each([
  ['the last hour of March, in summer time', '2026-03-31T23:59:00+02:00', '2026-03'],
  ['the first hour of April', '2026-04-01T00:00:00+02:00', '2026-04'],
  ['the last hour of October, in winter time again', '2026-10-31T23:59:00+01:00', '2026-10'],
  ['the first hour of November', '2026-11-01T00:00:00+01:00', '2026-11'],
])('months change at midnight as the clock shows it: %s', (_when, moment, month) => {
  expect(arrivalsOf([at(moment)], 'Europe/Amsterdam').byMonth).toEqual({ [month]: 1 });
});

test('a month in which nothing began counts too, and the order of the cases does not', () => {
  const begins = [at('2026-02-10T10:00:00Z'), at('2025-11-10T10:00:00Z')];
  expect(Object.entries(arrivalsOf(begins, 'UTC').byMonth)).toEqual([
    ['2025-11', 1],
    ['2025-12', 0],
    ['2026-01', 0],
    ['2026-02', 1],
  ]);
});

test('the limits are those of the months, and there are none under twelve months', () => {
  const counts = [12, 9, 14, 11, 10, 13, 8, 15, 12, 11, 25, 10];
  const begins = counts.flatMap((count, month) => Array.from({ length: count }, () => Date.UTC(2025, month, 15)));
  const { control } = arrivalsOf(begins, 'Europe/Amsterdam');
  expect(control?.centre).toBe(12.5);
  expect(control?.upper).toBeCloseTo(27.00909, 5);
  expect(control?.lower).toBeCloseTo(-2.009091, 6);
  const eleven = begins.filter((begin) => begin < Date.UTC(2025, 11, 1));
  expect(arrivalsOf(eleven, 'Europe/Amsterdam').control).toBeNull();
});

test('the gap is between one case and the next, whatever their order in the log', () => {
  expect(arrivalsOf([at('2026-01-01T10:00:00Z'), at('2026-01-01T09:00:00Z')], 'UTC').gap?.mean).toBe(3600);
  expect(arrivalsOf([at('2026-01-01T10:00:00Z')], 'UTC').gap).toBeNull();
});
