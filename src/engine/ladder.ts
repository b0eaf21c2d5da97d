import { endOfLocalDay, localDateOf } from './calendar/amsterdam.ts';
import { addWerkdagen } from './calendar/werkdagen.ts';
import type { Rung, Span } from './facts.ts';

/** Share of the term after which the holder is reminded; escalation and its repeat in werkdagen (chains.md 1.5, assumptions). */
const REMIND_AT = 0.75;
const ESCALATE_AFTER_WERKDAGEN = 5;
const REPEAT_EVERY_WERKDAGEN = 20;

/** The first rung: the reminder at three quarters of the term, which begins on its first day. */
export function firstRung(openedAt: number, { notBefore, dueAt }: Pick<Span, 'notBefore' | 'dueAt'>): Rung {
  const begins = Math.min(Math.max(openedAt, notBefore ?? openedAt), dueAt);
  return { kind: 'reminder', at: begins + Math.floor((dueAt - begins) * REMIND_AT), count: 0 };
}

/**
 * What happens when a step is found at its rung, and the rung after it, which is always later than `now`. After an
 * outage a reminder whose term has passed is not sent any more, and missed repeats count as one. The last rung
 * recurs, so that there is always a next moment.
 */
export function climb(rung: Rung, dueAt: number, now: number): { fact: 'reminded' | 'late' | 'escalated'; rung: Rung } {
  switch (rung.kind) {
    case 'reminder':
      if (now > dueAt) return { fact: 'late', rung: firstEscalation(dueAt, now) };
      return { fact: 'reminded', rung: { kind: 'overdue', at: dueAt + 1, count: 0 } };
    case 'overdue':
      return { fact: 'late', rung: firstEscalation(dueAt, now) };
    case 'escalation': {
      const next = werkdagenAfter(rung.at - 1, REPEAT_EVERY_WERKDAGEN);
      const at = next > now ? next : werkdagenAfter(now, REPEAT_EVERY_WERKDAGEN);
      return { fact: 'escalated', rung: { kind: 'escalation', at, count: rung.count + 1 } };
    }
  }
}

/**
 * The rung of a step whose term has moved. Who was reminded is not reminded again; who was late is so no more when
 * the new term lies ahead, and is not late a second time when it does not. Always later than `now`.
 */
export function rungAfterMove(rung: Rung, span: Span, openedAt: number, now: number): Rung {
  if (span.dueAt < now) {
    return rung.kind === 'escalation'
      ? { ...rung, at: Math.max(rung.at, now + 1) }
      : { kind: 'overdue', at: now + 1, count: 0 };
  }
  if (rung.kind === 'reminder') {
    const first = firstRung(openedAt, span);
    return { ...first, at: Math.max(first.at, now + 1) };
  }
  return { kind: 'overdue', at: span.dueAt + 1, count: 0 };
}

/** A case found only after its escalation was due is escalated at the next millisecond: late first, then the rest. */
function firstEscalation(dueAt: number, now: number): Rung {
  return { kind: 'escalation', at: Math.max(werkdagenAfter(dueAt, ESCALATE_AFTER_WERKDAGEN), now + 1), count: 1 };
}

/** The first moment after so many werkdagen have passed, counted from the local day of `at`. */
function werkdagenAfter(at: number, days: number): number {
  return endOfLocalDay(addWerkdagen(localDateOf(at), days)) + 1;
}
