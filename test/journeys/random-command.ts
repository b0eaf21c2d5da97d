import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { addDays, type LocalDate } from '../../src/engine/calendar/local-date.ts';
import type { Fact } from '../../src/engine/facts.ts';
import type { Actor, Command } from '../../src/engine/messages.ts';
import { COORDINATOR } from '../../src/engine/parties.ts';
import type { CaseState } from '../../src/engine/state.ts';
import { type AnyChain, consentPurposes, linkTypes, pauseReasons } from '../../src/language/define.ts';
import { rolesOf } from '../../src/language/targets.ts';
import { decisionOf } from './random-decision.ts';
import { followOf } from './random-follow.ts';
import { actionOf, actorOf, day, type Move, pick, placeFor } from './random-move.ts';

export type { Move } from './random-move.ts';

const COORDINATING: Actor = { role: COORDINATOR, organisation: 'organisatie-keten', practitioner: 'persoon' };

/** The command that a move stands for, in a case with these facts; null when only time passes. */
export function commandOf(
  chain: AnyChain,
  state: CaseState,
  move: Move,
  now: number,
  facts: readonly Fact[],
): Command | null {
  const today = localDateOf(now);
  switch (move.kind) {
    case 'tick':
      return null;
    case 'decide':
      return state.status === 'paused' && move.pick % 3 !== 0
        ? { kind: 'resume', actor: actorOf(actionOf(chain, state, move, 'resume'), move) }
        : decisionOf(chain, state, move, today);
    case 'stale':
    case 'stray':
      return decisionOf(chain, state, move, today);
    case 'attempt': {
      const action = actionOf(chain, state, move, 'attempt');
      const on = day(today, move, 3);
      const channel = (['telefoon', 'brief', 'bericht', 'huisbezoek'] as const)[move.pick % 4]!;
      const openStep = action?.openStep ?? state.open[0]?.id ?? 'weg';
      return { kind: 'attempt', actor: actorOf(action, move), openStep, on, channel, reached: move.pick % 5 === 0 };
    }
    case 'pause': {
      const reason = Object.keys(pauseReasons)[move.pick % 4]!;
      const until = addDays(today, move.extras.includes('impossible') ? 200 - (move.pick % 400) : 1 + (move.pick % 90));
      return { kind: 'pause', actor: actorOf(actionOf(chain, state, move, 'pause'), move), reason, until };
    }
    case 'resume':
      return { kind: 'resume', actor: actorOf(actionOf(chain, state, move, 'resume'), move) };
    case 'withdraw':
      return {
        kind: 'withdraw',
        actor: actorOf(actionOf(chain, state, move, 'withdraw'), move),
        reason: move.reason === 'onbekend' ? 'onbekend' : 'ziekte',
      };
    case 'event': {
      const action = actionOf(chain, state, move, 'event');
      const event = pick(action?.events ?? [], move.pick >> 3)?.id ?? 'verhuisd';
      const of =
        event === 'overleden' ? { of: pick(['kind', 'inwoner', 'partner', 'niemand'], move.pick >> 6) ?? '' } : {};
      return { kind: 'event', actor: actorOf(action, move), event, on: day(today, move, 40), ...of };
    }
    case 'group':
      return regroupOf(chain, state, move, today);
    case 'assign':
      return assignmentOf(chain, state, move);
    case 'ask': {
      const action = actionOf(chain, state, move, 'ask');
      const to = pick(action?.to ?? [], move.pick >> 3) ?? { role: 'tester', organisation: null };
      const organisation = move.extras.includes('to') ? 'elders' : (to.organisation ?? 'elders');
      return { kind: 'ask', actor: actorOf(action, move), to: { role: to.role, organisation } };
    }
    case 'answer': {
      const action = actionOf(chain, state, move, 'answer');
      const openStep = action?.openStep ?? state.open[0]?.id ?? 'weg';
      return { kind: 'answer', actor: actorOf(action, move), openStep };
    }
    case 'consent': {
      const action = actionOf(chain, state, move, 'consent');
      const purpose = move.pick % 4 === 0 ? (pick([...consentPurposes, 'alles'], move.pick >> 4) ?? '') : 'overdracht';
      const given = (move.pick >> 2) % 8 === 0 ? move.pick % 2 === 0 : !state.consents.includes(purpose);
      const by = 'inwoner';
      return { kind: 'consent', actor: actorOf(action, move), purpose, given, by, on: day(today, move, 3) };
    }
    case 'correct':
      return correctionOf(chain, state, move, facts);
    case 'link': {
      const action = actionOf(chain, state, move, 'link');
      const type = pick([...Object.keys(linkTypes), 'onbekend'], move.pick >> 3) ?? '';
      const other = move.extras.includes('impossible') ? state.case : `ander-${move.pick % 2}`;
      const sides = move.pick % 5 === 0 ? {} : { side: move.pick % 2 === 0 ? ('first' as const) : ('second' as const) };
      return { kind: 'link', actor: actorOf(action, move), type, chain: 'elders', case: other, ...sides };
    }
    case 'follow':
      return followOf(state, move, today);
    case 'amend':
      return { kind: 'amend', actor: actorOf({ parties: [state.referrer] }, move), fields: ['telefoon'] };
  }
}

