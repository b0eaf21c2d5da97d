import { definitionOf } from '../chains/index.ts';
import { actionsOf } from '../engine/actions.ts';
import { accountableOf, type CaseState, nextWakeAt } from '../engine/state.ts';
import { type LiveCase, readLiveCases } from '../reading/orphans.ts';
import type { CaseContext } from './context.ts';

/** The ids of live cases without an accountable party, a next action or a due moment: always none. */
export async function findOrphans(context: Pick<CaseContext, 'db'>): Promise<readonly string[]> {
  const orphans: string[] = [];
  for await (const live of readLiveCases(context.db)) if (!isCaredFor(live)) orphans.push(live.id);
  return orphans;
}

/** The engine says who may move it and when it wakes; the read model must say the same, or nobody finds it. */
function isCaredFor({ state, expected, wake_at: wakeAt, listed, unheld }: LiveCase): boolean {
  if (state === null) return expected;
  return (
    (accountableOf(state)?.organisation ?? null) !== null &&
    nextWakeAt(state) !== null &&
    canBeMoved(state) &&
    wakeAt !== null &&
    listed === state.open.length &&
    unheld === 0
  );
}

/** Someone can decide a step, or let a paused case go on. */
function canBeMoved(state: CaseState): boolean {
  return actionsOf(definitionOf(state.chain, state.version), state).some(
    ({ action, parties }) => (action === 'decide' || action === 'resume') && parties.length > 0,
  );
}
