import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDateOf, startOfLocalDay } from '../../engine/calendar/amsterdam.ts';
import { isWerkdag } from '../../engine/calendar/werkdagen.ts';
import { atWork } from './office-hours.ts';
import { randomOf } from './random.ts';

const HOUR = 3_600_000;
const moment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) });

test('whoever acts does so on a werkdag from 8 to 18 hours in Amsterdam, never earlier than was meant', () => {
  fc.assert(
    fc.property(moment, fc.nat(), (meant, seed) => {
      const at = atWork(meant, randomOf(seed, 'hours'));
      const day = localDateOf(at);
      const midnight = startOfLocalDay(day);
      expect(isWerkdag(day)).toBe(true);
      expect(at).toBeGreaterThanOrEqual(meant);
      expect(at - midnight).toBeGreaterThanOrEqual(7 * HOUR);
      expect(at - midnight).toBeLessThan(19 * HOUR);
      const hour = Number(
        new Intl.DateTimeFormat('nl-NL', { hour: 'numeric', timeZone: 'Europe/Amsterdam' }).format(at),
      );
      expect(hour).toBeGreaterThanOrEqual(8);
      expect(hour).toBeLessThan(18);
    }),
  );
});

test('the same seed gives the same row, another seed or name another one', () => {
  const row = (seed: number, name: string): readonly number[] => {
    const random = randomOf(seed, name);
    return Array.from({ length: 5 }, () => random.next());
  };
  expect(row(1, 'a')).toEqual(row(1, 'a'));
  expect(row(1, 'a')).not.toEqual(row(2, 'a'));
  expect(row(1, 'a')).not.toEqual(row(1, 'b'));
});

test('what has more weight is picked more often, and what has none never', () => {
  const random = randomOf(3, 'weights');
  const picked = Array.from({ length: 4_000 }, () => random.weighted({ much: 3, little: 1, never: 0 }));
  const much = picked.filter((each) => each === 'much').length;
  expect(Math.abs(much / 4_000 - 0.75)).toBeLessThan(0.04);
  expect(picked).not.toContain('never');
  expect(random.weighted({ never: 0 })).toBeUndefined();
});

test('half of the times lie below the median, and some are much longer', () => {
  const random = randomOf(4, 'times');
  const times = Array.from({ length: 4_000 }, () => random.around(10, 0.6));
  expect(Math.abs(times.filter((time) => time < 10).length / 4_000 - 0.5)).toBeLessThan(0.04);
  expect(Math.max(...times)).toBeGreaterThan(40);
  expect(Math.min(...times)).toBeGreaterThan(0);
});
