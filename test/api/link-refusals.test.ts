import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factsOf } from '../harness/cases.ts';
import { consent, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { bodyOf, person, START } from './known-in-start.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { SOCIAL, socialCase, sv } from './social-case.ts';
import { change, dayFrom } from './verbs.ts';

// A link that cannot be: each says what to do, and nothing is half done.

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const links = (user: string, id: string, body: object) => change(suite, user, id, 'links', body);
const refers = async (over: object): Promise<string> => {
  const made = await suite.api('huisarts', 'POST', '/referrals', { municipality: 'enschede', ...over });
  expect(made.status, made.text).toBe(201);
  return made.json.id;
};
/** Two cases of one resident, both with the huisarts; the resident consented to the transfer in the first only. */
async function two(given: boolean): Promise<readonly [string, string]> {
  const who = resident();
  const with_ = { resident: who, consent: consent() };
  const first = await refers({ chain: 'valpreventie', ...with_, entry: 'huisarts-beeld' });
  const other = { chain: SOCIAL, resident: who, entry: 'signaleren', ...(given ? { consent: consent() } : {}) };
  return [first, await refers(other)];
}

describe('consent for a link', () => {
  test('is that of both cases', async () => {
    const [one, other] = await two(true);
    const made = await links('huisarts', one, { type: 'parallel', case: other });
    expect(made.status, made.text).toBe(201);
  });

  test('is asked where one has none, and then stands in the link on both sides', async () => {
    const [one, other] = await two(false);
    const body = { type: 'parallel', case: other };
    await storesNothing(suite, async () => {
      expectProblem(await links('huisarts', one, body), 'consent-missing', ['/consent']);
      expectProblem(await links('huisarts', other, { ...body, case: one }), 'consent-missing', ['/consent']);
      for (const wrong of [{ given: false }, { purposes: ['terugkoppeling'] }, { at: '2040-01-01T10:00:00Z' }]) {
        const answer = await links('huisarts', one, { ...body, consent: { ...consent(), ...wrong } });
        expectProblem(answer, 'consent-missing', ['/consent']);
      }
    });
    const made = await links('huisarts', one, { ...body, consent: consent() });
    expect(made.status, made.text).toBe(201);
    for (const id of [one, other]) {
      const linked = (await factsOf(suite, id)).find(({ fact }) => fact === 'linked');
      expect(linked).toMatchObject({ consent: { by: 'inwoner', on: '2026-01-05' } });
    }
  });
});

describe('two dossiers of one person', () => {
  test('where a case is confidential can be coupled as one person, and those of two people cannot', async () => {
    const [one, other] = [person({ birthDate: '1994-02-03' }), person({ birthDate: '1994-02-03' })];
    const social = await refers({ chain: SOCIAL, resident: one.full, entry: 'signaleren', consent: consent() });
    const [same, another] = [await refers(bodyOf(START, one.full)), await refers(bodyOf(START, other.full))];
    await storesNothing(suite, async () => {
      const body = { type: 'parallel', case: another };
      expectProblem(await links('huisarts', social, body), 'invalid-input', ['/type']);
    });
    const made = await links('huisarts', social, { type: 'parallel', case: same });
    expect(made.status, made.text).toBe(201);
  });
});

describe('a link that does not fit', () => {
  test('in type, chain, resident or day is refused, and stores nothing', async () => {
    const [one, other] = await two(true);
    const body = { chain: SOCIAL, municipality: 'enschede', resident: resident(), consent: consent() };
    const foreign = await suite.api('huisarts-2', 'POST', '/referrals', body);
    expect(foreign.status, foreign.text).toBe(201);
    const child = resident({ birthDate: '2015-03-02' });
    const opens = { chain: 'vngg', consent: consent() };
    await storesNothing(suite, async () => {
      const wrong = async (body: object, ...pointers: string[]) =>
        expectProblem(await links('huisarts', one, body), 'invalid-input', pointers);
      await wrong({ type: 'vorig-traject', case: other }, '/type');
      await wrong({ type: 'deel-intake', case: other }, '/type');
      await wrong({ type: 'deel-intake', ...opens }, '/type');
      await wrong({ type: 'parallel', case: one }, '/case');
      await wrong({ type: 'parallel', case: foreign.json.id }, '/case');
      await wrong({ type: 'parallel', ...opens, resident: resident() }, '/resident');
      await wrong({ type: 'vervolg', ...opens, resident: resident() }, '/resident');
      await wrong({ type: 'parallel', case: other, until: dayFrom(suite, 10) }, '/until');
      await wrong({ type: 'eerst', case: other, until: dayFrom(suite, 0) }, '/until');
      await wrong({ type: 'eerst', case: other, until: dayFrom(suite, -1) }, '/until');
      await wrong({ type: 'eerst', case: other, until: dayFrom(suite, 200) }, '/until');
      await wrong({ type: 'eerst', case: other, until: 'straks' }, '/until');
      const young = { type: 'zelfde-gezin', ...opens, resident: child };
      expectProblem(await links('huisarts', one, young), 'not-in-target-group', ['/resident/birthDate']);
      expectProblem(await links('huisarts', one, { type: 'parallel', chain: 'vngg' }), 'consent-missing', ['/consent']);
    });
  });

  test('because it is there already, or the other case has ended', async () => {
    const [one, other] = await two(true);
    const body = { type: 'parallel', case: other };
    expect((await links('huisarts', one, body)).status).toBe(201);
    const stopped = await change(suite, 'huisarts', other, 'withdrawal', { reason: { code: 'taal' } });
    expect(stopped.status, stopped.text).toBe(200);
    await storesNothing(suite, async () => {
      expectProblem(await links('huisarts', one, { ...body, type: 'vervolg' }), 'ended');
      expectProblem(await links('huisarts', other, { ...body, case: one }), 'ended');
    });
    const [three, four] = await two(true);
    expect((await links('huisarts', three, { type: 'parallel', case: four })).status).toBe(201);
    await storesNothing(suite, async () => {
      for (const [id, to] of [
        [three, four],
        [four, three],
      ] as const)
        expectProblem(await links('huisarts', id, { type: 'parallel', case: to }), 'not-allowed-now');
    });
  });

  test('is refused to who has no regie there, who has no part in the case is told nothing', async () => {
    const id = await socialCase(suite);
    const body = { type: 'deel-intake', chain: 'vngg' };
    await storesNothing(suite, async () => {
      expectProblem(await links('huisarts', id, body), 'forbidden');
      for (const user of ['huisarts-2', 'fysio', 'ketencoordinator', 'inwoner'])
        expectProblem(await links(user, id, body), 'not-found');
    });
    expect((await links(sv, id, body)).status).toBe(201);
    await storesNothing(suite, async () => expectProblem(await links(sv, id, body), 'already-referred'));
  });
});
