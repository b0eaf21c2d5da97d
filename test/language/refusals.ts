import { expect, test } from 'vitest';
import { problemsOf } from '../../src/language/check.ts';
import { spoiled, type Spoils } from './sound-chain.ts';

/** [what is wrong, what was set where, every line that is to be said of it]. */
export type Refusal = readonly [what: string, spoils: Spoils, problems: readonly string[]];

/** One test per refusal: the sound chain with this one thing wrong gets exactly these lines. */
export function refuses(refusals: readonly Refusal[]): void {
  test.each(refusals)('%s', (_what, spoils, problems) => {
    expect(problemsOf(spoiled(spoils))).toEqual(problems);
  });
}

/** The sound chain stays sound with this set otherwise. */
export function accepts(changes: readonly (readonly [what: string, spoils: Spoils])[]): void {
  test.each(changes)('%s', (_what, spoils) => {
    expect(problemsOf(spoiled(spoils))).toEqual([]);
  });
}
