import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSuite, type Suite } from '../harness/suite.ts';
import { walkSeed } from '../harness/walk-seed.ts';
import { walk } from '../walks/walk.ts';
import { openWorld } from '../walks/world.ts';

// A small form of `npm run -s walk -- --states 1000`; valpreventie has a longer one, in walks.test.ts.
const STATES = 30;

describe.each(['kansrijke-start', 'sociaal-verwijzen', 'vngg', 'kngg'])('on random walks through %s', (chain) => {
  let suite: Suite;
  beforeAll(async () => {
    suite = await openSuite();
  });
  afterAll(() => suite.close());

  test('what is called allowed is exactly what succeeds, what is not is refused, and no case is an orphan', async () => {
    const seed = walkSeed();
    const world = await openWorld({ system: suite, seed, chain });
    const result = await walk(world, { states: STATES, lanes: 4, refusals: 12 });
    expect(result.wrong, `seed ${seed}`).toEqual([]);
    expect(result.unfilled.filter((name) => !name.includes(': link'))).toEqual([]);
    expect(result.tried.decide.allowed).toBeGreaterThan(3);
    expect(result.orphans).toBe(0);
  }, 180_000);
});
