import fc from 'fast-check';
import { apply } from '../../src/engine/apply.ts';
import type { Result } from '../../src/engine/draft.ts';
import type { Decide, Refer } from '../../src/engine/messages.ts';
import { Refused } from '../../src/engine/refused.ts';
import type { CaseState } from '../../src/engine/state.ts';
import { tick } from '../../src/engine/tick.ts';
import type { AnyChain } from '../../src/language/define.ts';
import { holder, HOUR, MONDAY, referral } from './start-case.ts';

/** One thing that happens to a case, after some time; numbers pick from what there is. */
export interface Move {
  readonly afterMs: number;
  readonly kind: 'tick' | 'decide' | 'intrude' | 'stale' | 'stray';
  readonly pick: number;
  readonly reason: 'blik' | 'onbekend' | undefined;
  readonly proposed: boolean;
}

const waiting = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 * HOUR }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 15 * 24 * HOUR }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 500 * 24 * HOUR }) },
);

/** Mostly decisions by the holder; sometimes somebody else, an opening that is gone, an outcome that is not there. */
export const randomMoves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    afterMs: waiting,
    kind: fc.constantFrom<Move['kind'][]>('tick', 'decide', 'decide', 'decide', 'intrude', 'stale', 'stray'),
    pick: fc.nat(),
    reason: fc.constantFrom(undefined, undefined, 'blik', 'onbekend'),
    proposed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
);

export const randomStart = fc.record({
  entry: fc.nat(),
  consents: fc.subarray(['overdracht', 'terugkoppeling']),
  /** Roles that no organisation fulfils here. */
  missing: fc.subarray(['tester', 'coach', 'valpreventie-coordinator']),
});
export type Start = typeof randomStart extends fc.Arbitrary<infer S> ? S : never;

export function startOf(chain: AnyChain, { entry, consents, missing }: Start): Refer {
  const entries = Object.values(chain.entries).flat();
  const { parties } = referral(chain, '');
  const found = Object.entries(parties).filter(([role]) => !missing.includes(role));
  return referral(chain, entries[entry % entries.length]!, { consents, parties: Object.fromEntries(found) });
}

/** The command that a move stands for; null when only time passes. */
export function commandOf(chain: AnyChain, state: CaseState, move: Move): Decide | null {
  const opened = state.open[move.pick % Math.max(1, state.open.length)];
  if (move.kind === 'tick') return null;
  const step = opened === undefined ? undefined : chain.steps[opened.step];
  const outcomes = Object.keys(step?.outcomes ?? { geen: {} });
  const outcome = outcomes[move.pick % outcomes.length]!;
  const actor = opened === undefined || opened.organisation === null ? state.referrer : holder(opened.role);
  return {
    kind: 'decide',
    actor: move.kind === 'intrude' ? { ...actor, organisation: 'elders' } : actor,
    openStep: move.kind === 'stale' || opened === undefined ? 'traject.stap-0.99' : opened.id,
    outcome: move.kind === 'stray' ? 'bestaat-niet' : outcome,
    ...(move.reason === undefined ? {} : { reason: move.reason }),
    ...(move.proposed ? { proposed: outcomes[0]! } : {}),
  };
}

/** One moment of a play: what was there, what was asked at `now`, and what came of it. */
export interface Moment {
  readonly before: CaseState;
  readonly command: Decide | null;
  readonly id: string;
  readonly now: number;
  readonly result: Result | Refused;
}

/** Plays a case from its referral; commands carry the ids 'c0' (the referral), 'c1', ... */
export function play(chain: AnyChain, start: Start, moves: readonly Move[]): { first: Result; moments: Moment[] } {
  const first = apply(chain, null, 'c0', startOf(chain, start), MONDAY);
  const moments: Moment[] = [];
  let state = first.state;
  let now = MONDAY;
  moves.forEach((move, index) => {
    now += move.afterMs;
    const id = `c${index + 1}`;
    const command = commandOf(chain, state, move);
    const result = resultOf(() => (command === null ? tick(chain, state, now) : apply(chain, state, id, command, now)));
    moments.push({ before: state, command, id, now, result });
    if (!(result instanceof Refused)) state = result.state;
  });
  return { first, moments };
}

function resultOf(act: () => Result): Result | Refused {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
