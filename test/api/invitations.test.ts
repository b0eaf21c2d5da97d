import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { residentAccounts } from '../../src/local/demo-region/resident-accounts.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { START } from './known-in-start.ts';
import { expectProblem, storesNothing } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const vk = 'verloskundige';
const [mother] = [...residentAccounts.values()];
const practice = users.find(({ handle }) => handle === vk)?.organisation;
const jgz = users.find(({ handle }) => handle === 'jeugdverpleegkundige')?.organisation;

const invite = (user: string, over: object = {}, headers: Record<string, string> = {}): Promise<Answer> =>
  suite.api(user, 'POST', '/invitations', { chain: START, municipality: 'enschede', ...over }, headers);
const codeGiven = async (): Promise<string> => {
  const given = await invite(vk);
  expect(given.status, given.text).toBe(201);
  return given.json.code;
};

const begin = (code: string | undefined, over: object = {}): Promise<Answer> =>
  suite.api('inwoner', 'POST', '/referrals', {
    chain: START,
    municipality: 'enschede',
    resident: mother,
    consent: {
      given: true,
      at: new Date(suite.clock.now()).toISOString(),
      by: 'inwoner',
      purposes: ['overdracht'],
    },
    form: { contact: 'telefoon' },
    ...(code === undefined ? {} : { code }),
    ...over,
  });

const hears = (): object => ({
  consent: {
    given: true,
    at: new Date(suite.clock.now()).toISOString(),
    by: 'inwoner',
    purposes: ['overdracht', 'terugkoppeling'],
  },
});

/** Ends her case, so that she can begin anew. */
async function end(id: string): Promise<void> {
  for (const user of ['jeugdverpleegkundige', vk]) {
    const stopped = await suite.api(user, 'POST', `/cases/${id}/withdrawal`, { reason: { code: 'geen-motivatie-nu' } });
    if (stopped.status === 200) return;
  }
  throw new Error('nobody could end it');
}

describe('a code', () => {
  test('is given without naming anybody, and holds for eight weeks', async () => {
    const given = await invite(vk);
    expect(given.status, given.text).toBe(201);
    expect(given.json).toEqual({
      id: expect.any(String),
      code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/),
      validUntil: expect.any(String),
    });
    const days = (Date.parse(given.json.validUntil) - suite.clock.now()) / 86_400_000;
    expect(Math.floor(days)).toBe(56);
  });

  test('stands nowhere in the database, nor does anything of who used it or when', async () => {
    const code = await codeGiven();
    const rows = await suite.context.db.query<Record<string, unknown>>(
      {
        name: 'test_invitations',
        text: 'select to_jsonb(i) as all, encode(code_hash, $1) as hash from invitations i',
      },
      ['escape'],
    );
    const text = JSON.stringify(rows);
    expect(text).not.toContain(code);
    expect(text).not.toContain(code.replace('-', ''));
    expect(Object.keys(rows[0]?.['all'] as object).toSorted()).toEqual([
      'chain',
      'code_hash',
      'digest',
      'given_at',
      'id',
      'kern',
      'municipality',
      'organisation',
      'request',
      'role',
      'used',
      'valid_until',
    ]);
  });

  test('asked again with its key is the same one; with another body it is refused', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await invite(vk, {}, key);
    expect((await invite(vk, {}, key)).json).toEqual(first.json);
    expectProblem(await invite(vk, { municipality: 'borne' }, key), 'idempotency-mismatch');
  });

  test('is for chains that begin so, in places that there are, and for who may refer there', async () => {
    expectProblem(await invite('huisarts', { chain: 'valpreventie' }), 'invalid-input', ['/chain']);
    expectProblem(await invite(vk, { municipality: 'zwolle' }), 'invalid-input', ['/municipality']);
    expectProblem(await invite(vk, { resident: mother }), 'invalid-input', ['/resident']);
    for (const user of ['tester', 'ggd', 'inwoner', 'beheerder']) expectProblem(await invite(user), 'forbidden');
  });

  test('is no use to who refers somebody else', async () => {
    const code = await codeGiven();
    const refer = await suite.api(vk, 'POST', '/referrals', {
      chain: START,
      municipality: 'enschede',
      resident: mother,
      code,
      consent: { given: true, at: '2026-01-05T10:00:00Z', by: 'inwoner' },
      form: { contact: 'telefoon' },
    });
    expectProblem(refer, 'invalid-input', ['/code']);
  });
});

