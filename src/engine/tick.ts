import type { AnyChain } from '../language/define.ts';
import { Draft, type Result } from './draft.ts';
import { enter, settleJoins } from './go.ts';
import { heldStepOf } from './holders.ts';
import { climb } from './ladder.ts';
import { endPause } from './pause.ts';
import { scheduleNext } from './schedule.ts';
import { type CaseState, nextWakeAt, type OpenStep, stopped, suspensionOf } from './state.ts';

/**
 * Lets time do what it has come to do, in order of its moments: the end of a pause, steps that time opens, reminders,
 * lateness, escalations. A clock never decides or ends anything. Afterwards the next wake-up is later than `now`.
 */
export function tick(chain: AnyChain, state: CaseState, now: number): Result {
  const draft = new Draft(chain, state, now, null);
  for (let wake = nextWakeAt(draft.state); wake !== null && wake <= now; wake = nextWakeAt(draft.state)) {
    happenAt(draft, wake);
  }
  return draft.result();
}

/** One thing that is due at this moment: first what opens, then what presses. */
function happenAt(draft: Draft, wake: number): void {
  const { state } = draft;
  if (suspensionOf(state)?.untilAt === wake) return endPause(draft, { system: 'clock' });
  const due = state.scheduled.find((each) => each.opensAt === wake && !stopped(state, each));
  if (due !== undefined) return openInTime(draft, due);
  const step = state.open.find((opened) => opened.rung.at === wake && !stopped(state, opened));
  if (step !== undefined) press(draft, step);
}

function openInTime(draft: Draft, { key, step, index }: CaseState['scheduled'][number]): void {
  draft.add({ fact: 'unscheduled', key });
  scheduleNext(draft, key, index);
  enter(draft, step, { branch: `main/${step}`, variant: {} });
  settleJoins(draft);
}

function press(draft: Draft, opened: OpenStep): void {
  const { step, id, stage, dueAt } = opened;
  const { fact, rung } = climb(opened.rung, dueAt, draft.now);
  const held = heldStepOf(draft.chain, step);
  const offer = held.kind === 'handoff' && stage === 'offered';
  draft.add({ fact: fact === 'late' && offer ? 'expired' : fact, step, openStep: id, rung });
  if (fact === 'late') draft.inform(step, held.missed);
}
