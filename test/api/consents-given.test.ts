import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fact } from '../../src/engine/facts.ts';
import type { Answer } from '../harness/api.ts';
import { factsOf, stateOf } from '../harness/cases.ts';
import { waiting } from '../harness/groups.ts';
import { matig } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { actionsOf, change, dayFrom, trailOf } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const consent = (given: boolean, over: object = {}): object => ({
  purpose: 'overdracht',
  given,
  by: 'inwoner',
  at: dayFrom(suite, 0),
  ...over,
});
const say = (user: string, id: string, given: boolean, over: object = {}): Promise<Answer> =>
  change(suite, user, id, 'consents', consent(given, over));

describe('POST /cases/{id}/consents: withdrawn', () => {
  test('counts at the next request: who held a step finds no case, no work and no person any more', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    expect((await suite.api('tester', 'GET', `/cases/${made.id}`)).status).toBe(200);
    const done = await say('huisarts', made.id, false);
    expect(done.status, done.text).toBe(200);
    for (const look of ['', '/actions', '/trail', '/forms', '/consents', '/questions'])
      expectProblem(await suite.api('tester', 'GET', `/cases/${made.id}${look}`), 'not-found');
    const { given, family } = made.referral['resident'].name;
    const work = await suite.api('tester', 'GET', '/worklist?limit=100');
    for (const secret of [made.id, given, family]) expect(work.text).not.toContain(secret);
    const decision = { openStep: made.openStep, outcome: 'matig', form: matig };
    expectProblem(await decide(suite, 'tester', made.id, decision), 'not-found');
    // The practice that referred decides how to go on.
    expect(done.json.openSteps).toMatchObject([{ step: 'toestemming-besluit' }]);
    const mine = await suite.api('huisarts', 'GET', '/worklist?limit=100&step=toestemming-besluit');
    expect(mine.text).toContain(made.id);
  });

  test('the others hear that a step lapsed, and nothing more; the first time shown is when it was seen', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await say('huisarts', made.id, false);
    const first = await suite.api('tester', 'GET', '/notices?limit=100');
    expect(first.status, first.text).toBe(200);
    const notice = first.json.items.find((each: { case: string }) => each.case === made.id);
    expect(notice).toEqual({
      id: expect.any(String),
      case: made.id,
      at: expect.any(String),
      from: 'Valpreventie',
      kind: 'vervallen',
      text: 'Een stap die bij u openstond, is vervallen.',
      seenAt: expect.any(String),
    });
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'PT1H' });
    const again = await suite.api('tester', 'GET', '/notices?limit=100');
    expect(again.json.items).toContainEqual(notice);
    const { given, family } = made.referral['resident'].name;
    for (const secret of [given, family, 'toestemming', 'ingetrokken']) expect(first.text).not.toContain(secret);
    for (const other of ['fysio', 'huisarts', 'huisarts-2'])
      expect((await suite.api(other, 'GET', '/notices?limit=100')).text).not.toContain(made.id);
    for (const nobody of ['inwoner', 'ketencoordinator', 'beheerder'])
      expectProblem(await suite.api(nobody, 'GET', '/notices'), 'not-found');
  });

  test('nothing goes off any more for what rests on it, however long it lasts', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await say('huisarts', made.id, false);
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P120D' });
    const after = (await factsOf(suite, made.id)).filter(
      (fact) => 'openStep' in fact && fact.openStep === made.openStep && fact.command === null,
    );
    expect(after).toEqual([]);
    expect((await suite.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
    const stuck = await suite.api('ketencoordinator', 'GET', '/worklist?limit=100');
    expect(stuck.text).not.toContain(made.openStep);
  });

  test('and given again: the same step opens with a new term, and everyone reads in order what was said', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await say('huisarts', made.id, false, { by: 'gemachtigde' });
    const again = await say('huisarts', made.id, true);
    expect(again.json.openSteps).toMatchObject([{ step: 'valrisicotest' }]);
    expect((await suite.api('tester', 'GET', '/worklist?limit=100')).text).toContain(again.json.openSteps[0].id);
    const all = (await suite.api('tester', 'GET', `/cases/${made.id}/consents`)).json.items;
    expect(
      all
        .filter(({ purpose }: { purpose: string }) => purpose === 'overdracht')
        .map(({ given, by }: { given: boolean; by: string }) => [given, by]),
    ).toEqual([
      [true, 'inwoner'],
      [false, 'gemachtigde'],
      [true, 'inwoner'],
    ]);
    expect(all.at(-1)).toMatchObject({ on: dayFrom(suite, 0), recordedBy: { role: 'huisarts' }, corrected: false });
    expect(await trailOf(suite, 'huisarts', made.id)).toContainEqual(
      expect.objectContaining({ fact: 'agreed', purposes: ['overdracht'], given: false, by: 'gemachtigde' }),
    );
  });

  test('a resident who waits for a group leaves the waiting list', async () => {
    const id = await waiting(suite);
    const before = (await suite.api('valpreventie-coordinator', 'GET', '/worklist?limit=100&step=wachtlijst-kern'))
      .text;
    expect(before).toContain(id);
    expect((await say('valpreventie-coordinator', id, false)).status).toBe(200);
    const after = (await suite.api('valpreventie-coordinator', 'GET', '/worklist?limit=100')).text;
    expect(after).not.toContain(id);
    expect((await stateOf(suite, id)).withheld.open).toMatchObject([{ step: 'wachtlijst-kern' }]);
  });

  test.each([0, 1, 2, 3, 4])('and a decision under way: one order or the other, never after (%i)', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const decision = { openStep: made.openStep, outcome: 'matig', form: matig };
    const [withdrawn, decided] = await Promise.all([
      say('huisarts', made.id, false),
      decide(suite, 'tester', made.id, decision),
    ]);
    expect(withdrawn.status, withdrawn.text).toBe(200);
    const facts: readonly Fact[] = await factsOf(suite, made.id);
    const withheld = facts.find(({ fact }) => fact === 'withheld')!.seq;
    const taken = facts.find((fact) => fact.fact === 'decided' && fact.openStep === made.openStep);
    // Taken before it, or not at all; and who decided hears which of the two.
    expect(taken === undefined || taken.seq < withheld).toBe(true);
    expect(decided.status === 200).toBe(taken !== undefined);
    expect(['not-found', 'not-allowed-now', 'consent-missing', undefined]).toContain(decided.json.code);
    const open = (await stateOf(suite, made.id)).open.map(({ step }) => step);
    expect(open).toEqual(['toestemming-besluit']);
  });

  test('for terugkoppeling stops the content of what comes back, not the case', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await say('tester', made.id, false, { purpose: 'terugkoppeling' });
    const decision = { openStep: made.openStep, outcome: 'matig', form: matig };
    expect((await decide(suite, 'tester', made.id, decision)).status).toBe(200);
    const list = await suite.api('huisarts', 'GET', '/referrals?limit=100');
    const item = list.json.items.find((each: { id: string }) => each.id === made.id);
    expect(item.feedback[0].text).toBe('De valrisicotest is gedaan.');
  });
});

