import { type Draft, smallestOf } from './draft.ts';
import { keepLateFacts } from './late.ts';
import { type Family, isSmall } from './family.ts';
import type { Line } from './lines.ts';

interface Rest {
  readonly n: number;
  readonly residents: number;
}

/**
 * Hides until on every line what is not shown of a shown node is nothing or rests on enough residents, in this release
 * and as a difference with each earlier one. Only ever hides, so it ends.
 */
export function settle(family: Family, lines: readonly Line[], draft: Draft): void {
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const line of lines) {
      while (breaks(family, line, draft)) isSettled = false;
    }
  }
}

/** Hides something for the sake of this line; false when there is no need, or no way. */
function breaks(family: Family, line: Line, draft: Draft): boolean {
  if (family.isClosed[line.parent] !== 1) return false;
  if (draft.shown[line.parent] !== 1) return hideBelow(family, line, draft);
  const { same, before } = family;
  // What was told before and changed since is hardly known, and nearly known: the rest has to be enough either way.
  return (
    keepRest(family, line, draft, same) || keepRest(family, line, draft, before) || keepLateFacts(family, line, draft)
  );
}

/** Below what is hidden nothing new is told. */
function hideBelow({ before, same }: Family, { parent, children }: Line, { shown }: Draft): boolean {
  const more = children.filter((child) => shown[child] === 1 && !(before[parent] === 1 && same[child] === 1));
  for (const child of more) shown[child] = 0;
  return more.length > 0;
}

function keepRest(family: Family, line: Line, { shown, mayHide }: Draft, told: Uint8Array): boolean {
  const { n, mass, same } = family;
  const isKnown = (node: number): boolean => shown[node] === 1 || told[node] === 1;
  const hidden = line.children.filter((child) => !isKnown(child) && (n[child] ?? 0) > 0);
  const alone = hidden.length === 1 && line.kind === 'part' ? hidden[0] : undefined;
  const isLonely = alone !== undefined && isSmall(n[alone] ?? 0, mass[alone] ?? 0);
  const rest = restOf(family, line, hidden, isKnown);
  if (!isLonely && !isSmall(rest.n, rest.residents)) return false;
  const smallest = smallestOf(
    n,
    line.children,
    (child) => shown[child] === 1 && mayHide[child] === 1 && same[child] !== 1,
  );
  if (smallest !== undefined) shown[smallest] = 0;
  if (smallest !== undefined || !isSmall(rest.n, rest.residents)) return smallest !== undefined;
  if (same[line.parent] === 1 || mayHide[line.parent] !== 1) return false;
  shown[line.parent] = 0;
  return true;
}

function restOf(family: Family, line: Line, hidden: readonly number[], isKnown: (node: number) => boolean): Rest {
  const { n, mass, share } = family;
  const sum = (values: Float64Array, nodes: readonly number[]): number =>
    nodes.reduce((total, node) => total + (values[node] ?? 0), 0);
  const most = Math.max(0, ...hidden.map((node) => mass[node] ?? 0));
  switch (line.kind) {
    case 'time':
      return { n: restInTime(family, n, hidden, isKnown), residents: restInTime(family, mass, hidden, isKnown) };
    case 'place':
      return { n: sum(n, hidden), residents: sum(mass, hidden) };
    case 'chain':
      return { n: sum(n, hidden), residents: Math.max(sum(share, hidden), most) };
    case 'part': {
      const known = line.children.filter(isKnown);
      const left = (n[line.parent] ?? 0) - sum(n, known);
      // Residents in the parts that are shown: no more than were counted there.
      const residents = (mass[line.parent] ?? 0) - sum(line.isWhole ? mass : n, known);
      return { n: left, residents: Math.max(residents, most) };
    }
  }
}

/** What is known below a hidden node, from an earlier release, is no part of the rest. */
function restInTime(
  family: Family,
  values: Float64Array,
  hidden: readonly number[],
  isKnown: (node: number) => boolean,
): number {
  const { size, below } = family.layout;
  return hidden.reduce((total, node) => {
    if (isKnown(node)) return total;
    const first = node - (node % size);
    const children = (below[node % size] ?? []).map((child) => first + child);
    return total + (children.length === 0 ? (values[node] ?? 0) : restInTime(family, values, children, isKnown));
  }, 0);
}