describe('the mother begins herself', () => {
  test('with the code in any hand; she sees her case, and the practice that gave it finds nothing of it', async () => {
    const code = await codeGiven();
    const before = await Promise.all(
      ['/referrals?limit=100', '/worklist?scope=team&limit=100', '/notices'].map((path) => suite.api(vk, 'GET', path)),
    );
    const made = await begin(code.toLowerCase().replace('-', ' '));
    expect(made.status, made.text).toBe(201);
    expect(made.json).toMatchObject({
      status: 'open',
      resident: { name: mother?.name },
      referrer: { role: 'inwoner', organisation: jgz },
      accountable: { role: 'jeugdverpleegkundige', organisation: jgz },
      openSteps: [{ step: 'eerste-contact-jgz' }],
    });
    const { id } = made.json;
    expect((await suite.api('inwoner', 'GET', '/me/cases')).json.items).toContainEqual(expect.objectContaining({ id }));
    expect((await suite.api('inwoner', 'GET', `/cases/${id}`)).status).toBe(200);
    for (const tail of ['', '/trail', '/actions'])
      expect((await suite.api(vk, 'GET', `/cases/${id}${tail}`)).status).toBe(404);
    const after = await Promise.all(
      ['/referrals?limit=100', '/worklist?scope=team&limit=100', '/notices'].map((path) => suite.api(vk, 'GET', path)),
    );
    const items = (answers: readonly Answer[]): unknown[] => answers.map(({ json }) => json.items);
    expect(items(after)).toEqual(items(before));
    expect((await suite.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
    expect(JSON.stringify((await suite.api('jeugdverpleegkundige', 'GET', `/cases/${id}`)).json)).not.toContain(
      practice,
    );
    await end(id);
  });

  test('with consent for it, the practice hears what becomes of it', async () => {
    const made = await begin(await codeGiven(), hears());
    expect(made.status, made.text).toBe(201);
    const { items } = (await suite.api(vk, 'GET', '/referrals?limit=100')).json;
    expect(items.find((each: { id: string }) => each.id === made.json.id)).toMatchObject({
      feedback: [{ kind: 'aangemeld', text: expect.stringContaining('jeugdgezondheidszorg') }],
    });
    expect((await suite.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
    await end(made.json.id);
  });

  test('a code that is wrong, used, too old or of another place is refused with one and the same text', async () => {
    const used = await codeGiven();
    const made = await begin(used);
    expect(made.status, made.text).toBe(201);
    await end(made.json.id);
    const elsewhere = (await invite(vk, { municipality: 'borne' })).json.code;
    const old = await codeGiven();
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P9W' });
    const answers: unknown[] = [];
    await storesNothing(suite, async () => {
      for (const code of ['7K2MQ-XR04T', 'geen code', used, old, elsewhere]) {
        const answer = await begin(code);
        expectProblem(answer, 'invalid-input', ['/code']);
        answers.push(answer.json.errors, answer.json.detail);
      }
    });
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(2);
  });

  test('is used up once: of two at the same time one begins; what is refused for another reason keeps it', async () => {
    const code = await codeGiven();
    expectProblem(await begin(code, { anchors: { aterme: '2199-01-01' } }), 'invalid-input', ['/anchors/aterme']);
    const both = await Promise.all([begin(code), begin(code)]);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    const made = both.find(({ status }) => status === 201);
    const again = await begin(await codeGiven());
    expectProblem(again, 'already-referred');
    expect(again.json.case).toBe(made?.json.id);
    await end(made?.json.id);
  });
});

describe('what a practice gave', () => {
  const counted = async (): Promise<Record<string, unknown>> =>
    (await suite.api('gebiedsteam', 'GET', '/invitations')).json.items[0];

  test('is counted; how many were used is told per ten whose time is over, rounded, and never whose', async () => {
    const codes: string[] = [];
    for (let nth = 0; nth < 11; nth += 1) codes.push((await invite('gebiedsteam')).json.code);
    expect(await counted()).toEqual({ chain: START, municipality: 'enschede', given: 11, closed: null });
    const made = await begin(codes[0]);
    expect(made.status, made.text).toBe(201);
    await end(made.json.id);
    expect(await counted()).toMatchObject({ given: 11, closed: null });
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P9W' });
    expect(await counted()).toMatchObject({ given: 11, closed: { of: 10, used: 0 } });
    const { items } = (await suite.api('huisarts-2', 'GET', '/invitations')).json;
    expect(items).toEqual([]);
    expectProblem(await suite.api('inwoner', 'GET', '/invitations'), 'not-found');
  });
});
