import type { AnyChain, Step } from '../define.ts';
import { isHeld, leaves, targetsOf } from '../targets.ts';
import { headsOf, mainOf, onwardFrom } from './reach.ts';

/** Branches come together where a join says so, and the case's own branch is never just gone. */
export function branchProblems(chain: AnyChain): readonly string[] {
  const [main, heads] = [mainOf(chain), headsOf(chain)];
  return Object.entries(chain.steps).flatMap(([id, step]) =>
    [...joinProblems(chain, id, step, heads), ...(main.has(id) ? ownBranchProblems(step, main) : [])].map(
      (problem) => `step ${id}: ${problem}`,
    ),
  );
}

function joinProblems(chain: AnyChain, id: string, { join }: Step, heads: ReadonlySet<string>): string[] {
  if (join === undefined) return [];
  const begins = (head: string): readonly string[] =>
    head === 'main' ? Object.values(chain.entries).flat() : heads.has(head) ? [head] : [];
  return [
    ...(new Set(join).size < 2 ? ['join: fewer than two branches come together'] : []),
    ...join.flatMap((head) => {
      const starts = begins(head);
      if (starts.length === 0) return [`join: no branch begins with ${head}`];
      return onwardFrom(chain, starts).has(id) ? [] : [`join: the branch ${head} never comes here`];
    }),
  ];
}

/** Where the case's own branch may be, it must not end without the case. */
function ownBranchProblems(step: Step, main: ReadonlySet<string>): string[] {
  const outcomes = Object.entries(step.outcomes);
  const lost = isHeld(step) ? (step.lapsesOn ?? []).filter((name) => !main.has(name)) : [];
  return [
    ...outcomes.flatMap(([name, { to }]) =>
      targetsOf(to).some(leaves) ? [`outcome ${name} leaves, and the case may have nothing else open`] : [],
    ),
    ...lost.map((name) => `it lapses on ${name}, and the case may have nothing else open`),
    ...(isHeld(step) && step.each !== undefined
      ? [`without any ${step.each} it does not open, and the case may have nothing else open`]
      : []),
  ];
}
