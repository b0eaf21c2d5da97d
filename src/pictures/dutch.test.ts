import { expect, test } from 'vitest';
import { amount, dayInDutch, decimal, listed, percent, periodBriefly, periodInDutch, roundPercent } from './dutch.ts';

test('numbers are written as in the Netherlands', () => {
  expect(amount(1234)).toBe('1.234');
  expect(decimal(1234.46)).toBe('1.234,5');
  expect(percent(0.125)).toBe('12,5\u00A0%');
  expect([0, 0.004, 0.5, 0.996, 1].map(roundPercent)).toEqual(
    ['0', '0,4', '50', '99,6', '100'].map((number) => `${number}\u00A0%`),
  );
  expect(decimal(-0.01)).toBe('0');
});

test('a moment is told by its day in the Netherlands, in summer and in winter', () => {
  expect(dayInDutch('2026-10-04T22:30:00Z')).toBe('5 oktober 2026');
  expect(dayInDutch('2026-12-31T22:30:00Z')).toBe('31 december 2026');
  expect(dayInDutch('2026-12-31T23:30:00Z')).toBe('1 januari 2027');
  expect(dayInDutch('2026-01-01')).toBe('1 januari 2026');
});

test('every period of the audit has its words', () => {
  expect(['2026', '2026-Q3', '2026-09', '2026-W06'].map(periodInDutch)).toEqual([
    '2026',
    'het derde kwartaal van 2026',
    'september 2026',
    'week 6 van 2026',
  ]);
  expect(['2026-09', '2026-01', '2026-Q1', '2026-Q4'].map((period) => periodBriefly(period, false))).toEqual([
    'sep',
    'jan\n2026',
    '1e\u00A0kw\n2026',
    '4e\u00A0kw',
  ]);
});

test('what is no period or no day stays as it is', () => {
  expect(periodInDutch('ooit')).toBe('ooit');
  expect(dayInDutch('ooit')).toBe('ooit');
});

test('a list reads as a sentence', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a en b', 'a, b en c']);
});
