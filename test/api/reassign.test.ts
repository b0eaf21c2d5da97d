import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directory } from '../../src/local/demo-region/directory.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { sweep } from '../../src/cases/sweep.ts';
import { type Hold, noHold } from '../../src/platform/hold.ts';
import type { Answer } from '../harness/api.ts';
import { expireLease, factsOf, stateOf } from '../harness/cases.ts';
import { heldAt } from '../harness/held.ts';
import { referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, type Stood } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { change } from './verbs.ts';

let suite: Suite;
let now: Hold = noHold;
const hold: Hold = { asked: (window) => now.asked(window), at: (window) => now.at(window) };
beforeAll(async () => {
  suite = await openSuite({ hold });
});
afterAll(() => suite.close());

const user = (handle: string) => users.find((each) => each.handle === handle)!;
const give = (handle: string, body: object, key: string = randomUUID()): Promise<Answer> =>
  suite.api(handle, 'POST', '/assignments', body, { 'idempotency-key': key });

/** Cases that the huisarts of the practice has in hand. */
async function claimed(count: number): Promise<readonly Stood[]> {
  const made: Stood[] = [];
  for (let n = 0; n < count; n += 1) {
    const stood = await caseAt(suite, 'huisarts-beeld');
    made.push(stood);
    const { id, openStep } = stood;
    const done = await change(suite, 'huisarts', id, 'assignments', { openStep, practitioner: 'me' });
    expect(done.status, done.text).toBe(200);
  }
  return made;
}

const assigneesOf = async (made: readonly Stood[]): Promise<readonly unknown[]> =>
  Promise.all(made.map(async ({ id }) => (await stateOf(suite, id)).open[0]?.assignee));

