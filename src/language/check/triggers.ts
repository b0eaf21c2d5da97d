import type { AnyChain, HeldStep, Trigger } from '../define.ts';
import { isHeld } from '../targets.ts';
import { missingSteps, unknown } from './unknown.ts';

/** What opens a step beside the outcomes, and what makes it needless. */
export function triggerProblems(chain: AnyChain): readonly string[] {
  return Object.entries(chain.steps).flatMap(([id, step]) =>
    isHeld(step)
      ? [
          ...openingProblems(chain, id, step.opens).map((problem) => `step ${id}: opens: ${problem}`),
          ...lapseProblems(chain, id, step).map((problem) => `step ${id}: lapsesOn: ${problem}`),
        ]
      : [],
  );
}

/** The steps that a trigger counts from. */
export function basesOf(trigger: Trigger): readonly string[] {
  if ('on' in trigger) return [];
  return 'at' in trigger ? [trigger.opening] : [trigger.from];
}

function openingProblems(chain: AnyChain, id: string, trigger: Trigger | undefined): string[] {
  if (trigger === undefined) return [];
  const bases = basesOf(trigger);
  return [
    ...missingSteps(chain, bases),
    ...(bases.includes(id) && 'at' in trigger ? ['it waits until it is open itself'] : []),
    ...('at' in trigger ? neverOpen(chain, bases) : []),
    ...('on' in trigger ? missingEvents(chain, [trigger.on]) : []),
    ...('after' in trigger && trigger.after.length === 0 ? ['it names no moment'] : []),
  ];
}

function lapseProblems(chain: AnyChain, id: string, { lapsesOn = [] }: HeldStep): string[] {
  const names = unknown(lapsesOn, { ...chain.steps, ...chain.events });
  return [
    ...names.map((name) => `there is no step or event ${name}`),
    ...neverOpen(chain, lapsesOn),
    ...(lapsesOn.includes(id) ? ['it would lapse as it opens'] : []),
  ];
}

function neverOpen(chain: AnyChain, steps: readonly string[]): string[] {
  return steps.flatMap((id) =>
    Object.hasOwn(chain.steps, id) && chain.steps[id]?.kind === 'rule' ? [`${id} is a rule, which is never open`] : [],
  );
}

function missingEvents(chain: AnyChain, events: readonly string[]): string[] {
  return unknown(events, chain.events ?? {}).map((event) => `there is no event ${event}`);
}
