import type { Clock, Length, Term, When } from '../language/define.ts';
import { endOfLocalDay, localDateOf, startOfLocalDay } from './calendar/amsterdam.ts';
import { addDuration, type Duration, parseDuration, subtractDuration } from './calendar/duration.ts';
import { type LocalDate, parseLocalDate } from './calendar/local-date.ts';
import type { Span } from './facts.ts';
import type { CaseState } from './state.ts';

/** What a term is read against: the case, and the opening that it is for. */
export interface Reading {
  readonly state: CaseState;
  readonly step: string;
  readonly variant: Readonly<Record<string, string>>;
  readonly openedAt: number;
}

/** A day, and whether it moves with a pause. */
interface Day {
  readonly date: LocalDate;
  readonly moves: boolean;
  readonly counts: Span['counts'];
}

/**
 * When a step is to be done: each day ends with its last millisecond in Europe/Amsterdam. A due day that lies before
 * the opening (an anchor that came too late) is the day of the opening.
 */
export function spanOf(term: Term, reading: Reading, name = 'within'): Span {
  const { clock, knob } = chosenClock(term, reading, name);
  if (!('due' in clock)) return spanTo(dayOf(clock, reading, knob), null, null, reading.openedAt);
  const notBefore = knownDayOf(clock.notBefore, reading, 'notBefore');
  const aim = knownDayOf(clock.aim, reading, 'aim');
  return spanTo(dayOf(clock.due, reading, 'due'), notBefore, aim, reading.openedAt);
}

function spanTo(due: Day, notBefore: Day | null, aim: Day | null, openedAt: number): Span {
  const opened = localDateOf(openedAt);
  return {
    notBefore: notBefore === null ? null : startOfLocalDay(notBefore.date),
    aim: aim === null ? null : endOfLocalDay(aim.date),
    dueAt: endOfLocalDay(due.date < opened ? opened : due.date),
    moves: due.moves,
    counts: due.counts,
  };
}

function chosenClock(term: Term, { state, variant }: Reading, name: string): { clock: Clock; knob: string } {
  if ('byVariant' in term) return caseOf(term, variant[term.byVariant], name);
  if ('byCode' in term) return caseOf(term, state.kept[term.byCode], name);
  return { clock: term, knob: name };
}

function caseOf(
  { cases, otherwise }: { readonly cases: Readonly<Record<string, Clock | undefined>>; readonly otherwise: Clock },
  value: string | undefined,
  name: string,
): { clock: Clock; knob: string } {
  const chosen = value !== undefined && Object.hasOwn(cases, value) ? cases[value] : undefined;
  return chosen === undefined ? { clock: otherwise, knob: name } : { clock: chosen, knob: `${name}.${value}` };
}

/** The day that a moment falls on. A base that is not known yet makes it count from the opening. */
function dayOf(when: When, reading: Reading, name: string): Day {
  const base = baseOf(when, reading.state);
  const fallback = 'otherwise' in when ? when.otherwise : undefined;
  if (base === null) {
    const length =
      fallback === undefined
        ? lengthIn(when, reading, name)
        : lengthOf(fallback, reading.state.knobs[`${reading.step}.${name}.otherwise`]?.value);
    return forward(localDateOf(reading.openedAt), length, true);
  }
  const length = lengthIn(when, reading, name);
  if ('before' in when) return { date: subtractDuration(base.date, length), moves: false, counts: countsOf(length) };
  return forward(base.date, length, base.moves);
}

/** A first day or an aim that hangs on a day not known yet is none: only what must be done in time has a fallback. */
function knownDayOf(when: When | undefined, reading: Reading, name: string): Day | null {
  if (when === undefined) return null;
  const hangs = 'length' in when && when.otherwise === undefined;
  return hangs && baseOf(when, reading.state) === null ? null : dayOf(when, reading, name);
}

/** From what day a moment counts; null when that is the opening of the step. */
function baseOf(when: When, state: CaseState): { readonly date: LocalDate; readonly moves: boolean } | null {
  if ('since' in when) {
    const at = state.decidedAt[when.since];
    return at === undefined ? null : { date: localDateOf(at), moves: true };
  }
  const anchor = 'after' in when ? when.after : 'before' in when ? when.before : undefined;
  const date = anchor === undefined ? undefined : state.anchors[anchor];
  return date === undefined ? null : { date: parseLocalDate(date), moves: false };
}

function forward(date: LocalDate, length: Duration, moves: boolean): Day {
  return { date: addDuration(date, length), moves, counts: countsOf(length) };
}

function lengthIn(when: When, { state, step }: Reading, name: string): Duration {
  const set = state.knobs[`${step}.${name}`];
  return lengthOf('length' in when ? when.length : when, set?.value);
}

/** A length in this case: a knob may have been set for the place. */
export function lengthOf(length: Length, set?: string): Duration {
  return parseDuration(set ?? ('fixed' in length ? length.fixed : length.knob));
}

function countsOf(length: Duration): Span['counts'] {
  return length.kind === 'werkdagen' ? 'werkdagen' : 'days';
}

/** The moment (start of its local day) that a schedule waits for; null while its date is not known. */
export function momentOf(
  when: When,
  reading: Reading,
  knob: string,
): { readonly at: number; readonly moves: boolean } | null {
  if (!('length' in when) || baseOf(when, reading.state) !== null) {
    const { date, moves } = dayOf(when, reading, knob);
    return { at: startOfLocalDay(date), moves };
  }
  return null;
}
