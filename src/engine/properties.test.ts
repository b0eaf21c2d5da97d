import { describe, expect, test } from 'vitest';
import { factsOf, forEveryMoment, forEveryWalk, statesOf, WALKS } from '../../test/journeys/walks.ts';
import { QUESTION } from '../language/define.ts';
import { actionsFor, actionsOf } from './actions.ts';
import { apply } from './apply.ts';
import { evolve, rebuild } from './evolve.ts';
import type { Fact } from './facts.ts';
import { partyOf } from './parties.ts';
import { Refused } from './refused.ts';
import { accountableOf, type CaseState, nextWakeAt, suspensionOf } from './state.ts';

/* What holds in every case: each test walks WALKS cases of its own. See also the other properties-*.test.ts. */

describe('no black hole', () => {
  test('a case is open, paused or ended, never neither and never both', () => {
    forEveryWalk((walk) => {
      for (const state of statesOf(walk)) {
        const lives = state.open.length > 0 && state.ending === null && state.endedAt === null;
        const ended = state.open.length === 0 && state.ending !== null && state.endedAt !== null;
        expect({ lives, ended }).toEqual({ lives: state.status !== 'ended', ended: state.status === 'ended' });
        expect(suspensionOf(state) !== undefined).toBe(state.status === 'paused');
      }
    });
  });

  test('a live case has an accountable party with an organisation, which has an action', () => {
    forEveryWalk((walk) => {
      for (const state of statesOf(walk)) {
        const accountable = accountableOf(state);
        expect(accountable !== null).toBe(state.status !== 'ended');
        if (accountable === null) continue;
        expect(accountable.organisation).not.toBeNull();
        expect(actionsFor(walk.chain, state, partyOf(accountable)).length).toBeGreaterThan(0);
      }
    });
  });

  test('in a case that is open and not paused somebody can decide every open step', () => {
    forEveryWalk((walk) => {
      for (const state of statesOf(walk)) {
        const actions = actionsOf(walk.chain, state);
        const decidable = new Set(
          actions.flatMap((each) =>
            (each.action === 'decide' || each.action === 'answer') && each.parties.length > 0 ? [each.openStep] : [],
          ),
        );
        expect(state.status === 'ended' ? actions : []).toEqual([]);
        if (state.status !== 'open') continue;
        expect(state.open.map(({ id }) => id).filter((id) => !decidable.has(id))).toEqual([]);
      }
    });
  });

  test('a live case has a next wake-up, and an ended one has none', () => {
    forEveryWalk((walk) => {
      for (const state of statesOf(walk)) expect(nextWakeAt(state) !== null).toBe(state.status !== 'ended');
    });
  });

  test('a step stands open once, or once per item or question: nobody is asked the same thing twice', () => {
    forEveryWalk((walk) => {
      for (const { open } of statesOf(walk)) {
        const names = open.map(({ step, item, id }) => (step === QUESTION ? id : `${step}#${item ?? ''}`));
        expect(new Set(names).size).toBe(names.length);
      }
    });
  });

  test('a branch that waits has something live to wait for', () => {
    forEveryWalk((walk) => {
      for (const { arrived, open, withheld } of statesOf(walk)) {
        for (const { step, branch } of arrived) {
          const join = walk.chain.steps[step]?.join ?? [];
          const live = [...open, ...withheld.open];
          const heads = live.filter((each) => each.branch !== branch).map((each) => each.branch.split('/').at(-1));
          expect(heads.some((head) => join.includes(head?.split('#')[0] ?? ''))).toBe(true);
        }
      }
    });
  });
});

describe('facts are all there is', () => {
  test('they are numbered 1 to n and rebuild the state after every move', () => {
    forEveryWalk(({ first, moments }) => {
      let rebuilt: CaseState | null = null;
      const fold = (facts: readonly Fact[]): void => facts.forEach((fact) => (rebuilt = evolve(rebuilt, fact)));
      fold(first.facts);
      expect(rebuilt).toEqual(first.state);
      for (const { result } of moments) {
        if (result instanceof Refused) continue;
        fold(result.facts);
        expect(rebuilt).toEqual(result.state);
      }
      expect(first.facts[0]?.seq).toBe(1);
    });
  });

  test('they rebuild it also after they travelled as JSON, as the state itself does', () => {
    forEveryWalk((walk) => {
      const last = statesOf(walk).at(-1);
      expect(rebuild(JSON.parse(JSON.stringify(factsOf(walk))) as Fact[])).toEqual(last);
      expect(JSON.parse(JSON.stringify(last))).toEqual(last);
    });
  });

  test('their times never go back', () => {
    forEveryWalk((walk) => {
      const times = factsOf(walk).map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    });
  });

  test('an opening has an id that no other opening ever has', () => {
    forEveryWalk((walk) => {
      const opened = factsOf(walk).flatMap((fact) => (fact.fact === 'opened' ? [fact.openStep] : []));
      expect(new Set(opened).size).toBe(opened.length);
    });
  });
});

describe('a command', () => {
  test('at the same moment gives the same, and changes nothing that it was given', () => {
    forEveryMoment(({ before, command, id, now, result }, chain) => {
      if (command === null || result instanceof Refused) return;
      const frozen = deepFreeze(structuredClone(before));
      expect(apply(chain, frozen, id, command, now)).toEqual(result);
    });
  });

  test('that is refused leaves the case untouched, and is refused for the same reason again', () => {
    forEveryMoment(({ before, command, id, now, result }, chain) => {
      if (command === null || !(result instanceof Refused)) return;
      const frozen = deepFreeze(structuredClone(before));
      const again = refusalOf(() => apply(chain, frozen, id, command, now));
      expect(again).toMatchObject({ code: result.code, message: result.message });
      expect(frozen).toEqual(before);
    });
  });

  test('that is refused says why, in Dutch, and names nobody', () => {
    forEveryMoment(({ result }) => {
      if (!(result instanceof Refused)) return;
      expect(result.message).toMatch(/^[A-Z].{10,}\.$/);
      expect(result.message).not.toMatch(/organisatie-|persoon|undefined|null/);
    });
  });
});

test('the walks are worth something: every fact is seen, and commands are refused for every reason', () => {
  const seen = new Set<string>();
  forEveryWalk((walk) => {
    for (const { fact } of factsOf(walk)) seen.add(fact);
    for (const { result } of walk.moments) if (result instanceof Refused) seen.add(`refused: ${result.code}`);
  });
  const refusals = ['ended', 'not-allowed-now', 'forbidden', 'reason-required', 'consent-missing', 'invalid-input'];
  const expected = [...KINDS, ...refusals.map((code) => `refused: ${code}`)];
  expect(expected.filter((each) => !seen.has(each))).toEqual([]);
});

test('all guarantees together take more than thirty-five thousand walks', () => {
  const GUARANTEES = 40;
  expect(GUARANTEES * WALKS).toBeGreaterThan(35_000);
});

const KINDS: readonly Fact['fact'][] = [
  'started',
  'opened',
  'decided',
  'ruled',
  'reminded',
  'late',
  'escalated',
  'expired',
  'attempted',
  'rescheduled',
  'lapsed',
  'scheduled',
  'unscheduled',
  'arrived',
  'joined',
  'restarted',
  'consented',
  'informed',
  'gap',
  'marked',
  'linked',
  'paid-by',
  'grouped',
  'ungrouped',
  'anchored',
  'paused',
  'resumed',
  'withdrawn',
  'happened',
  'silenced',
  'ended',
  'assigned',
  'asked',
  'agreed',
  'withheld',
  'released',
  'corrected',
  'amended',
];

function refusalOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
