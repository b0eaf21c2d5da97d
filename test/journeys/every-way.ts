import type { Action } from '../../src/engine/actions.ts';
import { addDays, type LocalDate } from '../../src/engine/calendar/local-date.ts';
import type { Fact, Holder } from '../../src/engine/facts.ts';
import type { Actor, Command } from '../../src/engine/messages.ts';

/** What is known when an action is taken: the day, and all facts of the case. */
interface Known {
  readonly today: LocalDate;
  readonly facts: readonly Fact[];
}

/** Every way in which one person can take an action; for somebody without a part in it, as anybody would. */
export function everyWay(action: Action, actor: Actor, { today, facts }: Known): Command[] {
  switch (action.action) {
    case 'decide':
      return action.outcomes.map(({ id, reason }) => ({
        kind: 'decide',
        actor,
        openStep: action.openStep,
        outcome: id,
        ...(reason === undefined ? {} : { reason: 'ziekte' }),
      }));
    case 'attempt':
      return [{ kind: 'attempt', actor, openStep: action.openStep, on: today, channel: 'brief', reached: false }];
    case 'pause':
      return Object.keys(action.reasons).map((reason) => ({
        kind: 'pause',
        actor,
        reason,
        until: addDays(today, 1),
      }));
    case 'resume':
      return [{ kind: 'resume', actor }];
    case 'withdraw':
      return Object.keys(action.reasons).map((reason) => ({ kind: 'withdraw', actor, reason }));
    case 'event':
      return action.events.flatMap(({ id, of }) =>
        (of ?? [undefined]).map((whom): Command => ({
          kind: 'event',
          actor,
          event: id,
          on: today,
          ...(whom === undefined ? {} : { of: whom }),
        })),
      );
    case 'assign':
      return assignments(action, actor);
    case 'ask':
      return action.to
        .filter((to) => !isHolder(to, actor))
        .map(({ role, organisation }) => ({ kind: 'ask', actor, to: { role, organisation: organisation ?? '' } }));
    case 'answer':
      return [{ kind: 'answer', actor, openStep: action.openStep }];
    case 'consent':
      return action.purposes.map(({ id, given }) => ({
        kind: 'consent',
        actor,
        purpose: id,
        given: !given,
        by: 'inwoner',
        on: today,
      }));
    case 'link':
      return Object.keys(action.types).map((type) => ({ kind: 'link', actor, type, chain: 'elders', case: 'ander' }));
    case 'move':
      return action.versions.map((to) => ({ kind: 'move', actor, to, knobs: {}, parties: {} }));
    case 'correct':
      return Object.keys(action.reasons).map((reason) => ({ kind: 'correct', actor, seq: action.seq, reason, facts }));
  }
}

/** Who divides the work claims it and gives it back; who may look for another organisation does that. */
function assignments(action: Extract<Action, { action: 'assign' }>, actor: Actor): Command[] {
  const { openStep, parties, moves } = action;
  const base = { kind: 'assign' as const, actor, openStep };
  const dividers = parties.slice(0, parties.length - moves.length);
  const claims: Command[] = [
    { ...base, practitioner: actor.practitioner },
    { ...base, practitioner: null },
  ];
  const moved: Command[] = [{ ...base, organisation: 'organisatie-nog-anders' }];
  // Where it can go nowhere else, that is what whoever is accountable hears.
  if (!parties.some((each) => isHolder(each, actor))) return moves.length === 0 ? claims : [...claims, ...moved];
  return [
    ...(dividers.some((each) => isHolder(each, actor)) ? claims : []),
    ...(moves.some((each) => isHolder(each, actor)) ? moved : []),
  ];
}

function isHolder({ role, organisation }: Holder, actor: Holder): boolean {
  return actor.role === role && actor.organisation === organisation;
}
