import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { referralItemSchema } from '../../src/api/schemas/referral-item.ts';
import type { Subject } from '../../src/access/subject.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { factsOf } from '../harness/cases.ts';
import { laag, matig, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, openStepOf, type Step } from './journey.ts';
import { expectProblem } from './problem.ts';
import { rawApi } from './raw.ts';
import { change } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
  // One place where nobody tests, before the directory is read.
  await suite.context.db.query({
    name: 'test_no_tester',
    text: `delete from directory where role = 'tester' and municipality = 'wierden'`,
  });
});
afterAll(() => suite.close());

const userOf = (handle: string) => users.find((user) => user.handle === handle);
// oxlint-disable-next-line typescript/no-explicit-any -- items of a list, as a client reads them
type Item = Record<string, any>;

async function listed(user: string, query = ''): Promise<readonly Item[]> {
  const items: Item[] = [];
  let next: string | null = '';
  while (next !== null) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`;
    const page = await suite.api(user, 'GET', `/referrals?limit=7${query}${cursor}`);
    expect(page.status, page.text).toBe(200);
    items.push(...page.json.items);
    next = page.json.next;
  }
  return items;
}
const itemOf = async (user: string, id: string): Promise<Item> =>
  (await listed(user)).find((item) => item['id'] === id) ?? {};

describe('an item of GET /referrals', () => {
  test('says who holds which step until when, and which milestones were reached, without what was found', async () => {
    const made = await caseAt(suite, 'toestemming-matig');
    const item = await itemOf('huisarts', made.id);
    referralItemSchema.strict().parse(item);
    const { organisation } = userOf('tester') ?? {};
    expect(item).toMatchObject({
      accountable: { role: 'tester', organisation, organisationName: expect.stringContaining('Klimop') },
      openSteps: [{ id: made.openStep, step: 'toestemming-matig', role: 'tester', organisation }],
      milestones: [{ milestone: 'test-matig', label: 'De valrisicotest is gedaan.', at: expect.any(String) }],
    });
    expect(Object.keys(item['openSteps'][0]).toSorted()).toEqual(
      ['dueAt', 'id', 'label', 'organisation', 'organisationName', 'role', 'step'].toSorted(),
    );
    expect(JSON.stringify(item['milestones'])).not.toContain('matig risico');
  });

  test('awaits the sender of an offer when it came back or was not taken up in time, not before', async () => {
    const declined = await caseAt(suite, 'otago-verwijzing');
    const slow = await caseAt(suite, 'otago-verwijzing');
    const awaits = async (id: string): Promise<unknown[]> => (await itemOf('huisarts', id))['awaitsMe'];
    expect(await awaits(declined.id)).toEqual([]);
    const reason = { code: 'geen-plek' };
    await decide(suite, 'fysio', declined.id, { openStep: declined.openStep, outcome: 'geweigerd', reason });
    const back = await openStepOf(suite, declined.id, 'otago-verwijzing');
    expect(await awaits(declined.id)).toMatchObject([{ openStep: back, label: expect.any(String) }]);
    expect(await awaits(slow.id)).toEqual([]);
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P2W' });
    expect(await awaits(slow.id)).toMatchObject([{ openStep: slow.openStep }]);
  });

  test('awaits the practice with a question that it was asked, until it has answered', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const to = { role: 'huisarts', organisation: userOf('huisarts')?.organisation };
    const asked = await suite.api('tester', 'POST', `/cases/${made.id}/questions`, {
      text: 'Gebruikt zij pillen?',
      to,
    });
    expect(asked.status, asked.text).toBe(201);
    const item = await itemOf('huisarts', made.id);
    expect(item['awaitsMe']).toMatchObject([{ openStep: asked.json.id, label: expect.any(String) }]);
    expect(JSON.stringify(item)).not.toContain('pillen');
    const path = `/cases/${made.id}/questions/${asked.json.id}/answer`;
    const answered = await suite.api('huisarts', 'POST', path, { text: 'Nee.' });
    expect(answered.status, answered.text).toBe(200);
    expect((await itemOf('huisarts', made.id))['awaitsMe']).toEqual([]);
  });

  test('awaits the sender where nobody fulfils the role; the gap is counted', async () => {
    const made = await suite.api('huisarts', 'POST', '/referrals', referral({ municipality: 'wierden' }));
    expect(made.status, made.text).toBe(201);
    const { id } = made.json;
    const item = await itemOf('huisarts', id);
    const openStep = `${id}.valrisicotest.1`;
    expect(item).toMatchObject({
      accountable: { role: 'huisarts' },
      openSteps: [{ id: openStep, role: 'tester', organisation: null }],
      awaitsMe: [{ openStep, label: 'Valrisicotest' }],
    });
    const gaps = (await factsOf(suite, id)).filter(({ fact }) => fact === 'gap');
    expect(gaps).toMatchObject([{ step: 'valrisicotest', gap: 'geen-organisatie' }]);
  });
});

describe('polling with changedSince', () => {
  test('gives what changed in order of change, and whoever asks again from asOf misses nothing', async () => {
    const from = new Date(suite.clock.now()).toISOString();
    const made: string[] = [];
    const seen = new Map<string, string>();
    let since = from;
    let referring = true;
    const refer = async (): Promise<void> => {
      for (let n = 0; n < 12; n += 1) {
        const created = await suite.api('huisarts-2', 'POST', '/referrals', referral());
        made.push(created.json.id);
        const body = { openStep: created.json.openSteps[0].id, outcome: 'laag', form: laag };
        await decide(suite, 'tester', created.json.id, body);
      }
      referring = false;
    };
    const poll = async (): Promise<void> => {
      let next: string | null = '';
      let asOf = since;
      const changes: string[] = [];
      while (next !== null) {
        const cursor: string = next === '' ? '' : `&cursor=${next}`;
        const page = await suite.api('huisarts-2', 'GET', `/referrals?limit=2&changedSince=${since}${cursor}`);
        expect(page.status, page.text).toBe(200);
        if (next === '') asOf = page.json.asOf;
        for (const item of page.json.items) {
          changes.push(item.changedAt);
          seen.set(item.id, item.openSteps[0]?.step ?? 'none');
        }
        next = page.json.next;
      }
      expect(changes).toEqual(changes.toSorted());
      since = asOf;
    };
    const work = refer();
    while (referring) await poll();
    await work;
    await poll();
    expect(made.map((id) => seen.get(id))).toEqual(made.map(() => 'laag-advies'));
  });

  test('never gives what changed before, and the moment itself counts', async () => {
    const [first] = await listed('huisarts-2');
    const at = first?.['changedAt'];
    const found = await listed('huisarts-2', `&changedSince=${at}`);
    expect(found.map(({ id }) => id)).toEqual([first?.['id']]);
    const after = new Date(Date.parse(at) + 1).toISOString();
    expect(await listed('huisarts-2', `&changedSince=${after}`)).toEqual([]);
  });

  test('counts what reaches the list late as changed when it came: facts may come after later ones of another case', async () => {
    const made = await suite.api('huisarts-2', 'POST', '/referrals', referral());
    const before = suite.clock.now();
    const late: number[] = [];
    const undone = suite.context.db.transaction(async (tx) => {
      const rows = await tx.query<{ changed_at: number }>(
        {
          name: 'test_late_facts',
          text: `update cases set seq = seq + 1, changed_at = '2026-01-01T00:00:00Z' where id = $1 returning changed_at`,
        },
        [made.json.id],
      );
      late.push(...rows.map(({ changed_at: at }) => at));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(late[0]).toBeGreaterThanOrEqual(before - 5);
  });

  test('refuses a cursor of the list in the other order', async () => {
    const plain = (await suite.api('huisarts-2', 'GET', '/referrals?limit=1')).json.next;
    const since = (await suite.api('huisarts-2', 'GET', '/referrals?limit=1&changedSince=2026-01-01T00:00:00Z')).json
      .next;
    for (const query of [`cursor=${since}`, `cursor=${plain}&changedSince=2026-01-01T00:00:00Z`]) {
      expectProblem(await suite.api('huisarts-2', 'GET', `/referrals?${query}`), 'invalid-input', ['/cursor']);
    }
  });

  test.each(['gisteren', '2026-13-01T00:00:00Z', '2026-11-21', "2026-01-01T00:00:00Z' or 1=1"])(
    'refuses %s as a moment',
    async (moment) => {
      const answer = await suite.api('huisarts', 'GET', `/referrals?changedSince=${encodeURIComponent(moment)}`);
      expectProblem(answer, 'invalid-input', ['/changedSince']);
    },
  );
});

describe('F36: the list is exactly what may be seen one by one', () => {
  test('for cases of several practices in many states, and every user', async () => {
    const steps: readonly Step[] = [
      'valrisicotest',
      'laag-advies',
      'aanmelden-matig',
      'huisarts-beeld',
      'otago-intake',
    ];
    for (let n = 0; n < 8; n += 1) await caseAt(suite, steps[randomInt(steps.length)] ?? 'valrisicotest');
    for (const user of ['huisarts-2', 'poh', 'tester', 'fysio', 'gebiedsteam']) {
      const answer = await suite.api(user, 'POST', '/referrals', referral());
      expect(answer.status, `${user} ${answer.text}`).toBe(201);
    }
    const all = await suite.context.db.query<{ id: string }>({ name: 'test_all', text: 'select id from cases' });
    const withList = users.filter(({ organisation }) => organisation !== null).map(({ handle }) => handle);
    for (const user of withList) {
      const list = await suite.api(user, 'GET', '/referrals?limit=100');
      const ids = list.status === 404 ? [] : (await listed(user)).map(({ id }) => String(id));
      const own: string[] = [];
      for (const { id } of all) {
        const seen = await suite.api(user, 'GET', `/cases/${id}`);
        expect([200, 404]).toContain(seen.status);
        if (seen.status === 200 && seen.json.referrer.organisation === userOf(user)?.organisation) own.push(id);
      }
      expect(ids.toSorted(), user).toEqual(own.toSorted());
    }
  });

  test('a colleague of the practice whose role may not refer in a chain is shown none of its referrals', async () => {
    const made = await suite.api('huisarts', 'POST', '/referrals', referral({ outcome: undefined, form: undefined }));
    const huisarts = userOf('huisarts');
    const colleague: Subject = {
      sub: '7c4cf3a5-0000-4000-8000-000000000001',
      machine: false,
      roles: ['leefstijlcoach'],
      organisation: huisarts?.organisation ?? null,
      practitioner: null,
      municipality: null,
      client: 'test',
    };
    const api = rawApi(suite, { authenticate: async () => colleague });
    const list = await api.request('huisarts', 'GET', '/referrals?limit=100');
    expect([list.status, list.json.items]).toEqual([200, []]);
    expectProblem(await api.request('huisarts', 'GET', `/cases/${made.json.id}`), 'not-found');
  });
});

test('the access log has who was shown in the list', async () => {
  const made = await suite.api(
    'huisarts-2',
    'POST',
    '/referrals',
    referral({ entry: 'valrisicotest', form: undefined, outcome: undefined }),
  );
  await suite.api('huisarts-2', 'GET', '/referrals?limit=100');
  const rows = await suite.context.db.query<{ shown: boolean; event: string }>(
    {
      name: 'test_shown',
      text: `select c.resident = any(l.residents) as shown, l.event from access_log l, cases c
             where c.id = $1 and l.event = 'GET /referrals' order by l.id desc limit 1`,
    },
    [made.json.id],
  );
  expect(rows).toMatchObject([{ shown: true }]);
});

describe('taking back before first contact', () => {
  const reason = { reason: { code: 'eerst-andere-hulp' } };
  test('still can after a question and an assignment: neither is contact with the resident', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const to = { role: 'huisarts', organisation: userOf('huisarts')?.organisation };
    const asked = await suite.api('tester', 'POST', `/cases/${made.id}/questions`, { text: 'Is zij thuis?', to });
    expect(asked.status, asked.text).toBe(201);
    const given = await suite.api('tester', 'POST', `/cases/${made.id}/assignments`, {
      openStep: made.openStep,
      practitioner: 'me',
    });
    expect(given.status, given.text).toBe(200);
    const back = await change(suite, 'huisarts', made.id, 'withdrawal', reason);
    expect([back.status, back.json.status]).toEqual([200, 'ended']);
  });

  test('no longer can after a decision of another', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'matig', form: matig });
    expectProblem(await change(suite, 'huisarts', made.id, 'withdrawal', reason), 'forbidden');
  });
});
