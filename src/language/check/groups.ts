import type { AnyChain } from '../define.ts';
import { missingAnchors, missingRoles, missingSteps, outcomesOf } from './unknown.ts';

/** A seat in a group is given where people wait, and taken back only by a chain that has groups. */
export function groupProblems(chain: AnyChain): readonly string[] {
  const { group } = chain;
  if (group === undefined) {
    return [
      ...outcomesOf(chain).flatMap(({ outcome, where }) =>
        outcome.group === undefined ? [] : [`${where}: it ${outcome.group} a group, and the chain has none`],
      ),
      ...waiting(chain).map((id) => `step ${id}: a group is made of those who wait, and the chain has none`),
    ];
  }
  const waits = Object.hasOwn(chain.steps, group.waits) ? chain.steps[group.waits] : undefined;
  const joins = Object.values(waits?.outcomes ?? {}).some((outcome) => outcome.group === 'joins');
  return [
    ...missingSteps(chain, [group.waits, ...group.during]),
    ...missingAnchors(chain, [group.starts, group.ends]),
    ...missingRoles(chain, [group.leads]),
    ...(group.starts === group.ends ? ['it starts and ends with the same anchor'] : []),
    ...(waits === undefined || waits.kind === 'wait' ? [] : [`step ${group.waits} is no wait`]),
    ...(waits === undefined || joins ? [] : [`no outcome of ${group.waits} joins it`]),
    ...waiting(chain).flatMap((id) => (id === group.waits ? [] : [`people wait for it in ${id} too`])),
  ].map((problem) => `group: ${problem}`);
}

function waiting(chain: AnyChain): string[] {
  return Object.entries(chain.steps).flatMap(([id, step]) =>
    step.kind === 'wait' && step.ready !== undefined ? [id] : [],
  );
}
