import { expect } from 'vitest';
import { type Action, actionsOf, mayTake } from '../../../src/engine/actions.ts';
import { apply } from '../../../src/engine/apply.ts';
import { localDateOf } from '../../../src/engine/calendar/amsterdam.ts';
import type { Result } from '../../../src/engine/draft.ts';
import type { Fact, Holder } from '../../../src/engine/facts.ts';
import type { Actor, Command } from '../../../src/engine/messages.ts';
import { partyOf } from '../../../src/engine/parties.ts';
import { Refused } from '../../../src/engine/refused.ts';
import type { CaseState } from '../../../src/engine/state.ts';
import type { AnyChain } from '../../../src/language/define.ts';
import { everyWay } from '../every-way.ts';
import { resultOf } from '../random-play.ts';
import { actionsIn } from '../random-move.ts';
import { type Guarantee, truly } from './guarantee.ts';

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
function attempted(chain: AnyChain, state: CaseState, command: Command, now: number): Result | Refused {
  const result = resultOf(() => apply(chain, state, 'x', command, now));
  if (!(result instanceof Refused) || command.kind !== 'decide' || !/geen groep/.test(result.message)) return result;
  const { place: _place, ...without } = command;
  return resultOf(() => apply(chain, state, 'x', without, now));
}

/** The list of actions. */
export const actions: readonly Guarantee[] = [
  {
    name: 'the list holds what succeeds: every way of every action, for all its parties, or a refusal says what is in the way',
    deep: true,
    holds: ({ chain, moments }) => {
      for (const { facts, now, id, ticked } of moments) {
        if (id !== 'c4' && id !== 'c9') continue;
        for (const action of actionsOf(chain, ticked.state)) {
          for (const party of action.parties) {
            for (const command of waysOf(action, actor(party), now, [...facts, ...ticked.facts])) {
              const result = attempted(chain, ticked.state, command, now);
              if (!(result instanceof Refused)) continue;
              // What fell silent can be taken back for a day: the list knows no time.
              const late = ticked.state.silenced ? ['correct'] : [];
              expect(['decide', 'pause', 'event', ...late]).toContain(action.action);
              expect(['forbidden', 'ended', 'reason-required']).not.toContain(result.code);
            }
          }
        }
      }
    },
  },
  {
    name: 'the list is all there is: what an action allows is refused to everyone who is not among its parties',
    deep: true,
    holds: ({ chain, moments }) => {
      for (const { facts, now, id, ticked } of moments) {
        if (id !== 'c3' && id !== 'c8') continue;
        const strangers = ['huisarts', 'tester', 'coach', 'regiehouder'].map((role) =>
          actor({ role, organisation: 'elders' }),
        );
        for (const action of actionsOf(chain, ticked.state)) {
          for (const stranger of strangers) {
            for (const command of waysOf(action, stranger, now, facts).slice(0, 2)) {
              expect(attempted(chain, ticked.state, command, now)).toMatchObject({ code: 'forbidden' });
            }
          }
        }
      }
    },
  },
  {
    name: 'the list holds a decision before it is taken: who, which step and which outcome',
    holds: ({ chain, moments }) => {
      for (const { command, ticked, result } of moments) {
        if (command?.kind !== 'decide' || result instanceof Refused) continue;
        const offered = actionsIn(chain, ticked.state).some(
          (each) =>
            each.action === 'decide' &&
            each.openStep === command.openStep &&
            mayTake(each, partyOf(command.actor)) &&
            each.outcomes.some(({ id }) => id === command.outcome),
        );
        truly(offered, `${command.openStep}: ${command.outcome} was not offered to ${command.actor.role}`);
      }
    },
  },
];
