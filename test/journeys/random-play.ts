import fc from 'fast-check';
import { apply } from '../../src/engine/apply.ts';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { addDays } from '../../src/engine/calendar/local-date.ts';
import type { Result } from '../../src/engine/draft.ts';
import type { Fact } from '../../src/engine/facts.ts';
import type { Command, Refer } from '../../src/engine/messages.ts';
import { Refused } from '../../src/engine/refused.ts';
import type { CaseState } from '../../src/engine/state.ts';
import { tick } from '../../src/engine/tick.ts';
import { mainOf } from '../../src/language/check/reach.ts';
import type { AnyChain } from '../../src/language/define.ts';
import { commandOf } from './random-command.ts';
import { attemptsBefore } from './random-decision.ts';
import { type Move, moveKinds } from './random-move.ts';
import { variantOf } from './random-variant.ts';
import { HOUR, MONDAY, referral } from './start-case.ts';

export type { Move } from './random-move.ts';

const waiting = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 * HOUR }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 15 * 24 * HOUR }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 120 * 24 * HOUR }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 800 * 24 * HOUR }) },
  { weight: 1, arbitrary: fc.constant(0) },
);

function share(so: number, of: number): fc.Arbitrary<boolean> {
  return fc.noBias(fc.integer({ min: 1, max: of })).map((number) => number <= so);
}

/** Mostly decisions by whoever may take them; now and then anything else, by anyone, after any time. */
const anything: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    afterMs: waiting,
    untilTimeOpens: share(1, 5),
    kind: fc.constantFrom(...moveKinds),
    pick: fc.noBias(fc.nat()),
    person: fc.constantFrom<Move['person'][]>(...Array<'right'>(20).fill('right'), 'elsewhere', 'other role', 'nobody'),
    reason: fc.constantFrom<Move['reason'][]>(...Array<'blik'>(16).fill('blik'), undefined, undefined, 'onbekend'),
    extras: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.subarray(['proposed', 'to', 'place', 'impossible'] as const) },
    ),
  }),
  { minLength: 6, maxLength: 16, size: 'max' },
);

/** Decisions only, one after the other, each in time or when time opens something: what comes last is met so. */
const purposeful: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    afterMs: fc.integer({ min: 0, max: 4 * 24 * HOUR }),
    untilTimeOpens: share(2, 5),
    kind: fc.constantFrom<Move['kind'][]>(...Array<'decide'>(11).fill('decide'), 'event'),
    pick: fc.noBias(fc.nat()),
    person: fc.constant<Move['person']>('right'),
    reason: fc.constant<Move['reason']>('blik'),
    extras: fc.constantFrom<Move['extras'][]>([], [], ['place']),
  }),
  { minLength: 8, maxLength: 20, size: 'max' },
);

export const randomMoves: fc.Arbitrary<readonly Move[]> = fc.oneof(
  { weight: 3, arbitrary: anything },
  { weight: 2, arbitrary: purposeful },
);

export const randomStart = fc.record({
  entry: fc.noBias(fc.nat()),
  consents: fc.constantFrom(['overdracht', 'terugkoppeling'], ['overdracht'], ['overdracht'], ['terugkoppeling'], []),
  /** Which roles no organisation fulfils here, as bits. */
  missing: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat() }),
  option: fc.noBias(fc.nat()),
  /** Which of the knobs of the chain stand otherwise here; 0 is the chain as it is. */
  variant: fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.noBias(fc.integer({ min: 1 })) },
  ),
  /** Which dates are known, and when they are. */
  dates: fc.noBias(fc.nat()),
});
export type Start = typeof randomStart extends fc.Arbitrary<infer S> ? S : never;

export function startOf(chain: AnyChain, { entry, consents, missing, option, variant, dates }: Start): Refer {
  // Two of three walks begin where a referral cannot: few come so far by themselves.
  const entries = option % 3 !== 0 ? [...mainOf(chain)] : Object.values(chain.entries).flat();
  const { parties } = referral(chain, '');
  const found = Object.entries(parties).filter((_, index) => ((missing >> (index % 30)) & 1) === 0);
  const plain = referral(chain, entries[entry % entries.length]!, {
    consents,
    parties: Object.fromEntries(found),
    knobs: variantOf(chain, variant),
  });
  const anchors = datesOf(chain, dates);
  if (Object.keys(anchors).length === 0) return plain;
  // Dates that a chain does not take together are left out.
  const dated = { ...plain, anchors };
  return resultOf(() => apply(chain, null, 'c0', dated, MONDAY)) instanceof Refused ? plain : dated;
}

const YEARS = 6 * 365;

/** Dates in their order, from a year ago until years ahead, so that they come on the way; in one of three walks none. */
function datesOf(chain: AnyChain, number: number): Record<string, string> {
  const names = Object.keys(chain.anchors ?? {});
  if (number % 3 === 0) return {};
  const days = names.map((_, index) => ((number >> (2 * index)) % YEARS) - 365).toSorted((a, b) => a - b);
  return Object.fromEntries(
    names.flatMap((name, index) =>
      ((number >> (index % 8)) & 3) === 0 ? [] : [[name, addDays(localDateOf(MONDAY), days[index]!)] as const],
    ),
  );
}

/** One moment of a play: what was there, with its facts, what was asked at `now`, and what came of it. */
export interface Moment {
  readonly before: CaseState;
  readonly facts: readonly Fact[];
  readonly command: Command | null;
  readonly id: string;
  readonly now: number;
  /** What time did until then. */
  readonly ticked: Result;
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
  const send = (command: Command | null, id: string): void => {
    const ticked = tick(chain, state, now);
    const result = command === null ? ticked : resultOf(() => apply(chain, state, id, command, now));
    moments.push({ before: state, facts, command, id, now, ticked, result });
    if (result instanceof Refused) return;
    state = result.state;
    facts = [...facts, ...result.facts];
  };
  moves.forEach((move, index) => {
    if (state.status === 'ended' && (afterwards += 1) > MOVES_AFTER_THE_END) return;
    now = move.untilTimeOpens === true ? nextOpening(state, now) : now + move.afterMs;
    // Who waited for what time opens sees it; everybody else acts on the case as it was.
    const waited = move.untilTimeOpens === true;
    const seen = waited ? tick(chain, state, now) : { state, facts: [] };
    const command = commandOf(chain, seen.state, move, now, [...facts, ...seen.facts]);
    const tries = attemptsBefore(chain, seen.state, command, now);
    tries.forEach((attempt, nth) => send(attempt, `c${index + 1}.${nth + 1}`));
    send(command, `c${index + 1}`);
  });
  return { first, moments };
}

function nextOpening({ scheduled }: CaseState, now: number): number {
  const later = scheduled.flatMap(({ opensAt }) => (opensAt === null || opensAt < now ? [] : [opensAt]));
  return later.length === 0 ? now : Math.min(...later) + HOUR;
}

/** What comes of it, or the refusal; anything else is a mistake of the program. */
export function resultOf(act: () => Result): Result | Refused {
  const { stackTraceLimit } = Error;
  // A tenth of the time of all walks goes into the stacks of refusals, which nobody reads.
  Error.stackTraceLimit = 0;
  try {
    return act();
  } catch (error) {
    if (error instanceof Refused) return error;
    Error.stackTraceLimit = stackTraceLimit;
    return act();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
