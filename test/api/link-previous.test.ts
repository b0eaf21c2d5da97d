import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factsOf, stateOf } from '../harness/cases.ts';
import { consent, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { bodyOf, person, START } from './known-in-start.ts';
import { done, eenzaam, SOCIAL, socialCase, sv } from './social-case.ts';
import { change, dayFrom, trailOf } from './verbs.ts';

// Who comes back within twelve months gets a new case that knows the earlier one.

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const PREVIOUS = 'vorig-traject';
type Who = Record<string, unknown>;
const refers = async (user: string, who: Who, over: object = {}): Promise<string> => {
  const body = { chain: SOCIAL, municipality: 'enschede', resident: who, consent: consent(), ...over };
  const made = await suite.api(user, 'POST', '/referrals', body);
  expect(made.status, made.text).toBe(201);
  return made.json.id;
};
const linksOf = async (user: string, id: string): Promise<unknown> =>
  (await suite.api(user, 'GET', `/cases/${id}`)).json.links;
async function ended(who: Who): Promise<string> {
  const id = await socialCase(suite, { who });
  await done(suite, sv, id, 'aanbod', { outcome: 'wil-niet', form: {}, reason: { code: 'drempel-te-hoog' } });
  return id;
}

describe('someone who comes back', () => {
  test('has the earlier case linked and the earlier intake at hand, for who has the regie and nobody else', async () => {
    const who = resident();
    const first = await ended(who);
    const before = await stateOf(suite, first);
    const again = await refers('huisarts', who);
    expect((await factsOf(suite, again)).slice(0, 2)).toMatchObject([
      { fact: 'started', herinstroom: true },
      { fact: 'linked', type: PREVIOUS, chain: SOCIAL, case: first },
    ]);
    expect(await linksOf(sv, again)).toEqual([{ type: PREVIOUS, chain: SOCIAL, case: first, status: 'ended' }]);
    const { items } = (await suite.api(sv, 'GET', `/cases/${again}/forms`)).json;
    expect(items).toMatchObject([{ step: 'intake', data: eenzaam, from: { case: first, chain: SOCIAL } }]);
    expect(await linksOf('huisarts', again)).toEqual([]);
    expect((await trailOf(suite, 'huisarts', again)).map(({ fact }) => fact)).not.toContain('linked');
    expect((await suite.api('huisarts', 'GET', `/cases/${again}/forms`)).text).not.toContain('eenzaamheid');
    expect((await stateOf(suite, first)).seq).toBe(before.seq);
  });

  test('by another practice shows that practice nothing of before', async () => {
    const who = resident();
    const first = await ended(who);
    const again = await refers('huisarts-2', who);
    for (const look of ['', '/trail', '/actions', '/forms', '/consents']) {
      const seen = await suite.api('huisarts-2', 'GET', `/cases/${again}${look}`);
      expect([200, 403], look).toContain(seen.status);
      for (const secret of [first, 'eenzaamheid', PREVIOUS]) expect(seen.text, look).not.toContain(secret);
    }
    expect(await linksOf(sv, again)).toMatchObject([{ type: PREVIOUS, case: first }]);
  });

  test('without consent for the transfer as yet: that there was a case shows, its intake does not', async () => {
    const who = resident();
    const first = await ended(who);
    const again = await refers('huisarts', who, { entry: 'signaleren', consent: undefined });
    expect(await linksOf('huisarts', again)).toMatchObject([{ type: PREVIOUS, case: first }]);
    expect((await suite.api('huisarts', 'GET', `/cases/${again}/forms`)).text).not.toContain('eenzaamheid');
  });

  test('in another chain, or never seen before, is new', async () => {
    const who = resident();
    await ended(who);
    const elsewhere = await refers('huisarts', who, { chain: 'valpreventie' });
    const never = await refers('huisarts', resident());
    for (const id of [elsewhere, never]) {
      const facts = await factsOf(suite, id);
      expect(facts[0]).not.toHaveProperty('herinstroom');
      expect(facts.map(({ fact }) => fact)).not.toContain('linked');
    }
  });
});

describe('where the existence of a case is confidential', () => {
  const registers = async (user: string, who: Who, over: object = {}): Promise<string> => {
    const made = await suite.api(user, 'POST', '/referrals', bodyOf(START, who, over));
    expect(made.status, made.text).toBe(201);
    return made.json.id;
  };
  const stops = async (id: string): Promise<void> => {
    const stopped = await change(suite, 'verloskundige', id, 'withdrawal', { reason: { code: 'taal' } });
    expect(stopped.status, stopped.text).toBe(200);
  };

  test('only the practice that knew it finds it again', async () => {
    const { full, given } = person({ birthDate: '1994-02-03' });
    const first = await registers('verloskundige', full);
    await stops(first);
    const other = await registers('huisarts-2', given);
    expect((await stateOf(suite, other)).links).toEqual([]);
    const own = await registers('verloskundige', full);
    expect((await stateOf(suite, own)).links).toMatchObject([{ type: PREVIOUS, case: first }]);
  });
});

// Last: the clock is the whole suite's.
test('exactly twelve months after the end someone comes back, a day later someone is new', async () => {
  const [late, tooLate] = [resident(), resident()];
  await ended(late);
  await ended(tooLate);
  await suite.moveClock('P12M');
  const at = `${dayFrom(suite, 0)}T06:00:00Z`;
  const again = { consent: { given: true, at, by: 'inwoner' } };
  expect((await factsOf(suite, await refers('huisarts', late, again)))[0]).toMatchObject({ herinstroom: true });
  await suite.moveClock('P1D');
  expect((await factsOf(suite, await refers('huisarts', tooLate, again)))[0]).not.toHaveProperty('herinstroom');
});
