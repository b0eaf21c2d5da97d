import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pauseReasons } from '../../src/language/define.ts';
import { laag, matig } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, type Stood } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { actionsOf, change, dayFrom, trailOf } from './verbs.ts';

let suite: Suite;
let open: Stood;
beforeAll(async () => {
  suite = await openSuite();
  open = await caseAt(suite, 'valrisicotest');
});
afterAll(() => suite.close());

const ziekte = (days: number): object => ({ reason: 'ziekte', until: dayFrom(suite, days) });
const paused = async (days = 30): Promise<Stood> => {
  const made = await caseAt(suite, 'valrisicotest');
  expect((await change(suite, 'tester', made.id, 'pauses', ziekte(days))).status).toBe(200);
  return made;
};

describe('POST /cases/{id}/pauses', () => {
  test('lets the case rest: nothing is late meanwhile, no orphan, and the reason is for who has the regie', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const comment = 'Ligt in het ziekenhuis';
    const done = await change(suite, 'tester', made.id, 'pauses', { ...ziekte(60), comment });
    expect(done.status, done.text).toBe(200);
    expect(done.json).toMatchObject({ status: 'paused', pause: { reason: 'ziekte' }, accountable: { role: 'tester' } });
    const forReferrer = await suite.api('huisarts', 'GET', `/cases/${made.id}`);
    expect(forReferrer.json).toMatchObject({ status: 'paused', pause: { reason: null } });
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P50D' });
    expect((await suite.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
    const seen = await suite.api('tester', 'GET', `/cases/${made.id}`);
    expect(seen.json.openSteps).toMatchObject([{ id: made.openStep, overdue: false }]);
    for (const [query, found] of [
      ['waiting', true],
      ['overdue', false],
      ['due', false],
    ] as const) {
      const list = await suite.api('tester', 'GET', `/worklist?limit=100&state=${query}`);
      const items = list.json.items.filter((item: { case: string }) => item.case === made.id);
      expect(items).toMatchObject(found ? [{ paused: true, overdue: false }] : []);
    }
    for (const user of ['tester', 'huisarts'])
      expect(JSON.stringify(await trailOf(suite, user, made.id))).not.toContain(comment);
    expect(await trailOf(suite, 'tester', made.id)).toContainEqual(
      expect.objectContaining({ fact: 'paused', reason: 'ziekte', until: expect.any(String) }),
    );
    const told = (await trailOf(suite, 'huisarts', made.id)).find(({ fact }) => fact === 'paused');
    expect(told).toBeDefined();
    expect(told).not.toHaveProperty('reason');
  });

  test('ends by itself on its day: the term goes on and someone is asked how', async () => {
    const made = await paused(14);
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P15D' });
    const seen = await suite.api('tester', 'GET', `/cases/${made.id}`);
    expect(seen.json).toMatchObject({ status: 'open', pause: null });
    expect(seen.json.openSteps.map(({ step }: { step: string }) => step).toSorted()).toEqual([
      'na-pauze',
      'valrisicotest',
    ]);
  });

  test('while it lasts no step of before is decided: resuming is what is allowed', async () => {
    const made = await paused();
    await storesNothing(suite, async () => {
      const body = { openStep: made.openStep, outcome: 'laag', form: laag };
      const answer = await decide(suite, 'tester', made.id, body);
      expectProblem(answer, 'not-allowed-now');
      expect(answer.json.detail).toContain('gepauzeerd');
      const actions = answer.json.allowed.map(({ action }: { action: string }) => action);
      expect(actions).toEqual(['assign', 'resume', 'withdraw', 'event', 'ask', 'consent', 'link']);
      expectProblem(await change(suite, 'tester', made.id, 'pauses', ziekte(10)), 'not-allowed-now');
    });
    const listed = await actionsOf(suite, 'tester', made.id);
    expect(listed.find(({ action }) => action === 'decide')).toMatchObject({
      allowed: false,
      why: { code: 'not-allowed-now' },
    });
    expect(listed.find(({ action }) => action === 'resume')).toMatchObject({ allowed: true });
  });

  test.each([
    [{}, ['/reason', '/until']],
    [{ reason: 'geen-zin', until: '2027-01-01' }, ['/reason']],
    [{ reason: 'ziekte', until: 'volgende week' }, ['/until']],
    [{ reason: 'ziekte', until: '9999-12-31' }, ['/until']],
    [{ reason: 'ziekte', until: '2027-01-01', comment: '' }, ['/comment']],
    [{ reason: 'ziekte', until: '2027-01-01', extra: 1 }, ['/extra']],
  ])('%j is refused and stores nothing', async (body, pointers) => {
    await storesNothing(suite, async () =>
      expectProblem(await change(suite, 'tester', open.id, 'pauses', body), 'invalid-input', pointers),
    );
  });

  test('to a day that is past, or further than six months, is refused and says why', async () => {
    await storesNothing(suite, async () => {
      for (const days of [-1, 0, 200]) {
        const answer = await change(suite, 'tester', open.id, 'pauses', ziekte(days));
        expectProblem(answer, 'invalid-input', ['/until']);
        expect(answer.json.allowed).toContainEqual(expect.objectContaining({ action: 'pause' }));
      }
    });
    const offered = (await actionsOf(suite, 'tester', open.id)).find(({ action }) => action === 'pause');
    expect(offered?.reasons?.map(({ code }) => code)).toEqual(Object.keys(pauseReasons));
  });

  test('is for who has the regie: the referrer is refused, and for others there is no such case', async () => {
    const { id } = await caseAt(suite, 'valrisicotest');
    await storesNothing(suite, async () => {
      expectProblem(await change(suite, 'huisarts', id, 'pauses', ziekte(10)), 'forbidden');
      for (const user of ['huisarts-2', 'fysio', 'ketencoordinator', 'beheerder'])
        expectProblem(await change(suite, user, id, 'pauses', ziekte(10)), 'not-found');
    });
  });

  test('honours If-Match and its key', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    expectProblem(await change(suite, 'tester', made.id, 'pauses', ziekte(9), { 'if-match': '"1"' }), 'stale');
    const key = { 'idempotency-key': randomUUID() };
    const first = await change(suite, 'tester', made.id, 'pauses', ziekte(9), key);
    expect((await change(suite, 'tester', made.id, 'resumptions', {})).json.status).toBe('open');
    const again = await change(suite, 'tester', made.id, 'pauses', ziekte(9), key);
    expect(again.json).toEqual(first.json);
    expect((await suite.api('tester', 'GET', `/cases/${made.id}`)).json.status).toBe('open');
  });
});

