import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { factsOf, stateOf } from '../harness/cases.ts';
import { resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { childCase, consentBy, referChild, turning } from './children.ts';
import { decide } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { change } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const anchorsOf = async (id: string): Promise<Readonly<Record<string, string>>> => (await stateOf(suite, id)).anchors;
const openOf = async (id: string): Promise<string[]> => (await stateOf(suite, id)).open.map(({ step }) => step);
const yearsLater = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

async function amended(id: string, birthDate: string, user = 'czv'): Promise<Answer> {
  const tag = (await suite.api(user, 'GET', `/cases/${id}`)).headers.get('etag') ?? '';
  return suite.api(user, 'PATCH', `/cases/${id}/resident`, { birthDate }, { 'if-match': tag });
}

describe('a case knows the birthdays that lie ahead, and not the birth date', () => {
  test('of a child of eight all three, and nothing in Temporal or in the facts tells when it was born', async () => {
    const born = turning(suite, 9, 100);
    const id = await childCase(suite, born, 'ouder');
    expect(await anchorsOf(id)).toEqual({
      twaalf: yearsLater(born, 12),
      zestien: yearsLater(born, 16),
      achttien: yearsLater(born, 18),
    });
    expect(JSON.stringify([await factsOf(suite, id), await stateOf(suite, id)])).not.toContain(born);
  });

  test.each([
    ['turns 12 tomorrow', 12, 1, 'ouder', ['twaalf', 'zestien', 'achttien']],
    ['turned 12 today', 12, 0, 'ouders-en-kind', ['zestien', 'achttien']],
    ['turned 16 today', 16, 0, 'inwoner', ['achttien']],
  ])('of one that %s', async (_name, years, days, by, known) => {
    const id = await childCase(suite, turning(suite, years, days), by);
    expect(Object.keys(await anchorsOf(id))).toEqual(known);
    expect(await openOf(id)).toEqual(['eerste-contact']);
  });

  test('nobody gives them: they follow from the birth date', async () => {
    await storesNothing(suite, async () => {
      const anchors = { twaalf: '2030-01-01' };
      const answer = await referChild(suite, turning(suite, 9), 'ouder', { anchors });
      expectProblem(answer, 'invalid-input', ['/anchors/twaalf']);
      expect(answer.json.errors[0].detail).toContain('leidt Ketenpad zelf af');
    });
  });

  test('who is 17 and a half at the referral is asked for the way onward as soon as the intake begins', async () => {
    const id = await childCase(suite, turning(suite, 18, 100), 'inwoner');
    const openStep = `${id}.eerste-contact.1`;
    const done = await decide(suite, 'czv', id, { openStep, outcome: 'bereikt' });
    expect(done.status, done.text).toBe(200);
    await suite.moveClock('P1D');
    expect((await openOf(id)).toSorted()).toEqual(['intake', 'naar-volwassen']);
  });
});

describe('a birth date that is corrected', () => {
  test('moves the birthdays of the case, and what had been planned for the old one does not come', async () => {
    const id = await childCase(suite, turning(suite, 12, 5), 'ouder');
    const right = turning(suite, 12, 9);
    const answer = await amended(id, right);
    expect(answer.status, answer.text).toBe(200);
    expect(await anchorsOf(id)).toMatchObject({ twaalf: yearsLater(right, 12) });
    await suite.moveClock('P6D');
    expect(await openOf(id)).toEqual(['eerste-contact']);
    await suite.moveClock('P4D');
    expect((await openOf(id)).toSorted()).toEqual(['eerste-contact', 'toestemming-12']);
  });

  test('of who turns out to be 12 already asks the child at once', async () => {
    const id = await childCase(suite, turning(suite, 12, 40), 'ouder');
    expect((await amended(id, turning(suite, 12, -40))).status).toBe(200);
    await suite.moveClock('P1D');
    expect((await openOf(id)).toSorted()).toEqual(['eerste-contact', 'toestemming-12']);
  });

  test('with which nobody could have been referred is refused, with where to go, and changes nothing', async () => {
    const id = await childCase(suite, turning(suite, 9), 'ouder');
    const before = await anchorsOf(id);
    await storesNothing(suite, async () => {
      const answer = await amended(id, turning(suite, 30));
      expectProblem(answer, 'not-in-target-group', ['/birthDate']);
      expect(answer.json.detail).toContain('verwijs opnieuw');
      expect(answer.json.allowed).toEqual([{ instead: expect.stringContaining('Volwassenen') }]);
    });
    expect(await anchorsOf(id)).toEqual(before);
    // Who has turned 18 during the case was a child when it began.
    expect((await amended(id, turning(suite, 10))).status).toBe(200);
  });

  test('moves them in the other open cases of the same person too, which tell nobody where it was done', async () => {
    const person = resident({ birthDate: turning(suite, 17, 200) });
    const kngg = await childCase(suite, '', 'inwoner', { resident: person });
    const made = await suite.api('huisarts', 'POST', '/referrals', {
      chain: 'sociaal-verwijzen',
      municipality: 'enschede',
      entry: 'signaleren',
      resident: person,
      consent: consentBy('inwoner'),
    });
    expect(made.status, made.text).toBe(201);
    const right = turning(suite, 17, 210);
    const answer = await amended(made.json.id, right, 'huisarts');
    expect(answer.status, answer.text).toBe(200);
    expect(await anchorsOf(kngg)).toEqual({ achttien: yearsLater(right, 18) });
    expect(await anchorsOf(made.json.id)).toEqual({});
    const told = (await factsOf(suite, kngg)).find(({ fact }) => fact === 'amended');
    expect(told).toMatchObject({ fields: ['birthDate'], actor: { system: 'engine' } });
    expect((await suite.api('czv', 'GET', `/cases/${kngg}`)).json.resident).toMatchObject({ birthDate: right });
    const [line] = await suite.context.db.query<{ count: number }>(
      {
        name: 'test_lines',
        text: `select count(*)::int as count from access_log where object = $1 and action = 'U'`,
      },
      [kngg],
    );
    expect(line?.count).toBe(1);
  });
});

test('who is handed over goes on in VnGG from 17 and a half, and not before', async () => {
  const id = await childCase(suite, turning(suite, 18, 190), 'inwoner');
  const now = (): object => ({ given: true, at: new Date(suite.clock.now()).toISOString(), by: 'inwoner' });
  const couple = (): Promise<Answer> =>
    change(suite, 'czv', id, 'links', { type: 'vervolg', chain: 'vngg', entry: 'eerste-contact-cz', consent: now() });
  await storesNothing(suite, async () => expectProblem(await couple(), 'not-in-target-group', ['/resident/birthDate']));
  await suite.moveClock('P9D');
  const done = await couple();
  expect(done.status, done.text).toBe(201);
  expect(done.json).toMatchObject({ type: 'vervolg', chain: 'vngg', status: 'open' });
  const state = await stateOf(suite, done.json.case);
  expect(state.open).toMatchObject([{ step: 'eerste-contact-cz', role: 'centrale-zorgcoordinator' }]);
  expect(state.anchors).toEqual({});
});
