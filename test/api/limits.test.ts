import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createRateLimits } from '../../src/api/rate-limit.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, type Stood } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { type Raw, rawApi } from './raw.ts';

/** The other limits: a body in bad-bodies.test.ts, a page in lists.test.ts, a slow client in src/main/listen.test.ts. */
let suite: Suite;
let open: Stood;
beforeAll(async () => {
  suite = await openSuite();
  open = await caseAt(suite, 'valrisicotest');
});
afterAll(() => suite.close());

const limited = (perMinute: number, failedPerMinute: number): Raw =>
  rawApi(suite, { limits: createRateLimits({ perMinute, failedPerMinute }) });

const linesInLog = async (): Promise<number> => {
  const [row] = await suite.context.db.query<{ n: number }>({
    name: 'test_count_log',
    text: 'select count(*)::int as n from access_log',
  });
  return row?.n ?? 0;
};

describe('who asks too often', () => {
  test('is told for how many seconds to wait, by every route and before it is looked at; others are not', async () => {
    const api = limited(2, 100);
    for (let n = 0; n < 2; n += 1) expect((await api.request('tester', 'GET', '/me')).status).toBe(200);
    const before = await linesInLog();
    await storesNothing(suite, async () => {
      for (const [method, path] of [
        ['GET', '/me'],
        ['GET', `/cases/${open.id}`],
        ['GET', '/cases/elders'],
        ['POST', `/cases/${open.id}/decisions`],
        ['POST', '/referrals'],
      ] as const) {
        const answer = await api.request('tester', method, path);
        expectProblem(answer, 'rate-limited');
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      }
    });
    expect(await linesInLog()).toBe(before);
    expect((await api.request('huisarts', 'GET', '/me')).status).toBe(200);
  });

  test('without proving who they are is no longer told why, and who does prove it is let in', async () => {
    const api = limited(100, 3);
    const headers = { authorization: 'Bearer hallo' };
    for (let n = 0; n < 3; n += 1) expectProblem(await api.request(null, 'GET', '/me', { headers }), 'unauthenticated');
    const answer = await api.request(null, 'GET', '/me', { headers });
    expectProblem(answer, 'rate-limited');
    expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
    expect((await api.request('tester', 'GET', '/me')).status).toBe(200);
  });

  test('can still hear whether the system is ready, and read the document', async () => {
    const api = limited(1, 1);
    for (let n = 0; n < 3; n += 1) {
      for (const path of ['/health', '/ready', '/openapi.json'])
        expect((await api.request(null, 'GET', path)).status).toBe(200);
    }
  });

  test('is the same one, whichever of their tokens is used', async () => {
    const api = limited(1, 1);
    expect((await api.request('tester', 'GET', '/me')).status).toBe(200);
    const headers = { authorization: `Bearer ${await requestToken(inject('stack').home, 'tester')}` };
    expectProblem(await api.request(null, 'GET', '/me', { headers }), 'rate-limited');
  });
});