describe('POST /cases/{id}/resumptions', () => {
  test('lets the case go on with the days that were left', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const dueBefore = Date.parse((await suite.api('tester', 'GET', `/cases/${made.id}`)).json.openSteps[0].dueAt);
    await change(suite, 'tester', made.id, 'pauses', ziekte(40));
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P21D' });
    const done = await change(suite, 'tester', made.id, 'resumptions', {});
    expect(done.json).toMatchObject({ status: 'open', pause: null });
    const dueAfter = Date.parse(done.json.openSteps[0].dueAt);
    expect(Math.round((dueAfter - dueBefore) / 86_400_000)).toBe(21);
    const decided = await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'matig', form: matig });
    expect(decided.status, decided.text).toBe(200);
  });

  test('of a case that is not paused is refused, and so is anything in the body', async () => {
    await storesNothing(suite, async () => {
      expectProblem(await change(suite, 'tester', open.id, 'resumptions', {}), 'not-allowed-now');
      expectProblem(await change(suite, 'tester', open.id, 'resumptions', { now: true }), 'invalid-input', ['/now']);
    });
  });

  test('is for who has the regie', async () => {
    const made = await paused();
    await storesNothing(suite, async () => {
      expectProblem(await change(suite, 'huisarts', made.id, 'resumptions', {}), 'forbidden');
      expectProblem(await change(suite, 'huisarts-2', made.id, 'resumptions', {}), 'not-found');
    });
  });
});
