import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { hoog, laag, matig } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, openStepOf } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const trailOf = async (user: string, id: string): Promise<Record<string, unknown>[]> =>
  (await suite.api(user, 'GET', `/cases/${id}/trail`)).json.items;
const decided = async (user: string, id: string, step: string): Promise<Record<string, unknown> | undefined> =>
  (await trailOf(user, id)).find((item) => item['fact'] === 'decided' && item['step'] === step);

describe('a proposal', () => {
  test.each([
    ['laag', laag, 'laag-advies'],
    ['matig', matig, 'toestemming-matig'],
    ['hoog', hoog, 'toestemming-hoog'],
  ])('that is confirmed (%s) goes through without a reason', async (outcome, form, step) => {
    const made = await caseAt(suite, 'valrisicotest');
    const done = await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome, form });
    expect(done.status, done.text).toBe(200);
    expect((await suite.api('huisarts', 'GET', `/cases/${made.id}`)).json.openSteps).toMatchObject([{ step }]);
    expect(await decided('tester', made.id, 'valrisicotest')).toMatchObject({ outcome, proposed: outcome });
  });

  test('is departed from only with a coded reason: which outcome was proposed and which reasons there are is told', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const body = { openStep: made.openStep, outcome: 'laag', form: matig };
    await storesNothing(suite, async () => {
      const refused = await decide(suite, 'tester', made.id, body);
      expectProblem(refused, 'reason-required', ['/reason']);
      expect(refused.json.proposed).toBe('matig');
      expect(refused.json.allowed.map(({ reason }: { reason: string }) => reason)).toEqual(['klinische-blik']);
      expectProblem(await decide(suite, 'tester', made.id, { ...body, reason: {} }), 'invalid-input', ['/reason/code']);
      expectProblem(
        await decide(suite, 'tester', made.id, { ...body, reason: { comment: 'zomaar' } }),
        'invalid-input',
        ['/reason/code'],
      );
    });
    const comment = 'Loopt elke dag een uur met de hond';
    const done = await decide(suite, 'tester', made.id, { ...body, reason: { code: 'klinische-blik', comment } });
    expect(done.status, done.text).toBe(200);
    expect(await decided('tester', made.id, 'valrisicotest')).toMatchObject({
      outcome: 'laag',
      proposed: 'matig',
      reason: 'klinische-blik',
    });
    const forOther = await decided('huisarts', made.id, 'valrisicotest');
    expect(forOther).toBeDefined();
    for (const key of ['outcome', 'proposed', 'reason']) expect(forOther).not.toHaveProperty(key);
    for (const user of ['tester', 'huisarts'])
      expect(JSON.stringify(await trailOf(user, made.id))).not.toContain(comment);
  });

  test('without a walking test is moderate: the clinical view decides', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const { looptestSeconden: _seconds, ...form } = matig;
    expect((await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'matig', form })).status).toBe(
      200,
    );
  });
});

describe('consent', () => {
  test('given at its own step opens what lies after it; refused it ends the case', async () => {
    const yes = await caseAt(suite, 'toestemming-matig');
    await decide(suite, 'tester', yes.id, { openStep: yes.openStep, outcome: 'ja' });
    await openStepOf(suite, yes.id, 'aanmelden-matig');
    const no = await caseAt(suite, 'toestemming-matig');
    const ended = await decide(suite, 'tester', no.id, { openStep: no.openStep, outcome: 'nee' });
    expect(ended.json).toMatchObject({ status: 'ended', ending: 'geen-deelname', accountable: null, openSteps: [] });
  });
});

describe('a case answer', () => {
  test('carries an ETag that a decision can be bound to', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const seen = await suite.api('tester', 'GET', `/cases/${made.id}`);
    const etag = seen.headers.get('etag') ?? '';
    expect(etag).toBe(`"${seen.json.seq}"`);
    const body = { openStep: made.openStep, outcome: 'matig', form: matig };
    await storesNothing(suite, async () =>
      expectProblem(await decide(suite, 'tester', made.id, body, { 'if-match': '"1"' }), 'stale'),
    );
    const done = await decide(suite, 'tester', made.id, body, { 'if-match': `"1", ${etag}` });
    expect(done.status, done.text).toBe(200);
    expect(done.headers.get('etag')).toBe(`"${done.json.seq}"`);
    expect(done.json.seq).toBeGreaterThan(seen.json.seq);
    expectProblem(await suite.api('tester', 'GET', `/cases/${made.id}`, undefined, { 'if-match': etag }), 'stale');
    expect((await suite.api('tester', 'GET', `/cases/${made.id}`, undefined, { 'if-match': '*' })).status).toBe(200);
  });
});

