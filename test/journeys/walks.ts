import fc from 'fast-check';
import { kansrijkeStartV1 } from '../../src/chains/kansrijke-start/v1/chain.ts';
import { valpreventieV1 } from '../../src/chains/valpreventie/v1/chain.ts';
import type { Result } from '../../src/engine/draft.ts';
import type { Fact } from '../../src/engine/facts.ts';
import { Refused } from '../../src/engine/refused.ts';
import type { CaseState } from '../../src/engine/state.ts';
import { type AnyChain, PREGNANCY_ENDED } from '../../src/language/define.ts';
import { branchingChain } from './branching-chain.ts';
import { randomChain } from './random-chain.ts';
import { type Moment, play, randomMoves, randomStart } from './random-play.ts';

/** Walks per guarantee. All guarantees together take more than 35,000 (the last test of properties.test.ts counts). */
export const WALKS = 1000;

export interface Walk {
  readonly chain: AnyChain;
  readonly first: Result;
  readonly moments: readonly Moment[];
}

/** A chain of the region, or one that nobody wrote; some of them are mostly branches, which are rare in the others. */
export const anyChain = fc.oneof(
  { weight: 2, arbitrary: fc.constant<AnyChain>(valpreventieV1) },
  { weight: 1, arbitrary: fc.constant<AnyChain>(kansrijkeStartV1) },
  { weight: 3, arbitrary: fc.tuple(randomChain, fc.boolean()).map(([chain, silent]) => withPregnancy(chain, silent)) },
  {
    weight: 1,
    arbitrary: fc.tuple(branchingChain, fc.boolean()).map(([chain, silent]) => withPregnancy(chain, silent)),
  },
);

/** In some chains a pregnancy may end: the one event that silences a case and leaves it open. */
function withPregnancy(chain: AnyChain, ends: boolean): AnyChain {
  return ends ? { ...chain, events: { ...chain.events, [PREGNANCY_ENDED]: { label: 'Beëindigd' } } } : chain;
}

/**
 * Holds in every case of the region's chains and of chains nobody wrote, whatever is done to it and however long it takes.
 * A failure prints its seed and path: give both to `fc.assert` to see it again.
 */
export function forEveryWalk(holds: (walk: Walk) => void, walks = WALKS): void {
  const property = fc.property(anyChain, randomStart, randomMoves, (chain, start, moves) => {
    holds({ chain, ...play(chain, start, moves) });
  });
  fc.assert(property, { numRuns: walks });
}

export function forEveryMoment(holds: (moment: Moment, chain: AnyChain) => void, walks = WALKS): void {
  forEveryWalk(({ chain, moments }) => {
    for (const moment of moments) holds(moment, chain);
  }, walks);
}

/** The case after the referral and after each move that was accepted. */
export function statesOf({ first, moments }: Walk): CaseState[] {
  return [first.state, ...moments.flatMap(({ result }) => (result instanceof Refused ? [] : [result.state]))];
}

export function factsOf({ first, moments }: Walk): Fact[] {
  return [...first.facts, ...moments.flatMap(({ result }) => (result instanceof Refused ? [] : result.facts))];
}
