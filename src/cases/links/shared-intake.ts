import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { sharedIntakeDay } from '../../engine/promise.ts';
import type { CaseState } from '../../engine/state.ts';
import type { AnyChain } from '../../language/define.ts';

/** The local day of the intake that another case may use too; one that was taken over is as old as it was. */
export function intakeDay(chain: AnyChain, state: CaseState): string | undefined {
  const { intake } = chain;
  const at = intake === undefined ? undefined : state.decidedAt[intake];
  if (intake === undefined || at === undefined) return undefined;
  const reused = chain.steps[intake]?.outcomes[state.outcomes[intake] ?? '']?.reuses !== undefined;
  return (reused ? sharedIntakeDay(state.links) : undefined) ?? localDateOf(at);
}
