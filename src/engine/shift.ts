import { endOfLocalDay, localDateOf, startOfLocalDay } from './calendar/amsterdam.ts';
import { addDays, daysBetween, type LocalDate } from './calendar/local-date.ts';
import { addWerkdagen, werkdagenBetween } from './calendar/werkdagen.ts';
import type { Rung, Span } from './facts.ts';
import type { CaseState } from './state.ts';

/** The pauses that are over, as local days, each from `since` (milliseconds) on at the earliest. */
export function pausesSince(
  { suspensions }: Pick<CaseState, 'suspensions'>,
  since: number,
): readonly (readonly [began: LocalDate, resumed: LocalDate])[] {
  return suspensions.flatMap(({ from, to }) =>
    to === null || to <= since ? [] : [[localDateOf(Math.max(from, since)), localDateOf(to)] as const],
  );
}

/** A term after a pause: as many days, or werkdagen, are left as there were when the pause began. */
export function shiftedSpan(span: Span, began: LocalDate, resumed: LocalDate): Span {
  const { notBefore, aim, dueAt, counts } = span;
  const due = localDateOf(dueAt);
  const left = counts === 'werkdagen' ? werkdagenBetween(began, due) : daysBetween(began, due);
  const days = Math.max(0, left);
  const last = counts === 'werkdagen' ? addWerkdagen(resumed, days) : addDays(resumed, days);
  const moved = (date: LocalDate): LocalDate => {
    const day = addDays(date, daysBetween(began, resumed));
    return day < last ? day : last;
  };
  return {
    ...span,
    notBefore: notBefore === null ? null : startOfLocalDay(moved(localDateOf(notBefore))),
    aim: aim === null ? null : endOfLocalDay(moved(localDateOf(aim))),
    dueAt: endOfLocalDay(last),
  };
}

/** The start of a local day, so many days later as a pause has lasted. */
export function shiftedDay(at: number, began: LocalDate, resumed: LocalDate): number {
  return startOfLocalDay(addDays(localDateOf(at), daysBetween(began, resumed)));
}

/** The rung of a term that moved from `before` to `after`, in a pause of `lost` milliseconds. Always later than `now`. */
export function shiftedRung(
  rung: Rung,
  { before, after, lost, now }: { before: number; after: number; lost: number; now: number },
): Rung {
  switch (rung.kind) {
    case 'reminder':
      return { ...rung, at: Math.max(after - (before - rung.at), now + 1) };
    case 'overdue':
      return { ...rung, at: Math.max(after + 1, now + 1) };
    case 'escalation':
      return { ...rung, at: Math.max(rung.at + lost, now + 1) };
  }
}