describe('POST /cases/{id}/consents: bad input', () => {
  test.each([
    [{}, ['/purpose', '/given', '/by', '/at']],
    [{ purpose: 'reclame' }, ['/purpose']],
    [{ given: 'ja' }, ['/given']],
    [{ by: 'buurvrouw' }, ['/by']],
    [{ at: 'gisteren' }, ['/at']],
    [{ at: '2999-01-01' }, ['/at']],
    [{ at: '2100-01-01T10:00:00Z' }, ['/at']],
    [{ note: 'x' }, ['/note']],
  ])('%j is refused and stores nothing', async (over, pointers) => {
    const made = await caseAt(suite, 'valrisicotest');
    const body = Object.keys(over).length === 0 ? {} : consent(false, over);
    await storesNothing(suite, async () =>
      expectProblem(await change(suite, 'tester', made.id, 'consents', body), 'invalid-input', pointers),
    );
  });

  test('what is given already, or withdrawn already, is no change; and it is for who has a part in the case', async () => {
    const made = await caseAt(suite, 'otago-verwijzing');
    await storesNothing(suite, async () => {
      expectProblem(await say('huisarts', made.id, true), 'not-allowed-now');
      expectProblem(await say('huisarts', made.id, false, { purpose: 'monitoring' }), 'not-allowed-now');
      // Who is only offered a step does not know the person.
      expectProblem(await say('fysio', made.id, false), 'forbidden');
      for (const user of ['huisarts-2', 'ketencoordinator', 'inwoner', 'beheerder'])
        expectProblem(await say(user, made.id, false), 'not-found');
    });
    const listed = (await actionsOf(suite, 'huisarts', made.id)).find(({ action }) => action === 'consent');
    expect(listed).toMatchObject({ allowed: true });
    expect(listed?.purposes).toContainEqual({ id: 'overdracht', given: true });
  });

  test('honours If-Match and its key', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const body = consent(true, { purpose: 'casusoverleg' });
    expectProblem(await change(suite, 'tester', made.id, 'consents', body, { 'if-match': '"1"' }), 'stale');
    const key = { 'idempotency-key': randomUUID() };
    const first = await change(suite, 'tester', made.id, 'consents', body, key);
    expect(first.status, first.text).toBe(200);
    expect((await change(suite, 'tester', made.id, 'consents', body, key)).json).toEqual(first.json);
  });
});
