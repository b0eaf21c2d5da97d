import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { laag, matig, referral, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, openStepOf } from './journey.ts';
import { expectProblem, stored, storesNothing } from './problem.ts';
import { jsonHeaders, rawApi } from './raw.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const twenty = <T>(work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: 20 }, (_, n) => work(n)));
const keyed = (key: string): Record<string, string> => ({ 'idempotency-key': key });
const refer = (user: string, body: object, key?: string): Promise<Answer> =>
  suite.api(user, 'POST', '/referrals', body, key === undefined ? {} : keyed(key));

describe('twenty referrals at once', () => {
  test('for one resident with their own keys make one case and nineteen already-referred that name it', async () => {
    const body = referral();
    const before = await stored(suite);
    const answers = await twenty(() => refer('huisarts', body));
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expectProblem(answer, 'already-referred');
      expect(answer.json.case).toBe(made[0]?.json.id);
    }
    const after = await stored(suite);
    expect(after).toMatchObject({
      cases: (before['cases'] ?? 0) + 1,
      commands: (before['commands'] ?? 0) + 1,
      residents: (before['residents'] ?? 0) + 1,
    });
  });

  test('of two practices tell the case only to the practice whose it is', async () => {
    const body = referral();
    const answers = await twenty(async (n) => ({
      user: n % 2,
      answer: await refer(n % 2 === 0 ? 'huisarts' : 'huisarts-2', body),
    }));
    const made = answers.filter(({ answer }) => answer.status === 201);
    expect(made).toHaveLength(1);
    for (const { user, answer } of answers.filter((one) => one !== made[0])) {
      expectProblem(answer, 'already-referred');
      expect(answer.text.includes(made[0]?.answer.json.id)).toBe(user === made[0]?.user);
    }
  });

  test('that name one known resident by different data still make one case', async () => {
    const who = resident({ email: 'x@voorbeeld.nl' });
    const first = await refer('huisarts', referral({ resident: who }));
    await decide(suite, 'tester', first.json.id, { openStep: first.json.openSteps[0].id, outcome: 'laag', form: laag });
    await decide(suite, 'tester', first.json.id, {
      openStep: await openStepOf(suite, first.json.id, 'laag-advies'),
      outcome: 'gedaan',
    });
    const byAddress = { ...who, phone: undefined };
    const byPhone = { ...who, postalCode: undefined, houseNumber: undefined };
    const answers = await twenty((n) => refer('huisarts', referral({ resident: n % 2 === 0 ? byAddress : byPhone })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  test('with the same key make one case and twenty equal answers', async () => {
    const body = referral();
    const key = randomUUID();
    const before = await stored(suite);
    const answers = await twenty(() => refer('huisarts', body, key));
    for (const answer of answers) {
      expect(answer.status).toBe(201);
      expect(answer.json).toEqual(answers[0]?.json);
      expect(answer.headers.get('location')).toBe(answers[0]?.headers.get('location'));
      expect(answer.headers.get('etag')).toBe(answers[0]?.headers.get('etag'));
    }
    expect((await stored(suite))['commands']).toBe((before['commands'] ?? 0) + 1);
  });
});

describe('a repeated referral', () => {
  test('gets the first answer again, also after the case went on and ended', async () => {
    const body = referral();
    const key = randomUUID();
    const first = await refer('huisarts', body, key);
    await decide(suite, 'tester', first.json.id, { openStep: first.json.openSteps[0].id, outcome: 'laag', form: laag });
    await decide(suite, 'tester', first.json.id, {
      openStep: await openStepOf(suite, first.json.id, 'laag-advies'),
      outcome: 'gedaan',
    });
    await storesNothing(suite, async () => {
      const again = await refer('huisarts', body, key);
      expect(again.status).toBe(201);
      expect(again.json).toEqual(first.json);
    });
  });

  test('is recognised whatever the order of its keys and the white space', async () => {
    const body = referral();
    const key = randomUUID();
    const first = await refer('huisarts', body, key);
    const turned = JSON.stringify(Object.fromEntries(Object.entries(body).toReversed()), null, 4);
    expect((await suite.api('huisarts', 'POST', '/referrals', turned, keyed(key))).json).toEqual(first.json);
  });

  test('with another body is refused and changes nothing', async () => {
    const body = referral();
    const key = randomUUID();
    await refer('huisarts', body, key);
    await storesNothing(suite, async () => {
      expectProblem(await refer('huisarts', { ...body, note: 'anders' }, key), 'idempotency-mismatch');
      expectProblem(await refer('huisarts', {}, key), 'idempotency-mismatch');
    });
  });

  test('of someone else with the same key is a request of their own', async () => {
    const key = randomUUID();
    const first = await refer('huisarts', referral(), key);
    const other = await refer('huisarts-2', referral(), key);
    const colleague = await refer('poh', referral(), key);
    expect(new Set([first, other, colleague].map(({ json }) => json.id)).size).toBe(3);
  });

  test('after an error before anything was recorded works with the same key and a corrected body', async () => {
    const key = randomUUID();
    const body = referral();
    expectProblem(await refer('huisarts', { ...body, hacker: 1 }, key), 'invalid-input');
    expectProblem(await refer('huisarts', { ...body, consent: undefined }, key), 'consent-missing');
    expectProblem(await suite.api('huisarts', 'POST', '/referrals', '{', keyed(key)), 'malformed');
    const taken = referral();
    await refer('huisarts', taken);
    expectProblem(await refer('huisarts', taken, key), 'already-referred');
    expect((await refer('huisarts', body, key)).status).toBe(201);
  });

  test('without a key is a request of its own', async () => {
    const raw = rawApi(suite);
    const body = JSON.stringify(referral());
    const first = await raw.request('huisarts', 'POST', '/referrals', { body, headers: jsonHeaders });
    expect(first.status).toBe(201);
    expectProblem(
      await raw.request('huisarts', 'POST', '/referrals', { body, headers: jsonHeaders }),
      'already-referred',
    );
  });
});

describe('a repeated decision', () => {
  test('twenty times at once counts once and is answered alike', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const key = randomUUID();
    const body = { openStep: made.openStep, outcome: 'matig', form: matig };
    const answers = await twenty(() => decide(suite, 'tester', made.id, body, keyed(key)));
    for (const answer of answers) {
      expect(answer.status, answer.text).toBe(200);
      expect(answer.json).toEqual(answers[0]?.json);
    }
    const trail = await suite.api('tester', 'GET', `/cases/${made.id}/trail`);
    expect(trail.json.items.filter(({ fact }: { fact: string }) => fact === 'decided')).toHaveLength(1);
  });

  test('gets the first answer again, also after more has happened', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const key = randomUUID();
    const body = { openStep: made.openStep, outcome: 'matig', form: matig };
    const first = await decide(suite, 'tester', made.id, body, keyed(key));
    await decide(suite, 'tester', made.id, {
      openStep: await openStepOf(suite, made.id, 'toestemming-matig'),
      outcome: 'ja',
    });
    await decide(suite, 'tester', made.id, {
      openStep: await openStepOf(suite, made.id, 'aanmelden-matig'),
      outcome: 'gedaan',
    });
    await storesNothing(suite, async () => {
      const again = await decide(suite, 'tester', made.id, body, keyed(key));
      expect(again.status).toBe(200);
      expect(again.json).toEqual(first.json);
      expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    });
  });

  test('that ended the case gets its answer again', async () => {
    const made = await caseAt(suite, 'laag-advies');
    const key = randomUUID();
    const body = { openStep: made.openStep, outcome: 'gedaan' };
    const first = await decide(suite, 'tester', made.id, body, keyed(key));
    expect(first.json.status).toBe('ended');
    expect((await decide(suite, 'tester', made.id, body, keyed(key))).json).toEqual(first.json);
  });

  test('is answered although If-Match is stale by now: the first time counted', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const etag = (await suite.api('tester', 'GET', `/cases/${made.id}`)).headers.get('etag') ?? '';
    const headers = { ...keyed(randomUUID()), 'if-match': etag };
    const body = { openStep: made.openStep, outcome: 'matig', form: matig };
    const first = await decide(suite, 'tester', made.id, body, headers);
    expect(first.status).toBe(200);
    expect((await decide(suite, 'tester', made.id, body, headers)).json).toEqual(first.json);
  });

  test('with another body is refused, also in parallel with the first', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const key = randomUUID();
    const body = { openStep: made.openStep, outcome: 'matig', form: matig };
    const other = { openStep: made.openStep, outcome: 'laag', form: laag };
    const answers = await Promise.all([body, other].map((one) => decide(suite, 'tester', made.id, one, keyed(key))));
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect(won?.status).toBe(200);
    expectProblem(lost as Answer, 'idempotency-mismatch');
    expectProblem(
      await decide(suite, 'tester', made.id, { ...body, reason: { code: 'wachttijd' } }, keyed(key)),
      'idempotency-mismatch',
    );
  });

  test('the key of one case is free for another', async () => {
    const [one, two] = [await caseAt(suite, 'valrisicotest'), await caseAt(suite, 'valrisicotest')];
    const key = randomUUID();
    for (const { id, openStep } of [one, two]) {
      expect((await decide(suite, 'tester', id, { openStep, outcome: 'laag', form: laag }, keyed(key))).status).toBe(
        200,
      );
    }
  });

  test('after a refusal before anything was recorded the key works with a corrected body', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const key = randomUUID();
    const wrong = { openStep: made.openStep, outcome: 'laag', form: matig };
    expectProblem(await decide(suite, 'tester', made.id, wrong, keyed(key)), 'reason-required');
    expectProblem(await decide(suite, 'tester', made.id, { ...wrong, openStep: 'x' }, keyed(key)), 'not-allowed-now');
    expectProblem(await decide(suite, 'tester', made.id, wrong, { ...keyed(key), 'if-match': '"999"' }), 'stale');
    const right = { ...wrong, reason: { code: 'klinische-blik' } };
    expect((await decide(suite, 'tester', made.id, right, keyed(key))).status).toBe(200);
  });

  test('that the case refused after recording is refused again in the same words', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const tries = await twenty((n) => {
      const key = randomUUID();
      const body = {
        openStep: made.openStep,
        outcome: n % 2 === 0 ? 'matig' : 'hoog',
        form: n % 2 === 0 ? matig : { ...matig, gevallen: true, letsel: true },
      };
      return decide(suite, 'tester', made.id, body, keyed(key)).then((answer) => ({ key, body, answer }));
    });
    expect(tries.filter(({ answer }) => answer.status === 200)).toHaveLength(1);
    const [recorded] = await suite.context.db.query<{ key: string }>(
      { name: 'test_refused', text: `select key from commands where case_id = $1 and answer ? 'refused' limit 1` },
      [made.id],
    );
    const lost = tries.find(({ key }) => key === recorded?.key);
    expect(lost, 'of twenty at once at least one is refused by the case itself').toBeDefined();
    if (lost === undefined) return;
    expectProblem(lost.answer, 'not-allowed-now');
    const again = await decide(suite, 'tester', made.id, lost.body, keyed(lost.key));
    expect({ ...again.json, requestId: '' }).toEqual({ ...lost.answer.json, requestId: '' });
  });
});

describe('a repeated move of the clock', () => {
  const advance = (by: string, key: string): Promise<Answer> =>
    suite.api('beheerder', 'POST', '/dev/clock', { advance: by }, keyed(key));

  test('moves once, also at the same time', async () => {
    const key = randomUUID();
    const before = suite.clock.now();
    const answers = await Promise.all([advance('P1D', key), advance('P1D', key)]);
    answers.push(await advance('P1D', key));
    for (const answer of answers) expect(answer.json, answer.text).toEqual(answers[0]?.json);
    const moved = suite.clock.now() - before;
    expect(moved).toBeGreaterThanOrEqual(86_400_000);
    expect(moved).toBeLessThan(1.5 * 86_400_000);
    expectProblem(await advance('P2D', key), 'idempotency-mismatch');
  });
});
