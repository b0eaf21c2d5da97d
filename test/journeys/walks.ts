import fc from 'fast-check';
import { definitions } from '../../src/chains/definitions.ts';
import { Refused } from '../../src/engine/refused.ts';
import { type AnyChain, PREGNANCY_ENDED } from '../../src/language/define.ts';
import { walkSeed } from '../harness/walk-seed.ts';
import { branchingChain } from './branching-chain.ts';
import { everyGuarantee } from './guarantees/every-guarantee.ts';
import type { Guarantee } from './guarantees/guarantee.ts';
import { randomChain } from './random-chain.ts';
import { play, randomMoves, randomStart } from './random-play.ts';
import type { Walk } from './walk.ts';

/** Where cases walk, and how many do. */
export interface Ground {
  readonly name: string;
  readonly chain: fc.Arbitrary<AnyChain>;
  readonly walks: number;
  /** A chain of the region: then every step, ending and outcome of it is to be reached. */
  readonly known?: AnyChain;
  /** Chains that say all that the language can: every kind of fact is met. */
  readonly whole?: true;
}

const THROUGH_THE_REGION = 80_000;

const newest = Object.values(definitions).flatMap((versions) => versions.slice(-1));

/** All grounds: 100,000 walks. A chain or version that joins the region is walked without anything changing here. */
export const grounds: readonly Ground[] = [
  ...newest.map((chain) => groundOf(chain, Math.ceil(THROUGH_THE_REGION / newest.length))),
  { name: 'chains that nobody wrote', chain: ofEveryKind(randomChain), walks: 14_000, whole: true },
  { name: 'chains of little else than branches', chain: ofEveryKind(branchingChain), walks: 6000 },
];

export function groundOf(chain: AnyChain, walks: number): Ground {
  const name = `${chain.id} version ${chain.version}`;
  // A failure prints a chain of the region by its name, and one that nobody wrote whole.
  const named: AnyChain = Object.defineProperty({ ...chain }, fc.toStringMethod, { value: () => name });
  return { name, chain: fc.constant(named), walks, known: chain };
}

/** A chain of the region, or one that nobody wrote. */
export const anyChain: fc.Arbitrary<AnyChain> = fc.oneof(
  ...grounds.map(({ chain, walks }) => ({ arbitrary: chain, weight: walks })),
);

/** In some chains a pregnancy may end: the one event that silences a case and leaves it open. */
function ofEveryKind(chains: fc.Arbitrary<AnyChain>): fc.Arbitrary<AnyChain> {
  return fc
    .tuple(chains, fc.boolean())
    .map(([chain, ends]) =>
      ends ? { ...chain, events: { ...chain.events, [PREGNANCY_ENDED]: { label: 'Beëindigd' } } } : chain,
    );
}

/** Of one walk in so many also what is deep is asked. */
const DEEP = 60;

/** What all walks over one ground came to. */
export interface Verdict {
  readonly walks: number;
  /** Everything that was met: `stap x`, `einde x`, `uitkomst x: y`, `feit x`, `geweigerd x`. */
  readonly met: ReadonlyMap<string, number>;
  /** Per guarantee how often there was something to look at. */
  readonly seen: ReadonlyMap<string, number>;
  /** @throws with seed, path and the smallest walk that breaks it. */
  insist(guarantee: Guarantee): void;
}

/** Walks over a ground once, with every guarantee in each walk. */
export function walkOver({ chain, walks }: Ground, seed = walkSeed()): Verdict {
  const met = new Map<string, number>();
  const seen = new Map<string, number>();
  const broken = new Set<string>();
  let taken = 0;
  fc.assert(
    propertyOf(chain, (walk, deep) => {
      taken += 1;
      for (const { name, deep: asked, holds } of everyGuarantee) {
        if (broken.has(name) || (asked === true && !deep)) continue;
        try {
          count(seen, name, holds(walk) ?? 1);
        } catch {
          broken.add(name);
        }
      }
      for (const each of metOn(walk)) count(met, each, 1);
    }),
    { seed, numRuns: walks },
  );
  return {
    walks: taken,
    met,
    seen,
    insist: ({ name, deep: asked, holds }) => {
      if (!broken.has(name)) return;
      const alone = propertyOf(chain, (walk, deep) => {
        if (asked !== true || deep) holds(walk);
      });
      fc.assert(alone, { seed, numRuns: walks });
    },
  };
}

type Property = ReturnType<typeof fc.property<[{ chain: AnyChain; start: object; moves: object; deep: number }]>>;

function propertyOf(chains: fc.Arbitrary<AnyChain>, look: (walk: Walk, deep: boolean) => void): Property {
  const one = fc.record({
    chain: chains,
    start: randomStart,
    moves: randomMoves,
    deep: fc.noBias(fc.integer({ min: 1, max: DEEP })),
  });
  return fc.property(one, ({ chain, start, moves, deep }) => {
    const { first, moments } = play(chain, start, moves);
    const results = moments.flatMap(({ result }) => (result instanceof Refused ? [] : [result]));
    const states = [first.state, ...results.map(({ state }) => state)];
    const facts = [...first.facts, ...results.flatMap((result) => result.facts)];
    look({ chain, first, moments, states, facts }, deep === DEEP);
  }) as Property;
}

function* metOn({ facts, moments }: Walk): Iterable<string> {
  for (const fact of facts) {
    yield `feit ${fact.fact}`;
    if (fact.fact === 'opened' || fact.fact === 'ruled') yield `stap ${fact.step}`;
    if (fact.fact === 'ended') yield `einde ${fact.ending}`;
    if (fact.fact === 'decided' || fact.fact === 'ruled') yield `uitkomst ${fact.step}: ${fact.outcome}`;
  }
  for (const { result } of moments) if (result instanceof Refused) yield `geweigerd ${result.code}`;
}

function count(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}
