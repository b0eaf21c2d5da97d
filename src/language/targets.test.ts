import { describe, expect, test } from 'vitest';
import { soundChain } from '../../test/language/sound-chain.ts';
import { all, byKnob, end, gap, leave, type Target, to } from './define.ts';
import {
  besideOf,
  endingOf,
  formOf,
  keepsOf,
  leaves,
  onwardOf,
  regieOf,
  rolesOf,
  stepAfter,
  targetsOf,
  triggerOf,
} from './targets.ts';

const step = (id: string): (typeof soundChain.steps)[string] => soundChain.steps[id]!;

describe('where a target leads', () => {
  test.each<[string, Target, readonly unknown[]]>([
    ['a step', 'a', ['a']],
    ['an end', end('klaar'), [{ end: 'klaar' }]],
    ['a switch leads along every option', byKnob('k', { aan: 'a', uit: end('b') }), ['a', { end: 'b' }]],
    ['several lead to each', all('a', to('b', { spoed: 'ja' })), ['a', { step: 'b', with: { spoed: 'ja' } }]],
  ])('%s', (_what, target, targets) => {
    expect(targetsOf(target)).toEqual(targets);
  });

  test('the branch itself goes on with the first of several; the others begin branches of their own', () => {
    const several = all('a', 'b', to('c', { spoed: 'ja' }));
    expect(onwardOf(several)).toEqual(['a']);
    expect(besideOf(several)).toEqual(['b', 'c']);
    expect(onwardOf(byKnob('k', { aan: 'a', uit: 'b' }))).toEqual(['a', 'b']);
    expect(besideOf('a')).toEqual([]);
  });

  test('a gap goes on at its fallback, a variant at its step; an end and a branch that is done open nothing', () => {
    expect(['a', gap('g', 'b'), to('c', { spoed: 'ja' }), end('e'), leave()].map((each) => stepAfter(each))).toEqual([
      'a',
      'b',
      'c',
      undefined,
      undefined,
    ]);
    expect([end('e'), leave(), gap('g', 'b'), 'a'].map((each) => endingOf(each))).toEqual([
      'e',
      undefined,
      undefined,
      undefined,
    ]);
    expect([leave(), end('e'), 'leave'].map((each) => leaves(each))).toEqual([true, false, false]);
  });
});

describe('what a step says, whatever its kind', () => {
  test('the roles of which one holds it; none for a rule', () => {
    expect(rolesOf(step('begin'))).toEqual(['tester']);
    expect(rolesOf(step('overdracht'))).toEqual(['coach', 'huisarts']);
    expect(rolesOf(step('beslis'))).toEqual([]);
  });

  test('the roles of which one is regiehouder in a phase', () => {
    expect(Object.values(soundChain.phases!).map(regieOf)).toEqual([['tester'], ['coach', 'tester']]);
  });

  test('its form, the codes that are kept of it, and what opens it', () => {
    expect([formOf(step('begin')), formOf(step('wachten'))]).toEqual(['intake', undefined]);
    expect([keepsOf(step('begin')), keepsOf(step('beslis'))]).toEqual([['kans', 'lijst'], []]);
    expect([triggerOf(step('kraam')), triggerOf(step('beslis')), triggerOf(step('na'))]).toEqual([
      { on: 'geboorte', inEveryOpenCase: true, once: true },
      undefined,
      undefined,
    ]);
  });
});
