import { describe, expect, test } from 'vitest';
import { factsOf, forEveryMoment, forEveryWalk, statesOf, WALKS } from '../../test/journeys/walks.ts';
import { type AnyChain, commonSteps, CONSENT_LOST } from '../language/define.ts';
import { Refused } from './refused.ts';
import { accountableOf, type CaseState, type OpenStep } from './state.ts';

/** Who is left once consent for the transfer is withdrawn: who referred, and who has to say how to go on. */
function mayStand(chain: AnyChain, state: CaseState, { step, organisation, confidential }: OpenStep): boolean {
  if (chain.afterConsent.includes(step)) return false;
  if (organisation === null || organisation === state.referrer.organisation) return true;
  const decides = accountableOf(state)?.organisation === organisation;
  return Object.hasOwn(commonSteps, step) && (decides || confidential === true);
}

const PRESSING = ['reminded', 'late', 'escalated', 'expired', 'attempted', 'decided', 'assigned', 'rescheduled'];

describe('as long as consent for the transfer is withdrawn', () => {
  test('nothing stands open beyond the consent step or with another organisation, whatever happens', () => {
    forEveryWalk(({ chain, ...walk }) => {
      for (const state of statesOf({ chain, ...walk })) {
        if (!state.consentLost) continue;
        expect(state.open.filter((opened) => !mayStand(chain, state, opened))).toEqual([]);
      }
    }, 2 * WALKS);
  });

  test('somebody is asked how to go on, and that is who referred or who did something already', () => {
    forEveryWalk((walk) => {
      for (const state of statesOf(walk)) {
        if (!state.consentLost || state.silenced || state.status === 'ended') continue;
        expect(state.open.filter(({ step }) => step === CONSENT_LOST)).toHaveLength(1);
        const known = [state.referrer.organisation, ...state.contributors];
        expect(known).toContain(accountableOf(state)?.organisation);
      }
    });
  });

  test('no clock presses on what waits for it, and nobody does anything on it', () => {
    forEveryMoment(({ before, result }) => {
      if (result instanceof Refused || before.withheld.open.length === 0) return;
      const ids = before.withheld.open.map(({ id }) => id);
      const odd = result.facts.filter(
        (fact) => 'openStep' in fact && ids.includes(fact.openStep) && PRESSING.includes(fact.fact),
      );
      expect(odd).toEqual([]);
    });
  });

  test('only who is asked how to go on can be told of it: who loses a step hears once', () => {
    forEveryWalk((walk) => {
      const told = factsOf(walk).flatMap((fact) => (fact.fact === 'withheld' ? [fact] : []));
      for (const { organisations } of told) expect(new Set(organisations).size).toBe(organisations.length);
    });
  });
});

describe('when consent is given again', () => {
  test('what was withheld stands open again in its branch, or waits for a seat; nothing stays behind', () => {
    forEveryMoment(({ before, result }, chain) => {
      if (result instanceof Refused || !result.facts.some(({ fact }) => fact === 'released')) return;
      const { state, facts } = result;
      expect(state.withheld).toEqual({ open: [], scheduled: [], seat: false });
      expect(state.open.filter(({ step }) => step === CONSENT_LOST)).toEqual([]);
      const opened = facts.flatMap((fact) => (fact.fact === 'opened' ? [`${fact.branch} ${fact.step}`] : []));
      const seat = (step: string): boolean => before.withheld.seat && chain.group?.during.includes(step) === true;
      const lost = before.withheld.open.filter(
        ({ step, branch }) => !seat(step) && !opened.includes(`${branch} ${step}`) && state.status !== 'ended',
      );
      expect(lost.filter(({ step }) => !state.open.some((each) => each.step === step))).toEqual([]);
    });
  });

  test('a step has one term at a time: no opening is both open and withheld', () => {
    forEveryWalk((walk) => {
      for (const { open, withheld } of statesOf(walk)) {
        const names = [...open, ...withheld.open].filter(({ step }) => !Object.hasOwn(commonSteps, step)).map(nameOf);
        expect(new Set(names).size).toBe(names.length);
      }
    });
  });
});

function nameOf({ step, item }: OpenStep): string {
  return `${step}#${item ?? ''}`;
}
