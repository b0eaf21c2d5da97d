import { type AnyChain, lackOf, type Target } from '../define.ts';
import { besideOf, onwardOf, stepAfter, targetsOf, triggerOf } from '../targets.ts';
import { basesOf } from './triggers.ts';

/** All steps that a case may come to: by outcomes, by what happens, by the clock and by limits. */
export function reachedOf(chain: AnyChain): ReadonlySet<string> {
  const steps = Object.entries(chain.steps);
  const limits = Object.values(chain.limits ?? {});
  const reached = new Set([
    ...Object.values(chain.entries).flat(),
    ...steps.flatMap(([id, step]) => {
      const trigger = triggerOf(step);
      return trigger !== undefined && 'on' in trigger ? [id] : [];
    }),
  ]);
  for (const id of reached) {
    for (const step of stepsAfter(chain, id, targetsOf)) reached.add(step);
    for (const [other, step] of steps) {
      const trigger = triggerOf(step);
      if (trigger !== undefined && basesOf(trigger).includes(id)) reached.add(other);
    }
    for (const { from, opens } of limits) if (from === id) reached.add(opens);
  }
  return reached;
}

/** The steps that the case's own branch may come to. */
export function mainOf(chain: AnyChain): ReadonlySet<string> {
  return onwardFrom(chain, Object.values(chain.entries).flat());
}

/** The steps that a branch may come to which begins with one of these, those included. */
export function onwardFrom(chain: AnyChain, starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set(starts);
  for (const id of reached) for (const step of stepsAfter(chain, id, onwardOf)) reached.add(step);
  return reached;
}

/** The steps with which branches of their own begin: beside another, by a trigger, or at a limit. */
export function headsOf(chain: AnyChain): ReadonlySet<string> {
  const steps = Object.entries(chain.steps);
  return new Set([
    ...steps.flatMap(([, { outcomes }]) => Object.values(outcomes).flatMap(({ to }) => besideOf(to))),
    ...steps.flatMap(([id, step]) => (triggerOf(step) === undefined ? [] : [id])),
    ...Object.values(chain.limits ?? {}).map(({ opens }) => opens),
  ]);
}

function stepsAfter(chain: AnyChain, id: string, follow: (to: Target) => ReturnType<typeof targetsOf>): string[] {
  const step = Object.hasOwn(chain.steps, id) ? chain.steps[id] : undefined;
  const after = Object.values(step?.outcomes ?? {})
    .flatMap(({ to }) => follow(to))
    .flatMap((target) => stepAfter(target) ?? []);
  const instead = lackOf(chain, id)?.fallback;
  return instead === undefined ? after : [...after, instead];
}
