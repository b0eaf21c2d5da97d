import fc from 'fast-check';
import { apply } from '../../src/engine/apply.ts';
import type { Result } from '../../src/engine/draft.ts';
import type { Fact } from '../../src/engine/facts.ts';
import type { Command, Refer } from '../../src/engine/messages.ts';
import { Refused } from '../../src/engine/refused.ts';
import type { CaseState } from '../../src/engine/state.ts';
import { tick } from '../../src/engine/tick.ts';
import { mainOf } from '../../src/language/check/reach.ts';
import type { AnyChain } from '../../src/language/define.ts';
import { commandOf, moveKinds, type Move } from './random-command.ts';
import { HOUR, MONDAY, referral } from './start-case.ts';

export type { Move } from './random-command.ts';

const waiting = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 * HOUR }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 15 * 24 * HOUR }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 120 * 24 * HOUR }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 800 * 24 * HOUR }) },
  { weight: 1, arbitrary: fc.constant(0) },
);

/** Mostly decisions by whoever may take them; now and then anything else, by anyone, after any time. */
export const randomMoves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    afterMs: waiting,
    kind: fc.constantFrom(...moveKinds),
    pick: fc.nat(),
    person: fc.constantFrom<Move['person'][]>(...Array<'right'>(12).fill('right'), 'elsewhere', 'other role', 'nobody'),
    reason: fc.constantFrom<Move['reason'][]>(...Array<'blik'>(10).fill('blik'), undefined, undefined, 'onbekend'),
    extras: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.subarray(['proposed', 'to', 'place', 'impossible'] as const) },
    ),
  }),
  { minLength: 10, maxLength: 25 },
);

export const randomStart = fc.record({
  entry: fc.nat(),
  consents: fc.constantFrom(['overdracht', 'terugkoppeling'], ['overdracht'], ['overdracht'], ['terugkoppeling'], []),
  /** Which roles no organisation fulfils here, as bits. */
  missing: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat() }),
  option: fc.nat(),
});
export type Start = typeof randomStart extends fc.Arbitrary<infer S> ? S : never;

export function startOf(chain: AnyChain, { entry, consents, missing, option }: Start): Refer {
  // Some walks begin where a referral cannot: few come so far by themselves.
  const entries = option % 3 === 0 ? [...mainOf(chain)] : Object.values(chain.entries).flat();
  const { parties } = referral(chain, '');
  const found = Object.entries(parties).filter((_, index) => ((missing >> (index % 30)) & 1) === 0);
  const knobs = Object.entries(chain.knobs).map(
    ([name, { options }]) => [name, { value: options[option % options.length]!, layer: 'kern' as const }] as const,
  );
  return referral(chain, entries[entry % entries.length]!, {
    consents,
    parties: Object.fromEntries(found),
    knobs: Object.fromEntries(knobs),
  });
}

/** One moment of a play: what was there, with its facts, what was asked at `now`, and what came of it. */
export interface Moment {
  readonly before: CaseState;
  readonly facts: readonly Fact[];
  readonly command: Command | null;
  readonly id: string;
  readonly now: number;
  readonly result: Result | Refused;
}

const MOVES_AFTER_THE_END = 2;

/** Plays a case from its referral; commands carry the ids 'c0' (the referral), 'c1', ... */
export function play(chain: AnyChain, start: Start, moves: readonly Move[]): { first: Result; moments: Moment[] } {
  const first = apply(chain, null, 'c0', startOf(chain, start), MONDAY);
  const moments: Moment[] = [];
  let { state, facts } = first;
  let now = MONDAY;
  let afterwards = 0;
  moves.forEach((move, index) => {
    if (state.status === 'ended' && (afterwards += 1) > MOVES_AFTER_THE_END) return;
    now += move.afterMs;
    const id = `c${index + 1}`;
    const command = commandOf(chain, state, move, now, facts);
    const result = resultOf(() => (command === null ? tick(chain, state, now) : apply(chain, state, id, command, now)));
    moments.push({ before: state, facts, command, id, now, result });
    if (result instanceof Refused) return;
    state = result.state;
    facts = [...facts, ...result.facts];
  });
  return { first, moments };
}

/** What comes of it, or the refusal; anything else is a mistake of the program. */
export function resultOf(act: () => Result): Result | Refused {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
