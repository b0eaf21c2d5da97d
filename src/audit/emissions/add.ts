import type { Standing, Tally } from '../emission.ts';

interface Part {
  readonly parent?: string;
  readonly everyChain?: boolean;
}

/** Counts once, at a moment (milliseconds). */
export function tally(measure: string, at: number, { parent, everyChain = false }: Part = {}): Tally {
  return { kind: 'tally', measure, parent: parent ?? null, everyChain, at };
}

/** Counts wherever a period ends while it was there. */
export function standing(
  measure: string,
  { from, to }: Pick<Standing, 'from' | 'to'>,
  { parent, everyChain = false }: Part = {},
): Standing {
  return { kind: 'standing', measure, parent: parent ?? null, everyChain, from, to };
}
