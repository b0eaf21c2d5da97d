import { describe, expect, test } from 'vitest';
import { fixed, klaar, smallChain, step } from '../../../test/journeys/small-chain.ts';
import { all, type AnyChain, inform, leave, type Outcome, rule, type Step } from '../define.ts';
import { instantProblems } from './instant.ts';

const ends: Outcome = { label: 'Klaar', to: klaar };
const begin = step({ samen: all('dan', 'naast') });
const melden = (outcome: Outcome, differs: Partial<Step> = {}): Step =>
  ({
    ...inform({ label: 'Melden', by: 'tester', within: fixed('P1D'), tells: 'gezien', outcomes: { verder: outcome } }),
    ...differs,
  }) as Step;
const weging = (outcome: Outcome, differs: Partial<Step> = {}): Step =>
  ({
    ...rule({ label: 'Weging', rule: 'r', version: '1', decides: [], otherwise: 'x', outcomes: { x: outcome } }),
    ...differs,
  }) as Step;
const monthly = { opens: { every: fixed('P1M'), from: 'begin' } } as const;

function problems(steps: Record<string, Step>, differs: Partial<AnyChain> = {}): readonly string[] {
  return instantProblems(smallChain({ begin, dan: step({ klaar: 'weging' }), ...steps }, differs));
}

describe('a clock that would end the case', () => {
  const problem = 'step melden: a clock opens it, and would end the case';

  test('by a terugkoppeling that it opens', () => {
    expect(problems({ melden: melden(ends, monthly) })).toEqual([problem]);
    const limits = { grens: { label: 'Grens', from: 'begin', within: fixed('P6M'), opens: 'melden' } };
    expect(problems({ melden: melden(ends) }, { limits })).toEqual([problem]);
  });

  test('by a rule behind it', () => {
    const steps = { melden: melden({ label: 'V', to: 'weging' }, monthly), weging: weging(ends) };
    expect(problems(steps)).toEqual([problem]);
  });

  test('by making needless what a rule waited for', () => {
    const steps = {
      naast: step({ klaar: 'weging' }, { lapsesOn: ['later'] }),
      later: step({ gedaan: leave() }, monthly),
      weging: weging(ends, { join: ['main', 'naast'] }),
    };
    expect(problems(steps)).toEqual([
      'step weging: it waits for a branch that lapses by a clock, and would then end the case',
    ]);
  });
});

describe('nothing is wrong', () => {
  test('where a clock opens a terugkoppeling that leaves, or that leads to someone who decides', () => {
    expect(problems({ melden: melden({ label: 'V', to: leave() }, monthly) })).toEqual([]);
    expect(problems({ melden: melden({ label: 'V', to: 'dan' }, monthly) })).toEqual([]);
  });

  test('where somebody decides, or something happens, before it ends', () => {
    expect(problems({ melden: melden(ends), weging: weging(ends) })).toEqual([]);
    expect(problems({ melden: melden(ends, { opens: { on: 'valpartij' } }) })).toEqual([]);
  });

  test('where a person ends what waited: a step that is held may lapse and may join', () => {
    const steps = {
      naast: step({ klaar: 'samen' }, { lapsesOn: ['later'] }),
      later: step({ gedaan: leave() }, monthly),
      samen: step({ klaar }, { join: ['main', 'naast'] }),
    };
    expect(problems(steps)).toEqual([]);
  });
});