describe('POST /assignments', () => {
  test('everything that someone has in hand goes to a colleague, each case by itself', async () => {
    const made = await claimed(4);
    const poh = user('poh').practitioner;
    const done = await give('poh', {
      from: user('huisarts').practitioner,
      to: { practitioner: 'me' },
      reason: 'afwezig',
    });
    expect(done.status, done.text).toBe(200);
    expect(done.json.items).toHaveLength(4);
    expect(done.json.items).toEqual(
      expect.arrayContaining(made.map(({ id, openStep }) => ({ openStep, case: id, done: true }))),
    );
    expect(await assigneesOf(made)).toEqual(made.map(() => poh));
    const mine = await suite.api('poh', 'GET', '/worklist?limit=100&scope=mine');
    for (const { openStep } of made) expect(mine.text).toContain(openStep);
    const none = await give('poh', { from: user('huisarts').practitioner, to: { practitioner: null } });
    expect(none.json.items).toEqual([]);
    const back = await give('poh', { from: 'me', to: { practitioner: null } });
    expect(back.json.items).toHaveLength(4);
    expect(await assigneesOf(made)).toEqual(made.map(() => null));
  });

  test('of named steps each says whether it went over; what is not seen is as what is not there', async () => {
    const [goes, gone] = await claimed(2);
    const strange = await suite.api('huisarts-2', 'POST', '/referrals', referral());
    await decide(suite, 'huisarts', gone!.id, { openStep: gone!.openStep, outcome: 'onvoldoende' });
    const foreign = strange.json.openSteps[0].id;
    const openSteps = [goes!.openStep, gone!.openStep, foreign, `${randomUUID()}.valrisicotest.1`, 'onzin'];
    const done = await give('huisarts', { openSteps, to: { practitioner: user('poh').practitioner } });
    expect(done.status, done.text).toBe(200);
    expect(done.json.items[0]).toEqual({ openStep: goes!.openStep, case: goes!.id, done: true });
    const { openStep: _step, ...unseen } = done.json.items[4];
    expect(unseen).toEqual({ case: null, done: false, why: { code: 'not-found', detail: expect.any(String) } });
    for (const item of done.json.items.slice(1)) expect({ ...item, openStep: '' }).toEqual({ ...unseen, openStep: '' });
    expect((await factsOf(suite, strange.json.id)).some(({ fact }) => fact === 'assigned')).toBe(false);
  });

  test('to an organisation that does it, and to no other', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const [borne] = directory.filter(({ role, municipality }) => role === 'tester' && municipality === 'borne');
    const to = (organisation: unknown): Promise<Answer> =>
      give('tester', { openSteps: [made.openStep], to: { organisation } });
    const refused = await to(user('fysio').organisation);
    expect(refused.json.items).toMatchObject([{ done: false, case: made.id, why: { code: 'invalid-input' } }]);
    expect((await to(borne!.organisation)).json.items).toMatchObject([{ done: true }]);
    expect((await stateOf(suite, made.id)).open).toMatchObject([{ organisation: borne!.organisation }]);
  });

  test.each([
    [{}, ['/to']],
    [{ to: { practitioner: 'me' } }, ['/from']],
    [{ from: 'me' }, ['/to']],
    [{ from: 'me', openSteps: ['x'], to: { practitioner: 'me' } }, ['/from']],
    [{ openSteps: [], to: { practitioner: 'me' } }, ['/openSteps']],
    [{ openSteps: ['x', 'x'], to: { practitioner: 'me' } }, ['/openSteps']],
    [{ openSteps: Array.from({ length: 201 }, (_, n) => `x${n}`), to: { practitioner: 'me' } }, ['/openSteps']],
    [{ from: 'me', to: { practitioner: 'me' }, reason: 'zomaar' }, ['/reason']],
    [{ from: 'me', to: {} }, ['/to']],
    [{ from: users.find(({ handle }) => handle === 'tester')!.id, to: { practitioner: 'me' } }, ['/from']],
    [{ from: 'me', to: { practitioner: users.find(({ handle }) => handle === 'tester')!.id } }, ['/to/practitioner']],
  ])('%j is refused and stores nothing', async (body, pointers) => {
    await storesNothing(suite, async () => expectProblem(await give('huisarts', body), 'invalid-input', pointers));
  });

  test.each(['inwoner', 'ketencoordinator', 'regiocoordinator', 'beheerder'])(
    'does not exist for %s',
    async (handle) => {
      await storesNothing(suite, async () => expectProblem(await give(handle, {}), 'not-found'));
    },
  );

  test('a repeat with the same key hears the same, whatever has become of it; with another body it is refused', async () => {
    const made = await claimed(2);
    const key = randomUUID();
    const body = { openSteps: made.map(({ openStep }) => openStep), to: { practitioner: user('poh').practitioner } };
    const [first, second] = await Promise.all([give('huisarts', body, key), give('huisarts', body, key)]);
    expect(first.status, first.text).toBe(200);
    expect(second.json).toEqual(first.json);
    await give('poh', { from: 'me', to: { practitioner: null } });
    expect((await give('huisarts', body, key)).json).toEqual(first.json);
    expect(await assigneesOf(made)).toEqual([null, null]);
    expectProblem(await give('huisarts', { ...body, to: { practitioner: null } }, key), 'idempotency-mismatch');
  });

  test('goes on when the process that recorded it is gone: the sweeper finishes, and the repeat tells the outcome', async () => {
    const made = await claimed(3);
    const died = heldAt('after-row');
    now = died.hold;
    const key = randomUUID();
    const body = { openSteps: made.map(({ openStep }) => openStep), to: { practitioner: user('poh').practitioner } };
    const left = give('huisarts', body, key);
    await died.reached;
    now = noHold;
    const open = await suite.context.db.query<{ id: string }>(
      { name: 'test_open', text: 'select id from commands where case_id = any($1) and answer is null order by number' },
      [made.map(({ id }) => id)],
    );
    expect(open).toHaveLength(3);
    for (const { id } of open) await expireLease(suite, id);
    expect(await sweep(suite.context)).toBeGreaterThanOrEqual(3);
    const again = await give('huisarts', body, key);
    expect(again.json.items).toEqual(made.map(({ id, openStep }) => ({ openStep, case: id, done: true })));
    died.release();
    expect((await left).json).toEqual(again.json);
    for (const { id } of made) {
      const assigned = (await factsOf(suite, id)).filter(({ fact }) => fact === 'assigned');
      expect(assigned).toHaveLength(2);
    }
  });
});
