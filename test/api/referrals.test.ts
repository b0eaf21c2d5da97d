import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoog, laag, matig, referral, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const refer = (user: string, over: Record<string, unknown> = {}) =>
  suite.api(user, 'POST', '/referrals', referral(over));

describe('POST /referrals', () => {
  test('a referral starts a case with an accountable party, an open step and a due moment', async () => {
    const made = await refer('huisarts', { kern: 'glanerbrug', reference: 'HA-1' });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/cases/${made.json.id}`);
    expect(made.json.accountable.organisation).toBeTruthy();
    expect(made.json.openSteps).toMatchObject([{ step: 'valrisicotest', role: 'tester' }]);
    expect(Date.parse(made.json.openSteps[0].dueAt)).toBeGreaterThan(suite.clock.now());
    expect(made.json).toMatchObject({
      status: 'open',
      ending: null,
      municipality: 'enschede',
      kern: 'glanerbrug',
      reference: 'HA-1',
    });
  });

  test('the answer is what GET /cases/{id} shows, with the same ETag', async () => {
    const made = await refer('huisarts');
    const seen = await suite.api('huisarts', 'GET', made.headers.get('location') ?? '');
    expect(seen.json).toEqual(made.json);
    expect(seen.headers.get('etag')).toBe(made.headers.get('etag'));
    expect(made.headers.get('etag')).toBe(`"${made.json.seq}"`);
  });

  test('an entry step can be decided in the same request, and the case goes on from there', async () => {
    const made = await refer('huisarts', {
      entry: 'opsporen',
      outcome: 'verhoogd',
      form: { gevallen: true, bezorgd: false, moeite: false },
    });
    expect(made.json.openSteps).toMatchObject([{ step: 'valrisicotest' }]);
  });

  test('an outcome beside the proposal needs a reason, and passes with one', async () => {
    const body = referral({
      entry: 'opsporen',
      outcome: 'alles-nee',
      form: { gevallen: true, bezorgd: false, moeite: false },
    });
    await storesNothing(suite, async () => {
      const refused = await suite.api('huisarts', 'POST', '/referrals', body);
      expectProblem(refused, 'reason-required', ['/reason']);
      expect(refused.json.proposed).toBe('verhoogd');
      expect(refused.json.allowed).toContainEqual(expect.objectContaining({ reason: 'klinische-blik' }));
    });
    const made = await suite.api('huisarts', 'POST', '/referrals', {
      ...body,
      reason: { code: 'klinische-blik', comment: 'Valt nooit' },
    });
    expect(made.status, made.text).toBe(201);
  });

  test('an entry after the consent step opens there, with consent only', async () => {
    expect((await refer('huisarts', { entry: 'huisarts-beeld' })).json.openSteps).toMatchObject([
      { step: 'huisarts-beeld', role: 'huisarts' },
    ]);
    expectProblem(await refer('huisarts', { entry: 'huisarts-beeld', consent: undefined }), 'consent-missing', [
      '/consent',
    ]);
  });

  test('a tester can start a test of their own without consent, but not what lies after the consent step', async () => {
    const made = await refer('tester', { consent: undefined });
    expect(made.status, made.text).toBe(201);
    const tested = { openStep: made.json.openSteps[0].id, outcome: 'hoog', form: hoog };
    const asked = (await decide(suite, 'tester', made.json.id, tested)).json.openSteps[0];
    expect(asked.step).toBe('toestemming-hoog');
    await storesNothing(suite, async () => {
      const early = { entry: 'aanmelden-matig', consent: undefined };
      expectProblem(await refer('tester', early), 'consent-missing', ['/consent']);
    });
  });

  test('one practice refers a resident once: the second time names the case, to that practice only', async () => {
    const who = resident();
    const made = await refer('huisarts', { resident: who });
    await storesNothing(suite, async () => {
      for (const user of ['huisarts', 'poh']) {
        const again = await refer(user, { resident: who });
        expectProblem(again, 'already-referred');
        expect(again.json.case).toBe(made.json.id);
      }
      const other = await refer('huisarts-2', { resident: who });
      expectProblem(other, 'already-referred');
      expect(other.text).not.toContain(made.json.id);
      expect(other.json).not.toHaveProperty('case');
    });
  });

  test('after the end of a case the resident can be referred again', async () => {
    const advice = await caseAt(suite, 'laag-advies');
    const done = await decide(suite, 'tester', advice.id, { openStep: advice.openStep, outcome: 'gedaan' });
    expect(done.json.status).toBe('ended');
    const again = await suite.api('huisarts-2', 'POST', '/referrals', { ...advice.referral });
    expect(again.status, again.text).toBe(201);
    expect(again.json.id).not.toBe(advice.id);
  });

  test.each([
    'ketencoordinator',
    'regiocoordinator',
    'beheerder',
    'buurtsportcoach',
    'valpreventie-coordinator',
    'ggd',
  ])('%s cannot refer into this chain, and nothing is stored', async (user) => {
    await storesNothing(suite, async () => expectProblem(await refer(user), 'forbidden'));
  });

  test('a case in another municipality is with the tester there', async () => {
    const made = await refer('huisarts', { municipality: 'borne' });
    const here = await refer('huisarts');
    expect(made.json.openSteps[0].organisation).toBeTruthy();
    expect(made.json.openSteps[0].organisation).not.toBe(here.json.openSteps[0].organisation);
  });

  test('a kern with a party of its own gets that party', async () => {
    const haarle = await refer('huisarts', { municipality: 'hellendoorn', kern: 'haarle' });
    const nijverdal = await refer('huisarts', { municipality: 'hellendoorn', kern: 'nijverdal' });
    expect(haarle.json.openSteps[0].organisation).not.toBe(nijverdal.json.openSteps[0].organisation);
  });
});

test('the three classes of the valrisicotest lead to three ways on', async () => {
  for (const [outcome, form, step] of [
    ['laag', laag, 'laag-advies'],
    ['matig', matig, 'toestemming-matig'],
    ['hoog', hoog, 'toestemming-hoog'],
  ] as const) {
    const made = await caseAt(suite, 'valrisicotest');
    await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome, form });
    expect((await suite.api('huisarts', 'GET', `/cases/${made.id}`)).json.openSteps).toMatchObject([{ step }]);
  }
});
