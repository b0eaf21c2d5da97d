import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder, MONDAY, referral } from '../../test/journeys/start-case.ts';
import { since } from '../language/define.ts';
import { apply } from './apply.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import type { DoneElsewhere, Refer } from './messages.ts';
import { Refused } from './refused.ts';

/* Steps that were taken outside, before the referral. */

const chain = smallChain(
  {
    test: step({ hoog: 'begin', laag: klaar }, { form: 'f', keeps: ['klasse'] }),
    begin: step({
      verder: { label: 'Verder', to: 'dan', when: [{ step: 'test', outcome: ['hoog'] }] },
      code: { label: 'Code', to: 'dan', when: [{ code: 'klasse', in: ['a'] }] },
      weer: { label: 'Nog eens', to: 'test' },
      klaar,
    }),
    dan: step(
      { klaar, nogmaals: { label: 'Nogmaals', to: 'dan', when: [{ atMost: 1 }] } },
      { within: since('test', fixed('P1M')) },
    ),
    regel: {
      kind: 'rule',
      label: 'Regel',
      rule: 'regel',
      version: '1',
      decides: [{ when: [{ step: 'test', outcome: ['hoog'] }], outcome: 'hoog' }],
      otherwise: 'anders',
      outcomes: { hoog: { label: 'Hoog', to: 'dan' }, anders: { label: 'Anders', to: 'begin' } },
    },
  },
  {
    payers: {
      version: '1',
      rules: [{ payer: 'zvw', basis: 'Zvw', when: [{ step: 'test', outcome: ['hoog'] }], validFrom: '2020-01-01' }],
    },
  },
);
const done = (differs: Partial<DoneElsewhere> = {}): DoneElsewhere => ({
  step: 'test',
  outcome: 'hoog',
  on: '2026-02-20',
  ...differs,
});
const begun = (entry = 'begin', ...steps: DoneElsewhere[]): OneCase => new OneCase(chain, entry, { done: steps });

function refusalOf(differs: Partial<Refer>): string | undefined {
  try {
    apply(chain, null, 'c1', referral(chain, 'begin', differs), MONDAY);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

describe('a step that was done elsewhere', () => {
  test('is noted after the start, with its day and who says so; it opens and ends nothing itself', () => {
    const one = begun('begin', done());
    expect(one.kinds).toEqual(['started', 'elsewhere', 'paid-by', 'opened']);
    expect(one.last[1]).toMatchObject({ ...done(), actor: holder('huisarts'), command: 'c1' });
    expect(one.openSteps).toEqual(['begin']);
    expect(one.state.rounds['test']).toBeUndefined();
  });

  test('counts as decided for the guards of what follows, and without it they hold it back', () => {
    expect(begun('begin', done()).decide('tester', 'begin', 'verder').openSteps).toEqual(['dan']);
    const without = begun().refusal((copy) => copy.decide('tester', 'begin', 'verder'));
    expect(without?.code).toBe('not-allowed-now');
    const low = begun('begin', done({ outcome: 'laag' })).refusal((copy) => copy.decide('tester', 'begin', 'verder'));
    expect(low?.code).toBe('not-allowed-now');
  });

  test('counts on its own day for a term that runs since then', () => {
    const one = begun('begin', done()).decide('tester', 'begin', 'verder');
    expect(localDateOf(one.open('dan').dueAt)).toBe('2026-03-20');
  });

  test('counts for what is decided by a rule, for who pays, and for how often it was taken', () => {
    expect(begun('regel', done()).openSteps).toEqual(['dan']);
    expect(begun('regel').openSteps).toEqual(['begin']);
    expect([begun('begin', done()).state.payer?.payer, begun().state.payer]).toEqual(['zvw', null]);
    const once = begun('dan', done({ step: 'dan', outcome: 'nogmaals' }));
    expect(once.refusal((copy) => copy.decide('tester', 'dan', 'nogmaals'))?.code).toBe('not-allowed-now');
  });

  test('leaves the codes that it kept', () => {
    const one = begun('begin', done({ kept: { klasse: 'a' } }));
    expect(one.state.kept).toEqual({ klasse: 'a' });
    expect(one.decide('tester', 'begin', 'code').openSteps).toEqual(['dan']);
  });

  test('makes nobody somebody who worked here: it was elsewhere', () => {
    expect(begun('begin', done()).state).toMatchObject({ contributors: [], worked: [] });
  });

  test('is followed by what is done here: the last one stands', () => {
    const one = begun('begin', done()).decide('tester', 'begin', 'weer').decide('tester', 'test', 'hoog');
    expect(one.state).toMatchObject({ taken: { 'test.hoog': 2 }, decidedAt: { test: MONDAY } });
  });

  test('can be one of several, each noted in the order in which they were told', () => {
    const one = begun('begin', done({ outcome: 'laag', on: '2026-01-05' }), done());
    expect(one.state.outcomes['test']).toBe('hoog');
    expect(localDateOf(one.state.decidedAt['test'] ?? 0)).toBe('2026-02-20');
  });

  test.each<[string, Partial<DoneElsewhere>]>([
    ['of a step that the chain does not have', { step: 'brand' }],
    ['of a step that every object has', { step: 'toString' }],
    ['of a step of every chain', { step: 'vraag', outcome: 'beantwoord' }],
    ['with an outcome that it does not have', { outcome: 'midden' }],
    ['with an outcome that every object has', { outcome: 'constructor' }],
    ['that only a rule decides', { step: 'regel', outcome: 'hoog' }],
    ['tomorrow', { on: '2026-03-03' }],
    ['on a day that is none', { on: '2026-02-30' }],
  ])('%s is refused, and no case begins', (_what, differs) => {
    expect(refusalOf({ done: [done(differs)] })).toBe('invalid-input');
  });

  test('may have been today', () => {
    expect(refusalOf({ done: [done({ on: '2026-03-02' })] })).toBeUndefined();
  });
});
