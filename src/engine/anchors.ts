import { localDateOf } from './calendar/amsterdam.ts';
import { isLocalDate } from './calendar/local-date.ts';
import { outOfBounds } from './bounds.ts';
import type { Draft } from './draft.ts';
import type { Span } from './facts.ts';
import { heldStepOf } from './holders.ts';
import { rungAfterMove } from './ladder.ts';
import { Refused } from './refused.ts';
import { rereadSchedules } from './schedule.ts';
import { shiftedSpan } from './shift.ts';
import { spanOf } from './span.ts';
import type { CaseState, OpenStep } from './state.ts';

/** Refuses dates that are none, or that contradict each other. */
export function checkAnchors(draft: Draft, dates: Readonly<Record<string, string>>): void {
  for (const [name, date] of Object.entries(dates)) {
    if (!Object.hasOwn(draft.chain.anchors ?? {}, name) || !isLocalDate(date)) {
      throw new Refused('invalid-input', `De datum bij ${name} klopt niet.`);
    }
  }
  const known = { ...draft.state.anchors, ...dates };
  for (const [name, date] of Object.entries(dates)) {
    const problem = outOfBounds(draft.chain, name, date, {
      today: draft.today,
      known,
      fixed: draft.state.anchors[name] !== date,
    });
    if (problem !== undefined) throw new Refused('invalid-input', problem);
  }
  for (const [first, second] of draft.chain.order ?? []) {
    const [a, b] = [known[first], known[second]];
    if (a !== undefined && b !== undefined && a > b) {
      throw new Refused('invalid-input', `De data spreken elkaar tegen: ${first} (${a}) ligt na ${second} (${b}).`);
    }
  }
}

/** Dates become known or change (an empty one is no longer known): terms and schedules that hang on them move along. */
export function setAnchors(draft: Draft, dates: Readonly<Record<string, string>>): void {
  const changed = Object.entries(dates).filter(([name, date]) => draft.state.anchors[name] !== date);
  if (changed.length === 0) return;
  draft.add({ fact: 'anchored', anchors: Object.fromEntries(changed) });
  for (const opened of draft.state.open) {
    const step = heldStepOf(draft.chain, opened.step);
    if (step.kind === 'handoff' && opened.stage !== 'accepted') continue;
    const { step: id, variant, openedAt, rung } = opened;
    const read = spanOf(step.within, { state: draft.state, step: id, variant, openedAt });
    // A relative term may have been moved by a pause; only what hangs on a date is read again.
    if (read.moves && opened.moves) continue;
    const span = read.moves ? afterPauses(draft.state, opened, read) : read;
    if (span.dueAt === opened.dueAt && span.notBefore === opened.notBefore && span.aim === opened.aim) continue;
    const next = rungAfterMove(rung, span, openedAt, draft.now);
    const late = opened.late && span.dueAt < draft.now;
    draft.add({ fact: 'rescheduled', step: id, openStep: opened.id, ...span, rung: next, late });
  }
  rereadSchedules(draft);
}

/** A term that counts from the opening after all: the pauses since then have moved it. */
function afterPauses({ suspensions }: CaseState, { openedAt }: OpenStep, read: Span): Span {
  return suspensions.reduce(
    (span, { from, to }) =>
      from < openedAt || to === null ? span : shiftedSpan(span, localDateOf(from), localDateOf(to)),
    read,
  );
}
