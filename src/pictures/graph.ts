/** The steps and ends of a chain, and where each outcome leads. */
export interface ChainGraph {
  readonly steps: readonly { readonly id: string; readonly label: string }[];
  readonly ends: readonly { readonly id: string; readonly label: string }[];
  /** Between ids of steps and ends. Several outcomes may lead from one to the same other. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string }[];
}
