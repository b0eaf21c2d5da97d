import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Elimination } from './elimination.ts';

const SIZE = 4;
const signs = fc.array(fc.constantFrom(-1, 0, 0, 1, 1), { minLength: SIZE, maxLength: SIZE });
const counted = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: SIZE, maxLength: SIZE });
const chosen = fc.subarray([0, 1, 2, 3], { minLength: 1 });

describe('what follows from sums', () => {
  it('is what all that could be instead agrees on, with its number, and from some of the sums', () => {
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 5 }), counted, chosen, (rows, truth, unknowns) => {
        const { elimination, sums } = given(rows, truth);
        const following = elimination.following(unknowns);
        const agree = others(rows).every((other) => sumOf(other, unknowns) === 0);
        expect(following !== undefined).toBe(agree);
        if (following === undefined) return;
        expect(following.value).toBe(sumOf(truth, unknowns));
        const named = following.from.map((index) => sums[index]!);
        expect(given(named, truth).elimination.following(unknowns)?.value).toBe(following.value);
      }),
      { numRuns: 2_000 },
    );
  });
});

function given(rows: readonly (readonly number[])[], truth: readonly number[]) {
  const elimination = new Elimination();
  const at = (row: readonly number[], sign: number): number[] =>
    row.flatMap((each, index) => (each === sign ? [index] : []));
  for (const row of rows)
    elimination.give(at(row, 1), at(row, -1), sumOf(truth, at(row, 1)) - sumOf(truth, at(row, -1)));
  return { elimination, sums: rows };
}

function sumOf(values: readonly number[], at: readonly number[]): number {
  return at.reduce((sum, index) => sum + (values[index] ?? 0), 0);
}

const DIGITS = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

/**
 * All changes of up to four that none of the sums would notice. Of four unknowns with signs these span every change that
 * goes unnoticed: their numbers are determinants of three by three signs, which are at most four (Hadamard).
 */
function others(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let found: readonly (readonly number[])[] = [[]];
  for (let index = 0; index < SIZE; index += 1) {
    found = found.flatMap((start) => DIGITS.map((digit) => [...start, digit]));
  }
  return found.filter((other) =>
    rows.every((row) => row.reduce((sum, sign, at) => sum + sign * (other[at] ?? 0), 0) === 0),
  );
}
