import type { AnyChain } from '../language/define.ts';
import { endOfLocalDay } from './calendar/amsterdam.ts';
import type { Draft } from './draft.ts';
import type { Span } from './facts.ts';
import { heldStepOf } from './holders.ts';
import { rungAfterMove } from './ladder.ts';
import { pausesSince, shiftedSpan } from './shift.ts';
import { spanOf } from './span.ts';
import type { CaseState, OpenStep } from './state.ts';

/** A case as it stood on the version that it leaves. */
export interface Before {
  readonly chain: AnyChain;
  readonly state: CaseState;
}

/**
 * What stands open and has another term in this version gets that term, counted from the same beginning. Who was not
 * late does not become so by the move: there is time until the end of today at least.
 */
export function retime(draft: Draft, before: Before): void {
  const { state, chain, now, today } = draft;
  for (const opened of state.open) {
    const was = before.state.open.find(({ id }) => id === opened.id);
    if (was === undefined) continue;
    const read = termIn(chain, state, opened);
    if (isSame(read, termIn(before.chain, before.state, was))) continue;
    const counted = read.moves ? afterPauses(state, opened, read) : read;
    const span = opened.late ? counted : { ...counted, dueAt: Math.max(counted.dueAt, endOfLocalDay(today)) };
    if (isSame(span, opened)) continue;
    const { step, id, openedAt } = opened;
    const rung = rungAfterMove(opened.rung, span, openedAt, now);
    draft.add({ fact: 'rescheduled', step, openStep: id, ...span, rung, late: opened.late && span.dueAt < now });
  }
}

/** The term that a version gives to an opening, as if it had not been paused. */
function termIn(chain: AnyChain, state: CaseState, { step: id, stage, variant, openedAt }: OpenStep): Span {
  const step = heldStepOf(chain, id);
  const reading = { state, step: id, variant, openedAt };
  const accepting = step.kind === 'handoff' && stage !== 'accepted';
  return accepting ? spanOf(step.accept, reading, 'accept') : spanOf(step.within, reading);
}

function isSame(a: Span, b: Span): boolean {
  return (
    a.dueAt === b.dueAt &&
    a.notBefore === b.notBefore &&
    a.aim === b.aim &&
    a.moves === b.moves &&
    a.counts === b.counts
  );
}

/** Each pause since the opening has moved the term. */
function afterPauses(state: CaseState, { openedAt }: OpenStep, read: Span): Span {
  return pausesSince(state, openedAt).reduce((span, [began, resumed]) => shiftedSpan(span, began, resumed), read);
}
