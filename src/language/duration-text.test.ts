import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDurations, isDuration, parseDuration } from '../engine/calendar/duration.ts';
import { lengthOfText } from './duration-text.ts';

const part = (unit: string): fc.Arbitrary<string> => fc.integer({ min: 0, max: 400 }).map((count) => `${count}${unit}`);
const either = (unit: string): fc.Arbitrary<string> => fc.oneof(fc.constant(''), part(unit));
const written = fc.oneof(
  part('wd'),
  fc.tuple(either('Y'), either('M'), either('W'), either('D')).map((parts) => `P${parts.join('')}`),
  fc.stringMatching(/^P?[0-9YMWDTH]{0,6}(wd)?$/),
  fc.string(),
);

test('a text is a duration for the language exactly when the engine can parse it', () => {
  fc.assert(fc.property(written, (text) => (lengthOfText(text) !== undefined) === isDuration(text)));
});

test('two durations are in the same order for the language as for the engine', () => {
  fc.assert(
    fc.property(written.filter(isDuration), written.filter(isDuration), (a, b) => {
      const order = Math.sign((lengthOfText(a) ?? 0) - (lengthOfText(b) ?? 0));
      expect(order).toBe(compareDurations(parseDuration(a), parseDuration(b)));
    }),
  );
});

test('units are weighed by their averages', () => {
  expect(lengthOfText('P12M')).toBe(lengthOfText('P1Y'));
  expect(lengthOfText('5wd')).toBe(lengthOfText('P1W'));
  expect(lengthOfText('P7D')).toBe(lengthOfText('P1W'));
});
