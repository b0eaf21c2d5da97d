import { type AnyChain, commonSteps } from './define.ts';
import { lengthOfText } from './duration-text.ts';
import { lengthsOf, numbersOf } from './lengths.ts';

export const layers = ['region', 'municipality', 'kern'] as const;
export type Layer = (typeof layers)[number];

/** What each place chose: name of the knob -> value. The kern goes before the municipality, and that before the region. */
export type Choices = { readonly [L in Layer]?: Readonly<Record<string, string>> };

interface KnobBase {
  readonly name: string;
  /** What it sets: the question of a switch, else the label of the step. */
  readonly label: string;
  readonly default: string;
  /** The document that states the value; absent for an assumption. */
  readonly source?: string;
}

/** Something that a place may choose, within its options or bounds. */
export type Knob = KnobBase &
  (
    | { readonly kind: 'switch'; readonly options: readonly string[] }
    | { readonly kind: 'length' | 'number'; readonly min: string; readonly max: string }
  );

export interface ResolvedKnob {
  readonly value: string;
  readonly layer: Layer | 'chain';
}

/** Every knob of a chain, and of the steps that every chain has. */
export function knobsOf(chain: AnyChain): readonly Knob[] {
  const switches = Object.entries(chain.knobs).map(([name, { label, options, default: value }]): Knob => ({
    kind: 'switch',
    name,
    label,
    default: value,
    options,
  }));
  const ofSteps = Object.entries({ ...chain.steps, ...commonSteps }).flatMap(([id, step]) => [
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
  return [...switches, ...ofSteps];
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

/** What is wrong with the choices of a place, one readable line each, with what is possible instead. */
export function knobProblems(chain: AnyChain, choices: Choices): readonly string[] {
  const known = new Map(knobsOf(chain).map((knob) => [knob.name, knob]));
  return layers.flatMap((layer) =>
    Object.entries(choices[layer] ?? {}).flatMap(([name, value]) => {
      const knob = known.get(name);
      const problem = knob === undefined ? unknownKnob(chain, name) : valueProblem(knob, value);
      return problem === undefined ? [] : [`${layer}, ${name}: ${problem}`];
    }),
  );
}

/**
 * The choices that a case starts with: every switch, and each length or number that a layer sets.
 * @throws RangeError with all problems of the choices.
 */
export function resolveKnobs(chain: AnyChain, choices: Choices): Readonly<Record<string, ResolvedKnob>> {
  const problems = knobProblems(chain, choices);
  if (problems.length > 0) throw new RangeError(problems.join('; '));
  const resolved = new Map<string, ResolvedKnob>(
    Object.entries(chain.knobs).map(([name, { default: value }]) => [name, { value, layer: 'chain' }]),
  );
  for (const layer of layers) {
    for (const [name, value] of Object.entries(choices[layer] ?? {})) resolved.set(name, { value, layer });
  }
  return Object.fromEntries(resolved);
}

function unknownKnob(chain: AnyChain, name: string): string {
  const steps = Object.entries({ ...chain.steps, ...commonSteps });
  const fixed = steps.flatMap(([id, step]) => lengthsOf(id, step)).find((each) => each.name === name);
  if (fixed !== undefined && 'fixed' in fixed.length)
    return `it is fixed at ${fixed.length.fixed} by ${fixed.length.source}`;
  return `${chain.id} has no such knob`;
}

function valueProblem(knob: Knob, value: string): string | undefined {
  if (knob.kind === 'switch') {
    return knob.options.includes(value) ? undefined : `${value} is none of ${knob.options.join(', ')}`;
  }
  const [low, given, high] = [knob.min, value, knob.max].map(knob.kind === 'length' ? lengthOfText : numberOfText);
  if (given === undefined) return `${value} is not a ${knob.kind === 'length' ? 'duration' : 'whole number'}`;
  const within = low !== undefined && high !== undefined && low <= given && given <= high;
  return within ? undefined : `${value} does not lie between ${knob.min} and ${knob.max}`;
}

function numberOfText(text: string): number | undefined {
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
