import { THRESHOLD } from './block.ts';
import { type Family, isSmall } from './family.ts';

/**
 * What may be shown as far as the node alone tells: its time is over, it rests on nobody or on enough residents, and it
 * is what an earlier release said or differs from it by enough.
 */
export function eligible({ n, mass, isClosed, isWithheld, earlier }: Family): Uint8Array {
  return Uint8Array.from(n, (value, node) => {
    if (isClosed[node] !== 1 || isWithheld[node] === 1 || isSmall(value, mass[node] ?? 0)) return 0;
    return earlier.every((told) => !tellsFew(value - (told[node] ?? NaN))) ? 1 : 0;
  });
}

/** A difference (also one that cannot be known: NaN) that tells of at least one and fewer than the threshold. */
export function tellsFew(difference: number): boolean {
  return difference !== 0 && Math.abs(difference) < THRESHOLD;
}
