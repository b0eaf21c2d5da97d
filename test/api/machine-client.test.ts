import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { users } from '../../src/local/demo-region/users.ts';
import type { Answer } from '../harness/api.ts';
import { laag, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, type Stood } from './journey.ts';
import { scanDatabase } from './leak-scan.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { trailOf } from './verbs.ts';

let suite: Suite;
let own: Stood;
beforeAll(async () => {
  suite = await openSuite();
  own = await caseAt(suite, 'huisarts-beeld');
});
afterAll(() => suite.close());

const huisarts = users.find(({ handle }) => handle === 'huisarts')!;
const name = `Naam${randomUUID().slice(0, 8)}`;
const onBehalfOf = { agb: '01991001', role: 'huisarts', name };
const behalf = { 'on-behalf-of': '01991001' };

const refer = (user: string, body: object, headers = {}): Promise<Answer> =>
  suite.api(user, 'POST', '/referrals', body, headers);
const decide = (user: string, { id, openStep }: Stood, headers: Record<string, string> = {}): Promise<Answer> =>
  suite.api(user, 'POST', `/cases/${id}/decisions`, { openStep, outcome: 'voldoende' }, headers);

/** Who the access log says did what in one request. */
function loggedAs(answer: Answer): Promise<object[]> {
  return suite.context.db.query(
    {
      name: 'test_logged_as',
      text: 'select subject, client, organisation, action, outcome from access_log where request_id = $1 order by id',
    },
    [answer.headers.get('x-request-id')],
  );
}
const his = { subject: 'his', client: 'his', organisation: huisarts.organisation };

