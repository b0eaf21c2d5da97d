import { describe, expect, test } from 'vitest';
import { waitOf } from './waiting.ts';

const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('the measured waiting time', () => {
  test('is the day on which half of the residents were taken up', () => {
    expect(waitOf({ days: ten, waiting: [] })).toEqual({ medianDays: 5, n: 10 });
    expect(waitOf({ days: ten.toReversed(), waiting: [] })).toEqual({ medianDays: 5, n: 10 });
  });

  test('counts who still waits as long as they wait: leaving them out would make it look shorter', () => {
    expect(waitOf({ days: ten, waiting: [20, 20, 20, 20] })).toEqual({ medianDays: 7, n: 10 });
    // Who has only just come says nothing about the days after that.
    expect(waitOf({ days: ten, waiting: [0.5, 0.5, 0.5, 0.5] })).toEqual({ medianDays: 5, n: 10 });
  });

  test('has no median while more than half still wait', () => {
    expect(waitOf({ days: ten, waiting: Array.from({ length: 11 }, () => 30) })).toEqual({ medianDays: null, n: 10 });
  });

  test('is not told about fewer than ten residents, however many wait', () => {
    expect(waitOf({ days: ten.slice(1), waiting: [] })).toEqual({ suppressed: true });
    expect(waitOf({ days: ten.slice(1), waiting: ten })).toEqual({ suppressed: true });
    expect(waitOf({ days: [], waiting: [] })).toEqual({ suppressed: true });
  });

  test('never tells the shortest or the longest wait of ten that differ', () => {
    const shown = JSON.stringify(waitOf({ days: [0, 11, 12, 13, 14, 15, 16, 17, 18, 999], waiting: [] }));
    expect(shown).toBe('{"medianDays":14,"n":10}');
  });
});
