import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { factsOf } from '../harness/cases.ts';
import { bsn, referral, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, type Stood } from './journey.ts';
import { scanDatabase } from './leak-scan.ts';
import { expectProblem } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

async function patch(user: string, { id }: Pick<Stood, 'id'>, body: object, headers?: object): Promise<Answer> {
  const tag = (await suite.api('tester', 'GET', `/cases/${id}`)).headers.get('etag') ?? '';
  return suite.api(user, 'PATCH', `/cases/${id}/resident`, body, { 'if-match': tag, ...headers });
}
const shown = async (user: string, { id }: Pick<Stood, 'id'>): Promise<Record<string, unknown>> =>
  (await suite.api(user, 'GET', `/cases/${id}`)).json.resident;

test('a new phone number and address are seen by everyone at once, and the person is found by them', async () => {
  const made = await caseAt(suite, 'valrisicotest');
  const changes = { phone: '0687654321', postalCode: '7512 cd', houseNumber: '9a', email: 'nieuw@voorbeeld.nl' };
  const answer = await patch('huisarts', made, changes);
  expect(answer.status, answer.text).toBe(200);
  expect(answer.json.resident).toMatchObject(changes);
  expect(await shown('tester', made)).toMatchObject(changes);
  expect((await factsOf(suite, made.id)).at(-1)).toMatchObject({
    fact: 'amended',
    fields: expect.arrayContaining(['phone', 'postalCode', 'houseNumber', 'email']),
    actor: { role: 'huisarts' },
  });
  const { name, birthDate } = made.referral['resident'];
  const found = await suite.api(
    'huisarts',
    'POST',
    '/referrals',
    referral({ resident: { name, birthDate, phone: changes.phone } }),
  );
  expectProblem(found, 'already-referred');
  const old = { name, birthDate, phone: made.referral['resident'].phone };
  expect((await suite.api('huisarts', 'POST', '/referrals', referral({ resident: old }))).status).toBe(201);
});

test('null takes away what was known, and what does not change is no change', async () => {
  const made = await caseAt(suite, 'valrisicotest');
  const answer = await patch('tester', made, { phone: null, sex: 'vrouw' });
  expect(answer.status, answer.text).toBe(200);
  expect(answer.json.resident).not.toHaveProperty('phone');
  expect((await factsOf(suite, made.id)).at(-1)).toMatchObject({ fact: 'amended', fields: ['phone'] });
  expectProblem(await patch('tester', made, { phone: null, sex: 'vrouw' }), 'invalid-input', ['/phone', '/sex']);
});

test('neither what it was nor what it became stands anywhere in clear', async () => {
  const made = await caseAt(suite, 'valrisicotest');
  const family = `Nieuw${randomUUID().slice(0, 8)}`;
  const answer = await patch('tester', made, { name: { given: 'Ada', family } });
  expect(answer.status, answer.text).toBe(200);
  expect((await scanDatabase(suite.databaseUrl, [family])).leaks).toEqual([]);
});

test('birth date and BSN change only by who has the regie and may have the BSN', async () => {
  const made = await caseAt(suite, 'valrisicotest');
  const [number, birthDate] = [bsn(), '1945-01-02'];
  expectProblem(await patch('huisarts', made, { bsn: number, birthDate }), 'forbidden');
  const answer = await patch('tester', made, { bsn: number, birthDate });
  expect(answer.status, answer.text).toBe(200);
  expect(answer.json.resident).toMatchObject({ bsn: number, birthDate });
  const forbid = 'update organisations set bsn_allowed = false';
  const other = await openSuite();
  try {
    await other.context.db.query({ name: 'test_forbid', text: forbid });
    const { id } = await caseAt(other, 'valrisicotest');
    const tag = (await other.api('tester', 'GET', `/cases/${id}`)).headers.get('etag') ?? '';
    const refused = await other.api('tester', 'PATCH', `/cases/${id}/resident`, { bsn: number }, { 'if-match': tag });
    expectProblem(refused, 'forbidden');
  } finally {
    await other.close();
  }
});

test('two persons never become one: a BSN, or a name with birth date and phone, of someone else is refused', async () => {
  const number = bsn();
  const someone = resident({ bsn: number });
  await caseAt(suite, 'valrisicotest', { resident: someone });
  const made = await caseAt(suite, 'valrisicotest');
  expectProblem(await patch('tester', made, { bsn: number }), 'invalid-input', ['/bsn']);
  const stranger = resident();
  await caseAt(suite, 'valrisicotest', { resident: stranger });
  const { name, phone } = stranger;
  expectProblem(await patch('huisarts', made, { name, phone }), 'invalid-input', ['/phone']);
  expect(await shown('tester', made)).toMatchObject({ name: made.referral['resident'].name });
});

test('a change says from which version it starts, may be repeated with its key, and is not for just anyone', async () => {
  const made = await caseAt(suite, 'valrisicotest');
  const path = `/cases/${made.id}/resident`;
  expectProblem(await suite.api('tester', 'PATCH', path, { phone: null }), 'precondition-required');
  expectProblem(await patch('tester', made, { phone: null }, { 'if-match': '"1"' }), 'stale');
  expectProblem(await patch('huisarts-2', made, { phone: null }), 'not-found');
  for (const [body, pointer] of [
    [{}, ''],
    [{ phone: '12' }, '/phone'],
    [{ birthDate: null }, '/birthDate'],
    [{ nickname: 'x' }, '/nickname'],
    [{ bsn: '123456789' }, '/bsn'],
    [{ birthDate: '2199-01-01' }, '/birthDate'],
  ] as const) {
    expectProblem(await patch('tester', made, body), 'invalid-input', [pointer]);
  }
  const tag = (await suite.api('tester', 'GET', `/cases/${made.id}`)).headers.get('etag') ?? '';
  const headers = { 'if-match': tag, 'idempotency-key': randomUUID() };
  const first = await suite.api('tester', 'PATCH', path, { phone: null }, headers);
  const again = await suite.api('tester', 'PATCH', path, { phone: null }, headers);
  expect([first.status, again.status], first.text).toEqual([200, 200]);
  expect(again.json).toEqual(first.json);
  expect((await factsOf(suite, made.id)).filter(({ fact }) => fact === 'amended')).toHaveLength(1);
});
