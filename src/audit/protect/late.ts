import { tellsFew } from './eligible.ts';
import type { Family } from './family.ts';
import type { Line } from './lines.ts';
import { type Draft, smallestOf } from './draft.ts';

/**
 * Hides something where a line, together with what an earlier release told, tells of a few that came late; false when
 * there is no need, or no way.
 */
export function keepLateFacts(family: Family, line: Line, { shown, mayHide }: Draft): boolean {
  const { n, same } = family;
  const isFree = (node: number): boolean => mayHide[node] === 1 && same[node] !== 1;
  for (const told of family.earlier) {
    if (!lateIn(family, line, shown, told).some(tellsFew)) continue;
    const changed = (node: number): boolean => n[node] !== told[node];
    const smallest = smallestOf(n, line.children, (child) => shown[child] === 1 && isFree(child) && changed(child));
    if (smallest === undefined && !isFree(line.parent)) continue;
    shown[smallest ?? line.parent] = 0;
    return true;
  }
  return false;
}

/** What came late to the parts that are not shown: since the whole was told, and since those parts were. */
function lateIn({ n }: Family, { parent, children }: Line, shown: Uint8Array, told: Float64Array): readonly number[] {
  const now = (node: number): number => n[node] ?? 0;
  const then = (node: number): number => told[node] ?? NaN;
  const both = children.filter((child) => shown[child] === 1 && !Number.isNaN(then(child)));
  const sinceWhole = both.reduce((rest, child) => rest - now(child) + then(child), now(parent) - then(parent));
  const hidden = children.filter((child) => shown[child] !== 1 && !Number.isNaN(then(child)));
  const left = children.reduce((rest, child) => rest - (shown[child] === 1 ? now(child) : 0), now(parent));
  const sinceParts = hidden.reduce((rest, child) => rest - then(child), left);
  return hidden.some((child) => now(child) !== then(child)) ? [sinceWhole, sinceParts] : [sinceWhole];
}
