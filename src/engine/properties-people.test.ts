import { describe, expect, test } from 'vitest';
import { everyWay } from '../../test/journeys/every-way.ts';
import { resultOf } from '../../test/journeys/random-play.ts';
import { factsOf, forEveryMoment, forEveryWalk, statesOf, WALKS } from '../../test/journeys/walks.ts';
import { type Action, actionsOf, mayTake } from './actions.ts';
import { apply } from './apply.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import type { Fact, Holder } from './facts.ts';
import type { Actor, Command } from './messages.ts';
import { partyOf } from './parties.ts';
import { Refused } from './refused.ts';
import { heldStepOf } from './holders.ts';
import { held } from './state.ts';
import { tick } from './tick.ts';

function actor({ role, organisation }: Holder): Actor {
  return { role, organisation, practitioner: 'persoon' };
}

/** Every way in which an action can be taken, by one person; a decision with a seat and a reason, for who asks them. */
function waysOf(action: Action, by: Actor, now: number, facts: readonly Fact[]): Command[] {
  const ways = everyWay(action, by, { today: localDateOf(now), facts });
  const place = { group: 'groep', organisation: 'o', starts: '2040-01-01', ends: '2040-02-01' };
  return ways.map((way) => (way.kind === 'decide' ? { ...way, reason: 'ziekte', place } : way));
}

/** A decision with a group is only for outcomes that give a seat. */
function attempted(
  chain: Parameters<typeof apply>[0],
  state: Parameters<typeof apply>[1],
  command: Command,
  now: number,
) {
  const result = resultOf(() => apply(chain, state, 'x', command, now));
  if (!(result instanceof Refused) || command.kind !== 'decide' || !/geen groep/.test(result.message)) return result;
  const { place: _place, ...without } = command;
  return resultOf(() => apply(chain, state, 'x', without, now));
}

describe('the list of actions', () => {
  test('holds what succeeds: every way of every action, for all its parties, or its refusal says what is in the way', () => {
    forEveryMoment(({ before, facts, now, id }, chain) => {
      if (id !== 'c4' && id !== 'c9') return;
      const { state, facts: since } = tick(chain, before, now);
      for (const action of actionsOf(chain, state)) {
        for (const party of action.parties) {
          for (const command of waysOf(action, actor(party), now, [...facts, ...since])) {
            const result = attempted(chain, state, command, now);
            if (!(result instanceof Refused)) continue;
            expect(['decide', 'pause', 'event']).toContain(action.action);
            expect(['forbidden', 'ended', 'reason-required']).not.toContain(result.code);
          }
        }
      }
    });
  });

  test('is all there is: what an action allows is refused to everyone who is not among its parties', () => {
    forEveryMoment(({ before, facts, now, id }, chain) => {
      if (id !== 'c3' && id !== 'c8') return;
      const { state } = tick(chain, before, now);
      const strangers = ['huisarts', 'tester', 'coach', 'regiehouder'].map((role) =>
        actor({ role, organisation: 'elders' }),
      );
      for (const action of actionsOf(chain, state)) {
        for (const stranger of strangers) {
          for (const command of waysOf(action, stranger, now, facts).slice(0, 2)) {
            expect(attempted(chain, state, command, now)).toMatchObject({ code: 'forbidden' });
          }
        }
      }
    });
  });

  test('holds a decision before it is taken: who, which step and which outcome', () => {
    forEveryMoment(({ before, command, now, result }, chain) => {
      if (command?.kind !== 'decide' || result instanceof Refused) return;
      const offered = actionsOf(chain, tick(chain, before, now).state).some(
        (each) =>
          each.action === 'decide' &&
          each.openStep === command.openStep &&
          mayTake(each, partyOf(command.actor)) &&
          each.outcomes.some(({ id }) => id === command.outcome),
      );
      expect(offered).toBe(true);
    });
  });
});

describe('a decision', () => {
  test('closes the opening that it names, and that opening never comes back but when it is taken back', () => {
    forEveryWalk((walk) => {
      const decided = new Set<string>();
      for (const { command, result } of walk.moments) {
        if (result instanceof Refused) continue;
        if (command?.kind === 'decide') decided.add(command.openStep);
        // What is taken back stands open again.
        if (command?.kind === 'correct') for (const { id } of result.state.open) decided.delete(id);
        expect(result.state.open.filter(({ id }) => decided.has(id))).toEqual([]);
      }
    });
  });

  test('is never taken on what a pause found, until the case goes on', () => {
    forEveryMoment(({ before, command, now, result }, chain) => {
      if (command?.kind !== 'decide' || result instanceof Refused) return;
      expect(held(tick(chain, before, now).state, command.openStep)).toBe(false);
    });
  });

  test('passes the consent step only with consent', () => {
    forEveryMoment(({ command, result }, chain) => {
      if (command?.kind !== 'decide' || result instanceof Refused) return;
      const decided = result.facts.findIndex(({ fact }) => fact === 'decided');
      const after = result.facts.slice(decided).flatMap((fact) => (fact.fact === 'opened' ? [fact] : []));
      if (
        !after.some(({ step, stage }) => chain.afterConsent.includes(step) && (stage === 'open' || stage === 'offered'))
      )
        return;
      if (command.outcome === 'omleiden') return;
      expect(result.state.consents).toContain('overdracht');
    });
  });
});

describe('a hand-off', () => {
  test('stays with its sender until somebody has taken it on', () => {
    forEveryWalk((walk) => {
      for (const { open } of statesOf(walk)) {
        const underWay = open.filter(({ stage }) => stage === 'offered' || stage === 'returned');
        expect(underWay.map(({ accountable }) => accountable)).toEqual(underWay.map(({ from }) => from));
      }
    });
  });

  test('is never taken on by its sender, unless the receiver is not here', () => {
    forEveryWalk((walk) => {
      const openings = new Map(
        factsOf(walk).flatMap((fact) => (fact.fact === 'opened' ? [[fact.openStep, fact]] : [])),
      );
      const odd = factsOf(walk).filter((fact) => {
        if (fact.fact !== 'decided' || fact.outcome !== 'aanvaard' || fact.stage !== 'offered') return false;
        const { organisation } = openings.get(fact.openStep)!;
        const step = heldStepOf(walk.chain, fact.step);
        const here = organisation !== null && !(step.kind === 'handoff' && step.outside === true);
        return here && fact.actor.organisation !== organisation;
      });
      expect(odd).toEqual([]);
    });
  });
});

describe('after a death or the end of a pregnancy', () => {
  test('nothing is sent, and nothing opens but the list of what has to be called off in person', () => {
    forEveryWalk((walk) => {
      const facts = factsOf(walk);
      const silenced = facts.findIndex(({ fact }) => fact === 'silenced');
      if (silenced < 0) return;
      const later = facts.slice(silenced + 1);
      expect(later.filter(({ fact }) => fact === 'informed' || fact === 'scheduled')).toEqual([]);
      const opened = later.flatMap((fact) => (fact.fact === 'opened' ? [fact.step] : []));
      expect(opened.every((step) => step === 'persoonlijk-afgezegd')).toBe(true);
    }, 4 * WALKS);
  });
});
