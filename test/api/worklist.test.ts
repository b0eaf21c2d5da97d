import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { users } from '../../src/local/demo-region/users.ts';
import { waiting } from '../harness/groups.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide } from './journey.ts';
import { expectProblem } from './problem.ts';
import { change } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

interface Item {
  readonly openStep: string;
  readonly case: string;
  readonly assignee: string | null;
}

const list = (user: string, query: string) => suite.api(user, 'GET', `/worklist${query}`);
const items = async (user: string, query: string): Promise<readonly Item[]> => {
  const answer = await list(user, `?limit=100&${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.items;
};

describe('GET /worklist', () => {
  test('mine, team and unclaimed are three lists; what waits is nobody’s to claim', async () => {
    const [free, claimed] = [await caseAt(suite, 'valrisicotest'), await caseAt(suite, 'valrisicotest')];
    const body = { openStep: claimed.openStep, practitioner: 'me' };
    await change(suite, 'tester', claimed.id, 'assignments', body);
    const of = async (query: string) => (await items('tester', query)).map(({ openStep }) => openStep);
    expect(await of('scope=mine')).toEqual([claimed.openStep]);
    expect(await of('scope=team')).toEqual(expect.arrayContaining([free.openStep, claimed.openStep]));
    expect(await of('state=unclaimed')).toContain(free.openStep);
    expect(await of('state=unclaimed')).not.toContain(claimed.openStep);
    const me = users.find(({ handle }) => handle === 'tester')!.practitioner;
    const found = (await items('tester', 'scope=team')).find(({ openStep }) => openStep === claimed.openStep);
    expect(found?.assignee).toBe(me);
    const waits = await waiting(suite);
    const cases = async (query: string) => (await items('valpreventie-coordinator', query)).map((each) => each.case);
    expect(await cases('state=waiting')).toContain(waits);
    expect(await cases('state=unclaimed')).not.toContain(waits);
  });

  test.each([
    ['?scope=mine&state=unclaimed', ['/state']],
    ['?scope=everyone', ['/scope']],
    ['?state=late', ['/state']],
    ['?chain=geen-keten', ['/chain']],
    ['?step=geen-stap', ['/step']],
    ['?chain=valpreventie&step=huisbezoek-zwangerschap', ['/step']],
    ['?municipality=amsterdam', ['/municipality']],
    ['?municipality=borne&kern=glanerbrug', ['/kern']],
    ['?kern=geen-kern', ['/kern']],
    ['?limit=0', ['/limit']],
    ['?limit=101', ['/limit']],
    ['?limit=veel', ['/limit']],
    ['?cursor=onzin', ['/cursor']],
    ['?step=valrisicotest&step=laag-advies', ['/step']],
    ['?vandaag=ja', ['/vandaag']],
  ])('%s is refused, and says where', async (query, pointers) => {
    expectProblem(await list('tester', query), 'invalid-input', pointers);
  });

  test('a cursor goes on in its own list with its own filters, and in no other', async () => {
    for (let n = 0; n < 3; n += 1) await caseAt(suite, 'valrisicotest');
    const first = await list('tester', '?limit=1&state=due&step=valrisicotest');
    const { next } = first.json;
    expect(next).toEqual(expect.any(String));
    expect((await list('tester', `?limit=2&state=due&step=valrisicotest&cursor=${next}`)).status).toBe(200);
    for (const query of [
      '',
      '&state=due',
      '&state=due&step=valrisicotest&scope=team',
      '&state=overdue&step=valrisicotest',
    ])
      expectProblem(await list('tester', `?limit=1${query}&cursor=${next}`), 'invalid-input', ['/cursor']);
    const plain = (await list('tester', '?limit=1')).json.next;
    expectProblem(await suite.api('tester', 'GET', `/referrals?cursor=${plain}`), 'invalid-input', ['/cursor']);
    await suite.api('tester', 'POST', '/referrals', {});
    const referrals = (await suite.api('huisarts', 'GET', '/referrals?limit=1')).json.next;
    expectProblem(await list('huisarts', `?cursor=${referrals}`), 'invalid-input', ['/cursor']);
  });

  test('pages stay whole while the list changes: what stays is shown once, what is new or gone breaks nothing', async () => {
    const made = [];
    for (let n = 0; n < 6; n += 1) made.push(await caseAt(suite, 'valrisicotest', { kern: 'boekelo' }));
    const query = 'limit=2&kern=boekelo&municipality=enschede';
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page = (await list('tester', `?${query}${next === null ? '' : `&cursor=${next}`}`)).json as {
        items: Item[];
        next: string | null;
      };
      seen.push(...page.items.map((item) => item.case));
      ({ next } = page);
      if (seen.length === 2) {
        // Of those shown one goes on, and of those to come one stops.
        const gone = made.find(({ id }) => !seen.includes(id))!;
        await change(suite, 'tester', gone.id, 'withdrawal', { reason: { code: 'ziekte' } });
        made.splice(made.indexOf(gone), 1);
        const shown = made.find(({ id }) => id === seen[0])!;
        const form = { gevallen: false, bang: false, moeite: false, looptestSeconden: 3 };
        await decide(suite, 'tester', shown.id, { openStep: shown.openStep, outcome: 'laag', form });
      }
    } while (next !== null);
    const once = seen.filter((id, index) => seen.indexOf(id) === index);
    for (const { id } of made) expect(once).toContain(id);
    // Who went on stands open anew, with a sooner or later term: at most that one is seen twice.
    expect(seen.length - once.length).toBeLessThanOrEqual(1);
  });

  test.each(['inwoner', 'regiocoordinator', 'beheerder'])('there is no such list for %s', async (user) => {
    expectProblem(await list(user, '?scope=mine&state=unclaimed'), 'not-found');
  });
});
