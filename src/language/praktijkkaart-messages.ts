import type { AnyChain, Step } from './define.ts';

/** The milestones that the referrer is told, each with its number on the card, in the order of the steps. */
export function messagesOf(chain: AnyChain): ReadonlyMap<string, number> {
  const told = Object.values(chain.steps).flatMap(toldBy);
  return new Map([...new Set(told)].map((milestone, index) => [milestone, index + 1]));
}

/** What the referrer may hear of a step, each milestone once. */
export function toldBy(step: Step): readonly string[] {
  return [
    ...new Set([
      ...Object.values(step.outcomes).flatMap(({ inform }) => inform ?? []),
      ...(step.kind === 'rule' || step.missed === undefined ? [] : [step.missed]),
      ...(step.kind === 'inform' ? [step.tells] : []),
    ]),
  ];
}
