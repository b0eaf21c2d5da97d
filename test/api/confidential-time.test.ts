import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Querying } from '../../src/platform/db/database.ts';
import type { Answer } from '../harness/api.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { bodyOf, knownIn, person, type Person, START } from './known-in-start.ts';

// What an answer takes tells nobody whether a person is known in kansrijke start.

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const refer = (user: string, body: object): Promise<Answer> => suite.api(user, 'POST', '/referrals', body);
const known = (): ReturnType<typeof knownIn> => knownIn(suite);

describe('what an answer costs', () => {
  /** The statements that PostgreSQL is asked meanwhile, in order. */
  async function statementsOf(ask: () => Promise<Answer>): Promise<readonly string[]> {
    const { db } = suite.context;
    const asked: string[] = [];
    const listening = <On extends Querying>(on: On): On => ({
      ...on,
      query: (statement, values) => {
        asked.push(statement.name);
        return on.query(statement, values);
      },
    });
    const spied: Database = {
      ...listening(db),
      transaction: (work) => db.transaction((tx) => work(listening(tx))),
    };
    Object.assign(suite.context, { db: spied });
    try {
      expect((await ask()).status).toBeLessThan(300);
    } finally {
      Object.assign(suite.context, { db });
    }
    return asked;
  }

  test('is the same work in the same order, whether the person is known or not', async () => {
    const [there, nobody] = [await known(), person()];
    for (const ask of [
      (who: Person) => suite.api('huisarts', 'POST', '/referrals/search', who.given),
      (who: Person) => refer('huisarts', bodyOf(START, who.given)),
      (who: Person) => refer('gebiedsteam', bodyOf(START, who.given)),
      (who: Person) => refer('tester', bodyOf('valpreventie', who.given)),
    ]) {
      const [known, unknown] = [await statementsOf(() => ask(there)), await statementsOf(() => ask(nobody))];
      expect(known.length).toBeGreaterThan(1);
      expect(known).toEqual(unknown);
    }
  });
});

const TRIES = 40;
const WARM_UP = 4;

describe('how long an answer takes', () => {
  async function timed(ask: () => Promise<Answer>): Promise<number> {
    const start = performance.now();
    expect((await ask()).status).toBeLessThan(300);
    return performance.now() - start;
  }

  /** What an answer takes when nothing else is in the way: other work on the machine only ever adds to it. */
  const undisturbed = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)] ?? 0;

  /**
   * Pairs are interleaved, in turn the one and the other first. If the two are alike, which of a pair is which is by
   * chance: the difference must be one of those that chance brings (a permutation test, one in a thousand).
   */
  async function alike(pair: () => Promise<readonly [() => Promise<Answer>, () => Promise<Answer>]>): Promise<void> {
    const pairs: (readonly [one: number, other: number])[] = [];
    for (let index = -WARM_UP; index < TRIES; index += 1) {
      const [one, other] = await pair();
      const order = index % 2 === 0;
      const first = await timed(order ? one : other);
      const second = await timed(order ? other : one);
      if (index >= 0) pairs.push(order ? [first, second] : [second, first]);
    }
    const difference = (flips: readonly boolean[]): number =>
      undisturbed(pairs.map(([a, b], index) => (flips[index] ? b : a))) -
      undisturbed(pairs.map(([a, b], index) => (flips[index] ? a : b)));
    const seen = Math.abs(difference([]));
    const chances = Array.from({ length: 2000 }, () => Math.abs(difference(pairs.map(() => Math.random() < 0.5))));
    const asLarge = chances.filter((each) => each >= seen).length;
    expect(asLarge, `a difference of ${seen} ms is no chance`).toBeGreaterThan(2);
  }

  test('a second referral by another practice takes as long as a first one', { timeout: 120_000 }, async () => {
    await alike(async () => {
      const [there, nobody] = [await known(), person()];
      await refer('verloskundige', bodyOf(START, person().full));
      return [
        () => refer('huisarts', bodyOf(START, there.given)),
        () => refer('huisarts', bodyOf(START, nobody.given)),
      ];
    });
  });

  test(
    'a referral into another chain, and a search, take as long as for somebody unknown',
    { timeout: 120_000 },
    async () => {
      await alike(async () => {
        const [there, nobody] = [await known(), person()];
        return [
          () => refer('huisarts', bodyOf('valpreventie', there.given)),
          () => refer('huisarts', bodyOf('valpreventie', nobody.given)),
        ];
      });
      await alike(async () => {
        const [there, nobody] = [await known(), person()];
        return [
          () => suite.api('huisarts', 'POST', '/referrals/search', there.given),
          () => suite.api('huisarts', 'POST', '/referrals/search', nobody.given),
        ];
      });
    },
  );
});
