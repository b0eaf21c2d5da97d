import type { Count } from './items.ts';

/** How long things lasted at one node: per whole day how many ended as told, otherwise, or still ran then. */
export type LengthTable = ReadonlyMap<
  number,
  { readonly told: number; readonly otherwise: number; readonly running: number }
>;

/**
 * What may be shown of one place in one period: the items of a route are made of this and nothing else. `chain` is the
 * id of a chain or `alle`. A measure that nothing was counted for is 0.
 */
export interface Cells {
  readonly count: (chain: string, measure: string) => Count;
  /** Measures with this prefix for which anything was counted, in this place or elsewhere in the release; sorted. */
  readonly measures: (chain: string, prefix: string) => readonly string[];
  /**
   * Of one chain, never of all together; empty where nothing lasted. The caller still has to ask whether 10 ended before
   * a quantile and 10 remain.
   */
  readonly lengths: (chain: string, measure: string, clock: string) => LengthTable;
}
