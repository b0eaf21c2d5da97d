import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valpreventieV1 } from '../../src/chains/valpreventie/v1/chain.ts';
import { valpreventieV2 } from '../../src/chains/valpreventie/v2/chain.ts';
import { apply } from '../../src/engine/apply.ts';
import { rebuild } from '../../src/engine/evolve.ts';
import type { Fact } from '../../src/engine/facts.ts';
import { Refused } from '../../src/engine/refused.ts';
import { accountableOf, type CaseState, nextWakeAt } from '../../src/engine/state.ts';
import { tick } from '../../src/engine/tick.ts';
import type { AnyChain } from '../../src/language/define.ts';
import { truly } from './guarantees/guarantee.ts';
import { lives } from './guarantees/lives.ts';
import { commandOf, type Move } from './random-command.ts';
import { play, randomMoves, randomStart, resultOf } from './random-play.ts';
import { knobsOf } from './start-case.ts';

const v2: AnyChain = valpreventieV2;
const versions = (version: number): AnyChain | undefined => [valpreventieV1, valpreventieV2][version - 1];
/** Why a case of version 1 does not go over to version 2 now: it rests, or is over. */
const AT_REST = /gepauzeerd|toestemming ingetrokken|stil gezet|al beëindigd/;

interface Life {
  readonly state: CaseState;
  readonly facts: readonly Fact[];
  readonly now: number;
}

/** The case goes on with the new version, as whoever is accountable asks. */
function movedOver({ state, facts, now }: Life): Life | Refused {
  const actor = accountableOf(tick(valpreventieV1, state, now).state) ?? state.referrer;
  const command = { kind: 'move', actor, to: 2, knobs: { ...state.knobs, ...knobsOf(v2) }, parties: {} } as const;
  const result = resultOf(() => apply(valpreventieV1, state, 'over', command, now, versions));
  return result instanceof Refused ? result : { state: result.state, facts: [...facts, ...result.facts], now };
}

/** What is done to it afterwards, on the new version; the case after each move that was accepted. */
function lived(from: Life, moves: readonly Move[]): { readonly states: readonly CaseState[]; readonly life: Life } {
  const states = [from.state];
  let life = from;
  moves.forEach((move, index) => {
    if (life.state.status === 'ended') return;
    const { state, facts } = life;
    const now = life.now + Math.max(0, move.afterMs);
    const command = commandOf(v2, state, move, now, facts);
    const result = resultOf(() =>
      command === null ? tick(v2, state, now) : apply(v2, state, `d${index}`, command, now, versions),
    );
    if (result instanceof Refused) return;
    life = { state: result.state, facts: [...facts, ...result.facts], now };
    states.push(life.state);
  });
  return { states, life };
}

test('at any moment of its life a case goes over to version 2, or rests: afterwards it keeps every promise of a live case', () => {
  let over = 0;
  let rested = 0;
  const property = fc.property(randomStart, randomMoves, fc.nat(), randomMoves, (start, before, at, after) => {
    const { first, moments } = play(valpreventieV1, start, before);
    const accepted = moments.flatMap(({ facts, now, result }) =>
      result instanceof Refused ? [] : [{ state: result.state, facts: [...facts, ...result.facts], now }],
    );
    const lives1: readonly Life[] = [{ ...first, now: first.state.startedAt }, ...accepted];
    const from = lives1[at % lives1.length]!;
    const moved = movedOver(from);
    if (moved instanceof Refused) {
      truly(AT_REST.test(moved.message), moved.message);
      rested += 1;
      return;
    }
    over += 1;
    expect(moved.state.version).toBe(2);
    expect(nextWakeAt(moved.state)).toBeGreaterThan(moved.now);
    expect(new Set(moved.state.open.map(({ id }) => id))).toEqual(
      new Set(tick(valpreventieV1, from.state, from.now).state.open.map(({ id }) => id)),
    );
    const { states, life } = lived(moved, after);
    for (const { holds } of lives) holds({ chain: v2, first, moments, states, facts: life.facts });
    expect(rebuild(life.facts)).toEqual(life.state);
  });
  fc.assert(property, { numRuns: 1000 });
  expect(over).toBeGreaterThan(200);
  expect(rested).toBeGreaterThan(20);
}, 120_000);