/** A claim, a step given back to the team, or another organisation: by its own people, the regie or a ketencoordinator. */
function assignmentOf(chain: AnyChain, state: CaseState, move: Move): Command {
  const action = actionOf(chain, state, move, 'assign');
  const openStep = action?.openStep ?? 'traject.stap-0.99';
  const coordinates = typeof action?.coordinates === 'string' && move.pick % 3 === 0;
  const actor = coordinates ? COORDINATING : actorOf(action, move);
  const moves = coordinates || move.pick % 2 === 0;
  return {
    kind: 'assign',
    actor,
    openStep,
    ...(moves ? { organisation: `organisatie-${move.pick % 4 === 0 ? 'ander' : 'nieuw'}` } : {}),
    ...(move.pick % 5 === 0 ? { practitioner: move.pick % 7 === 0 ? null : 'persoon' } : {}),
    ...(!moves && move.pick % 5 !== 0 ? { practitioner: 'persoon' } : {}),
    ...(coordinates ? { municipality: move.extras.includes('impossible') ? 'elders' : state.municipality } : {}),
  };
}

/** Mostly of the last decision, with all facts; now and then of something else, or with facts that are not all. */
function correctionOf(chain: AnyChain, state: CaseState, move: Move, facts: readonly Fact[]): Command {
  const action = actionOf(chain, state, move, 'correct');
  const wrong = move.extras.includes('impossible');
  const cut = wrong && move.pick % 2 === 0 ? facts.slice(0, move.pick % (facts.length + 1)) : facts;
  return {
    kind: 'correct',
    actor: actorOf(action, move),
    seq: wrong && move.pick % 3 === 0 ? move.pick % (state.seq + 2) : (action?.seq ?? state.seq),
    reason: move.reason === 'onbekend' ? 'onbekend' : 'vergissing',
    facts: move.pick % 7 === 0 ? cut.filter(({ seq }) => seq !== 2) : cut,
  };
}

function regroupOf(chain: AnyChain, state: CaseState, move: Move, today: LocalDate): Command {
  const waits = chain.group === undefined ? undefined : chain.steps[chain.group.waits];
  const role = (waits === undefined ? undefined : rolesOf(waits)[0]) ?? 'tester';
  const party = { role, organisation: state.parties[role] ?? null };
  const base = {
    kind: 'group' as const,
    actor: actorOf({ parties: [party] }, move),
    group: move.extras.includes('impossible') ? 'groep-9' : (state.group ?? 'groep-9'),
  };
  const { starts, ends } = placeFor(move, today);
  return move.pick % 2 === 0 ? { ...base, change: 'free' } : { ...base, change: 'move', starts, ends };
}
