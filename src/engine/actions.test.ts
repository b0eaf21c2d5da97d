import { describe, expect, test } from 'vitest';
import { DAY, decision, holder, MONDAY, referral } from '../../test/journeys/start-case.ts';
import { valpreventieV1 as chain } from '../chains/valpreventie/v1/chain.ts';
import { actionsFor, actionsOf, mayTake, type Party, partyOf } from './actions.ts';
import { apply } from './apply.ts';
import type { Refer } from './messages.ts';
import { Refused } from './refused.ts';
import { accountableOf, type CaseState, nextWakeAt } from './state.ts';

function start(entry: string, differs: Partial<Refer> = {}): CaseState {
  return apply(chain, null, 'c1', referral(chain, entry, differs), MONDAY).state;
}

const party = (role: string, organisation: string | null = `organisatie-${role}`): Party => ({
  roles: [role],
  organisation,
});

describe('the actions of a case', () => {
  const state = start('toestemming-matig');

  test('name the step, its holder and every outcome', () => {
    expect(actionsOf(chain, state)).toEqual([
      {
        action: 'decide',
        openStep: 'traject.toestemming-matig.1',
        step: 'toestemming-matig',
        label: 'Toestemming voor aanmelding',
        role: 'tester',
        organisation: 'organisatie-tester',
        outcomes: [
          { id: 'ja', label: 'De inwoner geeft toestemming' },
          { id: 'nee', label: 'De inwoner wil niet' },
        ],
      },
    ]);
  });

  test('are there for the holder and for nobody else', () => {
    expect(actionsFor(chain, state, party('tester'))).toHaveLength(1);
    for (const other of [
      party('huisarts'),
      party('tester', 'elders'),
      party('tester', null),
      party('coach', 'organisatie-tester'),
    ]) {
      expect(actionsFor(chain, state, other)).toEqual([]);
    }
  });

  test('are there for someone with several roles of which one fits', () => {
    expect(actionsFor(chain, state, { roles: ['fysio', 'tester'], organisation: 'organisatie-tester' })).toHaveLength(
      1,
    );
  });

  test('are none after the end', () => {
    const ended = apply(
      chain,
      state,
      'c2',
      decision('tester', 'traject.toestemming-matig.1', 'nee'),
      MONDAY + DAY,
    ).state;
    expect(actionsOf(chain, ended)).toEqual([]);
  });
});

test('what is listed is what is accepted: every outcome offered to a holder can be taken', () => {
  for (const entry of Object.keys(chain.steps)) {
    const state = start(entry);
    for (const action of actionsOf(chain, state)) {
      for (const { id } of action.outcomes) {
        const { state: after } = apply(chain, state, 'c2', decision(action.role, action.openStep, id), MONDAY + DAY);
        expect(after.open.some(({ id: openStep }) => openStep === action.openStep)).toBe(false);
      }
    }
  }
});

test('what is not listed is refused', () => {
  const state = start('valrisicotest');
  for (const role of Object.keys(chain.roles).filter((role) => role !== 'tester')) {
    expect(actionsFor(chain, state, partyOf(holder(role)))).toEqual([]);
    expect(() => apply(chain, state, 'c2', decision(role, state.open[0]!.id, 'laag'), MONDAY)).toThrow(Refused);
  }
});

describe('who has to see to it that a case moves', () => {
  test('is the holder of the open step', () => {
    const expected = { role: 'tester', organisation: 'organisatie-tester', practitioner: null };
    expect(accountableOf(start('valrisicotest'))).toEqual(expected);
  });

  test("is the sender where no organisation fulfils the role, and the action is the sender's too", () => {
    const state = start('valrisicotest', { parties: {} });
    expect(accountableOf(state)).toEqual(holder('huisarts'));
    const [action] = actionsOf(chain, state);
    expect(action).toMatchObject({ role: 'huisarts', organisation: 'organisatie-huisarts' });
    expect(mayTake(action!, party('huisarts'))).toBe(true);
    expect(mayTake(action!, party('tester'))).toBe(false);
  });

  test('is nobody once the case has ended, and then nothing wakes it', () => {
    const advice = start('laag-advies');
    const ended = apply(chain, advice, 'c2', decision('tester', advice.open[0]!.id, 'gedaan'), MONDAY).state;
    expect(accountableOf(ended)).toBeNull();
    expect(nextWakeAt(ended)).toBeNull();
  });
});

test('a case wakes at the earliest rung of its open steps', () => {
  const state = start('valrisicotest');
  const [first] = state.open;
  const sooner = { ...first!, id: 'x', rung: { ...first!.rung, at: first!.rung.at - DAY } };
  expect(nextWakeAt(state)).toBe(first!.rung.at);
  expect(nextWakeAt({ ...state, open: [first!, sooner] })).toBe(first!.rung.at - DAY);
});
