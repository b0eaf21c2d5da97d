import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import type { CaseState } from '../../engine/state.ts';
import { type AnyChain, SHARES_INTAKE } from '../../language/define.ts';

/** The local day of the intake that another case may use too; one that was taken over is as old as it was. */
export function intakeDay(chain: AnyChain, state: CaseState): string | undefined {
  const { intake } = chain;
  const at = intake === undefined ? undefined : state.decidedAt[intake];
  if (intake === undefined || at === undefined) return undefined;
  const reused = chain.steps[intake]?.outcomes[state.outcomes[intake] ?? '']?.reuses !== undefined;
  const known = state.links.flatMap(({ type, intake: day }) => (SHARES_INTAKE.includes(type) ? (day ?? []) : []));
  return (reused ? known.toSorted().at(-1) : undefined) ?? localDateOf(at);
}
