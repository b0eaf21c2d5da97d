import { expect, test } from 'vitest';
import { DAY, decision, holder, MONDAY, referral } from '../../test/journeys/start-case.ts';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { apply } from './apply.ts';
import type { Refused } from './refused.ts';
import type { CaseState } from './state.ts';

/** A case that stands where Otago was offered to the physiotherapist. */
function offered(): CaseState {
  const start = referral(valpreventieV1, 'huisarts-beeld', {
    decision: { outcome: 'voldoende' },
  });
  let { state } = apply(valpreventieV1, null, 'c1', start, MONDAY);
  for (const [step, outcome] of [
    ['bespreken-interventies', 'beweeg'],
    ['onderliggend-lijden', 'ja'],
  ] as const) {
    ({ state } = apply(valpreventieV1, state, step, decision('huisarts', `traject.${step}.1`, outcome), MONDAY + DAY));
  }
  return state;
}

/** With what a decision is refused. */
function refusalOf(state: CaseState, who: string, openStep: string, outcome: string): string | undefined {
  try {
    apply(valpreventieV1, state, 'c9', decision(who, openStep, outcome, { reason: 'geen-plek' }), MONDAY + DAY);
    return undefined;
  } catch (error) {
    return (error as Refused).code;
  }
}

test('to answer an offer is not to decide its step; an assessment may have an outcome of the same name', () => {
  const refuse = decision('fysio', 'traject.otago-verwijzing.1', 'geweigerd', { reason: 'geen-plek' });
  const { state } = apply(valpreventieV1, offered(), 'c4', refuse, MONDAY + DAY);
  expect(state.outcomes['otago-verwijzing']).toBeUndefined();

  const tested = referral(valpreventieV1, 'toestemming-hoog', {
    actor: holder('tester'),
    decision: { outcome: 'geweigerd' },
  });
  expect(apply(valpreventieV1, null, 'c1', tested, MONDAY).state.outcomes).toEqual({ 'toestemming-hoog': 'geweigerd' });
});

test.each([
  ['what the receiver answers is not for the sender', 'huisarts', 'geaccepteerd', 'forbidden'],
  ['what the sender may choose is not for the receiver', 'fysio', 'niet-mogelijk', 'forbidden'],
  ['nobody can confirm a contact that this hand-off does not have', 'fysio', 'contact-bevestigd', 'not-allowed-now'],
  ['what is no outcome at all is no choice of anybody', 'fysio', 'bestaat-niet', 'invalid-input'],
  ['who has nothing to do with it chooses nothing', 'tester', 'geaccepteerd', 'forbidden'],
])('%s', (_what, who, outcome, code) => {
  expect(refusalOf(offered(), who, 'traject.otago-verwijzing.1', outcome)).toBe(code);
});

test('who may hold the entry step and decides it in the referral holds it, though somebody else does it here', () => {
  const asked = referral(valpreventieV1, 'opsporen', { decision: { outcome: 'verhoogd' } });
  const { facts } = apply(valpreventieV1, null, 'c1', asked, MONDAY);
  expect(facts.find(({ fact }) => fact === 'opened')).toMatchObject({ role: 'huisarts', step: 'opsporen' });
  const { state } = apply(valpreventieV1, null, 'c1', referral(valpreventieV1, 'opsporen'), MONDAY);
  expect(state.open[0]?.role).toBe('signaleerder');
  const ofAnother = referral(valpreventieV1, 'valrisicotest', { decision: { outcome: 'laag' } });
  expect(() => apply(valpreventieV1, null, 'c1', ofAnother, MONDAY)).toThrow('Deze stap is niet aan u.');
});
