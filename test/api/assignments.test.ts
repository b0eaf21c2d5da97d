import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directory } from '../../src/local/demo-region/directory.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { factsOf } from '../harness/cases.ts';
import { referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, type Stood } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { actionsOf, change, trailOf } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const user = (handle: string) => users.find((each) => each.handle === handle)!;
/** Who does the valrisicotest in another municipality. */
const testerIn = (municipality: string): string =>
  directory.find((row) => row.role === 'tester' && row.chain === 'valpreventie' && row.municipality === municipality)!
    .organisation;

const mine = async (handle: string, query: string): Promise<string[]> =>
  (await suite.api(handle, 'GET', `/worklist?limit=100&${query}`)).json.items.map(
    (item: { openStep: string }) => item.openStep,
  );

describe('POST /cases/{id}/assignments: within the own organisation', () => {
  test('a step is claimed, given to a colleague, and given back; the worklist follows', async () => {
    const made = await caseAt(suite, 'huisarts-beeld');
    const { openStep } = made;
    expect(await mine('huisarts', 'state=unclaimed')).toContain(openStep);
    const claimed = await change(suite, 'huisarts', made.id, 'assignments', { openStep, practitioner: 'me' });
    expect(claimed.status, claimed.text).toBe(200);
    expect(claimed.json.openSteps).toMatchObject([{ id: openStep, assignee: user('huisarts').practitioner }]);
    expect(await mine('huisarts', 'scope=mine')).toContain(openStep);
    expect(await mine('poh', 'scope=mine')).not.toContain(openStep);
    expect(await mine('poh', 'scope=team')).toContain(openStep);
    expect(await mine('huisarts', 'state=unclaimed')).not.toContain(openStep);

    const poh = user('poh').practitioner;
    const given = await change(suite, 'huisarts', made.id, 'assignments', { openStep, practitioner: poh });
    expect(given.json.openSteps).toMatchObject([{ assignee: poh }]);
    expect(await mine('poh', 'scope=mine')).toContain(openStep);
    const back = await change(suite, 'poh', made.id, 'assignments', { openStep, practitioner: null });
    expect(back.json.openSteps).toMatchObject([{ assignee: null }]);
    expect(await mine('poh', 'state=unclaimed')).toContain(openStep);

    const assigned = (await trailOf(suite, 'huisarts', made.id)).filter(({ fact }) => fact === 'assigned');
    expect(assigned.map(({ practitioner }) => practitioner)).toEqual([user('huisarts').practitioner, poh, null]);
    // Who holds none of it does not learn who does.
    expect((await trailOf(suite, 'tester', made.id)).some(({ fact }) => fact === 'assigned')).toBe(false);
  });

  test('only to who works there: the answer names the colleagues, and nothing is stored', async () => {
    const made = await caseAt(suite, 'huisarts-beeld');
    await storesNothing(suite, async () => {
      for (const practitioner of [user('tester').practitioner, user('huisarts-2').practitioner, randomUUID()]) {
        const body = { openStep: made.openStep, practitioner };
        const answer = await change(suite, 'huisarts', made.id, 'assignments', body);
        expectProblem(answer, 'invalid-input', ['/practitioner']);
        const names = answer.json.allowed.map(({ name }: { name: string }) => name);
        expect(names.toSorted()).toEqual([user('huisarts').name, user('poh').name].toSorted());
      }
    });
  });

  test.each([
    [{}, ['/openStep']],
    [{ openStep: 'x' }, ['/practitioner']],
    [{ openStep: 'x', practitioner: 'iemand' }, ['/practitioner']],
    [{ openStep: 'x', practitioner: 7 }, ['/practitioner']],
    [{ openStep: 'x', organisation: 'een-praktijk' }, ['/organisation']],
    [{ openStep: 'x', practitioner: 'me', note: 'a' }, ['/note']],
  ])('%j is refused and stores nothing', async (body, pointers) => {
    const made = await caseAt(suite, 'valrisicotest');
    await storesNothing(suite, async () =>
      expectProblem(await change(suite, 'tester', made.id, 'assignments', body), 'invalid-input', pointers),
    );
  });

  test('is for who holds the step; for others it is not theirs, or there is no such case', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const body = { openStep: made.openStep, practitioner: 'me' };
    await storesNothing(suite, async () => {
      expectProblem(await change(suite, 'huisarts', made.id, 'assignments', body), 'forbidden');
      for (const other of ['huisarts-2', 'fysio', 'ketencoordinator', 'inwoner', 'beheerder'])
        expectProblem(await change(suite, other, made.id, 'assignments', body), 'not-found');
      const gone = { ...body, openStep: `${made.id}.valrisicotest.9` };
      const late = await change(suite, 'tester', made.id, 'assignments', gone);
      expectProblem(late, 'not-allowed-now');
      expect(late.json.allowed.map(({ action }: { action: string }) => action)).toContain('assign');
    });
  });

  test('honours If-Match and its key', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const body = { openStep: made.openStep, practitioner: 'me' };
    expectProblem(await change(suite, 'tester', made.id, 'assignments', body, { 'if-match': '"1"' }), 'stale');
    const key = { 'idempotency-key': randomUUID() };
    const [first, again] = await Promise.all([
      change(suite, 'tester', made.id, 'assignments', body, key),
      change(suite, 'tester', made.id, 'assignments', body, key),
    ]);
    expect(first.status, first.text).toBe(200);
    expect(again.json).toEqual(first.json);
    expect((await factsOf(suite, made.id)).filter(({ fact }) => fact === 'assigned')).toHaveLength(1);
  });
});

