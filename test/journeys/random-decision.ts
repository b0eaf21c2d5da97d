import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { addDays, type LocalDate } from '../../src/engine/calendar/local-date.ts';
import type { Command } from '../../src/engine/messages.ts';
import type { CaseState } from '../../src/engine/state.ts';
import type { AnyChain, Step } from '../../src/language/define.ts';
import { keepsOf } from '../../src/language/targets.ts';
import { codesMeant } from './codes-meant.ts';
import { actionOf, actionsIn, actorOf, type Move, pick, placeFor } from './random-move.ts';

export function decisionOf(chain: AnyChain, state: CaseState, move: Move, today: LocalDate): Command {
  const action = decisionAmong(chain, state, move);
  const outcomes = action?.outcomes.map(({ id }) => id) ?? ['geen'];
  const step = action === undefined ? undefined : chain.steps[action.step];
  const outcome = outcomeOf(step, outcomes, move.pick >> 4);
  const joins = step?.outcomes[outcome]?.group === 'joins';
  return {
    kind: 'decide',
    actor: actorOf(action, move),
    openStep: move.kind === 'stale' || action === undefined ? 'traject.stap-0.99' : action.openStep,
    outcome: move.kind === 'stray' ? 'bestaat-niet' : outcome,
    ...(move.reason === undefined ? {} : { reason: reasonIn(chain, move.reason) }),
    ...(move.extras.includes('proposed') ? { proposed: outcomes[0]! } : {}),
    ...(move.extras.includes('to') && (outcome === 'omleiden' || move.pick % 7 === 0)
      ? { to: 'organisatie-anders' }
      : {}),
    ...(joins === move.extras.includes('place') ? {} : { place: placeFor(move, today) }),
    ...keptBy(chain, step, move),
  };
}

/** The attempts that this decision asks for and that are still to be made: on days of their own, one of them in writing. */
export function attemptsBefore(chain: AnyChain, state: CaseState, command: Command | null, now: number): Command[] {
  if (command?.kind !== 'decide') return [];
  const opened = state.open.find(({ id }) => id === command.openStep);
  const guards = opened === undefined ? [] : (chain.steps[opened.step]?.outcomes[command.outcome]?.when ?? []);
  const asked = guards.flatMap((guard) => ('attempts' in guard ? [guard.attempts] : []))[0] ?? 0;
  const today = localDateOf(now);
  return Array.from({ length: asked }, (_, index) => ({
    kind: 'attempt',
    actor: command.actor,
    openStep: command.openStep,
    on: addDays(today, index + 1 - asked),
    channel: index === 0 ? 'brief' : 'telefoon',
    reached: false,
  }));
}

/** Two of three outcomes that would end the case are passed over for the one after: a walk is to come somewhere. */
function outcomeOf(step: Step | undefined, outcomes: readonly string[], number: number): string {
  const outcome = pick(outcomes, number) ?? 'geen';
  const to = step?.outcomes[outcome]?.to;
  const ends = to !== undefined && typeof to !== 'string' && 'end' in to;
  return ends && (number >> 5) % 3 !== 0 ? (pick(outcomes, number + 1) ?? 'geen') : outcome;
}

function reasonIn(chain: AnyChain, reason: string): string {
  return reason === 'blik' ? (Object.keys(chain.reasons)[0] ?? 'ziekte') : reason;
}

/** Any that can be taken; what opened last when that was waited for, and now and then otherwise. */
function decisionAmong(chain: AnyChain, state: CaseState, move: Move): ReturnType<typeof actionOf<'decide'>> {
  const last = actionsIn(chain, state).findLast((each) => each.action === 'decide');
  const newest = move.untilTimeOpens === true || (move.pick & 6) === 6;
  return newest && last?.action === 'decide' ? last : actionOf(chain, state, move, 'decide');
}

/** Codes on which this chain decides something, and now and then one that means nothing to it. */
function keptBy(chain: AnyChain, step: Step | undefined, { pick: number }: Move): { kept?: Record<string, string> } {
  const codes = step === undefined ? [] : keepsOf(step);
  if (codes.length === 0) return {};
  const kept = codes.map((code, index) => {
    const values = [...codesMeant(chain, code), ...Array<string>(2).fill('visus,voeten'), 'a', ''];
    return [code, values[((number >> 3) + index) % values.length]!] as const;
  });
  return { kept: Object.fromEntries(kept) };
}
