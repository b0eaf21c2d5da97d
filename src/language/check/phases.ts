import type { AnyChain } from '../define.ts';
import { regieOf } from '../targets.ts';
import { missingRoles, missingSteps } from './unknown.ts';

/** Who is regiehouder has one answer: every step stands in one phase. Limits span steps that exist. */
export function phaseProblems(chain: AnyChain): readonly string[] {
  const phases = Object.entries(chain.phases ?? {});
  const named = phases.flatMap(([name, phase]) =>
    [...missingRoles(chain, regieOf(phase)), ...missingSteps(chain, phase.steps)].map(
      (problem) => `phase ${name}: ${problem}`,
    ),
  );
  const counted = Object.keys(chain.steps).flatMap((id) => {
    const count = phases.flatMap(([, { steps }]) => steps).filter((step) => step === id).length;
    if (phases.length === 0 || count === 1) return [];
    return [`step ${id}: it stands in ${count === 0 ? 'no phase' : `${count} phases`}`];
  });
  const limits = Object.entries(chain.limits ?? {}).flatMap(([name, { from, until, opens }]) =>
    missingSteps(chain, [from, ...(until === undefined ? [] : [until]), opens]).map(
      (problem) => `limit ${name}: ${problem}`,
    ),
  );
  return [...named, ...counted, ...limits];
}
