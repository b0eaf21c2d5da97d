import { describe, expect, test } from 'vitest';
import { ageBandOn, ageOn } from './age.ts';

describe('an age in whole years', () => {
  test.each([
    ['1960-11-22', '2026-11-21', 65],
    ['1960-11-22', '2026-11-22', 66],
    ['1960-02-29', '2026-02-28', 65],
    ['1960-02-29', '2026-03-01', 66],
    ['2026-11-22', '2026-11-22', 0],
  ])('of who was born on %s is on %s: %i', (birthDate, day, age) => {
    expect(ageOn(birthDate, day)).toBe(age);
  });

  test.each([
    ['1946-05-17', '2026-11-22', '80-84'],
    ['1961-11-23', '2026-11-22', '60-64'],
    ['1961-11-22', '2026-11-22', '65-69'],
    ['2026-11-01', '2026-11-22', '0-4'],
  ])('of who was born on %s is told on %s as a band of five years: %s', (birthDate, day, band) => {
    expect(ageBandOn(birthDate, day)).toBe(band);
  });
});
