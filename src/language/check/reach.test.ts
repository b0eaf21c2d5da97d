import { describe, expect, test } from 'vitest';
import { soundChain, spoiled, type Spoils } from '../../../test/language/sound-chain.ts';
import { headsOf, mainOf, onwardFrom, reachedOf } from './reach.ts';

const own = ['begin', 'beslis', 'wachten', 'bericht', 'overdracht', 'na'];
const sorted = (steps: ReadonlySet<string>): string[] => [...steps].toSorted();

describe('the case’s own branch', () => {
  test('comes to what outcomes lead to, along gaps, switches, variants and the first of several', () => {
    expect(sorted(mainOf(soundChain))).toEqual(own.toSorted());
  });

  test.each<[string, Spoils, string]>([
    ['the second of several', { 'steps/begin/outcomes/samen/to': { all: ['beslis', 'na'] } }, 'zij'],
    ['what a trigger opens', {}, 'evaluatie'],
    ['what an event opens', {}, 'kraam'],
    ['what a limit opens', { 'steps/evaluatie/opens': undefined }, 'evaluatie'],
  ])('does not come to %s', (_what, spoils, step) => {
    expect(mainOf(spoiled(spoils)).has(step)).toBe(false);
  });

  test('begins at the entries of every role', () => {
    expect(mainOf(spoiled({ 'entries/coach': ['zij'] })).has('zij')).toBe(true);
    expect(sorted(mainOf(spoiled({ entries: {} })))).toEqual([]);
  });
});

describe('branches of their own', () => {
  test('begin beside another, by a trigger of any sort, and at a limit', () => {
    expect(sorted(headsOf(soundChain))).toEqual(['evaluatie', 'kraam', 'nabellen', 'zij']);
  });

  test.each<[string, Spoils, string]>([
    ['beside another', { 'steps/begin/outcomes/samen/to': 'beslis' }, 'zij'],
    ['by an event', { 'steps/kraam/opens': undefined }, 'kraam'],
    ['at a moment', { 'steps/nabellen/opens': undefined }, 'nabellen'],
    ['again and again, and at a limit', { 'steps/evaluatie/opens': undefined, limits: undefined }, 'evaluatie'],
  ])('no longer begin %s when that is taken away', (_what, spoils, step) => {
    expect(headsOf(spoiled(spoils)).has(step)).toBe(false);
  });

  test('come on to wherever their own outcomes lead', () => {
    expect(sorted(onwardFrom(soundChain, ['zij']))).toEqual([...own, 'zij'].toSorted());
    expect(sorted(onwardFrom(soundChain, ['kraam']))).toEqual(['kraam']);
  });
});

describe('a case may come to', () => {
  test('every step of the sound chain', () => {
    expect(sorted(reachedOf(soundChain))).toEqual(Object.keys(soundChain.steps).toSorted());
  });

  test.each<[string, Spoils, readonly string[]]>([
    ['nothing but what events open, when nobody may start', { entries: {} }, ['kraam']],
    [
      'no step of which the opening is never seen',
      { 'steps/nabellen/opens/opening': 'nergens' },
      Object.keys(soundChain.steps).filter((id) => id !== 'nabellen'),
    ],
    [
      'the step of a limit, also when no trigger opens it',
      { 'steps/evaluatie/opens': undefined },
      Object.keys(soundChain.steps),
    ],
    [
      'no step of a limit that never begins to count',
      { 'steps/evaluatie/opens': undefined, 'limits/plafond/from': 'nergens' },
      Object.keys(soundChain.steps).filter((id) => id !== 'evaluatie'),
    ],
  ])('%s', (_what, spoils, steps) => {
    expect(sorted(reachedOf(spoiled(spoils)))).toEqual([...steps].toSorted());
  });
});