describe('the wrong moment', () => {
  test('of two decisions on one step at once one wins and the other hears what is possible now', async () => {
    for (let round = 0; round < 5; round += 1) {
      const made = await caseAt(suite, 'valrisicotest');
      const bodies = [
        { openStep: made.openStep, outcome: 'matig', form: matig },
        { openStep: made.openStep, outcome: 'laag', form: laag },
      ];
      const answers = await Promise.all(bodies.map((body) => decide(suite, 'tester', made.id, body)));
      const [won, lost] = answers.toSorted((a, b) => a.status - b.status) as [Answer, Answer];
      expect(won.status).toBe(200);
      expectProblem(lost, 'not-allowed-now');
      const standing = (await suite.api('tester', 'GET', `/cases/${made.id}`)).json.openSteps[0];
      expect(lost.json.allowed).toContainEqual(
        expect.objectContaining({ action: 'decide', openStep: standing.id, step: standing.step, allowed: true }),
      );
      expect((await trailOf('tester', made.id)).filter(({ fact }) => fact === 'decided')).toHaveLength(1);
    }
  });

  test('a step that was decided is not decided again', async () => {
    const made = await caseAt(suite, 'toestemming-matig');
    const old = made.openStep.replace('toestemming-matig', 'valrisicotest');
    await storesNothing(suite, async () => {
      const again = await decide(suite, 'tester', made.id, { openStep: old, outcome: 'matig', form: matig });
      expectProblem(again, 'not-allowed-now');
      expect(again.json.allowed).toContainEqual(expect.objectContaining({ openStep: made.openStep }));
    });
  });

  test('a case that has ended takes no decision any more, from anyone who sees it', async () => {
    const made = await caseAt(suite, 'laag-advies');
    await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'gedaan' });
    await storesNothing(suite, async () => {
      for (const user of ['tester', 'huisarts']) {
        expectProblem(await decide(suite, user, made.id, { openStep: made.openStep, outcome: 'gedaan' }), 'ended');
      }
    });
    expect((await suite.api('tester', 'GET', `/cases/${made.id}/actions`)).json.items).toEqual([]);
  });

  test('what may be seen but is of someone else is forbidden and names what is allowed', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await storesNothing(suite, async () => {
      const answer = await decide(suite, 'huisarts', made.id, {
        openStep: made.openStep,
        outcome: 'matig',
        form: matig,
      });
      expectProblem(answer, 'forbidden');
      const allowed = answer.json.allowed.map(({ action }: { action: string }) => action);
      expect(allowed).toEqual(['withdraw', 'event', 'ask', 'consent']);
    });
  });
});

describe('GET /cases/{id}/actions', () => {
  test('calls allowed what succeeds: each of the outcomes, for the holder', async () => {
    const forms: Record<string, object> = { laag, matig, hoog };
    for (const outcome of ['laag', 'matig', 'hoog']) {
      const made = await caseAt(suite, 'valrisicotest');
      const { items } = (await suite.api('tester', 'GET', `/cases/${made.id}/actions`)).json;
      expect(items[0]).toMatchObject({
        action: 'decide',
        openStep: made.openStep,
        step: 'valrisicotest',
        allowed: true,
      });
      const offered = items[0].outcomes.find(({ id }: { id: string }) => id === outcome);
      expect(offered).toMatchObject({ allowed: true, label: expect.any(String), form: 'valrisicotest' });
      expect(
        (await decide(suite, 'tester', made.id, { openStep: items[0].openStep, outcome, form: forms[outcome] })).status,
      ).toBe(200);
    }
  });

  test('tells who may not why, and no reasons to choose from', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const { items } = (await suite.api('huisarts', 'GET', `/cases/${made.id}/actions`)).json;
    expect(items[0]).toMatchObject({ action: 'decide', allowed: false, reasons: [], why: { code: 'forbidden' } });
    expect(items.find(({ action }: { action: string }) => action === 'pause')).toMatchObject({ allowed: false });
    expect(items[0].outcomes.every((outcome: { allowed: boolean }) => !outcome.allowed)).toBe(true);
  });
});

describe('GET /cases/{id}/trail', () => {
  test('tells the facts in order, numbered, each with its moment and actor', async () => {
    const made = await caseAt(suite, 'aanmelden-matig');
    const items = await trailOf('tester', made.id);
    expect(items.map(({ fact, step }) => [fact, step])).toEqual([
      ['started', undefined],
      ['opened', 'valrisicotest'],
      ['decided', 'valrisicotest'],
      ['informed', 'valrisicotest'],
      ['paid-by', undefined],
      ['opened', 'toestemming-matig'],
      ['decided', 'toestemming-matig'],
      ['consented', 'toestemming-matig'],
      ['opened', 'aanmelden-matig'],
    ]);
    const numbers = items.map(({ seq }) => seq as number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(items[2]?.['actor']).toMatchObject({
      role: 'tester',
      organisation: expect.any(String),
      practitioner: expect.any(String),
    });
    expect(items[5]?.['actor']).toEqual({ system: 'engine' });
  });
});
