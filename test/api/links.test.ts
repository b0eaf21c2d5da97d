import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../../src/cases/sweep.ts';
import { type Hold, noHold } from '../../src/platform/hold.ts';
import { expireLease, factsOf } from '../harness/cases.ts';
import { heldAt } from '../harness/held.ts';
import { consent, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, openStepOf } from './journey.ts';
import { bodyOf, person, START } from './known-in-start.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { actionsOf, change } from './verbs.ts';

let suite: Suite;
let now: Hold = noHold;
const hold: Hold = { asked: (window) => now.asked(window), at: (window) => now.at(window) };
beforeAll(async () => {
  suite = await openSuite({ hold });
});
afterAll(() => suite.close());

const FAMILY = 'zelfde-gezin';
const linksOf = async (user: string, id: string): Promise<unknown> =>
  (await suite.api(user, 'GET', `/cases/${id}`)).json.links;

describe('POST /cases/{id}/links with a case', () => {
  test('both sides show where the other stands, and nothing of what is in it', async () => {
    const [one, other] = [await caseAt(suite, 'valrisicotest'), await caseAt(suite, 'valrisicotest')];
    const done = await change(suite, 'tester', one.id, 'links', { type: FAMILY, case: other.id });
    expect(done.status, done.text).toBe(201);
    expect(done.json).toEqual({ type: FAMILY, chain: 'valpreventie', case: other.id, status: 'open' });
    expect(await linksOf('tester', one.id)).toEqual([done.json]);
    expect(await linksOf('tester', other.id)).toEqual([{ ...done.json, case: one.id }]);
    // Who referred follows the own referral, not what hangs together with it.
    expect(await linksOf('huisarts', one.id)).toEqual([]);
    const form = { gevallen: false, bang: false, moeite: false, looptestSeconden: 3 };
    await decide(suite, 'tester', other.id, { openStep: other.openStep, outcome: 'laag', form });
    const openStep = `${other.id}.laag-advies.1`;
    expect((await decide(suite, 'tester', other.id, { openStep, outcome: 'gedaan' })).status).toBe(200);
    expect(await linksOf('tester', one.id)).toEqual([{ ...done.json, status: 'ended' }]);
  });

  test('a case that the caller may not see answers as one that is not there, to the letter', async () => {
    const own = await caseAt(suite, 'valrisicotest');
    const body = { chain: 'valpreventie', municipality: 'borne', resident: resident(), consent: consent() };
    const foreign = await suite.api('huisarts-2', 'POST', '/referrals', body);
    expect(foreign.status, foreign.text).toBe(201);
    await storesNothing(suite, async () => {
      const [hidden, missing] = await Promise.all(
        [foreign.json.id, randomUUID()].map((id) =>
          change(suite, 'tester', own.id, 'links', { type: FAMILY, case: id }),
        ),
      );
      expectProblem(hidden!, 'invalid-input', ['/case']);
      expect({ ...hidden!.json, requestId: '' }).toEqual({ ...missing!.json, requestId: '' });
    });
  });

  test('not to itself, not to one that has ended, not twice, and other residents only as family', async () => {
    const [one, other] = [await caseAt(suite, 'valrisicotest'), await caseAt(suite, 'valrisicotest')];
    const ended = await caseAt(suite, 'laag-advies');
    await decide(suite, 'tester', ended.id, { openStep: ended.openStep, outcome: 'gedaan' });
    await change(suite, 'tester', one.id, 'links', { type: FAMILY, case: other.id });
    await storesNothing(suite, async () => {
      const to = (body: object) => change(suite, 'tester', one.id, 'links', body);
      expectProblem(await to({ type: FAMILY, case: one.id }), 'invalid-input', ['/case']);
      expectProblem(await to({ type: FAMILY, case: ended.id }), 'ended');
      expectProblem(await to({ type: FAMILY, case: other.id }), 'not-allowed-now');
      expectProblem(await to({ type: 'parallel', case: other.id }), 'invalid-input', ['/type']);
    });
  });

  test('two at once couple once', async () => {
    const [one, other] = [await caseAt(suite, 'valrisicotest'), await caseAt(suite, 'valrisicotest')];
    const both = await Promise.all([
      change(suite, 'tester', one.id, 'links', { type: FAMILY, case: other.id }),
      change(suite, 'tester', other.id, 'links', { type: FAMILY, case: one.id }),
    ]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]));
    for (const id of [one.id, other.id])
      expect((await factsOf(suite, id)).filter(({ fact }) => fact === 'linked')).toHaveLength(1);
  });

  test('a process that dies after recording leaves both sides to the sweeper; the key tells what became of it', async () => {
    const [one, other] = [await caseAt(suite, 'valrisicotest'), await caseAt(suite, 'valrisicotest')];
    const died = heldAt('after-row');
    now = died.hold;
    const key = { 'idempotency-key': randomUUID() };
    const body = { type: FAMILY, case: other.id };
    const left = change(suite, 'tester', one.id, 'links', body, key);
    await died.reached;
    now = noHold;
    const open = await suite.context.db.query<{ id: string }>(
      { name: 'test_open', text: 'select id from commands where case_id = any($1) and answer is null' },
      [[one.id, other.id]],
    );
    expect(open).toHaveLength(2);
    for (const { id } of open) await expireLease(suite, id);
    await sweep(suite.context);
    const again = await change(suite, 'tester', one.id, 'links', body, key);
    expect(again.status, again.text).toBe(201);
    expect(await linksOf('tester', other.id)).toMatchObject([{ case: one.id }]);
    died.release();
    expect((await left).json).toEqual(again.json);
  });
});

