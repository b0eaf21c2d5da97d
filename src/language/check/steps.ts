import type { AnyChain, HeldStep, Step } from '../define.ts';
import { formOf, isHeld, keepsOf, rolesOf } from '../targets.ts';
import { missingCodes, missingMilestones, missingRoles, unknown } from './unknown.ts';

/** What one step says of itself: its roles, what it tells, its form, and how many ways out it has. */
export function stepProblems(chain: AnyChain): readonly string[] {
  return Object.entries(chain.steps).flatMap(([id, step]) =>
    [
      ...(step.label.trim() === '' ? ['it has no label'] : []),
      ...(Object.keys(step.outcomes).length === 0 ? ['it has no outcome'] : []),
      ...missingRoles(chain, rolesNamedBy(step)),
      ...(isHeld(step) ? heldProblems(chain, step) : ruleProblems(step)),
    ].map((problem) => `step ${id}: ${problem}`),
  );
}

/** Every role that a step names: of the holder, the sender, who advises and who reports. */
function rolesNamedBy(step: Step): readonly string[] {
  if (!isHeld(step)) return [];
  const others = [
    ...(step.kind === 'handoff' ? [step.from] : []),
    ...(step.kind === 'wait' ? (step.reports ?? []) : []),
  ];
  return [...new Set([...rolesOf(step), ...(step.with ?? []), ...others])];
}

function heldProblems(chain: AnyChain, step: HeldStep): string[] {
  const milestones = [
    ...(step.missed === undefined ? [] : [step.missed]),
    ...(step.kind === 'inform' ? [step.tells] : []),
  ];
  const outcomes = Object.values(step.outcomes);
  return [
    ...(rolesOf(step).length === 0 ? ['nobody holds it'] : []),
    ...missingMilestones(chain, milestones),
    ...missingCodes(chain, step.each === undefined ? [] : [step.each]),
    ...(keepsOf(step).length > 0 && formOf(step) === undefined
      ? ['it keeps codes of a form that it does not have']
      : []),
    ...(step.kind === 'assess' ? proposalProblems(chain, step) : []),
    ...(step.kind === 'inform' && outcomes.length > 1 ? ['it goes on at once, so that it has one outcome'] : []),
    ...(step.kind === 'handoff' && outcomes.every(({ by }) => by === 'sender')
      ? ['only the sender has an outcome: nobody can take it on']
      : []),
    ...(outcomes.length > 0 && outcomes.every(({ when = [] }) => when.length > 0)
      ? ['every outcome has a condition: it could stand still']
      : []),
  ];
}

function proposalProblems(
  chain: AnyChain,
  {
    propose,
    form,
    override,
  }: { readonly propose?: string; readonly form?: string; readonly override?: { readonly reason: string } },
): string[] {
  return [
    ...unknown(override === undefined ? [] : [override.reason], chain.reasons).map(
      (reason) => `there is no reason ${reason}`,
    ),
    ...(propose !== undefined && form === undefined ? ['it proposes without a form'] : []),
    ...(propose !== undefined && override === undefined ? ['it proposes and nobody may override'] : []),
  ];
}

function ruleProblems(step: Extract<Step, { kind: 'rule' }>): string[] {
  const named = [...new Set([...step.decides.map(({ outcome }) => outcome), step.otherwise])];
  return [
    ...unknown(named, step.outcomes).map((outcome) => `it decides ${outcome}, which is none of its outcomes`),
    ...Object.keys(step.outcomes).flatMap((outcome) =>
      named.includes(outcome) ? [] : [`it never decides ${outcome}`],
    ),
    ...step.decides.flatMap(({ when }, index) =>
      when.length === 0 ? [`line ${index + 1} has no condition: those after it never decide`] : [],
    ),
  ];
}
