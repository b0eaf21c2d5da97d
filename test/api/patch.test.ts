import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { createTokenCheck } from '../../src/access/tokens.ts';
import { endpoint, type Env } from '../../src/api/endpoint.ts';
import { OpenApiRegistry } from '../../src/api/openapi.ts';
import { problemResponse } from '../../src/api/problem.ts';
import { problemOf } from '../../src/api/problem-of.ts';
import { createRateLimits } from '../../src/api/rate-limit.ts';
import { json } from '../../src/api/reply.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { tokenOf } from './raw.ts';

let suite: Suite;
let app: Hono<Env>;
beforeAll(async () => {
  suite = await openSuite({ worker: false });
  const { issuer, audience } = inject('stack');
  app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set('requestId', randomUUID());
    await next();
  });
  app.onError((error, c) => problemResponse(problemOf(error), new URL(c.req.url).pathname, c.get('requestId')));
  const context = {
    cases: suite.context,
    authenticate: createTokenCheck({ issuer, audience }),
    limits: createRateLimits({ perMinute: 100, failedPerMinute: 100 }),
    registry: new OpenApiRegistry(),
    parts: async () => ({}),
    moveClock: null,
  };
  endpoint(app, context, {
    method: 'patch',
    path: '/things/{id}',
    summary: 'Verander iets',
    success: { status: 200, schema: z.unknown(), description: 'Veranderd' },
    problems: [],
    answer: async (_context, { asking, body, ifMatch, params }) => {
      asking.insist();
      return json({ body, tags: [...(ifMatch ?? [])], id: params['id'] });
    },
  });
});
afterAll(() => suite.close());

async function patch(headers: Record<string, string>, body = '{"a":1}', user = 'huisarts'): Promise<Response> {
  const authorization = `Bearer ${await tokenOf(user)}`;
  return app.request('/things/1', {
    method: 'PATCH',
    headers: { authorization, 'content-type': 'application/json', ...headers },
    body,
  });
}

describe('a PATCH', () => {
  test('says of which version it goes out, and is then read like a POST', async () => {
    const answer = await patch({ 'if-match': '"3", "4"' });
    expect([answer.status, await answer.json()]).toEqual([200, { body: { a: 1 }, tags: ['"3"', '"4"'], id: '1' }]);
  });

  test.each<[string, Record<string, string>, string, number, string]>([
    ['without If-Match', {}, '{}', 428, 'precondition-required'],
    ['with an If-Match that fits any version', { 'if-match': '*' }, '{}', 428, 'precondition-required'],
    ['with a malformed If-Match', { 'if-match': '3' }, '{}', 422, 'invalid-input'],
    ['with a body that is no JSON', { 'if-match': '"3"' }, '{', 400, 'malformed'],
    ['of another type', { 'if-match': '"3"', 'content-type': 'text/plain' }, '{}', 415, 'unsupported-media-type'],
    ['with a malformed key', { 'if-match': '"3"', 'idempotency-key': 'a b' }, '{}', 422, 'invalid-input'],
    ['without a token', { authorization: '' }, '{}', 401, 'unauthenticated'],
  ])('%s is refused', async (_name, headers, body, status, code) => {
    const answer = await patch(headers, body);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  });

  test('of a machine names the professional for whom it is', async () => {
    expect((await patch({ 'if-match': '"3"' }, '{}', 'his')).status).toBe(422);
    expect((await patch({ 'if-match': '"3"', 'on-behalf-of': '01991001' }, '{}', 'his')).status).toBe(200);
  });
});
