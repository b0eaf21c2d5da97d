import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemsOf } from '../../src/language/check.ts';
import { branchingChain } from './branching-chain.ts';

test('every chain of branches is a valid one', () => {
  fc.assert(
    fc.property(branchingChain, (chain) => {
      expect(problemsOf(chain)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
