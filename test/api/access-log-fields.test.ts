import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTokenCheck } from '../../src/access/tokens.ts';
import { createApp } from '../../src/api/app.ts';
import { createRateLimits } from '../../src/api/rate-limit.ts';
import { requestToken } from '../../src/local/request-token.ts';
import type { Answer } from '../harness/api.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, type Stood } from './journey.ts';

let suite: Suite;
let open: Stood;
beforeAll(async () => {
  suite = await openSuite();
  open = await caseAt(suite, 'valrisicotest');
});
afterAll(() => suite.close());

interface Line {
  readonly [column: string]: unknown;
}

describe('a line holds what NEN 7513 asks', () => {
  const all = async (answer: Answer): Promise<Line> => {
    const [line] = await suite.context.db.query<Line>(
      { name: 'test_all', text: 'select * from access_log where request_id = $1' },
      [answer.headers.get('x-request-id')],
    );
    return line ?? {};
  };
  const residentOf = async (): Promise<unknown> => {
    const [row] = await suite.context.db.query<Line>(
      { name: 'test_resident_of', text: 'select resident from cases where id = $1' },
      [open.id],
    );
    return row?.['resident'];
  };

  test('of a look: purpose, whose data, rule and its version, checks, source and trace', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01` };
    expect(await all(await suite.api('tester', 'GET', `/cases/${open.id}`, undefined, headers))).toMatchObject({
      activity: 'ketenzorg',
      event: 'GET /cases/{id}',
      action: 'R',
      outcome: 0,
      trace_id: trace,
      purpose: 'TREAT',
      on_behalf_of: null,
      access_point_type: 2,
      object: open.id,
      object_type: 'traject',
      resident: await residentOf(),
      policy: 'K1',
      policy_version: expect.stringMatching(/^[0-9]+\.[0-9a-f]{8}$/),
      relation: 'regie',
      checks: expect.arrayContaining(['aanmelding', 'toegangstabel', 'relatie']),
      site: 'twente',
      source: 'ketenpad-api',
      source_type: 4,
    });
  });

  test('of a refusal: whose data it would have been', async () => {
    const line = await all(await suite.api('huisarts-2', 'GET', `/cases/${open.id}`));
    expect(line).toMatchObject({ outcome: 4, resident: await residentOf(), policy: null, checks: ['aanmelding'] });
  });

  test.each([
    ['00-00000000000000000000000000000000-00f067aa0ba902b7-01'],
    ['00-4bf92f3577b34da6a3ce929d0e0e4736'],
    ['ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
    ['<script>'],
  ])('and a trace of its own where the one that came is wrong (%s)', async (traceparent) => {
    const answer = await suite.api('tester', 'GET', `/cases/${open.id}`, undefined, { traceparent });
    const own = (answer.headers.get('x-request-id') ?? '').replaceAll('-', '');
    expect((await all(answer))['trace_id']).toBe(own);
  });

  test.each([
    ['inwoner', '/me/access-log', { purpose: 'PATRQT', activity: 'inzage' }],
    ['beheerder', '/orphans', { purpose: 'HSYSADMIN', activity: 'beheer' }],
    ['ketencoordinator', '/worklist', { purpose: 'HOPERAT', activity: 'ketenzorg' }],
  ])('of what %s does at %s: for what purpose', async (user, path, line) => {
    expect(await all(await suite.api(user, 'GET', path))).toMatchObject(line);
  });

  test.each(['/referrals', '/worklist'])('of the list %s: every resident who was shown in it', async (path) => {
    const user = path === '/referrals' ? 'huisarts' : 'tester';
    const answer = await suite.api(user, 'GET', path);
    expect(answer.json.items.length).toBeGreaterThan(0);
    expect((await all(answer))['residents']).toContain(await residentOf());
  });
});

test('a line says from which address a request came, and nothing else does', async () => {
  const { issuer, audience, home } = inject('stack');
  const app = createApp({
    cases: suite.context,
    authenticate: createTokenCheck({ issuer, audience }),
    limits: createRateLimits({ perMinute: 1_000, failedPerMinute: 1_000 }),
    parts: async () => ({}),
    moveClock: null,
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  try {
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const headers = { authorization: `Bearer ${await requestToken(home, 'tester')}` };
    const answer = await fetch(`http://127.0.0.1:${port}/cases/${open.id}`, { headers });
    const [line] = await suite.context.db.query<Line>(
      { name: 'test_address', text: 'select access_point, access_point_type from access_log where request_id = $1' },
      [answer.headers.get('x-request-id')],
    );
    expect(line).toEqual({ access_point: '127.0.0.1', access_point_type: 2 });
    expect(await answer.text()).not.toContain('127.0.0.1');
  } finally {
    server.close();
  }
});
