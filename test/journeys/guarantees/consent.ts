import { Refused } from '../../../src/engine/refused.ts';
import { accountableOf, type CaseState, type OpenStep } from '../../../src/engine/state.ts';
import { type AnyChain, commonSteps, CONSENT_LOST } from '../../../src/language/define.ts';
import { type Guarantee, none, same, truly } from './guarantee.ts';

/** Who is left once consent for the transfer is withdrawn: who referred, and who has to say how to go on. */
function mayStand(chain: AnyChain, state: CaseState, { step, organisation, confidential }: OpenStep): boolean {
  if (chain.afterConsent.includes(step)) return false;
  if (organisation === null || organisation === state.referrer.organisation) return true;
  const decides = accountableOf(state)?.organisation === organisation;
  return Object.hasOwn(commonSteps, step) && (decides || confidential === true);
}

const PRESSING = ['reminded', 'late', 'escalated', 'expired', 'attempted', 'decided', 'assigned', 'rescheduled'];

function nameOf({ step, item }: OpenStep): string {
  return `${step}#${item ?? ''}`;
}

export const consent: readonly Guarantee[] = [
  {
    name: 'a decision passes the consent step only with consent',
    holds: ({ chain, moments }) => {
      for (const { command, result } of moments) {
        if (command?.kind !== 'decide' || command.outcome === 'omleiden' || result instanceof Refused) continue;
        const decided = result.facts.findIndex(({ fact }) => fact === 'decided');
        const passed = result.facts.slice(decided).some(
          (fact) =>
            fact.fact === 'opened' &&
            chain.afterConsent.includes(fact.step) &&
            // A later stage of an offer is no new transfer.
            (fact.stage === 'open' || fact.stage === 'offered'),
        );
        if (passed) truly(result.state.consents.includes('overdracht'), `${command.outcome} passes without consent`);
      }
    },
  },
  {
    name: 'without consent nothing stands open beyond the consent step or with another organisation, whatever happens',
    holds: ({ chain, states }) => {
      for (const state of states) {
        if (state.consentLost) none(state.open.filter((opened) => !mayStand(chain, state, opened)));
      }
    },
  },
  {
    name: 'without consent somebody is asked how to go on, and that is who referred or who did something already',
    holds: ({ states }) => {
      for (const state of states) {
        if (!state.consentLost || state.silenced || state.status === 'ended') continue;
        same(state.open.filter(({ step }) => step === CONSENT_LOST).length, 1);
        const known = [state.referrer.organisation, ...state.contributors];
        truly(known.includes(accountableOf(state)?.organisation ?? null), 'asked is somebody who did nothing');
      }
    },
  },
  {
    name: 'without consent no clock presses on what waits for it, and nobody does anything on it',
    holds: ({ moments }) => {
      for (const { before, result } of moments) {
        if (result instanceof Refused || before.withheld.open.length === 0) continue;
        const ids = before.withheld.open.map(({ id }) => id);
        none(
          result.facts.filter(
            (fact) => 'openStep' in fact && ids.includes(fact.openStep) && PRESSING.includes(fact.fact),
          ),
        );
      }
    },
  },
  {
    name: 'only who is asked how to go on can be told of it: who loses a step hears once',
    holds: ({ facts }) => {
      for (const fact of facts) {
        if (fact.fact === 'withheld') same(new Set(fact.organisations).size, fact.organisations.length);
      }
    },
  },
  {
    name: 'consent given again: what was withheld stands open in its branch, or waits for a seat; nothing stays behind',
    holds: ({ chain, moments }) => {
      for (const { before, result } of moments) {
        if (result instanceof Refused || !result.facts.some(({ fact }) => fact === 'released')) continue;
        const { state, facts } = result;
        same(state.withheld, { open: [], scheduled: [], seat: false });
        none(state.open.filter(({ step }) => step === CONSENT_LOST));
        const opened = facts.flatMap((fact) => (fact.fact === 'opened' ? [`${fact.branch} ${fact.step}`] : []));
        const seat = (step: string): boolean => before.withheld.seat && chain.group?.during.includes(step) === true;
        const lost = before.withheld.open.filter(
          ({ step, branch }) => !seat(step) && !opened.includes(`${branch} ${step}`) && state.status !== 'ended',
        );
        none(lost.filter(({ step }) => !state.open.some((each) => each.step === step)));
      }
    },
  },
  {
    name: 'a step has one term at a time: no opening is both open and withheld',
    holds: ({ states }) => {
      for (const { open, withheld } of states) {
        if (withheld.open.length === 0) continue;
        const names = [...open, ...withheld.open].filter(({ step }) => !Object.hasOwn(commonSteps, step)).map(nameOf);
        same(new Set(names).size, names.length);
      }
    },
  },
];
