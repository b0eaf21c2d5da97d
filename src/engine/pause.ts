import { LONGEST_PAUSE, pauseReasons, WAITING } from '../language/define.ts';
import { localDateOf, startOfLocalDay } from './calendar/amsterdam.ts';
import { addDuration, parseDuration } from './calendar/duration.ts';
import { isLocalDate, type LocalDate, parseLocalDate } from './calendar/local-date.ts';
import type { Draft } from './draft.ts';
import type { FactActor, FactBody } from './facts.ts';
import type { Pause } from './messages.ts';
import { heldStepOf } from './holders.ts';
import { openStep } from './open.ts';
import { Refused } from './refused.ts';
import { shiftedDay, shiftedRung, shiftedSpan } from './shift.ts';
import { type CaseState, type OpenStep, stopped, type Suspension, suspensionOf } from './state.ts';

/** Suspends a case until the morning of a day, at most six months after it first paused since its last decision. */
export function pause(draft: Draft, { reason, until, actor }: Pause): void {
  if (!Object.hasOwn(pauseReasons, reason))
    throw new Refused('invalid-input', 'Deze reden voor een pauze is niet bekend.');
  if (suspensionOf(draft.state) !== undefined) throw new Refused('not-allowed-now', 'Dit traject is al gepauzeerd.');
  checkUntil(draft, until);
  draft.add(paused({ reason, until, actor }));
}

function checkUntil(draft: Draft, until: string): void {
  if (!isLocalDate(until) || until <= draft.today) {
    throw new Refused('invalid-input', 'De pauze moet eindigen op een dag na vandaag.');
  }
  const latest = latestDay(draft);
  if (until > latest) {
    throw new Refused(
      'invalid-input',
      `Een pauze duurt hoogstens zes maanden: tot ${latest}. Neem daarna eerst een besluit.`,
    );
  }
}

type Paused = Extract<FactBody, { fact: 'paused' }>;

function paused(told: Pick<Paused, 'reason' | 'until' | 'actor' | 'link'>): Paused {
  return { fact: 'paused', ...told, untilAt: startOfLocalDay(parseLocalDate(told.until)) };
}

function latestDay({ state, now }: Draft): LocalDate {
  return addDuration(budgetStart(state, now), parseDuration(LONGEST_PAUSE));
}

/**
 * Suspends a case because another one does: until the same day, or as long as it still may. Not when it is paused
 * already, or may not pause any more.
 */
export function pauseAlong(draft: Draft, told: Pick<Paused, 'reason' | 'until' | 'actor' | 'link'>): void {
  const latest = latestDay(draft);
  const until = told.until < latest ? told.until : latest;
  if (suspensionOf(draft.state) !== undefined || until <= draft.today) return;
  draft.add(paused({ ...told, until }));
}

/**
 * Suspends a case until another one has ended: until a day, or else as long as it may; then somebody is asked anyway.
 * Not when it is paused already, or waits at a step for something as it is.
 */
export function waitFor(
  draft: Draft,
  link: { type: string; case: string },
  until: string | undefined,
  actor: FactActor,
): void {
  const { state, chain } = draft;
  if (suspensionOf(state) !== undefined || state.silenced) return;
  if (state.open.some(({ step }) => heldStepOf(chain, step).kind === 'wait')) return;
  if (until !== undefined) checkUntil(draft, until);
  pauseAlong(draft, { reason: WAITING, until: until ?? latestDay(draft), actor, link });
}

function budgetStart(state: CaseState, now: number): LocalDate {
  const decided = Math.max(0, ...Object.values(state.decidedAt));
  return localDateOf(state.suspensions.find(({ from }) => from >= decided)?.from ?? now);
}

/** Goes on after a pause: terms that it stopped get the time back that they lost. */
export function resume(draft: Draft, actor: FactActor): void {
  const suspension = suspensionOf(draft.state);
  if (suspension === undefined) throw new Refused('not-allowed-now', 'Dit traject is niet gepauzeerd.');
  const frozen = draft.state.open.filter((step) => stopped(draft.state, step));
  const waiting = draft.state.scheduled.filter((each) => stopped(draft.state, each));
  draft.add({ fact: 'resumed', actor });
  for (const opened of frozen) shift(draft, opened, suspension);
  const began = localDateOf(suspension.from);
  for (const each of waiting) {
    const { opensAt } = each;
    const at = opensAt === null ? null : Math.max(shiftedDay(opensAt, began, draft.today), draft.now + 1);
    draft.add({ fact: 'scheduled', ...each, opensAt: at });
  }
}

/** At the end of a pause the clock goes on, and whoever is accountable is asked how. */
export function endPause(draft: Draft, actor: FactActor): void {
  resume(draft, actor);
  if (draft.state.open.some(({ step }) => step === 'na-pauze')) return;
  openStep(draft, 'na-pauze', { branch: 'main/na-pauze', variant: {} });
}

/** Who was late before the pause is late after it: only the ladder waited. */
function shift(draft: Draft, opened: OpenStep, suspension: Suspension): void {
  const { now, today } = draft;
  // What was opened during the pause lost only what came after.
  const from = Math.max(suspension.from, opened.openedAt);
  const { notBefore, aim, dueAt, moves, counts, late } = opened;
  const own = { notBefore, aim, dueAt, moves, counts };
  const span = late ? own : shiftedSpan(own, localDateOf(from), today);
  const rung = shiftedRung(opened.rung, { before: dueAt, after: span.dueAt, lost: now - from, now });
  draft.add({ fact: 'rescheduled', step: opened.step, openStep: opened.id, ...span, rung, late });
}
