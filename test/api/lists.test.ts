import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consent, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide } from './journey.ts';
import { expectProblem } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const refer = (user: string) => suite.api(user, 'POST', '/referrals', referral());

describe('GET /referrals', () => {
  test('the practice reads where its referrals stand and what came of them; another practice reads none of it', async () => {
    const made = await caseAt(suite, 'laag-advies', { reference: 'HA-77' });
    const list = await suite.api('poh', 'GET', '/referrals');
    const item = list.json.items.find(({ id }: { id: string }) => id === made.id);
    expect(item).toMatchObject({ status: 'open', reference: 'HA-77', accountable: { role: 'tester' }, awaitsMe: [] });
    expect(item.feedback).toMatchObject([{ kind: 'test-laag', text: expect.stringContaining('laag risico') }]);
    expect(item.resident.name).toEqual(made.referral['resident'].name);
    const other = await suite.api('huisarts-2', 'GET', '/referrals');
    expect(other.text).not.toContain(made.id);
    await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'gedaan' });
    const ended = await suite.api('huisarts', 'GET', '/referrals?status=ended');
    expect(ended.json.items.find(({ id }: { id: string }) => id === made.id)).toMatchObject({
      status: 'ended',
      ending: 'laag',
      accountable: null,
    });
    expect((await suite.api('huisarts', 'GET', '/referrals?status=open&limit=100')).text).not.toContain(made.id);
  });

  test('the first time that feedback is shown is when it was seen, ever after', async () => {
    const made = await caseAt(suite, 'laag-advies');
    const read = async () =>
      (await suite.api('huisarts', 'GET', '/referrals?limit=100')).json.items.find(
        ({ id }: { id: string }) => id === made.id,
      ).feedback[0];
    const first = await read();
    expect(first.seenAt).toBeTruthy();
    expect(await read()).toEqual(first);
  });

  test('without consent for terugkoppeling the practice hears that, not what', async () => {
    const made = await caseAt(suite, 'laag-advies', { consent: { ...consent(), purposes: ['overdracht'] } });
    const list = await suite.api('huisarts', 'GET', '/referrals?limit=100');
    const item = list.json.items.find(({ id }: { id: string }) => id === made.id);
    expect(item.feedback[0].text).toBe('De valrisicotest is gedaan.');
  });

  test('a step that comes back to the practice awaits it', async () => {
    const made = await caseAt(suite, 'huisarts-beeld');
    const list = await suite.api('huisarts', 'GET', '/referrals?limit=100');
    const item = list.json.items.find(({ id }: { id: string }) => id === made.id);
    expect(item.awaitsMe).toEqual([{ openStep: made.openStep, label: expect.any(String), dueAt: expect.any(String) }]);
  });

  test('pages follow each other without a gap or a double, newest change first', async () => {
    const made = [];
    for (let n = 0; n < 5; n += 1) made.push((await refer('huisarts-2')).json.id);
    const seen: { id: string; changedAt: string }[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: typeof seen; next: string | null } = (
        await suite.api('huisarts-2', 'GET', `/referrals?limit=2${next === '' ? '' : `&cursor=${next}`}`)
      ).json;
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items);
      next = page.next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining(made));
    expect(seen.map(({ changedAt }) => changedAt)).toEqual(
      seen
        .map(({ changedAt }) => changedAt)
        .toSorted()
        .toReversed(),
    );
  });

  test('changedSince gives only what changed from then on', async () => {
    const old = (await refer('huisarts-2')).json;
    const list = await suite.api('huisarts-2', 'GET', '/referrals?limit=1');
    const since = new Date(Date.parse(list.json.items[0].changedAt) + 1).toISOString();
    const young = (await refer('huisarts-2')).json.id;
    const found = (await suite.api('huisarts-2', 'GET', `/referrals?changedSince=${since}`)).json.items.map(
      ({ id }: { id: string }) => id,
    );
    expect(found).toContain(young);
    expect(found).not.toContain(old.id);
  });

  test.each(['inwoner', 'ketencoordinator', 'regiocoordinator', 'beheerder'])(
    'there is no such list for %s',
    async (user) => {
      expectProblem(await suite.api(user, 'GET', '/referrals'), 'not-found');
    },
  );
});

describe('GET /worklist', () => {
  test('the holder finds the open step with the resident, soonest due first', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await caseAt(suite, 'aanmelden-matig');
    const list = await suite.api('tester', 'GET', '/worklist?limit=100');
    const item = list.json.items.find((found: { openStep: string }) => found.openStep === made.openStep);
    expect(item).toMatchObject({
      case: made.id,
      step: 'valrisicotest',
      label: 'Valrisicotest',
      role: 'tester',
      overdue: false,
    });
    expect(item.resident.name).toEqual(made.referral['resident'].name);
    const due = list.json.items.map(({ dueAt }: { dueAt: string }) => dueAt);
    expect(due).toEqual(due.toSorted());
    expect(new Set(due).size).toBeGreaterThan(1);
  });

  test('a step that was decided leaves the list of its holder and stands on that of the next', async () => {
    const made = await caseAt(suite, 'aanmelden-matig');
    await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'gedaan' });
    expect((await suite.api('tester', 'GET', '/worklist?limit=100')).text).not.toContain(made.id);
    const next = await suite.api('valpreventie-coordinator', 'GET', '/worklist?limit=100');
    expect(next.json.items.filter((item: { case: string }) => item.case === made.id)).toMatchObject([
      { step: 'wachtlijst-kern' },
    ]);
  });

  test('filters narrow the list', async () => {
    const made = await caseAt(suite, 'laag-advies', { kern: 'boekelo' });
    const cases = async (query: string): Promise<string[]> =>
      (await suite.api('tester', 'GET', `/worklist?limit=100&${query}`)).json.items.map(
        (item: { case: string }) => item.case,
      );
    expect(await cases('kern=boekelo')).toEqual([made.id]);
    expect(await cases('kern=lonneker')).toEqual([]);
    expect(await cases('step=laag-advies&chain=valpreventie&municipality=enschede&kern=boekelo')).toEqual([made.id]);
    expect(await cases('step=valrisicotest&kern=boekelo')).toEqual([]);
    expect(await cases('state=overdue')).toEqual([]);
    expect(await cases('state=due&kern=boekelo')).toEqual([made.id]);
  });

  test('pages follow each other without a gap or a double', async () => {
    const all = (await suite.api('tester', 'GET', '/worklist?limit=100')).json.items;
    const seen: { openStep: string }[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: typeof seen; next: string | null } = (
        await suite.api('tester', 'GET', `/worklist?limit=3${next === '' ? '' : `&cursor=${next}`}`)
      ).json;
      seen.push(...page.items);
      next = page.next;
    }
    expect(seen).toEqual(all);
  });

  test('a holder in another municipality or with another role finds nothing of it', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    for (const user of [
      'fysio',
      'buurtsportcoach',
      'huisarts',
      'huisarts-2',
      'valpreventie-coordinator',
      'ketencoordinator',
    ]) {
      const list = await suite.api(user, 'GET', '/worklist?limit=100');
      expect(list.status).toBe(200);
      expect(list.text).not.toContain(made.id);
    }
  });
});
