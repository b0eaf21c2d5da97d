import { type Cell, hiddenAsParts } from './as-parts.ts';
import type { Block, Verdict } from './block.ts';

/** What has to be hidden besides, because measures of several families or chains are one count together. */
export async function toldBySums(block: Block, verdict: Verdict): Promise<readonly Cell[]> {
  const found: Cell[] = [];
  for (const sum of block.sums ?? []) found.push(...(await hiddenAsParts(block, sum, verdict)));
  return found;
}
