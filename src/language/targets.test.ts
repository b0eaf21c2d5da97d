import { expect, test } from 'vitest';
import { byKnob, end, gap } from './define.ts';
import { targetsOf } from './targets.ts';

test('a step, an end and a gap lead to one place: themselves', () => {
  for (const target of ['begin', end('klaar'), gap('route', 'begin')]) expect(targetsOf(target)).toEqual([target]);
});

test('a switch leads to the target of each of its options', () => {
  const uit = gap('route', 'begin');
  expect(targetsOf(byKnob('route', { aan: 'wachten', uit }))).toEqual(['wachten', uit]);
});
