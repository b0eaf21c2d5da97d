import type { AnyChain, Guard } from '../define.ts';
import { lengthOfText } from '../duration-text.ts';
import { isHeld } from '../targets.ts';
import { missingCodes, missingSteps, outcomesOf, unknown } from './unknown.ts';

/** Conditions: of outcomes and of the lines of rules. */
export function guardProblems(chain: AnyChain): readonly string[] {
  const ofOutcomes = outcomesOf(chain).flatMap(({ step, outcome: { when = [] }, where }) =>
    when.flatMap((guard) => {
      const asked = 'attempts' in guard && !(isHeld(step) && step.attempts === true);
      const faults = [...guardFaults(chain, guard), ...(asked ? ['no attempts are kept for this step'] : [])];
      return faults.map((problem) => `${where}: ${problem}`);
    }),
  );
  const ofRules = Object.entries(chain.steps).flatMap(([id, step]) =>
    step.kind === 'rule'
      ? step.decides.flatMap(({ when }, index) =>
          when.flatMap((guard) => {
            const asked = 'attempts' in guard || 'atMost' in guard;
            const faults = [
              ...guardFaults(chain, guard),
              ...(asked ? ['a rule looks at what was decided and kept'] : []),
            ];
            return faults.map((problem) => `step ${id}: line ${index + 1}: ${problem}`);
          }),
        )
      : [],
  );
  return [...ofOutcomes, ...ofRules];
}

/** What is wrong with one condition, whatever it is for. */
export function guardFaults(chain: AnyChain, guard: Guard): readonly string[] {
  if ('atMost' in guard) return countFaults(guard.atMost);
  if ('attempts' in guard) return countFaults(guard.attempts);
  if ('code' in guard) {
    return [
      ...missingCodes(chain, [guard.code]),
      ...(guard.in.length === 0 ? [`${guard.code} is compared with nothing`] : []),
    ];
  }
  if ('mark' in guard) return markFaults(chain, guard.mark, guard.oncePer);
  const step = Object.hasOwn(chain.steps, guard.step) ? chain.steps[guard.step] : undefined;
  if (step === undefined) return missingSteps(chain, [guard.step]);
  if (guard.outcome.length === 0) return [`${guard.step} is compared with no outcome`];
  return unknown(guard.outcome, step.outcomes).map((outcome) => `step ${guard.step} has no outcome ${outcome}`);
}

function countFaults(count: number): string[] {
  return Number.isInteger(count) && count > 0 ? [] : [`${count} is not a number of times`];
}

function markFaults(chain: AnyChain, mark: string, oncePer: string): string[] {
  if (!Object.hasOwn(chain.marks ?? {}, mark)) return [`there is no mark ${mark}`];
  const counted = outcomesOf(chain).some(({ outcome }) => outcome.mark === mark);
  const length = lengthOfText(oncePer);
  return [
    ...(counted ? [] : [`nothing counts ${mark}`]),
    ...(length === undefined || length === 0 ? [`${oncePer} is not a duration`] : []),
  ];
}
