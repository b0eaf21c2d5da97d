import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendAccess } from '../../src/access/log.ts';
import { residentAccounts } from '../../src/local/demo-region/resident-accounts.ts';
import { organisations } from '../../src/local/demo-region/organisations.ts';
import { users } from '../../src/local/demo-region/users.ts';
import type { Answer } from '../harness/api.ts';
import { bsn } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, type Stood } from './journey.ts';
import { expectProblem } from './problem.ts';
import { change } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const ask = (query = '', user: string | null = 'inwoner'): Promise<Answer> =>
  suite.api(user, 'GET', `/me/access-log${query}`);
const person = (handle: string) => users.find((user) => user.handle === handle);
const inwoner = { ...residentAccounts.get(person('inwoner')?.id ?? '') };
const nameOf = (handle: string): string | undefined =>
  organisations.find(({ id }) => id === person(handle)?.organisation)?.name;

// In order: the person is not known here yet, then has one case; at the end this is no demo any more.
describe('GET /me/access-log', () => {
  let own: Stood;

  test('is empty for a resident who is not known here', async () => {
    await caseAt(suite, 'valrisicotest');
    expect((await ask()).json).toEqual({ items: [], next: null });
  });

  test('tells who made and who looked at the own case, at what, how often and on which ground, newest first', async () => {
    own = await caseAt(suite, 'valrisicotest', { resident: inwoner });
    for (const _time of [1, 2]) await suite.api('tester', 'GET', `/cases/${own.id}/forms`);
    await suite.api('tester', 'GET', `/cases/${own.id}`);
    const { items, next } = (await ask()).json;
    const by = (handle: string): object => ({
      at: expect.any(String),
      times: 1,
      organisationName: nameOf(handle),
      roles: person(handle)?.roles,
      user: expect.stringMatching(/^[\w-]{43}$/),
      chain: 'valpreventie',
    });
    const regie = { id: 'K1', relation: 'regie' };
    expect(items).toEqual([
      { ...by('tester'), data: 'traject', action: 'bekeken', rule: regie, basis: 'toestemming' },
      { ...by('tester'), times: 2, data: 'formulieren', action: 'bekeken', rule: regie, basis: 'toestemming' },
      {
        ...by('huisarts'),
        data: 'traject',
        action: 'bekeken',
        rule: { id: 'K4', relation: 'referrer' },
        basis: 'verwijzing',
      },
      { ...by('huisarts'), data: 'traject', action: 'vastgelegd', rule: { id: 'R1', relation: null }, basis: null },
    ]);
    expect(next).toBeNull();
    expect(new Set(items.map(({ user }: { user: string }) => user)).size).toBe(2);
    const times = items.map(({ at }: { at: string }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test('tells also who was shown them in a list', async () => {
    await caseAt(suite, 'valrisicotest');
    expect((await suite.api('huisarts', 'GET', '/referrals')).json.items).toHaveLength(3);
    const [first] = (await ask()).json.items;
    const list = { data: 'verwijzingen', action: 'bekeken', chain: null, rule: { id: 'R2', relation: null } };
    expect(first).toMatchObject({ organisationName: nameOf('huisarts'), ...list });
    await suite.api('huisarts', 'GET', '/referrals?status=ended');
    expect((await ask()).json.items[0]).toEqual(first);
  });

  test('shows no id of a reader, no case and no route, and nothing of who was refused or of other residents', async () => {
    const before = (await ask()).json.items.length;
    for (const tail of ['', '/trail', '/forms']) {
      expectProblem(await suite.api('huisarts-2', 'GET', `/cases/${own.id}${tail}`), 'not-found');
    }
    const signal = { event: 'veiligheidssignaal', at: new Date(suite.clock.now()).toISOString() };
    expect((await change(suite, 'huisarts', own.id, 'events', signal)).status).toBe(200);
    await caseAt(suite, 'laag-advies');
    const answer = await ask();
    expect(answer.json.items).toHaveLength(before + 1);
    for (const { id, name } of users) {
      expect(answer.text).not.toContain(id);
      expect(answer.text).not.toContain(name);
    }
    expect(answer.text).not.toContain(own.id);
    expect(answer.text).not.toContain(nameOf('huisarts-2'));
    expect(answer.text).not.toMatch(/GET|POST|veilig|outcome|policy/);
  });

  test('gives pages that follow each other without a gap or a double, also with lines of one moment', async () => {
    const tester = person('tester');
    const subject = { sub: tester?.id ?? '', roles: ['tester'], organisation: tester?.organisation ?? null };
    const rest = { machine: false, practitioner: null, municipality: null, client: 'test' };
    const line = { action: 'R', event: 'test', object: own.id, outcome: 0, at: suite.clock.now() } as const;
    for (let n = 0; n < 5; n += 1) {
      const policy = `X${n}`;
      const one = { ...line, subject: { ...subject, ...rest }, policy, requestId: `test-${n}` };
      await appendAccess(suite.context.db, one);
    }
    const whole = (await ask('?limit=100')).json.items;
    const seen: unknown[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: unknown[]; next: string | null } = (
        await ask(`?limit=2${next === '' ? '' : `&cursor=${next}`}`)
      ).json;
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items);
      next = page.next;
    }
    expect(seen).toEqual(whole);
    expect(seen.length).toBeGreaterThan(5);
  });

  test('takes what is alike on one local day together, and keeps days apart; a period counts both its days', async () => {
    const tester = person('tester');
    const at = (text: string): number => Date.parse(text);
    const line = { action: 'R', event: 'GET /cases/{id}/trail', object: own.id, outcome: 0 } as const;
    const subject = {
      sub: tester?.id ?? '',
      machine: false,
      roles: ['tester'],
      organisation: tester?.organisation ?? null,
      practitioner: null,
      municipality: null,
      client: 'test',
    };
    // Midnight in Amsterdam is 22:00 UTC in summer: two on the 1st, one on the 2nd.
    for (const [n, moment] of ['2026-07-01T10:00:00Z', '2026-07-01T21:59:59Z', '2026-07-01T22:00:00Z'].entries())
      await appendAccess(suite.context.db, { ...line, subject, at: at(moment), requestId: `day-${n}` });
    const told = async (query: string): Promise<unknown> =>
      (await ask(query)).json.items.map((item: { at: string; times: number }) => [item.at, item.times]);
    const [second, first] = [
      ['2026-07-01T22:00:00.000Z', 1],
      ['2026-07-01T10:00:00.000Z', 2],
    ];
    expect(await told('?from=2026-07-01&until=2026-07-02')).toEqual([second, first]);
    expect(await told('?from=2026-07-02&until=2026-07-02')).toEqual([second]);
    expect(await told('?until=2026-07-01')).toEqual([first]);
    expect(await told('?from=2026-06-01&until=2026-06-30')).toEqual([]);
  });

  test('leaves a line of its own, and does not count the resident as a reader', async () => {
    const before = (await ask('?limit=100')).json;
    const answer = await ask('?limit=100');
    expect(answer.json).toEqual(before);
    const lines = await suite.context.db.query(
      {
        name: 'test_own_lines',
        text: `select subject, action, event, object, policy, outcome, basis, array_length(residents, 1) as residents
               from access_log where request_id = $1`,
      },
      [answer.headers.get('x-request-id')],
    );
    expect(lines).toEqual([
      {
        subject: person('inwoner')?.id,
        action: 'R',
        event: 'GET /me/access-log',
        object: null,
        policy: 'R10',
        outcome: 0,
        basis: 'betrokkene',
        residents: 1,
      },
    ]);
  });

  test.each<[string, string, string]>([
    ['a limit of nothing', '?limit=0', '/limit'],
    ['too large a limit', '?limit=101', '/limit'],
    ['a cursor that was made up', '?cursor=abc', '/cursor'],
    ['a word that is not known', '?case=x', '/case'],
    ['a day that is none', '?from=2026-02-30', '/from'],
    ['a moment for a day', '?until=2026-02-03T10:00:00Z', '/until'],
    ['a period that ends before it begins', '?from=2026-02-03&until=2026-02-02', '/until'],
  ])('refuses %s', async (_what, query, pointer) => {
    expectProblem(await ask(query), 'invalid-input', [pointer]);
    expectProblem(await ask(query, 'huisarts'), 'not-found');
  });

  test('refuses the cursor of another list', async () => {
    for (let n = 0; n < 2; n += 1) await caseAt(suite, 'valrisicotest');
    const { next } = (await suite.api('huisarts', 'GET', '/referrals?limit=1')).json;
    expect(next).toEqual(expect.any(String));
    expectProblem(await ask(`?cursor=${next}`), 'invalid-input', ['/cursor']);
  });

  test('exists for residents only', async () => {
    for (const { handle } of users.filter((user) => user.handle !== 'inwoner'))
      expectProblem(await ask('', handle), 'not-found');
    expectProblem(await ask('', null), 'unauthenticated');
  });

  test('tells nothing where it is not sure which of two people it is', async () => {
    const other = await openSuite();
    try {
      const log = async (): Promise<unknown[]> => (await other.api('inwoner', 'GET', '/me/access-log')).json.items;
      for (const lines of [1, 0]) {
        const body = { ...own.referral, resident: { ...inwoner, bsn: bsn() } };
        expect((await other.api('huisarts', 'POST', '/referrals', body)).status).toBe(201);
        expect(await log()).toHaveLength(lines);
      }
    } finally {
      await other.close();
    }
  });

  test('ties an account to a person in a demo only', async () => {
    expect((await ask()).json.items).not.toEqual([]);
    await suite.context.db.query({ name: 'test_no_demo', text: 'update installation set demo = false' });
    expect((await ask()).json).toEqual({ items: [], next: null });
  });
});
