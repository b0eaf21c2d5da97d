import type { Standing, Tally } from '../emission.ts';

interface Part {
  readonly parent?: string;
  readonly same?: string;
  readonly everyChain?: boolean;
}

/** Counts once, at a moment (milliseconds). */
export function tally(measure: string, at: number, { parent, same, everyChain = false }: Part = {}): Tally {
  return { kind: 'tally', measure, parent: parent ?? null, same: same ?? null, everyChain, at };
}

/** Counts wherever a period ends while it was there. */
export function standing(
  measure: string,
  { from, to }: Pick<Standing, 'from' | 'to'>,
  { parent, same, everyChain = false }: Part = {},
): Standing {
  return { kind: 'standing', measure, parent: parent ?? null, same: same ?? null, everyChain, from, to };
}