describe('POST /cases/{id}/assignments: to another organisation', () => {
  test('the regiehouder moves a step to who does it elsewhere; from then on that organisation has it', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const listed = (await actionsOf(suite, 'tester', made.id)).find(({ action }) => action === 'assign');
    const borne = testerIn('borne');
    expect(listed?.candidates?.map(({ organisation }) => organisation)).toContain(borne);
    const done = await change(suite, 'tester', made.id, 'assignments', {
      openStep: made.openStep,
      organisation: borne,
    });
    expect(done.status, done.text).toBe(200);
    const seen = await suite.api('huisarts', 'GET', `/cases/${made.id}`);
    expect(seen.json.openSteps).toMatchObject([{ organisation: borne }]);
    expectProblem(await suite.api('tester', 'GET', `/cases/${made.id}`), 'not-found');
    expect((await suite.api('tester', 'GET', '/worklist?limit=100')).text).not.toContain(made.id);
  });

  test('that does not do it is refused with who does, and so is a professional of another organisation', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const { openStep } = made;
    await storesNothing(suite, async () => {
      for (const organisation of [user('fysio').organisation, randomUUID()]) {
        const answer = await change(suite, 'tester', made.id, 'assignments', { openStep, organisation });
        expectProblem(answer, 'invalid-input', ['/organisation']);
        const found = answer.json.allowed.map((each: { organisation: string }) => each.organisation);
        expect(found).toContain(testerIn('borne'));
        expect(found).not.toContain(user('tester').organisation);
      }
      const someone = { openStep, organisation: testerIn('borne'), practitioner: user('tester').practitioner };
      expectProblem(await change(suite, 'tester', made.id, 'assignments', someone), 'invalid-input', ['/practitioner']);
    });
  });

  test('needs consent: what the resident has not agreed to share stays where it is', async () => {
    const unshared = referral({ consent: undefined, entry: 'valrisicotest' });
    const made = await suite.api('tester', 'POST', '/referrals', unshared);
    expect(made.status, made.text).toBe(201);
    const [opened] = made.json.openSteps;
    const body = { openStep: opened.id, organisation: testerIn('borne') };
    await storesNothing(suite, async () =>
      expectProblem(await change(suite, 'tester', made.json.id, 'assignments', body), 'consent-missing', [
        '/organisation',
      ]),
    );
    const given = { purpose: 'overdracht', given: true, by: 'inwoner', at: '2026-01-05' };
    expect((await change(suite, 'tester', made.json.id, 'consents', given)).status).toBe(200);
    expect((await change(suite, 'tester', made.json.id, 'assignments', body)).status).toBe(200);
  });
});

describe('POST /cases/{id}/assignments: by the ketencoordinator', () => {
  /** A case of which nobody takes up the step: every rung of its ladder was passed. */
  async function stuck(): Promise<Stood> {
    const made = await caseAt(suite, 'valrisicotest');
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P80D' });
    return made;
  }

  test('what is stuck is listed with who could do it and assigned, without ever seeing a person', async () => {
    const made = await stuck();
    const { given, family } = made.referral['resident'].name;
    const list = await suite.api('ketencoordinator', 'GET', '/worklist?limit=100');
    const item = list.json.items.find((each: { openStep: string }) => each.openStep === made.openStep);
    expect(item).toMatchObject({ case: made.id, why: 'te-laat', resident: null, step: 'valrisicotest' });
    const candidates = item.candidates.map((each: { organisation: string }) => each.organisation);
    expect(candidates).toContain(testerIn('borne'));
    expect(candidates).not.toContain(user('tester').organisation);

    const seen = await suite.api('ketencoordinator', 'GET', `/cases/${made.id}`);
    expect(seen.json).toMatchObject({ resident: null, basis: null, openSteps: [{ id: made.openStep }] });
    const actions = await actionsOf(suite, 'ketencoordinator', made.id);
    expect(actions.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual(['assign']);
    const body = { openStep: made.openStep, organisation: testerIn('borne') };
    const done = await change(suite, 'ketencoordinator', made.id, 'assignments', body);
    expect(done.status, done.text).toBe(200);
    for (const answer of [list, seen, done]) {
      for (const secret of [given, family, user('huisarts').practitioner]) expect(answer.text).not.toContain(secret);
    }
    expect((await suite.api('huisarts', 'GET', `/cases/${made.id}`)).json.openSteps).toMatchObject([
      { organisation: testerIn('borne') },
    ]);
  });

  test('only that: not to a person, not what is not stuck, not elsewhere, and nothing else', async () => {
    const made = await stuck();
    const fresh = await caseAt(suite, 'valrisicotest');
    const to = { organisation: testerIn('borne') };
    await storesNothing(suite, async () => {
      const refused = async (body: object) => change(suite, 'ketencoordinator', made.id, 'assignments', body);
      expectProblem(await refused({ openStep: made.openStep, practitioner: null }), 'forbidden');
      expectProblem(
        await refused({ openStep: made.openStep, organisation: user('fysio').organisation }),
        'invalid-input',
        ['/organisation'],
      );
      expectProblem(await refused({ openStep: `${made.id}.laag-advies.1`, ...to }), 'not-allowed-now');
      const other = await change(suite, 'ketencoordinator', fresh.id, 'assignments', {
        openStep: fresh.openStep,
        ...to,
      });
      expectProblem(other, 'not-found');
      for (const look of ['trail', 'forms', 'consents', 'questions'])
        expectProblem(await suite.api('ketencoordinator', 'GET', `/cases/${made.id}/${look}`), 'forbidden');
      const pause = { reason: 'ziekte', until: '2030-01-01' };
      expectProblem(await change(suite, 'ketencoordinator', made.id, 'pauses', pause), 'forbidden');
    });
  });
});
