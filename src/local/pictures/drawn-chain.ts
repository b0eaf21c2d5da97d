import type { ChainGraph } from '../../pictures/graph.ts';

/** A chain, and its diagram. */
export interface DrawnChain {
  readonly id: string;
  readonly label: string;
  readonly graph: ChainGraph;
}
