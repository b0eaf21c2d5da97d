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

  test('tells who made and who looked at the own case, newest first, by organisation and role', async () => {
    own = await caseAt(suite, 'valrisicotest', { resident: inwoner });
    await suite.api('tester', 'GET', `/cases/${own.id}/forms`);
    const { items, next } = (await ask()).json;
    const by = (handle: string): object => ({
      organisationName: nameOf(handle),
      roles: person(handle)?.roles,
      chain: 'valpreventie',
    });
    expect(items).toEqual([
      { at: expect.any(String), ...by('tester'), action: 'bekeken' },
      { at: expect.any(String), ...by('huisarts'), action: 'bekeken' },
      { at: expect.any(String), ...by('huisarts'), action: 'vastgelegd' },
    ]);
    expect(next).toBeNull();
    const times = items.map(({ at }: { at: string }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
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
    const rest = { practitioner: null, municipality: null, machine: false, client: 'test' };
    const line = { action: 'R', event: 'test', object: own.id, outcome: 0, at: suite.clock.now() } as const;
    for (let n = 0; n < 5; n += 1)
      await appendAccess(suite.context.db, { ...line, subject: { ...subject, ...rest }, requestId: `test-${n}` });
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

  test('leaves a line of its own, and does not count the resident as a reader', async () => {
    const before = (await ask('?limit=100')).json;
    const answer = await ask('?limit=100');
    expect(answer.json).toEqual(before);
    const lines = await suite.context.db.query(
      {
        name: 'test_own_lines',
        text: 'select subject, action, event, object, policy, outcome from access_log where request_id = $1',
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
      },
    ]);
  });

  test.each<[string, string, string]>([
    ['a limit of nothing', '?limit=0', '/limit'],
    ['too large a limit', '?limit=101', '/limit'],
    ['a cursor that was made up', '?cursor=abc', '/cursor'],
    ['a word that is not known', '?case=x', '/case'],
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
