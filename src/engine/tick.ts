import type { AnyChain } from '../language/define.ts';
import { Draft, type Result } from './draft.ts';
import { climb } from './ladder.ts';
import { type CaseState, nextWakeAt } from './state.ts';

/**
 * Lets time do what it has come to do: reminders, lateness, escalations, in order of their moments. A clock never
 * decides or ends anything. Afterwards the next wake-up is later than `now` (milliseconds).
 */
export function tick(chain: AnyChain, state: CaseState, now: number): Result {
  const draft = new Draft(chain, state, now, null);
  for (let due = dueStep(draft.state, now); due !== undefined; due = dueStep(draft.state, now)) {
    const { fact, rung } = climb(due.rung, due.dueAt, now);
    draft.add({ fact, step: due.step, openStep: due.id, rung });
  }
  return draft.result();
}

function dueStep(state: CaseState, now: number): CaseState['open'][number] | undefined {
  const wake = nextWakeAt(state);
  if (wake === null || wake > now) return undefined;
  return state.open.find((step) => step.rung.at === wake);
}
