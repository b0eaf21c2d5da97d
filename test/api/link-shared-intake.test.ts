import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factsOf, stateOf } from '../harness/cases.ts';
import { consent, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { decide } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { done, eenzaam, opened, SOCIAL, socialCase, sv, tries } from './social-case.ts';
import { actionsOf, change, dayFrom } from './verbs.ts';

// VnGG inside Sociaal Verwijzen: one intake, one regie, one consent; two cases of one person.

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const cz = 'centrale-zorgcoordinator';
const formsOf = async (user: string, id: string) => (await suite.api(user, 'GET', `/cases/${id}/forms`)).json.items;
async function inside(): Promise<{ first: string; second: string }> {
  const first = await socialCase(suite);
  const made = await tries(suite, sv, first, 'aanbod', { outcome: 'vngg', form: {}, link: {} });
  expect(made.status, made.text).toBe(200);
  return { first, second: made.json.links[0].case };
}

describe('VnGG inside Sociaal Verwijzen', () => {
  test('has the same organisation for its regie, the consent of the first, and the practice of the resident', async () => {
    const { first, second } = await inside();
    const [one, other] = [await stateOf(suite, first), await stateOf(suite, second)];
    expect(other.parties[cz]).toBe(one.parties[sv]);
    expect(other.parties['huisarts']).toBe(one.parties['huisarts']);
    expect(other.consents).toEqual(one.consents);
    const seen = (await suite.api(cz, 'GET', `/cases/${second}`)).json;
    expect(seen.accountable).toMatchObject({ role: cz, organisation: one.parties[sv] });
    expect(seen.openSteps).toMatchObject([{ step: 'intake-cz' }]);
    expect(seen.links).toEqual([{ type: 'deel-intake', chain: SOCIAL, case: first, status: 'open' }]);
    const [given] = (await suite.api(cz, 'GET', `/cases/${second}/consents`)).json.items;
    expect(given).toMatchObject({ purpose: 'overdracht', given: true, by: 'inwoner' });
  });

  test('counts once as a person and once per chain', async () => {
    const who = resident();
    const first = await socialCase(suite, { who });
    await tries(suite, sv, first, 'aanbod', { outcome: 'vngg', form: {}, link: {} });
    const rows = await suite.context.db.query<{ chain: string; resident: string; type: string }>(
      {
        name: 'test_counted',
        text: `select chain, resident, state->'links'->0->>'type' as type from cases
               where resident = (select resident from cases where id = $1) order by chain`,
      },
      [first],
    );
    expect(rows.map(({ chain, type }) => [chain, type])).toEqual([
      [SOCIAL, 'deel-intake'],
      ['vngg', 'deel-intake'],
    ]);
    expect(new Set(rows.map((row) => row.resident)).size).toBe(1);
  });

  test('shows the intake of the first to its regie, nothing else of it, and that stands in the log of the first', async () => {
    const { first, second } = await inside();
    const items = await formsOf(cz, second);
    expect(items).toMatchObject([{ step: 'intake', data: eenzaam, from: { case: first, chain: SOCIAL } }]);
    const lines = await suite.context.db.query(
      {
        name: 'test_looks',
        text: `select 1 from access_log where object = $1 and event = 'GET /cases/{id}/forms' and action = 'R'`,
      },
      [first],
    );
    expect(lines).toHaveLength(1);
    // The case itself stays closed to whoever has no part in it, and the first learns nothing of the second.
    expectProblem(await suite.api('fysio', 'GET', `/cases/${second}/forms`), 'not-found');
    expect((await formsOf(sv, first)).filter((item: { from?: object }) => item.from !== undefined)).toEqual([]);
    await done(suite, cz, second, 'intake-cz', { outcome: 'hergebruikt', form: {} });
    expect((await stateOf(suite, second)).outcomes['intake-cz']).toBe('hergebruikt');
  });

  test('shows no intake any more once the consent is withdrawn', async () => {
    const { second } = await inside();
    const at = dayFrom(suite, 0);
    const taken = { purpose: 'overdracht', given: false, by: 'inwoner', at };
    expect((await change(suite, cz, second, 'consents', taken)).status).toBe(200);
    const seen = await suite.api(cz, 'GET', `/cases/${second}/forms`);
    expect(seen.text).not.toContain('eenzaamheid');
  });
});

describe('an intake can be shared', () => {
  test('only when it is there, from Sociaal Verwijzen to VnGG', async () => {
    const before = await socialCase(suite, { at: 'intake' });
    const { second } = await inside();
    const valpreventie = await suite.api('huisarts', 'POST', '/referrals', {
      chain: 'valpreventie',
      municipality: 'enschede',
      resident: resident(),
      consent: consent(),
    });
    await storesNothing(suite, async () => {
      const shares = (user: string, id: string, body: object) =>
        change(suite, user, id, 'links', { type: 'deel-intake', ...body });
      const early = await shares(sv, before, { chain: 'vngg' });
      expectProblem(early, 'invalid-input', ['/type']);
      expect(early.json.errors[0].detail).toMatch(/nog geen intake/);
      expectProblem(await shares(cz, second, { chain: SOCIAL }), 'invalid-input', ['/type']);
      expectProblem(await shares('tester', valpreventie.json.id, { chain: 'vngg' }), 'invalid-input', ['/type']);
    });
  });

  // Last: the clock is the whole suite's.
  test('until six months after it was done: older it is refused, and shown as refused', async () => {
    const { second } = await inside();
    const [linked] = (await factsOf(suite, second)).filter(({ fact }) => fact === 'linked');
    expect(linked).toMatchObject({ intake: dayFrom(suite, 0) });
    await suite.moveClock('P6M');
    const offered = async () =>
      (await actionsOf(suite, cz, second))
        .find(({ step, action }) => step === 'intake-cz' && action === 'decide')
        ?.outcomes?.find(({ id }) => id === 'hergebruikt');
    expect(await offered()).toMatchObject({ allowed: true });
    await suite.moveClock('P1D');
    expect(await offered()).toMatchObject({ allowed: false });
    await storesNothing(suite, async () => {
      const openStep = await opened(suite, second, 'intake-cz');
      const old = await decide(suite, cz, second, { openStep, outcome: 'hergebruikt', form: {} });
      expectProblem(old, 'not-allowed-now');
      expect(old.json.detail).toMatch(/ouder dan zes maanden/);
    });
  });
});
