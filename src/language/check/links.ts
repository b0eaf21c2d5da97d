import { type AnyChain, fitsLink } from '../define.ts';
import { endingOf, targetsOf } from '../targets.ts';
import { missingSteps, outcomesOf } from './unknown.ts';

/** What hangs together with cases in other chains: what is promised can be kept, and what is reused is there. */
export function linkProblems(chain: AnyChain): readonly string[] {
  const { intake } = chain;
  const intakes = intake === undefined ? [] : missingSteps(chain, [intake]).map((problem) => `intake: ${problem}`);
  const outcomes = outcomesOf(chain).flatMap(({ step, outcome: { link, reuses, to }, where }) => [
    ...(link !== undefined && !fitsLink(link.type, chain.id, link.chain)
      ? [`${where}: a case here cannot be coupled with ${link.chain} as ${link.type}`]
      : []),
    ...(link?.asks !== undefined && targetsOf(to).some((target) => endingOf(target) !== undefined)
      ? [`${where}: it promises a case elsewhere, and ends before there is one`]
      : []),
    ...(reuses !== undefined && (intake === undefined || chain.steps[intake] !== step)
      ? [`${where}: only the step that is the intake can use another one`]
      : []),
  ]);
  return [...intakes, ...outcomes];
}
