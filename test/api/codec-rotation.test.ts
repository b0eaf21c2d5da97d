import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createActivities } from '../../src/activities/index.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { parseKeyRing } from '../../src/platform/crypto/keyring.ts';
import { workflowIdOf } from '../../src/platform/temporal/ids.ts';
import { openTemporal } from '../../src/platform/temporal/connect.ts';
import { createWorker } from '../../src/platform/temporal/run-worker.ts';
import { type OpenApi, openApi } from '../harness/api.ts';
import { referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt } from './journey.ts';

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const stack = inject('stack');
const keysWith = (current: string, keys: Record<string, string>): string =>
  JSON.stringify({ ...(JSON.parse(stack.keys) as object), codec: { current, keys } });
const ring = {
  first: keysWith('k1', { k1: key(81) }),
  both: keysWith('k2', { k1: key(81), k2: key(82) }),
  second: keysWith('k2', { k2: key(82) }),
};

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite({ keys: ring.first, worker: false });
});
afterAll(() => suite.close());

/** An API and a worker with other keys, on the same servers and cases. */
async function withKeys<T>(keys: string, work: (api: OpenApi) => Promise<T>): Promise<T> {
  const parsed = parseKeyRing(keys);
  const token = (user: string): Promise<string> => requestToken(stack.home, user);
  const { issuer, audience } = stack;
  const api = openApi(
    { databaseUrl: suite.databaseUrl, temporal: suite.temporal, ring: parsed, issuer, audience, token },
    {},
  );
  const { db, hold, log, metrics } = api.context;
  const codePath = fileURLToPath(new URL('../../dist/workflow-bundle.js', import.meta.url));
  const activities = createActivities({ db, hold, log, metrics });
  const { worker, connection } = await createWorker(suite.temporal, parsed, { codePath }, activities);
  const ended = worker.run();
  try {
    return await work(api);
  } finally {
    worker.shutdown();
    await ended;
    await connection.close();
    await api.close();
  }
}

/** Every payload of a case in Temporal under which key, as it lies there. */
async function keyIdsOf(caseId: string): Promise<readonly string[]> {
  const { history } = await suite.context.temporal.workflowService.getWorkflowExecutionHistory({
    namespace: suite.temporal.namespace,
    execution: { workflowId: workflowIdOf(caseId) },
  });
  const ids = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
    const metadata: unknown = Reflect.get(value, 'metadata');
    const id: unknown = typeof metadata === 'object' && metadata !== null && Reflect.get(metadata, 'encryption-key-id');
    if (id instanceof Uint8Array) ids.add(Buffer.from(id).toString());
    for (const part of Object.values(value)) look(part);
  };
  look(history?.events);
  return [...ids].toSorted();
}

async function historyOpens(keys: string, caseId: string): Promise<boolean> {
  const client = openTemporal(suite.temporal, parseKeyRing(keys));
  try {
    await client.workflow.getHandle(workflowIdOf(caseId)).result();
    return true;
  } catch (error) {
    if (error instanceof Error && /there is no key 'k1'/.test(`${error.message} ${String(error.cause)}`)) return false;
    throw error;
  } finally {
    await client.connection.close();
  }
}

test('a case that began under one codec key goes on and ends under the next; without the old key only what it sealed is lost', async () => {
  const stop = { reason: { code: 'ziekte' } };
  const refer = (api: OpenApi): Promise<string> =>
    caseAt({ ...suite, api: api.api }, 'valrisicotest').then(({ id }) => id);
  const { early, kept } = await withKeys(ring.first, async (api) => {
    const ended = await refer(api);
    expect((await api.api('tester', 'POST', `/cases/${ended}/withdrawal`, stop)).status).toBe(200);
    // The answer comes before the run is closed; what it leaves behind must still be sealed with this key.
    await suite.context.temporal.workflow.getHandle(workflowIdOf(ended)).result();
    return { early: ended, kept: await refer(api) };
  });
  expect(await keyIdsOf(kept)).toEqual(['k1']);

  const late = await withKeys(ring.both, async (api) => {
    const seen = await api.api('tester', 'GET', `/cases/${kept}`);
    const openStep = seen.json.openSteps[0].id;
    const form = { gevallen: false, bang: true, moeite: true, looptestSeconden: 6 };
    const decided = await api.api('tester', 'POST', `/cases/${kept}/decisions`, { openStep, outcome: 'matig', form });
    expect(decided.status, decided.text).toBe(200);
    const stopped = await api.api('tester', 'POST', `/cases/${kept}/withdrawal`, stop);
    expect(stopped.json.status, stopped.text).toBe('ended');
    return refer(api);
  });
  expect(await keyIdsOf(kept)).toEqual(['k1', 'k2']);
  expect(await keyIdsOf(late)).toEqual(['k2']);

  await withKeys(ring.second, async (api) => {
    const stopped = await api.api('tester', 'POST', `/cases/${late}/withdrawal`, stop);
    expect(stopped.json.status, stopped.text).toBe('ended');
    expect((await api.api('huisarts', 'POST', '/referrals', referral())).status).toBe(201);
    // The dossier is PostgreSQL: what ended under the old key is shown as before.
    expect((await api.api('tester', 'GET', `/cases/${early}/trail`)).status).toBe(200);
  });
  expect(await historyOpens(ring.both, early)).toBe(true);
  expect(await historyOpens(ring.second, early)).toBe(false);
  expect(await historyOpens(ring.second, late)).toBe(true);
});