describe('the machine client of a practice', () => {
  test('is known as that, and reads what its practice may read', async () => {
    expect((await suite.api('his', 'GET', '/me')).json).toMatchObject({
      id: 'his',
      roles: ['huisarts'],
      organisation: huisarts.organisation,
      practitioner: null,
    });
    const list = await suite.api('his', 'GET', '/referrals?limit=100');
    expect(list.json.items.map(({ id }: { id: string }) => id)).toContain(own.id);
    const seen = await suite.api('his', 'GET', `/cases/${own.id}`);
    expect(seen.json).toEqual((await suite.api('huisarts', 'GET', `/cases/${own.id}`)).json);
    expect(await loggedAs(seen)).toEqual([{ ...his, action: 'R', outcome: 0 }]);
    const other = await suite.api('huisarts-2', 'POST', '/referrals', referral());
    expectProblem(await suite.api('his', 'GET', `/cases/${other.json.id}`), 'not-found');
  });

  test('refers on behalf of a professional of its practice, who is the one that referred', async () => {
    const body = { ...referral(), onBehalfOf };
    const made = await refer('his', body);
    expect(made.status, made.text).toBe(201);
    expect(made.json.referrer).toMatchObject({ organisation: huisarts.organisation });
    const [first] = await trailOf(suite, 'huisarts', made.json.id);
    expect(first).toMatchObject({ actor: { role: 'huisarts', organisation: huisarts.organisation } });
    const [fact] = await suite.context.db.query<{ codes: { actor: object } }>(
      { name: 'test_first_fact', text: 'select codes from facts where case_id = $1 order by seq limit 1' },
      [made.json.id],
    );
    expect(JSON.stringify(fact)).toContain(huisarts.practitioner);
    expect(await loggedAs(made)).toContainEqual({ ...his, action: 'C', outcome: 0 });
  });

  test('gives the same answer again under its key, and refuses the key for another professional', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = { ...referral(), onBehalfOf };
    const first = await refer('his', body, key);
    expect((await refer('his', body, key)).json).toEqual(first.json);
    const other = { ...body, onBehalfOf: { ...onBehalfOf, agb: '01991002' } };
    expectProblem(await refer('his', other, key), 'idempotency-mismatch');
  });

  test.each<[string, object, string]>([
    ['without naming one', {}, '/onBehalfOf'],
    ['with an AGB code of another practice', { onBehalfOf: { ...onBehalfOf, agb: '01991002' } }, '/onBehalfOf/agb'],
    ['with an AGB code of nobody', { onBehalfOf: { ...onBehalfOf, agb: '99999999' } }, '/onBehalfOf/agb'],
    ['with an AGB code that is none', { onBehalfOf: { ...onBehalfOf, agb: '1991001' } }, '/onBehalfOf/agb'],
    ['in a role that its practice has not', { onBehalfOf: { ...onBehalfOf, role: 'tester' } }, '/onBehalfOf/role'],
    ['without a name', { onBehalfOf: { agb: '01991001', role: 'huisarts' } }, '/onBehalfOf/name'],
    ['with more than is asked', { onBehalfOf: { ...onBehalfOf, big: 1 } }, '/onBehalfOf/big'],
  ])('cannot refer %s: nothing is stored', async (_name, over, pointer) => {
    await storesNothing(suite, async () => {
      const answer = await refer('his', { ...referral(), ...over });
      expectProblem(answer, 'invalid-input', [pointer]);
      expect(await loggedAs(answer)).toEqual([{ ...his, action: 'E', outcome: 4 }]);
    });
  });

  test('decides for a professional whom the header names, and that one is the actor', async () => {
    const stood = await caseAt(suite, 'huisarts-beeld');
    const done = await decide('his', stood, behalf);
    expect(done.status, done.text).toBe(200);
    expect(await loggedAs(done)).toContainEqual({ ...his, action: 'U', outcome: 0 });
    const decided = (await trailOf(suite, 'huisarts', stood.id)).findLast(({ fact }) => fact === 'decided');
    expect(decided).toMatchObject({ actor: { role: 'huisarts', practitioner: huisarts.practitioner } });
  });

  test.each<[string, Record<string, string>]>([
    ['without the header', {}],
    ['with an empty header', { 'on-behalf-of': '' }],
    ['for a professional of another practice', { 'on-behalf-of': '01991002' }],
    ['for nobody', { 'on-behalf-of': '99999999' }],
    ['for a name', { 'on-behalf-of': 'Marieke' }],
  ])('changes nothing %s, and learns no more of a case that it may not see', async (_name, headers) => {
    const other = await suite.api('huisarts-2', 'POST', '/referrals', referral());
    await storesNothing(suite, async () => {
      expectProblem(await decide('his', own, headers), 'invalid-input', ['/headers/on-behalf-of']);
      const elsewhere = { id: other.json.id, openStep: other.json.openSteps[0].id, referral: {} };
      expectProblem(await decide('his', elsewhere, headers), 'not-found');
    });
  });

  test('is told the same again for the same professional only', async () => {
    const stood = await caseAt(suite, 'huisarts-beeld');
    const key = { 'idempotency-key': randomUUID() };
    const first = await decide('his', stood, { ...behalf, ...key });
    expect(first.status, first.text).toBe(200);
    expect((await decide('his', stood, { ...behalf, ...key })).json).toEqual(first.json);
    expectProblem(await decide('his', stood, key), 'invalid-input', ['/headers/on-behalf-of']);
  });

  test('keeps nothing of the name that it sent', async () => {
    expect((await refer('his', { ...referral(), onBehalfOf })).status).toBe(201);
    expect((await scanDatabase(suite.databaseUrl, [name])).leaks).toEqual([]);
  });
});

describe('a person', () => {
  test('may name themselves, and nobody else', async () => {
    expect((await refer('huisarts', { ...referral(), onBehalfOf })).status).toBe(201);
    await storesNothing(suite, async () => {
      expectProblem(
        await refer('poh', { ...referral(), onBehalfOf: { ...onBehalfOf, role: 'poh' } }),
        'invalid-input',
        ['/onBehalfOf'],
      );
      expectProblem(await refer('huisarts-2', { ...referral(), onBehalfOf }), 'invalid-input', ['/onBehalfOf']);
      expectProblem(await refer('poh', { ...referral(), onBehalfOf }), 'invalid-input', ['/onBehalfOf/role']);
      expectProblem(await decide('poh', own, behalf), 'invalid-input', ['/headers/on-behalf-of']);
    });
    const stood = await caseAt(suite, 'valrisicotest');
    const body = { openStep: stood.openStep, outcome: 'laag', form: laag };
    const path = `/cases/${stood.id}/decisions`;
    expectProblem(await suite.api('tester', 'POST', path, body, behalf), 'invalid-input', ['/headers/on-behalf-of']);
    expect((await decide('huisarts', await caseAt(suite, 'huisarts-beeld'), behalf)).status).toBe(200);
  });
});
