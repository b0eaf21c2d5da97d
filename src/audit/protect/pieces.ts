import { EVERY_CHAIN } from '../every-chain.ts';
import type { Family } from './family.ts';

/**
 * The disjoint pieces of a family, per chain: every measure without those of its parts of which anything is known. What
 * nothing is known of cannot be told apart from the rest of its parent.
 */
export interface Piece {
  /** The same for as long as it has the same parts. */
  readonly label: string;
  readonly measure: number;
  readonly chain: string;
  readonly n: Float64Array;
  /** First nodes of the sheets of which it is a part: its own measure, those above, in its chain and in all. */
  readonly within: readonly number[];
  /** Its own sheet, and those of the parts that it lacks: where these are known, the piece is. */
  readonly definedBy: readonly number[];
}

/** Its own and all chains together; what is counted of nothing but all chains together stands there once. */
function sheetsFor(chain: string): readonly string[] {
  return [...new Set([chain, EVERY_CHAIN])];
}

export function piecesOf(family: Family, known: Uint8Array): readonly Piece[] {
  return family.chains.flatMap((chain) => piecesInChain(family, known, chain));
}

function piecesInChain(family: Family, known: Uint8Array, chain: string): readonly Piece[] {
  const { measures, parents, parts, layout, sheetAt, n } = family;
  const hasKnown = (measure: number): boolean =>
    sheetsFor(chain).some((each) => {
      const first = sheetAt(measure, each);
      return first !== undefined && known.subarray(first, first + layout.size).includes(1);
    });
  const upwards = (measure: number): readonly number[] => {
    const parent = parents[measure] ?? null;
    return parent === null ? [measure] : [measure, ...upwards(parent)];
  };
  const found: Piece[] = [];
  const split = (measure: number): void => {
    const own = sheetAt(measure, chain);
    if (own === undefined) return;
    const rest = n.slice(own, own + layout.size);
    const definedBy = [own];
    // A part of which nothing is known stays in the rest, with its own parts unless those are known.
    const take = (part: number): void => {
      const first = sheetAt(part, chain);
      if (first === undefined) return;
      if (!hasKnown(part)) return (parts[part] ?? []).forEach(take);
      definedBy.push(first);
      for (let position = 0; position < layout.size; position += 1) {
        rest[position] = (rest[position] ?? 0) - (n[first + position] ?? 0);
      }
      split(part);
    };
    (parts[measure] ?? []).forEach(take);
    if (rest.some((value) => value < 0)) throw new RangeError(`the parts of ${measures[measure]?.measure} overlap`);
    if (!rest.some((value) => value > 0)) return;
    const within = upwards(measure).flatMap((each) => sheetsFor(chain).flatMap((of) => sheetAt(each, of) ?? []));
    found.push({ label: definedBy.join('.'), measure, chain, n: rest, within, definedBy });
  };
  measures.forEach((_, measure) => {
    if (parents[measure] === null) split(measure);
  });
  return found;
}
