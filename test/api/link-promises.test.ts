import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../../src/cases/sweep.ts';
import { type Hold, noHold } from '../../src/platform/hold.ts';
import { expireLease, factsOf, stateOf } from '../harness/cases.ts';
import { heldAt } from '../harness/held.ts';
import { consent, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { decide } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { done, opened, SOCIAL, socialCase, sv, tries } from './social-case.ts';
import { actionsOf, change } from './verbs.ts';

// What an outcome promises elsewhere stands open until there is a case, and no longer.

let suite: Suite;
let now: Hold = noHold;
const hold: Hold = { asked: (window) => now.asked(window), at: (window) => now.at(window) };
beforeAll(async () => {
  suite = await openSuite({ hold });
});
afterAll(() => suite.close());

const VNGG = { type: 'deel-intake', chain: 'vngg' } as const;
const chooses = { outcome: 'vngg', form: {} };
const stepsOf = async (id: string): Promise<string[]> => (await stateOf(suite, id)).open.map(({ step }) => step);
const linksOf = async (user: string, id: string): Promise<unknown> =>
  (await suite.api(user, 'GET', `/cases/${id}`)).json.links;
async function promised(): Promise<string> {
  const id = await socialCase(suite);
  await done(suite, sv, id, 'aanbod', chooses);
  return id;
}

describe('an outcome that promises a case in another chain', () => {
  test('shows as asked for to who has the regie, with a step and a term, and to the referrer not', async () => {
    const id = await promised();
    expect(await linksOf(sv, id)).toEqual([{ ...VNGG, case: null, status: 'gevraagd' }]);
    expect(await linksOf('huisarts', id)).toEqual([]);
    const told = (await actionsOf(suite, 'huisarts', id)).find(({ action }) => action === 'link');
    expect(told).toMatchObject({ allowed: false, asked: [] });
    const actions = await actionsOf(suite, sv, id);
    expect(actions.find(({ action }) => action === 'link')).toMatchObject({ allowed: true, asked: [VNGG] });
    const asks = actions.find(({ step, action }) => step === 'koppeling' && action === 'decide');
    expect(asks?.outcomes).toMatchObject([
      { id: 'gestart', allowed: false },
      { id: 'niet-nodig', allowed: true },
    ]);
    const { items } = (await suite.api(sv, 'GET', '/worklist?step=koppeling')).json;
    expect(items.map((item: { case: { id: string } }) => item.case.id ?? item.case)).toContain(id);
  });

  test('is kept by POST /links, and nobody is asked any more', async () => {
    const id = await promised();
    const made = await change(suite, sv, id, 'links', VNGG);
    expect(made.status, made.text).toBe(201);
    expect(made.json).toEqual({ ...VNGG, case: expect.any(String), status: 'open' });
    expect(await linksOf(sv, id)).toEqual([made.json]);
    expect(await stepsOf(id)).not.toContain('koppeling');
    expect((await actionsOf(suite, sv, id)).find(({ action }) => action === 'link')).toMatchObject({ asked: [] });
  });

  test('is given up with a reason', async () => {
    const id = await promised();
    await storesNothing(suite, async () => {
      expectProblem(await tries(suite, sv, id, 'koppeling', { outcome: 'niet-nodig' }), 'reason-required');
      expectProblem(await tries(suite, sv, id, 'koppeling', { outcome: 'gestart' }), 'not-allowed-now');
      expectProblem(await tries(suite, 'huisarts', id, 'koppeling', { outcome: 'niet-nodig' }), 'forbidden');
    });
    await done(suite, sv, id, 'koppeling', { outcome: 'niet-nodig', reason: { code: 'geen-motivatie-nu' } });
    expect(await linksOf(sv, id)).toEqual([]);
  });

  test('is not kept in another chain', async () => {
    const id = await promised();
    await storesNothing(suite, async () => {
      const other = await change(suite, sv, id, 'links', { type: 'deel-intake', chain: 'kngg' });
      expectProblem(other, 'invalid-input', ['/type']);
    });
  });
});

describe('a decision that opens the promised case at once', () => {
  test('couples both in one request, asks nobody, and says the same again for the same key', async () => {
    const id = await socialCase(suite);
    const body = { openStep: await opened(suite, id, 'aanbod'), ...chooses, link: {} };
    const key = { 'idempotency-key': randomUUID() };
    const made = await decide(suite, sv, id, body, key);
    expect(made.status, made.text).toBe(200);
    const [link] = made.json.links;
    expect(link).toEqual({ ...VNGG, case: expect.any(String), status: 'open' });
    expect(await stepsOf(id)).not.toContain('koppeling');
    expect(await linksOf(sv, link.case)).toBeDefined();
    expect((await stateOf(suite, link.case)).links).toMatchObject([{ type: 'deel-intake', chain: SOCIAL, case: id }]);
    expect((await decide(suite, sv, id, body, key)).json).toEqual(made.json);
    const second = (await factsOf(suite, link.case)).filter(({ fact }) => fact === 'linked');
    expect(second).toHaveLength(1);
  });

  test('is whole or not at all: what is wrong there is said under /link, and nothing is stored', async () => {
    const id = await socialCase(suite);
    const young = await socialCase(suite, { who: resident({ birthDate: '2009-03-02' }) });
    await storesNothing(suite, async () => {
      const to = (link: object) => tries(suite, sv, id, 'aanbod', { ...chooses, link });
      expectProblem(await to({ entry: 'plan' }), 'invalid-input', ['/link/entry']);
      expectProblem(await to({ resident: resident() }), 'invalid-input', ['/link/resident']);
      expectProblem(await to({ consent: { ...consent(), given: false } }), 'consent-missing', ['/link/consent']);
      expectProblem(await to({ chain: 'kngg' }), 'invalid-input', ['/link/chain']);
      const none = await tries(suite, sv, id, 'aanbod', { outcome: 'geen-aanbod', form: {}, link: {} });
      expectProblem(none, 'invalid-input', ['/link']);
      const child = await tries(suite, sv, young, 'aanbod', { ...chooses, link: {} });
      expectProblem(child, 'not-in-target-group', ['/link/resident/birthDate']);
    });
  });

  test('survives a process that dies after recording it: the sweeper does both, the key tells what became of it', async () => {
    const id = await socialCase(suite);
    const body = { openStep: await opened(suite, id, 'aanbod'), ...chooses, link: {} };
    const died = heldAt('after-row');
    now = died.hold;
    const key = { 'idempotency-key': randomUUID() };
    const left = decide(suite, sv, id, body, key);
    await died.reached;
    now = noHold;
    const open = await suite.context.db.query<{ id: string; case_id: string }>({
      name: 'test_open_all',
      text: 'select id, case_id from commands where answer is null',
    });
    expect(open).toHaveLength(3);
    for (const row of open) await expireLease(suite, row.id);
    // What waits for its turn in the new case is for the next sweep.
    for (let sweeps = 0; sweeps < 2; sweeps += 1) await sweep(suite.context);
    const again = await decide(suite, sv, id, body, key);
    expect(again.status, again.text).toBe(200);
    const [link] = again.json.links;
    expect((await stateOf(suite, link.case)).links).toMatchObject([{ case: id }]);
    died.release();
    expect((await left).json).toEqual(again.json);
  });
});
