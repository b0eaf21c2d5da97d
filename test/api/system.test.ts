import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problems } from '../../src/api/problem.ts';
import { matig, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { rawApi, tokenOf } from './raw.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

describe('routes without a login', () => {
  test('GET /health says that the process runs', async () => {
    expect((await suite.api(null, 'GET', '/health')).json).toEqual({ status: 'ok' });
  });

  test('GET /ready says which part is away, with 503 and when to come back', async () => {
    const ready = await suite.api(null, 'GET', '/ready');
    expect([ready.status, ready.json]).toEqual([200, { ready: true, parts: { postgresql: true, temporal: true } }]);
    const raw = rawApi(suite, { parts: async () => ({ postgresql: true, temporal: false }) });
    const away = await raw.request(null, 'GET', '/ready');
    expect([away.status, away.json]).toEqual([503, { ready: false, parts: { postgresql: true, temporal: false } }]);
    expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('GET /metrics counts requests by route and status, without any id', async () => {
    const made = await suite.api('huisarts', 'POST', '/referrals', referral());
    await suite.api('huisarts', 'GET', `/cases/${made.json.id}`);
    await suite.api('huisarts', 'GET', `/zomaar-${made.json.id}`);
    const { text, headers } = await suite.api(null, 'GET', '/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(/ketenpad_requests_total\{route="GET \/cases\/:id",status="200"\} 1\n/);
    expect(text).toMatch(/ketenpad_requests_total\{route="POST \/referrals",status="201"\} 1\n/);
    expect(text).not.toContain(made.json.id);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  test.each(['/docs', '/problems', ...Object.keys(problems).map((code) => `/problems/${code}`)])(
    'GET %s is a Dutch page that asks nothing of elsewhere and runs nothing',
    async (path) => {
      const page = await suite.api(null, 'GET', path);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page.text).toMatch(/^<!doctype html>\s*<html lang="nl">/);
      expect(page.text).not.toMatch(/<script|<img|<link|<iframe|https?:\/\//i);
    },
  );

  test('GET /problems/{code} does not exist for a code that nobody gives', async () => {
    expectProblem(await suite.api(null, 'GET', '/problems/iets-anders'), 'not-found');
  });
});

describe('GET /me', () => {
  test('says who I am, for whom and in which roles, and never my name', async () => {
    const me = await suite.api('ketencoordinator', 'GET', '/me');
    expect(me.json).toMatchObject({
      roles: ['ketencoordinator'],
      municipality: 'enschede',
      organisationName: expect.stringContaining('(fictief)'),
    });
    expect(me.text).not.toContain('Assink');
    expect((await suite.api('inwoner', 'GET', '/me')).json).toMatchObject({
      organisation: null,
      organisationName: null,
    });
  });
});

describe('GET /chains/{id}', () => {
  test('explains the chain: every step with label, kind, role, term and outcomes that lead to a step or an end', async () => {
    const { json } = await suite.api('inwoner', 'GET', '/chains/valpreventie');
    const ids = json.steps.map(({ id }: { id: string }) => id);
    expect(ids).toContain('valrisicotest');
    for (const step of json.steps) {
      expect(step).toMatchObject({
        label: expect.any(String),
        kind: expect.any(String),
        term: { value: expect.any(String) },
      });
      expect(Object.keys(json.roles)).toContain(step.role);
      expect(step.outcomes.length).toBeGreaterThan(0);
      for (const { to: way } of step.outcomes) {
        const targets = 'byKnob' in way ? Object.values<Record<string, string>>(way.cases) : (way.all ?? [way]);
        for (const target of targets) {
          if (target.leave === true) continue;
          const [known, to] =
            'end' in target ? [Object.keys(json.endings), target.end] : [ids, target.step ?? target.fallback];
          expect(known).toContain(to);
        }
      }
    }
  });

  test('publishes forms as JSON Schema that takes a good form and refuses a bad one', async () => {
    const { json } = await suite.api('tester', 'GET', '/chains/valpreventie?version=1');
    const schema = z.fromJSONSchema(json.forms.valrisicotest);
    expect(schema.safeParse(matig).success).toBe(true);
    for (const bad of [{}, { ...matig, hacker: 1 }, { ...matig, bang: 'ja' }, { ...matig, looptestSeconden: 61 }]) {
      expect(schema.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
    }
  });

  test.each(['dementie', '__proto__', 'constructor', 'valpreventie%00'])('does not exist for %s', async (id) => {
    expectProblem(await suite.api('huisarts', 'GET', `/chains/${id}`), 'not-found');
  });

  test('does not exist in a version that was never made', async () => {
    expectProblem(await suite.api('huisarts', 'GET', '/chains/valpreventie?version=99'), 'not-found');
  });
});

test('every answer names its request, with a number of its own, and is kept by nobody on the way', async () => {
  const ids = new Set<string | null>();
  for (const [user, method, path] of [
    [null, 'GET', '/health'],
    ['huisarts', 'GET', '/referrals'],
    ['huisarts', 'GET', '/bestaat-niet'],
    [null, 'GET', '/referrals'],
    ['huisarts', 'POST', '/referrals'],
  ] as const) {
    const { headers } = await suite.api(user, method, path);
    expect(headers.get('cache-control')).toBe('no-store');
    ids.add(headers.get('x-request-id'));
  }
  expect(ids.size).toBe(5);
  expect(ids).not.toContain(null);
});

describe('when something is away', () => {
  const broken = (error: Error): ReturnType<typeof rawApi> =>
    rawApi(suite, { cases: { ...suite.context, db: { ...suite.context.db, query: () => Promise.reject(error) } } });

  test('an error that nobody foresaw is told without its message', async () => {
    const raw = broken(new Error('select * from residents where name = Jansen'));
    const answer = await raw.request('huisarts', 'GET', '/referrals');
    expectProblem(answer, 'internal');
    expect(answer.text).not.toMatch(/select|Jansen|residents/);
  });
});

describe('over a port', () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    const answer = getRequestListener(rawApi(suite).app.fetch);
    server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  const send = async (headers: Record<string, string>, parts: readonly (string | Buffer)[], path = '/referrals') => {
    const authorization = `Bearer ${await tokenOf('huisarts')}`;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path,
        headers: { authorization, 'content-type': 'application/json', ...headers },
      });
      sent.on('response', resolve).on('error', reject);
      for (const part of parts) sent.write(part);
      sent.end();
    });
    const text = Buffer.concat(await answer.toArray()).toString();
    return {
      status: answer.statusCode ?? 0,
      text,
      json: JSON.parse(text),
      headers: new Headers(answer.headers as Record<string, string>),
    };
  };

  test('a referral in pieces is made', async () => {
    const body = Buffer.from(JSON.stringify(referral({ note: '👵🏽' })));
    const answer = await send(
      {},
      [...body].map((byte) => Buffer.from([byte])),
    );
    expect(answer.status, answer.text).toBe(201);
  });

  test('300 KiB are refused, with and without a length that says so', async () => {
    await storesNothing(suite, async () => {
      const body = JSON.stringify(referral({ note: 'x'.repeat(300 * 1024) }));
      expectProblem(await send({ 'content-length': String(body.length) }, [body]), 'too-large');
      expectProblem(
        await send({ 'transfer-encoding': 'chunked' }, [body.slice(0, 200_000), body.slice(200_000)]),
        'too-large',
      );
    });
  });

  test('a key that is not ASCII is refused', async () => {
    await storesNothing(suite, async () => {
      const answer = await send({ 'idempotency-key': Buffer.from('sleutel-é').toString('latin1') }, [
        JSON.stringify(referral()),
      ]);
      expectProblem(answer, 'invalid-input', ['/headers/idempotency-key']);
    });
  });

  test('an address that does not decode is refused and no 500', async () => {
    expectProblem(await send({}, ['{}'], '/cases/%E0%A4%A/decisions'), 'not-found');
    expectProblem(await send({}, ['{}'], '//referrals'), 'not-found');
  });
});
