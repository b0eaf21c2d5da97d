import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSuite, type Suite } from '../harness/suite.ts';
import { walkSeed } from '../harness/walk-seed.ts';
import { everyone } from '../walks/people.ts';
import { kinds, kindsOf } from '../walks/tries.ts';
import { type WalkResult, walk } from '../walks/walk.ts';
import { openWorld, type World } from '../walks/world.ts';
import { stations } from './stations.ts';
import { awaiting, type CaseSeen, seenOneByOne, theirs, wholeList } from './lists.ts';

// A small form of `npm run -s walk -- --states 1000`.
const STATES = 60;

let suite: Suite;
let world: World;
let result: WalkResult;
const ids: string[] = [];
beforeAll(async () => {
  suite = await openSuite();
  const seed = walkSeed();
  world = await openWorld({ system: suite, seed, chain: 'valpreventie' });
  result = await walk(world, { states: STATES, lanes: 5, refusals: 16 });
  // Whatever the walks came to: every relation stands in some case as well.
  for (const { make } of stations.filter(({ who }) => who['inwoner'] === undefined)) await make(suite);
  const all = { name: 'test_cases', text: 'select id from cases' };
  ids.push(...(await suite.context.db.query<{ id: string }>(all)).map(({ id }) => id));
}, 180_000);
afterAll(() => suite.close());

describe('on random walks through the demo region', () => {
  test('what is called allowed is exactly what succeeds, and what is not is refused and changes nothing', () => {
    expect(result.wrong, `seed ${result.seed}`).toEqual([]);
    expect(result.unfilled.filter((name) => !name.includes(': link'))).toEqual([]);
    const often = kinds.filter((kind) => result.tried[kind].allowed > 0);
    expect(often.length).toBeGreaterThan(5);
    for (const kind of often) expect(kindsOf(world.routes)).toContain(kind);
  });

  test('no live case is without someone in charge, a next step and a due moment', () => {
    expect(result.orphans).toBe(0);
  });
});

describe.each(everyone.map((someone) => [someone.handle, someone] as const))('%s', (_handle, someone) => {
  let seen: readonly CaseSeen[];
  beforeAll(async () => {
    seen = await seenOneByOne(suite, someone, ids);
  });

  test('is listed exactly the referrals of the own practice that can be seen one by one', async () => {
    const listed = await wholeList(suite, someone, '/referrals');
    const own = seen.filter(
      ({ referrer }) => referrer.organisation !== null && referrer.organisation === someone.organisation,
    );
    // Where there is no list, there is nothing to list.
    expect(sorted((listed ?? []).map(({ id }) => id))).toEqual(sorted(own.map(({ id }) => id)));
    for (const item of listed ?? []) {
      const one = own.find(({ id }) => id === item.id);
      expect({ resident: item.resident, status: item.status }).toEqual({
        resident: one?.resident,
        status: one?.status,
      });
      const awaits = item.awaitsMe.map(({ openStep }: { openStep: string }) => openStep);
      expect(sorted(awaits), item.id).toEqual(sorted([...awaiting(one as CaseSeen)]));
    }
    for (const status of ['open', 'paused', 'ended']) {
      const some = (await wholeList(suite, someone, `/referrals?status=${status}`)) ?? [];
      const should = own.filter((each) => each.status === status).map(({ id }) => id);
      expect(sorted(some.map(({ id }) => id)), status).toEqual(sorted(should));
    }
  });

  test('is listed exactly the open steps that are theirs, with what each shows one by one', async () => {
    const listed = (await wholeList(suite, someone, '/worklist')) ?? [];
    const coordinates = someone.roles.includes('ketencoordinator');
    const held = seen.flatMap((one) => {
      const mine = theirs(one, false);
      return one.openSteps
        .filter(({ id, organisation }) =>
          coordinates ? true : mine.has(id) && (organisation === null || organisation === someone.organisation),
        )
        .map(({ id }) => id);
    });
    const ofOthers = listed.filter(({ why }) => why === 'niet-aangenomen').map(({ openStep }) => openStep);
    const ids = listed.map(({ openStep }) => openStep);
    const own = (all: readonly string[]): readonly string[] => sorted(all.filter((id) => !ofOthers.includes(id)));
    expect(own(ids)).toEqual(own(held));
    const all = new Set(seen.flatMap((one) => [...theirs(one, false)]));
    expect(ofOthers.filter((id) => !coordinates && !all.has(id))).toEqual([]);
    for (const item of listed.filter(({ case: id }) => id !== null)) {
      const one = seen.find(({ id }) => id === item.case);
      const step = one?.openSteps.find(({ id }) => id === item.openStep);
      expect({ resident: item.resident, overdue: item.overdue }, item.openStep).toEqual({
        resident: one?.resident,
        overdue: step?.overdue,
      });
    }
  });
});

function sorted(texts: readonly string[]): readonly string[] {
  return texts.toSorted((a, b) => a.localeCompare(b));
}
