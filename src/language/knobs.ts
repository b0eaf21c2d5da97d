import {
  type AnyChain,
  commonSteps,
  DEFAULT_PHASE,
  labelKnob,
  PHASE,
  phasesOfPlaces,
  presenceKnob,
  presences,
} from './define.ts';
import type { Knob } from './knob.ts';
import { valueProblem } from './knob-values.ts';
import { lengthsOf, numbersOf } from './lengths.ts';

export type { Knob } from './knob.ts';

export const layers = ['region', 'municipality', 'kern'] as const;
export type Layer = (typeof layers)[number];

/** What each place chose: name of the knob -> value. The kern goes before the municipality, and that before the region. */
export type Choices = { readonly [L in Layer]?: Readonly<Record<string, string>> };

export interface ResolvedKnob {
  readonly value: string;
  readonly layer: Layer | 'chain';
}

/** A choice of a place that cannot be. */
interface KnobProblem {
  readonly layer: Layer;
  readonly name: string;
  /** Why, with what is possible instead. */
  readonly problem: string;
}

const LONGEST_LABEL = '60';

/** Every knob of a chain, and of the steps that every chain has. */
export function knobsOf(chain: AnyChain): readonly Knob[] {
  return [...switchesOf(chain), phase, ...labelsOf(chain), ...presencesOf(chain), ...boundedOf(chain)];
}

const phase: Knob = {
  kind: 'phase',
  name: PHASE,
  label: 'Hoe ver is deze keten hier?',
  default: DEFAULT_PHASE,
  options: Object.keys(phasesOfPlaces),
};

function switchesOf(chain: AnyChain): Knob[] {
  return Object.entries(chain.knobs).map(([name, { label, options, default: value }]) => ({
    kind: 'switch',
    name,
    label,
    default: value,
    options,
  }));
}

function labelsOf(chain: AnyChain): Knob[] {
  return Object.entries(chain.roles).map(([role, label]) => ({
    kind: 'label',
    name: labelKnob(role),
    label,
    default: label,
    max: LONGEST_LABEL,
  }));
}

function presencesOf(chain: AnyChain): Knob[] {
  return Object.entries(chain.mayLack ?? {}).flatMap(([step, lack]): Knob[] => {
    if (lack === undefined) return [];
    const label = chain.steps[step]?.label ?? step;
    const options = Object.keys(presences);
    const { gap, fallback } = lack;
    return [{ kind: 'presence', name: presenceKnob(step), label, default: 'ja', options, gap, fallback }];
  });
}

function boundedOf(chain: AnyChain): Knob[] {
  return Object.entries({ ...chain.steps, ...commonSteps }).flatMap(([id, step]) => [
    ...lengthsOf(id, step).flatMap(({ name, length }): Knob[] =>
      'fixed' in length ? [] : [{ kind: 'length', name, label: step.label, ...boundsOf(length) }],
    ),
    ...numbersOf(id, step).map(({ name, number }): Knob => ({
      kind: 'number',
      name,
      label: number.label,
      ...boundsOf(number),
    })),
  ]);
}

function boundsOf<T extends string | number>(knob: {
  readonly knob: T;
  readonly min: T;
  readonly max: T;
  readonly source?: string;
}): { readonly default: string; readonly min: string; readonly max: string; readonly source?: string } {
  const source = knob.source === undefined ? {} : { source: knob.source };
  return { default: String(knob.knob), min: String(knob.min), max: String(knob.max), ...source };
}

/** The choices of a place that cannot be: an unknown knob, or a value beyond its options or bounds. */
export function knobProblems(chain: AnyChain, choices: Choices): readonly KnobProblem[] {
  const known = new Map(knobsOf(chain).map((knob) => [knob.name, knob]));
  return layers.flatMap((layer) =>
    Object.entries(choices[layer] ?? {}).flatMap(([name, value]) => {
      const knob = known.get(name);
      const problem = knob === undefined ? unknownKnob(chain, name) : valueProblem(knob, value);
      return problem === undefined ? [] : [{ layer, name, problem }];
    }),
  );
}

/**
 * The choices that a case starts with: every switch, and everything else that a layer sets. What cannot be
 * (`knobProblems`) is left out, so that the layer below decides.
 */
export function resolveKnobs(chain: AnyChain, choices: Choices): Readonly<Record<string, ResolvedKnob>> {
  const wrong = new Set(knobProblems(chain, choices).map(({ layer, name }) => `${layer} ${name}`));
  const resolved = new Map<string, ResolvedKnob>(
    Object.entries(chain.knobs).map(([name, { default: value }]) => [name, { value, layer: 'chain' }]),
  );
  for (const layer of layers) {
    for (const [name, value] of Object.entries(choices[layer] ?? {})) {
      if (!wrong.has(`${layer} ${name}`)) resolved.set(name, { value, layer });
    }
  }
  return Object.fromEntries(resolved);
}

function unknownKnob(chain: AnyChain, name: string): string {
  const steps = Object.entries({ ...chain.steps, ...commonSteps });
  const fixed = steps.flatMap(([id, step]) => lengthsOf(id, step)).find((each) => each.name === name);
  if (fixed !== undefined && 'fixed' in fixed.length)
    return `it is fixed at ${fixed.length.fixed} by ${fixed.length.source}`;
  const step = name.startsWith(presenceKnob('')) ? name.slice(presenceKnob('').length) : '';
  if (Object.hasOwn(chain.steps, step)) return `${step} is a step that no place may lack`;
  return `${chain.id} has no such knob`;
}
