import { EVERY_CHAIN } from '../every-chain.ts';
import { eligible } from './eligible.ts';
import type { Family } from './family.ts';
import { layersOf } from './layers.ts';
import { type Line, linesOf } from './lines.ts';
import { type Narrow, narrowOf } from './narrow.ts';
import { settle } from './rest.ts';
import { toldByChanges } from './told-by-changes.ts';
import { viewsOf } from './views.ts';

/** After so many rounds all that tells goes at once, and at last the whole layer: rather less than late. */
const PATIENCE = 60;
const LAST = 80;

/**
 * Decides which nodes of a family are shown, layer by layer: each shows what it can without telling too much together
 * with what is shown already, or was by an earlier release.
 */
export async function secure(family: Family): Promise<Uint8Array> {
  const shown = new Uint8Array(family.n.length);
  const candidates = eligible(family);
  const lines = linesOf(family);
  for (const layer of layersOf(family)) {
    const added = layer.filter((node) => candidates[node] === 1);
    for (const node of added) shown[node] = 1;
    const undecided = added.filter((node) => family.isGiven[node] !== 1);
    await secureLayer(family, lines, shown, undecided);
  }
  return shown;
}

async function secureLayer(
  family: Family,
  lines: readonly Line[],
  shown: Uint8Array,
  layer: readonly number[],
): Promise<void> {
  const { same, earlier } = family;
  const mayHide = new Uint8Array(shown.length);
  for (const node of layer) mayHide[node] = 1;
  const isOpen: Chosen = (node) => shown[node] === 1 && mayHide[node] === 1;
  // What was told before and is the same is known, shown or not.
  const isHideable: Chosen = (node) => isOpen(node) && same[node] !== 1;
  const views = viewsOf(family).map((view) => ({ view, wide: new Set<string>() }));
  for (let round = 0; ; round += 1) {
    settle(family, lines, { shown, mayHide });
    const isSparing = round < PATIENCE;
    const narrow: Narrow[] = [];
    for (const { view, wide } of layer.some(isHideable) ? views : []) {
      const found = await narrowOf(view(shown), wide);
      for (const { label, tellers } of found) if (!tellers.some(isHideable)) wide.add(label);
      narrow.push(...found);
    }
    let hidden = choose(family, narrow, isHideable, isSparing);
    if (hidden.length === 0 && layer.some(isOpen)) {
      // That nothing changed is known only where it is told again.
      const changed = earlier.flatMap((told) => toldByChanges(family, shown, told));
      hidden = choose(family, changed, isOpen, isSparing);
    }
    if (hidden.length === 0) return;
    for (const node of round < LAST ? hidden : layer.filter(isOpen)) shown[node] = 0;
  }
}

type Chosen = (node: number) => boolean;

/** Of each set of nodes that together tell too much one, or all; the smallest first, and all chains together last. */
function choose(
  { n, sheets, layout }: Family,
  narrow: readonly Narrow[],
  isHideable: Chosen,
  isSparing: boolean,
): readonly number[] {
  const isOfAll = (node: number): boolean => sheets[Math.floor(node / layout.size)]?.chain === EVERY_CHAIN;
  const hidden = new Set<number>();
  const looked = new Set<number>();
  for (const { tellers } of narrow) {
    if (isSparing && tellers.some((node) => looked.has(node))) continue;
    const may = tellers
      .filter(isHideable)
      .toSorted((a, b) => Number(isOfAll(a)) - Number(isOfAll(b)) || (n[a] ?? 0) - (n[b] ?? 0) || a - b);
    const counted = may.filter((node) => (n[node] ?? 0) > 0);
    for (const node of isSparing && counted.length > 0 ? counted.slice(0, 1) : may) hidden.add(node);
    for (const node of counted) looked.add(node);
  }
  return [...hidden];
}