describe('POST /cases/{id}/links with a chain', () => {
  test('refers someone of the same family, and couples both from the first moment', async () => {
    const one = await caseAt(suite, 'valrisicotest');
    const partner = resident();
    const key = { 'idempotency-key': randomUUID() };
    const body = { type: FAMILY, chain: 'valpreventie', resident: partner, consent: consent() };
    const done = await change(suite, 'tester', one.id, 'links', body, key);
    expect(done.status, done.text).toBe(201);
    expect(done.json).toEqual({ type: FAMILY, chain: 'valpreventie', case: expect.any(String), status: 'open' });
    const seen = await suite.api('tester', 'GET', `/cases/${done.json.case}`);
    expect(seen.json).toMatchObject({ referrer: { role: 'tester' }, municipality: 'enschede' });
    expect(seen.json.resident.name).toEqual(partner['name']);
    expect(seen.json.links).toEqual([{ ...done.json, case: one.id }]);
    expect(await linksOf('tester', one.id)).toEqual([done.json]);
    expect((await change(suite, 'tester', one.id, 'links', body, key)).json).toEqual(done.json);
    await storesNothing(suite, async () => {
      const again = await change(suite, 'tester', one.id, 'links', body);
      expectProblem(again, 'already-referred');
      expect(again.json.case).toBe(done.json.case);
    });
  });

  test('into a chain whose existence is confidential shows to who may see that case, and to nobody else', async () => {
    const one = await caseAt(suite, 'huisarts-beeld');
    const { full } = person({ birthDate: '1994-02-03' });
    const { resident: _full, municipality: _place, ...begin } = bodyOf(START, full);
    const body = { type: FAMILY, resident: full, ...begin };
    const done = await change(suite, 'huisarts', one.id, 'links', body);
    expect(done.status, done.text).toBe(201);
    expect(await linksOf('huisarts', one.id)).toEqual([done.json]);
    const ways = [
      ['huisarts', 'huisarts-beeld', { outcome: 'voldoende' }],
      ['huisarts', 'bespreken-interventies', { outcome: 'beweeg', form: {} }],
      ['huisarts', 'onderliggend-lijden', { outcome: 'ja' }],
      ['fysio', 'otago-verwijzing', { outcome: 'geaccepteerd' }],
    ] as const;
    for (const [user, step, decision] of ways) {
      const openStep = await openStepOf(suite, one.id, step);
      const taken = await decide(suite, user, one.id, { openStep, ...decision });
      expect(taken.status, taken.text).toBe(200);
      expect(taken.text.includes(START)).toBe(user === 'huisarts' && taken.text.includes('"links":[{'));
    }
    for (const look of ['', '/trail', '/actions', '/forms', '/questions', '/consents']) {
      const seen = await suite.api('fysio', 'GET', `/cases/${one.id}${look}`);
      expect(seen.status, seen.text).toBe(200);
      for (const secret of [START, done.json.case]) expect(seen.text, look).not.toContain(secret);
    }
    expectProblem(await suite.api('fysio', 'GET', `/cases/${done.json.case}`), 'not-found');
  });

  test('the same resident twice in one chain is one too many, and without consent there is no new case', async () => {
    const one = await caseAt(suite, 'valrisicotest');
    await storesNothing(suite, async () => {
      const to = (body: object) => change(suite, 'tester', one.id, 'links', { chain: 'valpreventie', ...body });
      const again = await to({ type: 'parallel', consent: consent() });
      expectProblem(again, 'already-referred');
      expect(again.json).not.toHaveProperty('case');
      expectProblem(await to({ type: FAMILY, resident: resident() }), 'consent-missing', ['/consent']);
      const no = { given: false, at: '2026-01-05T10:00:00Z', by: 'inwoner' };
      expectProblem(await to({ type: FAMILY, resident: resident(), consent: no }), 'consent-missing', ['/consent']);
      const child = resident({ birthDate: '2015-01-01' });
      expectProblem(await to({ type: FAMILY, resident: child, consent: consent() }), 'not-in-target-group');
    });
  });

  test.each([
    [{}, ['/type']],
    [{ type: 'buren' }, ['/type']],
    [{ type: 'parallel' }, ['/case']],
    [{ type: 'parallel', chain: 'valpreventie', case: randomUUID() }, ['/case']],
    [{ type: 'parallel', case: 'nummer' }, ['/case']],
    [{ type: 'parallel', chain: 'geen-keten', consent: consent() }, ['/chain']],
    [{ type: 'parallel', chain: 'valpreventie', resident: resident(), consent: consent() }, ['/resident']],
    [{ type: FAMILY, case: randomUUID(), entry: 'valrisicotest' }, ['/entry']],
    [{ type: FAMILY, case: randomUUID(), form: {} }, ['/form']],
    [{ type: FAMILY, case: randomUUID(), note: 'x' }, ['/note']],
  ])('%j is refused and stores nothing', async (body, pointers) => {
    const one = await caseAt(suite, 'valrisicotest');
    await storesNothing(suite, async () =>
      expectProblem(await change(suite, 'tester', one.id, 'links', body), 'invalid-input', pointers),
    );
  });

  test('is for who has the regie', async () => {
    const one = await caseAt(suite, 'valrisicotest');
    const body = { type: FAMILY, chain: 'valpreventie', resident: resident(), consent: consent() };
    await storesNothing(suite, async () => {
      expectProblem(await change(suite, 'huisarts', one.id, 'links', body), 'forbidden');
      for (const user of ['huisarts-2', 'fysio', 'ketencoordinator', 'inwoner', 'beheerder'])
        expectProblem(await change(suite, user, one.id, 'links', body), 'not-found');
    });
    const listed = (await actionsOf(suite, 'tester', one.id)).find(({ action }) => action === 'link');
    expect(listed).toMatchObject({ allowed: true });
    expect(listed?.types?.map(({ id }) => id)).toContain(FAMILY);
  });
});
