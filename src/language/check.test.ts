import { describe, expect, test } from 'vitest';
import { soundChain, spoiled } from '../../test/language/sound-chain.ts';
import { problemsOf } from './check.ts';
import { type AnyChain, assess, end, knob } from './define.ts';

test('a chain in which everything fits has no problems', () => {
  expect(problemsOf(soundChain)).toEqual([]);
  expect(problemsOf(JSON.parse(JSON.stringify(soundChain)) as AnyChain)).toEqual([]);
});

test('the smallest chain there can be has no problems', () => {
  const { inclusion: _a, phases: _b, limits: _c, payers: _d, group: _e, events: _f, anchors: _g, ...bare } = soundChain;
  const { variants: _h, marks: _i, ...least } = bare;
  const within = knob('5wd', { min: '2wd', max: '10wd' });
  const begin = assess({
    label: 'Begin',
    by: 'tester',
    within,
    outcomes: { klaar: { label: 'Klaar', to: end('klaar') } },
  });
  const chain = { ...least, milestones: {}, knobs: {}, afterConsent: [], steps: { begin } };
  expect(problemsOf(chain)).toEqual([]);
});

test('everything that is wrong is said at once, each in a line of its own', () => {
  const problems = problemsOf(
    spoiled({ 'steps/begin/by': 'testr', 'steps/na/by': 'coch', 'steps/wachten/within': { fixed: 'P', source: 'B' } }),
  );
  expect(problems).toEqual([
    'step begin: role testr has no label',
    'step na: role coch has no label',
    'step wachten: P is not a duration',
  ]);
});

describe('what lies outside the language in data', () => {
  test.each(['toString', '__proto__', 'constructor', 'hasOwnProperty'])('%s is never a name that is there', (name) => {
    const spoils = { 'steps/zij/outcomes/samen/to': name, 'steps/zij/by': name };
    const problems = problemsOf(spoiled(spoils));
    expect(problems).toContain(`step zij, outcome samen: there is no step ${name}`);
    expect(problems).toContain(`step zij: role ${name} has no label`);
  });
});
