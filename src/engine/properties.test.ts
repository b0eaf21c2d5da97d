import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Moment, play, randomMoves, randomStart } from '../../test/journeys/random-play.ts';
import { randomChain } from '../../test/journeys/random-chain.ts';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import type { AnyChain } from '../language/define.ts';
import { problemsOf } from '../language/check.ts';
import { actionsFor, actionsOf, mayTake, partyOf } from './actions.ts';
import { apply } from './apply.ts';
import type { Result } from './draft.ts';
import { rebuild } from './evolve.ts';
import type { Fact } from './messages.ts';
import { Refused } from './refused.ts';
import { accountableOf, type CaseState, nextWakeAt } from './state.ts';
import { tick } from './tick.ts';

const CLOCK: readonly string[] = ['reminded', 'late', 'escalated'];

/** Holds in every case of valpreventie and of chains nobody wrote, whatever is done to it and however long it takes. */
function forEveryPlay(holds: (chain: AnyChain, first: Result, moments: readonly Moment[]) => void): void {
  const chain = fc.oneof(
    { weight: 1, arbitrary: fc.constant<AnyChain>(valpreventieV1) },
    { weight: 3, arbitrary: randomChain },
  );
  const check = fc.property(chain, randomStart, randomMoves, (made, start, moves) => {
    const { first, moments } = play(made, start, moves);
    holds(made, first, moments);
  });
  fc.assert(check, { numRuns: 300 });
}

function forEveryMoment(holds: (moment: Moment, chain: AnyChain) => void): void {
  forEveryPlay((chain, _first, moments) => moments.forEach((moment) => holds(moment, chain)));
}

function statesOf(first: Result, moments: readonly Moment[]): CaseState[] {
  return [first.state, ...moments.flatMap(({ result }) => (result instanceof Refused ? [] : [result.state]))];
}

function factsOf(first: Result, moments: readonly Moment[]): Fact[] {
  return [...first.facts, ...moments.flatMap(({ result }) => (result instanceof Refused ? [] : result.facts))];
}

test('the chains that these properties run on are valid', () => {
  fc.assert(
    fc.property(randomChain, (chain) => {
      expect(problemsOf(chain)).toEqual([]);
    }),
  );
});

test('the plays are worth something: cases end, commands are refused for every reason, deadlines pass', () => {
  const seen = new Set<string>();
  forEveryPlay((_chain, first, moments) => {
    for (const { fact } of factsOf(first, moments)) seen.add(fact);
    for (const { result } of moments) if (result instanceof Refused) seen.add(`refused: ${result.code}`);
  });
  const facts = ['started', 'opened', 'decided', 'consented', 'informed', 'gap', 'ended', ...CLOCK];
  const refusals = ['ended', 'not-allowed-now', 'forbidden', 'reason-required', 'consent-missing', 'invalid-input'];
  expect([...seen].sort()).toEqual([...facts, ...refusals.map((code) => `refused: ${code}`)].sort());
});

describe('no black hole', () => {
  test('a case is open or ended, never neither and never both', () => {
    forEveryPlay((_chain, first, moments) => {
      for (const state of statesOf(first, moments)) {
        const open = state.open.length > 0 && state.ending === null && state.endedAt === null;
        const ended = state.open.length === 0 && state.ending !== null && state.endedAt !== null;
        expect({ open, ended }).toEqual({ open: state.status === 'open', ended: state.status === 'ended' });
      }
    });
  });

  test('an open case has an accountable party, an action that this party may take, and a next wake-up', () => {
    forEveryPlay((chain, first, moments) => {
      for (const state of statesOf(first, moments)) {
        const accountable = accountableOf(state);
        const open = state.status === 'open';
        expect(accountable !== null).toBe(open);
        expect(nextWakeAt(state) !== null).toBe(open);
        expect(actionsOf(chain, state).length > 0).toBe(open);
        const theirs = accountable === null ? [] : actionsFor(chain, state, partyOf(accountable));
        expect(theirs.length > 0).toBe(open);
      }
    });
  });

  test('after a tick the next wake-up is later than now, and a second tick has nothing to do', () => {
    forEveryMoment(({ before, now }, chain) => {
      const { state } = tick(chain, before, now);
      expect(nextWakeAt(state) ?? Infinity).toBeGreaterThan(now);
      expect(tick(chain, state, now).facts).toEqual([]);
    });
  });

  test('after any command that was accepted, nothing that was due is left undone', () => {
    forEveryMoment(({ result, now }) => {
      if (result instanceof Refused) return;
      expect(nextWakeAt(result.state) ?? Infinity).toBeGreaterThanOrEqual(now);
    });
  });
});

