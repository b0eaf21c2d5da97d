import type { ChainGraph } from '../../pictures/graph.ts';
import type { AnyChain, Trigger } from '../../language/define.ts';
import { endingOf, stepAfter, targetsOf, triggerOf } from '../../language/targets.ts';

/**
 * The steps and endings of a chain and where each outcome leads, whatever the switches say; what opens a step by itself
 * comes from the step that it waits for. The steps that every chain has are left out.
 */
export function graphOfChain(chain: AnyChain): ChainGraph {
  const steps = Object.entries(chain.steps);
  return {
    steps: steps.map(([id, { label }]) => ({ id, label })),
    ends: Object.entries(chain.endings).map(([id, label]) => ({ id: endId(id), label })),
    edges: steps.flatMap(([from, step]) => {
      const trigger = triggerOf(step);
      const opener = trigger === undefined ? undefined : openerOf(trigger);
      return [
        ...Object.values(step.outcomes).flatMap(({ label, to }) =>
          targetsOf(to).flatMap((target) => {
            const ending = endingOf(target);
            const next = ending === undefined ? stepAfter(target) : endId(ending);
            return next === undefined ? [] : [{ from, to: next, label }];
          }),
        ),
        ...(opener === undefined ? [] : [{ from: opener, to: from, label: 'na verloop van tijd' }]),
      ];
    }),
  };
}

/** Endings and steps may have the same name. */
function endId(ending: string): string {
  return `einde:${ending}`;
}

function openerOf(trigger: Trigger): string | undefined {
  if ('on' in trigger) return undefined;
  return 'at' in trigger ? trigger.opening : trigger.from;
}
