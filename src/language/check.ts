import { boundProblems } from './check/bounds.ts';
import { branchProblems } from './check/branches.ts';
import { clockProblems } from './check/clocks.ts';
import { groupProblems } from './check/groups.ts';
import { guardProblems } from './check/guards.ts';
import { instantProblems } from './check/instant.ts';
import { linkProblems } from './check/links.ts';
import { lackProblems } from './check/lacks.ts';
import { nameProblems } from './check/names.ts';
import { outcomeProblems } from './check/outcomes.ts';
import { pathProblems } from './check/paths.ts';
import { payerProblems } from './check/payers.ts';
import { personProblems } from './check/person.ts';
import { phaseProblems } from './check/phases.ts';
import { stepProblems } from './check/steps.ts';
import { targetProblems } from './check/targets.ts';
import { triggerProblems } from './check/triggers.ts';
import type { AnyChain } from './define.ts';

/**
 * What is wrong with a chain, one readable line each; empty when nothing is. The compiler sees much of this where a
 * chain is written; here stands what it cannot see, and all of it for a chain that came as data.
 */
export function problemsOf(chain: AnyChain): readonly string[] {
  return [
    nameProblems,
    phaseProblems,
    payerProblems,
    personProblems,
    boundProblems,
    groupProblems,
    stepProblems,
    triggerProblems,
    targetProblems,
    outcomeProblems,
    linkProblems,
    guardProblems,
    clockProblems,
    instantProblems,
    lackProblems,
    pathProblems,
    branchProblems,
  ].flatMap((problems) => problems(chain));
}
