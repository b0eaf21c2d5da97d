/** What is decided: what is shown, and what of it may still be hidden. */
export interface Draft {
  readonly shown: Uint8Array;
  readonly mayHide: Uint8Array;
}

/** The smallest that is not nothing. */
export function smallestOf(
  n: Float64Array,
  nodes: readonly number[],
  may: (node: number) => boolean,
): number | undefined {
  return nodes
    .filter((node) => may(node) && (n[node] ?? 0) > 0)
    .toSorted((a, b) => (n[a] ?? 0) - (n[b] ?? 0) || a - b)[0];
}
