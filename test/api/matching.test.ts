import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { bsn, laag, referral, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { decide, openStepOf } from './journey.ts';
import { expectProblem } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const refer = (who: object) => suite.api('huisarts', 'POST', '/referrals', referral({ resident: who }));

async function residentOf(caseId: string): Promise<string> {
  const [row] = await suite.context.db.query<{ resident: string }>(
    { name: 'test_resident', text: 'select resident from cases where id = $1' },
    [caseId],
  );
  return row?.resident ?? '';
}

/** Refers one person, ends the case, refers another description, and tells whether it is the same person. */
async function isSame(one: object, other: object): Promise<boolean> {
  const first = await refer(one);
  expect(first.status, first.text).toBe(201);
  const busy = await refer(other);
  await end(first);
  const second = busy.status === 201 ? busy : await refer(other);
  expect(second.status, second.text).toBe(201);
  await end(second);
  const same = (await residentOf(first.json.id)) === (await residentOf(second.json.id));
  // A match and a refusal must be one and the same thing.
  expect([busy.status, busy.json.case]).toEqual(same ? [409, first.json.id] : [201, undefined]);
  return same;
}

async function end({ json }: Answer): Promise<void> {
  await decide(suite, 'tester', json.id, { openStep: json.openSteps[0].id, outcome: 'laag', form: laag });
  await decide(suite, 'tester', json.id, {
    openStep: await openStepOf(suite, json.id, 'laag-advies'),
    outcome: 'gedaan',
  });
}

const bare = (over: Record<string, unknown> = {}): Record<string, unknown> => {
  const { postalCode: _postalCode, houseNumber: _houseNumber, phone: _phone, ...rest } = resident(over);
  return rest;
};

describe('the same resident', () => {
  test('is who has the same BSN, whatever else is written differently', async () => {
    const number = bsn();
    expect(await isSame(resident({ bsn: number }), resident({ bsn: number, birthDate: '1950-01-01' }))).toBe(true);
  });

  test.each([
    ['accents and case', { given: 'Renée', family: 'Müller' }, { given: 'RENEE', family: 'muller' }],
    ['the ligature ij', { given: 'Gijs', family: 'van Dĳk' }, { given: 'Gĳs', family: 'Van Dijk' }],
    [
      'hyphens and spaces',
      { given: 'Anne-Marie', family: 'Oude  Voshaar' },
      { given: 'Anne Marie', family: 'oude-voshaar' },
    ],
    ['composed and decomposed letters', { given: 'Zo\u00eb', family: 'Bos' }, { given: 'Zoe\u0308', family: 'Bos' }],
    ['letters that do not take apart', { given: 'Søren', family: 'Strauß' }, { given: 'Soren', family: 'STRAUSS' }],
  ])('is who has the same name but for %s, birth date and address', async (_name, one, other) => {
    const who = resident({ name: one });
    const { phone: _phone, ...rest } = who;
    const house = String(who['houseNumber']);
    expect(await isSame(who, { ...rest, name: other, postalCode: '7511 ab', houseNumber: ` ${house}- ` })).toBe(true);
  });

  test('is who has the same name, birth date and phone, whatever the spelling of the number', async () => {
    const digits = `6${String(Math.floor(Math.random() * 8e7) + 1e7)}`;
    const who = resident({ phone: `0${digits}` });
    const { postalCode: _postalCode, houseNumber: _houseNumber, ...rest } = who;
    expect(await isSame(who, { ...rest, phone: `+31 (0)${digits.slice(0, 1)}-${digits.slice(1)}` })).toBe(true);
  });

  test('can get a BSN later, and is found by it from then on', async () => {
    const who = resident();
    const number = bsn();
    expect(await isSame(who, { ...who, bsn: number })).toBe(true);
    expect(await isSame({ ...resident(), bsn: number }, who)).toBe(true);
  });
});

describe('two residents', () => {
  test('are who have different BSNs, although all else is equal', async () => {
    const who = resident();
    expect(await isSame({ ...who, bsn: bsn() }, { ...who, bsn: bsn() })).toBe(false);
  });

  test.each([
    ['another birth date', { birthDate: '1946-05-18' }],
    ['another family name', { name: { given: 'Ans', family: 'Jansens' } }],
    ['another given name', { name: { given: 'Anna', family: 'Jansen' } }],
    ['another address and phone', { houseNumber: '9999', phone: '0611111111' }],
    ['names swapped', { name: { given: 'Jansen', family: 'Ans' } }],
    [
      'y where the other has ij',
      { name: { given: 'Ans', family: 'Meyer' } },
      { name: { given: 'Ans', family: 'Meijer' } },
    ],
  ])('are who have %s', async (_name, other: object, one: object = {}) => {
    const who = resident({ name: { given: 'Ans', family: 'Jansen' }, ...one });
    expect(await isSame(who, { ...who, ...other })).toBe(false);
  });

  test('are who have only name and birth date in common: that is not enough to be taken for one', async () => {
    const who = bare({ name: { given: 'Jan', family: 'de Boer' } });
    expect(await isSame(who, who)).toBe(false);
  });

  test('are who share an address and have the same name in other fields', async () => {
    const who = resident({ name: { given: 'An', family: 'Na Bos' } });
    expect(await isSame(who, { ...who, phone: undefined, name: { given: 'An Na', family: 'Bos' } })).toBe(false);
  });
});

test('a match writes to the row of the resident who is known: no new resident, and the new ways to find them', async () => {
  const who = resident();
  const first = await refer(who);
  const rows = async (): Promise<{ residents: number; kinds: string[] }> => {
    const [row] = await suite.context.db.query<{ residents: number; kinds: string[] }>(
      {
        name: 'test_rows',
        text: `select (select count(*)::int from residents) as residents,
                 (select array_agg(kind order by kind) from resident_hashes where resident = $1) as kinds`,
      },
      [await residentOf(first.json.id)],
    );
    return row ?? { residents: 0, kinds: [] };
  };
  const before = await rows();
  expect(before.kinds).toEqual(['address', 'phone']);
  await end(first);
  const second = await suite.api('huisarts-2', 'POST', '/referrals', referral({ resident: { ...who, bsn: bsn() } }));
  expect(second.status, second.text).toBe(201);
  expect(await rows()).toEqual({ residents: before.residents, kinds: ['address', 'bsn', 'phone'] });
  expectProblem(await refer(who), 'already-referred');
});
