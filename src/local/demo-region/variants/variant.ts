import { PHASE, type PlacePhase } from '../../../language/define.ts';
import type { MunicipalityId } from '../municipalities.ts';
import type { Chain } from '../shape.ts';

/** What a place chose for a chain: name of the knob -> value, the phase among them. */
type Chosen = Readonly<Record<string, string>>;

/** How municipalities have a chain, and the line of the region's plan that says so, in words. */
interface ChainVariant {
  readonly source: string;
  readonly chosen: Chosen;
  /** What one kern of a municipality has otherwise. */
  readonly kernen?: readonly {
    readonly municipality: MunicipalityId;
    readonly kern: string;
    readonly chosen: Chosen;
  }[];
}

/** Municipalities that have every chain in the same way. */
export interface PlaceVariant {
  readonly municipalities: readonly [MunicipalityId, ...MunicipalityId[]];
  readonly chains: Readonly<Record<Chain, ChainVariant>>;
}

/** A chain in a phase, with what else is otherwise there. */
export function inPhase(fase: PlacePhase, source: string, chosen: Chosen = {}): ChainVariant {
  return { source, chosen: { [PHASE]: fase, ...chosen } };
}

/** Every chain that is not named has no assignment of its own there, which does not mean that it is absent. */
export function variantIn(
  municipalities: PlaceVariant['municipalities'],
  called: string,
  chains: Partial<Record<Chain, ChainVariant>>,
): PlaceVariant {
  const without = inPhase('geen', `jaarplan 2026, ${called}: geen opdracht voor deze keten`);
  return {
    municipalities,
    chains: {
      'sociaal-verwijzen': without,
      vngg: without,
      kngg: without,
      valpreventie: without,
      'kansrijke-start': without,
      ...chains,
    },
  };
}
