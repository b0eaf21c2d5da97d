import { THRESHOLD } from './block.ts';
import { type Family, isSmall } from './family.ts';

/**
 * What may be shown as far as the node alone tells: its time is over, it rests on nobody or on enough residents, and it
 * is what an earlier release said or differs from it by enough. A part also asks that its whole could fall apart into two
 * that are large enough: otherwise even a part of nobody tells how the whole is divided.
 */
export function eligible(family: Family): Uint8Array {
  const { n, mass, isClosed, isWithheld, earlier } = family;
  const wholeOf = wholes(family);
  return Uint8Array.from(n, (value, node) => {
    if (isClosed[node] !== 1 || isWithheld[node] === 1 || isSmall(value, mass[node] ?? 0)) return 0;
    const whole = n[wholeOf(node)] ?? 0;
    if (whole > 0 && whole < 2 * THRESHOLD) return 0;
    return earlier.every((told) => !tellsFew(value - (told[node] ?? NaN))) ? 1 : 0;
  });
}

/** A difference (also one that cannot be known: NaN) that tells of at least one and fewer than the threshold. */
export function tellsFew(difference: number): boolean {
  return difference !== 0 && Math.abs(difference) < THRESHOLD;
}

/** The node of the whole of which a node is a part; -1 for none. */
function wholes({ layout: { size }, sheets, parents, sheetAt }: Family): (node: number) => number {
  const firsts = sheets.map(({ measure, chain }) => {
    const parent = parents[measure] ?? null;
    return parent === null ? undefined : sheetAt(parent, chain);
  });
  return (node) => {
    const first = firsts[Math.floor(node / size)];
    return first === undefined ? -1 : first + (node % size);
  };
}