describe('facts are all there is', () => {
  test('they are numbered 1 to n and rebuild the state', () => {
    forEveryPlay((_chain, first, moments) => {
      const facts = factsOf(first, moments);
      expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
      expect(rebuild(facts)).toEqual(statesOf(first, moments).at(-1));
    });
  });

  test('their times never go back', () => {
    forEveryPlay((_chain, first, moments) => {
      const times = factsOf(first, moments).map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    });
  });

  test('state and facts are plain data: they come through JSON unchanged', () => {
    forEveryPlay((_chain, first, moments) => {
      const whole = { states: statesOf(first, moments), facts: factsOf(first, moments) };
      expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
    });
  });

  test('the same command at the same moment gives the same, and changes nothing that it was given', () => {
    forEveryMoment(({ before, command, id, now, result }, chain) => {
      if (command === null || result instanceof Refused) return;
      const frozen = deepFreeze(structuredClone(before));
      expect(apply(chain, frozen, id, command, now)).toEqual(result);
    });
  });
});

describe('a clock is not a person', () => {
  test('it reminds, makes late and escalates; it never decides, opens, consents or ends', () => {
    forEveryMoment(({ before, now }, chain) => {
      const { state, facts } = tick(chain, before, now);
      for (const { fact, command } of facts) {
        expect(CLOCK).toContain(fact);
        expect(command).toBeNull();
      }
      expect(state.status).toBe(before.status);
      expect(state.open.map(({ id }) => id)).toEqual(before.open.map(({ id }) => id));
    });
  });

  test('a deadline that was due before a command is handled before it', () => {
    forEveryMoment(({ before, command, now, result }, chain) => {
      if (command === null || result instanceof Refused) return;
      const due = tick(chain, before, now).facts;
      expect(result.facts.slice(0, due.length)).toEqual(due);
      expect(result.facts.slice(due.length).every((fact) => fact.command !== null)).toBe(true);
    });
  });

  test('no opening is reminded twice, late twice, or escalated before it was late', () => {
    forEveryPlay((_chain, first, moments) => {
      const ladder = new Map<string, string[]>();
      for (const fact of factsOf(first, moments)) {
        if (fact.fact !== 'reminded' && fact.fact !== 'late' && fact.fact !== 'escalated') continue;
        ladder.set(fact.openStep, [...(ladder.get(fact.openStep) ?? []), fact.fact]);
      }
      for (const rungs of ladder.values())
        expect(rungs.join(' ')).toMatch(/^(reminded|(reminded )?late( escalated)*)$/);
    });
  });
});

describe('a command', () => {
  test('that is refused had no effect: the case goes on as if it had not been sent', () => {
    forEveryPlay((chain, first, moments) => {
      let state = first.state;
      for (const { command, id, now, result } of moments) {
        if (result instanceof Refused) continue;
        state = command === null ? tick(chain, state, now).state : apply(chain, state, id, command, now).state;
        expect(state).toEqual(result.state);
      }
    });
  });

  test('is accepted only from somebody to whom the action was offered', () => {
    forEveryMoment(({ before, command, result }, chain) => {
      if (command === null || result instanceof Refused) return;
      const offered = actionsOf(chain, before).find(({ openStep }) => openStep === command.openStep);
      expect(offered !== undefined && mayTake(offered, partyOf(command.actor))).toBe(true);
      expect(offered?.outcomes.map(({ id }) => id)).toContain(command.outcome);
    });
  });

  test('closes the opening that it names, and that opening never comes back', () => {
    forEveryPlay((_chain, first, moments) => {
      const decided = new Set<string>();
      for (const { command, result } of moments) {
        if (result instanceof Refused) continue;
        if (command !== null) decided.add(command.openStep);
        expect(result.state.open.filter(({ id }) => decided.has(id))).toEqual([]);
      }
      const opened = factsOf(first, moments).flatMap((fact) => (fact.fact === 'opened' ? [fact.openStep] : []));
      expect(new Set(opened).size).toBe(opened.length);
    });
  });

  test('passes the consent step only with consent', () => {
    forEveryMoment(({ before, command, result }, chain) => {
      if (command === null || result instanceof Refused) return;
      const opened = result.facts.flatMap((fact) => (fact.fact === 'opened' ? [fact.step] : []));
      if (!opened.some((step) => chain.afterConsent.includes(step))) return;
      expect([...before.consents, ...result.state.consents]).toContain('overdracht');
    });
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
