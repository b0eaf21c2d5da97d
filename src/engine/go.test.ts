import { describe, expect, test } from 'vitest';
import { decision, MONDAY, referral } from '../../test/journeys/start-case.ts';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { byKnob } from '../language/define.ts';
import type { AnyChain } from '../language/define.ts';
import { apply } from './apply.ts';
import { Draft } from './draft.ts';
import { go, open, openStepId, resolveTarget, stepOf } from './go.ts';
import type { Refer } from './messages.ts';
import type { CaseState } from './state.ts';

const chain: AnyChain = valpreventieV1;

function start(entry: string, differs: Partial<Refer> = {}): CaseState {
  return apply(chain, null, 'c1', referral(chain, entry, differs), MONDAY).state;
}

function draftOf(state: CaseState): Draft {
  return new Draft(chain, state, MONDAY, 'c2');
}

describe('a target', () => {
  test('that is a step opens it with the organisation of its role and its term', () => {
    const draft = draftOf(start('valrisicotest'));
    go(draft, 'valrisicotest', 'wachtlijst-kern');
    expect(draft.result().facts).toMatchObject([
      {
        fact: 'opened',
        step: 'wachtlijst-kern',
        openStep: 'traject.wachtlijst-kern.1',
        role: 'valpreventie-coordinator',
        organisation: 'organisatie-valpreventie-coordinator',
        dueAt: Date.UTC(2026, 5, 2, 22) - 1,
      },
    ]);
  });

  test('that is an end closes everything that stood open', () => {
    const draft = draftOf(start('valrisicotest'));
    open(draft, 'opsporen');
    expect(draft.state.open).toHaveLength(2);
    go(draft, 'opsporen', { end: 'laag' });
    expect(draft.state).toMatchObject({ status: 'ended', ending: 'laag', open: [], endedAt: MONDAY });
  });

  test('that does not exist in this place is counted as a gap, and the case goes on at the fallback', () => {
    const draft = draftOf(start('valrisicotest'));
    go(draft, 'valrisicotest', { gap: 'hoog-route', fallback: 'huisarts-beeld' });
    expect(draft.result().facts).toMatchObject([
      { fact: 'gap', step: 'valrisicotest', gap: 'hoog-route' },
      { fact: 'opened', step: 'huisarts-beeld' },
    ]);
  });
});

describe('a switch', () => {
  const hoog = stepOf(chain, 'valrisicotest').outcomes['hoog']!.to;
  const at = (value: string): CaseState =>
    start('valrisicotest', { knobs: { hoogRoute: { value, layer: 'municipality' } } });

  test('leads where its value in this case says', () => {
    expect(resolveTarget(hoog, at('live'))).toBe('huisarts-beeld');
    expect(resolveTarget(hoog, at('niet-beschikbaar'))).toEqual({ gap: 'hoog-route', fallback: 'huisarts-beeld' });
  });

  test('never guesses: a value without a target and a switch without a value are mistakes', () => {
    expect(() => resolveTarget(hoog, at('anders'))).toThrow('knob hoogRoute has no target for anders');
    expect(() => resolveTarget(byKnob('onbekend', { a: 'opsporen' }), at('live'))).toThrow('knob onbekend');
  });

  test('stays as it was when the case started', () => {
    const state = at('niet-beschikbaar');
    const { facts } = apply(chain, state, 'c2', decision('tester', state.open[0]!.id, 'hoog'), MONDAY);
    expect(facts.map(({ fact }) => fact)).toEqual(['decided', 'informed', 'gap', 'opened']);
  });
});

describe('opening a step', () => {
  test('that stands open already changes nothing', () => {
    const draft = draftOf(start('valrisicotest'));
    const before = draft.state;
    open(draft, 'valrisicotest');
    expect(draft.state).toBe(before);
    expect(draft.result().facts).toEqual([]);
  });

  test('for which no organisation fulfils the role is counted, and the step stands open all the same', () => {
    const draft = draftOf(start('valrisicotest', { parties: { tester: 'organisatie-tester' } }));
    open(draft, 'huisarts-beeld');
    expect(draft.result().facts).toMatchObject([
      { fact: 'gap', step: 'huisarts-beeld', gap: 'geen-organisatie' },
      { fact: 'opened', step: 'huisarts-beeld', role: 'huisarts', organisation: null },
    ]);
  });

  test('uses the term that was set for the place', () => {
    const knobs = { 'laag-advies.within': { value: 'P1D', layer: 'kern' as const } };
    const state = start('laag-advies', { knobs });
    expect(state.open[0]!.dueAt).toBe(Date.UTC(2026, 2, 3, 23) - 1);
  });

  test('of a chain that lacks it is a mistake of the program, also for a name that every object has', () => {
    expect(() => stepOf(chain, 'weg')).toThrow('chain valpreventie version 1 has no step weg');
    expect(() => stepOf(chain, 'constructor')).toThrow('has no step constructor');
  });
});

test('two openings never share an id: it names case, step and round', () => {
  const ids = [
    openStepId('a', 'stap', 1),
    openStepId('a', 'stap', 2),
    openStepId('a', 'stap-twee', 1),
    openStepId('b', 'stap', 1),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
