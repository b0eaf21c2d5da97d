import { type AnyChain, lackOf, type PlainTarget } from '../define.ts';
import { endingOf, leaves, onwardOf, stepAfter } from '../targets.ts';
import { headsOf, mainOf, reachedOf } from './reach.ts';

/** Every step can be reached, and from every step the case can come to an end, however switches stand. */
export function pathProblems(chain: AnyChain): readonly string[] {
  const [reached, main, heads] = [reachedOf(chain), mainOf(chain), headsOf(chain)];
  const ending = endingSteps(chain);
  return Object.keys(chain.steps).flatMap((id) => [
    ...(reached.has(id) ? [] : [`step ${id}: nothing leads here`]),
    ...(ending.has(id)
      ? []
      : [
          heads.has(id) && !main.has(id)
            ? `step ${id}: the branch that begins here comes to no join, no leave and no end`
            : `step ${id}: no path from here ends`,
        ]),
  ]);
}

/** Steps from which a branch can always come to an end, or be done. */
function endingSteps(chain: AnyChain): ReadonlySet<string> {
  const ending = new Set<string>();
  // A place may lack the step: then the way on from its fallback must end as well.
  const endsWherever = (step: string): boolean => ending.has(step) && ending.has(lackOf(chain, step)?.fallback ?? step);
  const leadsToAnEnd = (target: PlainTarget): boolean =>
    endingOf(target) !== undefined || leaves(target) || endsWherever(stepAfter(target) ?? '');
  for (let size = -1; size !== ending.size;) {
    size = ending.size;
    for (const [id, step] of Object.entries(chain.steps)) {
      if (Object.values(step.outcomes).some(({ to }) => onwardOf(to).every(leadsToAnEnd))) ending.add(id);
    }
  }
  return ending;
}
