import type { AnyChain, Guard, Outcome } from '../language/define.ts';
import { addDuration, parseDuration } from './calendar/duration.ts';
import { type LocalDate, parseLocalDate } from './calendar/local-date.ts';
import type { AttemptMade, CaseState, OpenStep } from './state.ts';

/** What an outcome is chosen on: the case, the opening (none for a rule) and the day. */
export interface Choosing {
  readonly chain: AnyChain;
  readonly state: CaseState;
  readonly step: string;
  readonly outcome: string;
  readonly opened?: OpenStep | undefined;
  readonly today: LocalDate;
}

/** Why this outcome cannot be chosen now, in Dutch; undefined when it can. */
export function obstacleTo({ when }: Pick<Outcome, 'when'>, choosing: Choosing): string | undefined {
  for (const guard of when ?? []) {
    const obstacle = obstacleOf(guard, choosing);
    if (obstacle !== undefined) return obstacle;
  }
  return undefined;
}

function obstacleOf(guard: Guard, choosing: Choosing): string | undefined {
  const { chain, state, step, outcome, opened, today } = choosing;
  if ('atMost' in guard) {
    const taken = state.taken[`${step}.${outcome}`] ?? 0;
    return taken < guard.atMost ? undefined : `Deze uitkomst kan hoogstens ${guard.atMost} keer. Kies een andere.`;
  }
  if ('attempts' in guard) return attemptsLacking(opened?.attempts ?? [], guard.attempts);
  if ('oncePer' in guard) {
    const last = state.marks[guard.mark]?.last;
    if (last === undefined) return undefined;
    const free = addDuration(parseLocalDate(last), parseDuration(guard.oncePer));
    const label = chain.marks?.[guard.mark] ?? guard.mark;
    return today >= free ? undefined : `${label}: dat kan pas weer vanaf ${free}.`;
  }
  if ('code' in guard) {
    const value = state.kept[guard.code];
    return value !== undefined && guard.in.includes(value)
      ? undefined
      : 'Deze uitkomst past niet bij wat er bekend is.';
  }
  const last = state.outcomes[guard.step];
  return last !== undefined && guard.outcome.includes(last)
    ? undefined
    : 'Deze uitkomst past niet bij wat er eerder besloten is.';
}

/** Attempts on different days, at least one of them in writing (chains.md 1.5, assumption). */
function attemptsLacking(made: readonly AttemptMade[], count: number): string | undefined {
  const missed = made.filter(({ reached }) => !reached);
  const days = new Set(missed.map(({ on }) => on)).size;
  if (days < count) return `Probeer het eerst op ${count} verschillende dagen. Nu zijn het er ${days}.`;
  const written = missed.some(({ channel }) => channel === 'brief' || channel === 'bericht');
  return written ? undefined : 'Probeer het ook een keer met een brief of een bericht.';
}
