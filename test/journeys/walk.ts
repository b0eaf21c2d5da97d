import type { Result } from '../../src/engine/draft.ts';
import type { Fact } from '../../src/engine/facts.ts';
import type { CaseState } from '../../src/engine/state.ts';
import type { AnyChain } from '../../src/language/define.ts';
import type { Moment } from './random-play.ts';

/** What is done to one case, from its referral: every moment of it, every state that it was in, every fact. */
export interface Walk {
  readonly chain: AnyChain;
  readonly first: Result;
  readonly moments: readonly Moment[];
  /** The case after the referral and after each move that was accepted. */
  readonly states: readonly CaseState[];
  readonly facts: readonly Fact[];
}
