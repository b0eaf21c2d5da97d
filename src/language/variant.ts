import { type AnyChain, DEFAULT_PHASE, PHASE, type PlacePhase, phasesOfPlaces } from './define.ts';
import { knobsOf, type Layer, type ResolvedKnob } from './knobs.ts';

/** What a place has otherwise than the chain says. */
export interface Difference {
  readonly knob: string;
  /** What the knob sets. */
  readonly label: string;
  readonly base: string;
  readonly here: string;
  /** Which place chose it. */
  readonly layer: Layer;
}

export interface Variant {
  readonly fase: PlacePhase;
  readonly differences: readonly Difference[];
}

/** A chain in a place, as what differs from the chain itself; in the order of its knobs. */
export function variantOf(chain: AnyChain, resolved: Readonly<Record<string, ResolvedKnob>>): Variant {
  const differences = knobsOf(chain).flatMap(({ name, label, default: base }): Difference[] => {
    const set = Object.hasOwn(resolved, name) ? resolved[name] : undefined;
    if (set === undefined || set.layer === 'chain' || set.value === base) return [];
    return [{ knob: name, label, base, here: set.value, layer: set.layer }];
  });
  return { fase: phaseOf(resolved[PHASE]?.value), differences };
}

function phaseOf(value: string | undefined): PlacePhase {
  return value !== undefined && isPhase(value) ? value : DEFAULT_PHASE;
}

function isPhase(value: string): value is PlacePhase {
  return Object.hasOwn(phasesOfPlaces, value);
}
