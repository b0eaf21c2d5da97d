import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LinkedCases } from '../../test/journeys/linked-cases.ts';
import type { OneCase } from '../../test/journeys/one-case.ts';
import { commandOf } from '../../test/journeys/random-command.ts';
import { type Move, randomMoves, randomStart, startOf } from '../../test/journeys/random-play.ts';
import { MONDAY } from '../../test/journeys/start-case.ts';
import { anyChain } from '../../test/journeys/walks.ts';
import { linkTypes } from '../language/define.ts';
import { actionsOf } from './actions.ts';
import { rebuild } from './evolve.ts';
import { Refused } from './refused.ts';
import { accountableOf, nextWakeAt } from './state.ts';

const WALKS = 600;
const NAMES = ['een', 'ander', 'derde'] as const;
const types = Object.keys(linkTypes);

/** Between two or three cases, every pair linked in some way. */
const links = fc.array(
  fc.record({ type: fc.constantFrom(...types, 'eerst', 'deel-intake', 'deel-intake'), pair: fc.nat({ max: 5 }) }),
  { minLength: 1, maxLength: 4 },
);
const PAIRS = [
  ['een', 'ander'],
  ['ander', 'een'],
  ['ander', 'derde'],
  ['derde', 'ander'],
  ['derde', 'een'],
  ['een', 'derde'],
] as const;

const play = fc.record({
  chain: anyChain,
  start: randomStart,
  links,
  moves: randomMoves,
  picks: fc.array(fc.noBias(fc.nat()), { minLength: 20, maxLength: 20 }),
});
type Play = typeof play extends fc.Arbitrary<infer P> ? P : never;

/** Moves on one case after another, at one clock, while what follows arrives sooner or later. */
function played({ chain, start, links: asked, moves, picks }: Play): { cases: LinkedCases; now: number } {
  const cases = new LinkedCases(chain, '', NAMES, startOf(chain, start));
  const pick = picker(picks);
  for (const { type, pair } of asked) {
    const [first, second] = PAIRS[pair] ?? PAIRS[0];
    for (const [here, there, side] of [
      [first, second, 'first'],
      [second, first, 'second'],
    ] as const) {
      const told = { kind: 'link', actor: NOBODY, type, chain: chain.id, case: there, side, mirrored: true } as const;
      attempt(cases, here, (one) => one.send(told));
    }
  }
  let now = MONDAY;
  for (const move of moves) {
    now += move.afterMs;
    for (const name of NAMES) cases.act(name, (one) => one.liveTo(now));
    const name = NAMES[pick() % NAMES.length] ?? 'een';
    attempt(cases, name, (one) => send(one, move, now));
    for (let left = pick() % 3; left > 0; left -= 1) cases.deliver(pick());
  }
  cases.settle(pick);
  return { cases, now };
}

const NOBODY = { role: 'niemand', organisation: null, practitioner: null };

function send(one: OneCase, move: Move, now: number): void {
  if (move.kind === 'link' || move.kind === 'follow') return;
  const command = commandOf(one.chain, one.state, move, now, one.facts);
  if (command !== null) one.send(command);
}

function attempt(cases: LinkedCases, name: string, happens: (one: OneCase) => unknown): void {
  try {
    cases.act(name, happens);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

function picker(picks: readonly number[]): () => number {
  let at = 0;
  return () => picks[(at += 1) % picks.length] ?? 0;
}

test('what follows comes to an end, counts once, and leaves every case with someone, something to do and a wake-up', () => {
  const effects = new Set<string>();
  fc.assert(
    fc.property(play, (asked) => {
      const { cases, now } = played(asked);
      for (const name of NAMES) {
        const { state, facts, chain } = cases.one(name);
        expect(rebuild(facts)).toEqual(state);
        const heard = facts.flatMap((fact) => (fact.fact === 'followed' ? [`${fact.from} ${fact.cause}`] : []));
        expect(new Set(heard).size).toBe(heard.length);
        for (const { fact, via } of facts) {
          if (via === undefined) continue;
          effects.add(fact);
          expect(via).not.toContain(name);
          expect(new Set(via).size).toBe(via.length);
        }
        if (state.status === 'ended') continue;
        expect(accountableOf(state)?.organisation ?? null).not.toBeNull();
        expect(nextWakeAt(state)).toBeGreaterThan(now);
        expect(actionsOf(chain, state).some(({ parties }) => parties.length > 0)).toBe(true);
      }
    }),
    { numRuns: WALKS },
  );
  const wanted = ['followed', 'paused', 'resumed', 'agreed', 'opened', 'happened', 'ended', 'withheld', 'released'];
  expect(wanted.filter((fact) => !effects.has(fact))).toEqual([]);
}, 120_000);
