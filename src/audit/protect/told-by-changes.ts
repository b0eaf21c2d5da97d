import { tellsFew } from './eligible.ts';
import { Elimination } from './elimination.ts';
import type { Family } from './family.ts';
import type { Narrow } from './narrow.ts';
import { systemOfAll } from './system.ts';

/**
 * What changed by a few since an earlier release, as far as it follows from what was told both times; also of nodes of
 * which that release told nothing. What was there may have been taken away as well, so only sums tell.
 */
export function toldByChanges(family: Family, shown: Uint8Array, told: Float64Array): readonly Narrow[] {
  const changeOf = (node: number): number => (family.n[node] ?? 0) - (told[node] ?? NaN);
  const both = Uint8Array.from(shown, (value, node) => (value === 1 && !Number.isNaN(told[node]) ? 1 : 0));
  if (!both.some((value, node) => value === 1 && changeOf(node) !== 0)) return [];
  const { rows, checks } = systemOfAll(family, both);
  const given = rows.toSorted((a, b) => a.plus.length + a.minus.length - b.plus.length - b.minus.length);
  const elimination = new Elimination();
  for (const { plus, minus, nodes } of given) {
    const [whole, ...parts] = nodes.map(changeOf);
    elimination.give(
      plus,
      minus,
      parts.reduce((left, part) => left - part, whole ?? 0),
    );
  }
  return checks.flatMap(({ label, classes }): readonly Narrow[] => {
    const following = elimination.following(classes);
    if (following === undefined || !tellsFew(following.value)) return [];
    const tellers = new Set(following.from.flatMap((index) => given[index]?.nodes ?? []));
    return [{ label, tellers: [...tellers] }];
  });
}
