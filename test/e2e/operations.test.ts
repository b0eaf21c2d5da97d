import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../src/local/ports.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { onDatabase } from '../harness/on-database.ts';
import { matig, referral } from '../harness/residents.ts';
import { openSystem, type System } from '../harness/system.ts';

let it: System;
let metricsPort: number;
beforeAll(async () => {
  metricsPort = await freePort();
  it = await openSystem({ KETENPAD_METRICS_PORT: String(metricsPort) });
});
afterAll(() => it.close());

type Line = Readonly<Record<string, unknown>>;

function linesOf(part: 'api' | 'worker', requestId: string): readonly Line[] {
  const lines = readFileSync(join(it.home, 'logs', `${part}.log`), 'utf8').split('\n');
  return lines.filter((line) => line.includes(requestId)).map((line): Line => JSON.parse(line));
}

describe('one request can be followed', () => {
  const trace = randomUUID().replaceAll('-', '');

  test.each(['refer', 'decide'])('from the API through the case to the access log: %s', async (kind) => {
    const made = await it.api('huisarts', 'POST', '/referrals', referral(), traced(trace));
    const { id, openSteps } = made.json;
    const body = { openStep: openSteps[0].id, outcome: 'matig', form: matig };
    const answer =
      kind === 'refer' ? made : await it.api('tester', 'POST', `/cases/${id}/decisions`, body, traced(trace));
    expect([200, 201], answer.text).toContain(answer.status);
    const requestId = answer.headers.get('x-request-id')!;

    await expect.poll(() => linesOf('api', requestId).length).toBe(2);
    await expect.poll(() => linesOf('worker', requestId).length).toBe(1);
    const [told, answered] = linesOf('api', requestId);
    const [taken] = linesOf('worker', requestId);
    expect(told).toMatchObject({ name: 'api', kind, answer: 'done', attempt: 1, case: id });
    expect(taken).toMatchObject({ name: 'worker', kind, attempt: 1, command: told!['command'] });
    const route = kind === 'refer' ? 'POST /referrals' : 'POST /cases/:id/decisions';
    expect(answered).toMatchObject({ route, status: answer.status, traceId: trace, ms: expect.any(Number) });
    const log = await onDatabase(
      it.system.env['DATABASE_URL'],
      'select event, object, trace_id from access_log where request_id = $1',
      [requestId],
    );
    const event = kind === 'refer' ? 'POST /referrals' : 'POST /cases/{id}/decisions';
    expect(log).toEqual([{ event, object: id, trace_id: trace }]);
  });

  test('by an id of its own: what a caller calls its trace is no request id, and a wrong one is left out', async () => {
    const answer = await it.api('huisarts', 'GET', '/me', undefined, { traceparent: 'ff-nothing' });
    const requestId = answer.headers.get('x-request-id')!;
    await expect.poll(() => linesOf('api', requestId).length).toBe(1);
    expect(linesOf('api', requestId)[0]).not.toHaveProperty('traceId');
  });
});

function traced(trace: string): Record<string, string> {
  return { 'idempotency-key': randomUUID(), traceparent: `00-${trace}-00f067aa0ba902b7-01` };
}

test('the figures count what is done and refused, tell how it stands, and name nobody', async () => {
  const made = await it.api('huisarts', 'POST', '/referrals', referral());
  expect((await it.api('huisarts-2', 'GET', `/cases/${made.json.id}`)).status).toBe(404);
  const { text } = await it.api(null, 'GET', '/metrics');
  expect(text).toMatch(/ketenpad_commands_total\{chain="valpreventie",kind="refer",answer="done"\} [1-9]/);
  expect(text).toMatch(/ketenpad_refusals_total\{code="not-found"\} [1-9]/);
  expect(text).toMatch(/ketenpad_commands_open 0\n/);
  expect(text).toMatch(/ketenpad_commands_oldest_seconds 0\n/);
  expect(text).toMatch(/ketenpad_projection_lag_seconds\{part="p95"\} \d+\.\d+/);
  expect(text).toMatch(/ketenpad_figures_fresh 1\n/);
  const ofWorker = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(ofWorker).toContain('ketenpad_case_projections_total');
  for (const figures of [text, ofWorker]) {
    expect(figures).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    const labels = [...figures.matchAll(/^ketenpad_\w+\{([^}]*)\}/gm)].flatMap(([, inside = '']) =>
      [...inside.matchAll(/(\w+)="/g)].map(([, name]) => name),
    );
    const known = ['route', 'status', 'le', 'code', 'chain', 'kind', 'answer', 'why', 'outcome', 'alarm', 'part'];
    expect(labels.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  }
});

test('SIGTERM: what is under way is answered, what is new is refused, and the process ends within ten seconds', async () => {
  const made = await it.api('huisarts', 'POST', '/referrals', referral());
  const body = JSON.stringify({ openStep: made.json.openSteps[0].id, outcome: 'matig', form: matig });
  const token = await requestToken(it.home, 'tester');
  const [api, worker] = [it.system.api.pid!, it.system.worker.pid!];
  // A connection that stays open must not keep the process.
  const agent = new Agent({ keepAlive: true });
  process.kill(worker, 'SIGSTOP');
  const underWay = new Promise<number | undefined>((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = request(`${it.system.url}/cases/${made.json.id}/decisions`, { method: 'POST', agent, headers });
    sent.on('response', (answer) => answer.resume().on('end', () => resolve(answer.statusCode))).on('error', reject);
    sent.end(body);
  });
  try {
    const open = `select 1 from commands where case_id = $1 and answer is null`;
    await expect.poll(() => onDatabase(it.system.env['DATABASE_URL'], open, [made.json.id])).toHaveLength(1);
    process.kill(api, 'SIGTERM');
    await expect.poll(() => refused(it.system.url), { timeout: 2_000 }).toBe(true);
  } finally {
    process.kill(worker, 'SIGCONT');
  }
  const since = performance.now();
  expect(await underWay).toBe(200);
  await expect.poll(() => isGone(api), { timeout: 10_000 }).toBe(true);
  expect(performance.now() - since).toBeLessThan(10_000);
  agent.destroy();
  await it.system.api.ready;
});

async function refused(url: string): Promise<boolean> {
  return fetch(`${url}/health`, { headers: { connection: 'close' } }).then(
    () => false,
    () => true,
  );
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
