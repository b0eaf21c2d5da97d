import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../src/api/problem.ts';
import { bsn, consent, matig, referral, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { expectProblem, storesNothing } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const wrongReferrals: Record<string, readonly [over: () => object, code: ProblemCode, pointers: readonly string[]]> = {
  'a chain called __proto__': [() => ({ chain: '__proto__' }), 'invalid-input', ['/chain']],
  'a chain called constructor': [() => ({ chain: 'constructor' }), 'invalid-input', ['/chain']],
  'a chain called tostring': [() => ({ chain: 'tostring' }), 'invalid-input', ['/chain']],
  'a chain that does not exist': [() => ({ chain: 'dementie' }), 'invalid-input', ['/chain']],
  'a municipality that is SQL': [() => ({ municipality: "' OR 1=1 --" }), 'invalid-input', ['/municipality']],
  'a municipality outside Twente': [() => ({ municipality: 'zwolle' }), 'invalid-input', ['/municipality']],
  'a kern of another municipality': [() => ({ kern: 'haarle' }), 'invalid-input', ['/kern']],
  'numbers for texts': [
    () => ({ chain: 1, municipality: true, note: 3, reference: {} }),
    'invalid-input',
    ['/chain', '/municipality', '/note', '/reference'],
  ],
  'no resident': [() => ({ resident: undefined }), 'invalid-input', ['/resident']],
  'a resident that is a list': [() => ({ resident: [] }), 'invalid-input', ['/resident']],
  'a resident without name and birth date': [
    () => ({ resident: {} }),
    'invalid-input',
    ['/resident/birthDate', '/resident/name'],
  ],
  'a name without letters': [
    () => ({ resident: resident({ name: { given: '---', family: '12' } }) }),
    'invalid-input',
    ['/resident/name/given', '/resident/name/family'],
  ],
  'a name of 200 characters': [
    () => ({ resident: resident({ name: { given: 'x'.repeat(200), family: 'Jansen' } }) }),
    'invalid-input',
    ['/resident/name/given'],
  ],
  '30 February': [
    () => ({ resident: resident({ birthDate: '2025-02-30' }) }),
    'invalid-input',
    ['/resident/birthDate'],
  ],
  'a birth date with a time': [
    () => ({ resident: resident({ birthDate: '1948-03-02T00:00:00Z' }) }),
    'invalid-input',
    ['/resident/birthDate'],
  ],
  'a birth date in the future': [
    () => ({ resident: resident({ birthDate: '2131-01-01' }) }),
    'invalid-input',
    ['/resident/birthDate'],
  ],
  'a birth date in 1880': [
    () => ({ resident: resident({ birthDate: '1880-01-01' }) }),
    'invalid-input',
    ['/resident/birthDate'],
  ],
  'a BSN that fails the 11-test': [
    () => ({ resident: resident({ bsn: '123456789' }) }),
    'invalid-input',
    ['/resident/bsn'],
  ],
  'a BSN of eight digits that fails it': [
    () => ({ resident: resident({ bsn: '12345678' }) }),
    'invalid-input',
    ['/resident/bsn'],
  ],
  'a BSN of zeros': [() => ({ resident: resident({ bsn: '000000000' }) }), 'invalid-input', ['/resident/bsn']],
  'a BSN of eight zeros': [() => ({ resident: resident({ bsn: '00000000' }) }), 'invalid-input', ['/resident/bsn']],
  'a BSN as a number': [() => ({ resident: resident({ bsn: 111222333 }) }), 'invalid-input', ['/resident/bsn']],
  'a postal code that does not exist': [
    () => ({ resident: resident({ postalCode: '0511SS' }) }),
    'invalid-input',
    ['/resident/postalCode'],
  ],
  'a house number without a digit': [
    () => ({ resident: resident({ houseNumber: '-' }) }),
    'invalid-input',
    ['/resident/houseNumber'],
  ],
  'a phone number of spaces': [
    () => ({ resident: resident({ phone: '          ' }) }),
    'invalid-input',
    ['/resident/phone'],
  ],
  'an e-mail address without @': [
    () => ({ resident: resident({ email: 'geen' }) }),
    'invalid-input',
    ['/resident/email'],
  ],
  'eleven contacts': [
    () => ({
      resident: resident({ contacts: Array.from({ length: 11 }, () => ({ relation: 'dochter', name: 'Ans' })) }),
    }),
    'invalid-input',
    ['/resident/contacts'],
  ],
  'consent in the year 0': [
    () => ({ consent: { ...consent(), at: '0000-01-01T00:00:00Z' } }),
    'invalid-input',
    ['/consent/at'],
  ],
  'consent in the far future': [
    () => ({ consent: { ...consent(), at: '2150-01-01T00:00:00Z' } }),
    'invalid-input',
    ['/consent/at'],
  ],
  'consent by a name in free text': [
    () => ({ consent: { ...consent(), by: 'dochter Ans Jansen' } }),
    'invalid-input',
    ['/consent/by'],
  ],
  'consent for a purpose that nobody knows': [
    () => ({ consent: { ...consent(), purposes: ['reclame'] } }),
    'invalid-input',
    ['/consent/purposes/0'],
  ],
  'no consent': [() => ({ consent: undefined }), 'consent-missing', ['/consent']],
  'consent that was not given': [() => ({ consent: { ...consent(), given: false } }), 'consent-missing', ['/consent']],
  'consent without the transfer': [
    () => ({ consent: { ...consent(), purposes: ['terugkoppeling'] } }),
    'consent-missing',
    ['/consent/purposes'],
  ],
  'consent for nothing': [
    () => ({ consent: { ...consent(), purposes: [] } }),
    'consent-missing',
    ['/consent/purposes'],
  ],
  'an entry of another role': [() => ({ entry: 'aanmelden-matig' }), 'invalid-input', ['/entry']],
  'an entry called constructor': [() => ({ entry: 'constructor' }), 'invalid-input', ['/entry']],
  'an outcome of another step': [() => ({ outcome: 'gedaan' }), 'invalid-input', ['/outcome']],
  'an outcome called constructor': [() => ({ outcome: 'constructor' }), 'invalid-input', ['/outcome']],
  'a form without an outcome': [() => ({ form: matig }), 'invalid-input', ['/outcome']],
  'a form with unknown and missing fields': [
    () => ({ entry: 'opsporen', outcome: 'verhoogd', form: { gevallen: 'ja', hacker: 1 } }),
    'invalid-input',
    ['/form/bezorgd', '/form/gevallen', '/form/hacker', '/form/moeite'],
  ],
  'an urgency that does not exist': [() => ({ urgency: 'morgen' }), 'invalid-input', ['/urgency']],
};

describe('a referral that is wrong', () => {
  test.each(Object.entries(wrongReferrals))(
    '%s is refused with a pointer and stores nothing',
    async (_name, [over, code, pointers]) => {
      await storesNothing(suite, async () => {
        expectProblem(
          await suite.api('huisarts', 'POST', '/referrals', referral(over() as Record<string, unknown>)),
          code,
          pointers,
        );
      });
    },
  );

  test('what can be chosen instead is told', async () => {
    const detailOf = async (over: Record<string, unknown>): Promise<string> =>
      (await suite.api('huisarts', 'POST', '/referrals', referral(over))).json.errors[0].detail;
    expect(await detailOf({ chain: 'constructor' })).toContain('valpreventie');
    expect(await detailOf({ municipality: 'zwolle' })).toContain('hof-van-twente');
    expect(await detailOf({ kern: 'haarle' })).toContain('glanerbrug');
    const entry = await suite.api('huisarts', 'POST', '/referrals', referral({ entry: 'laag-advies' }));
    expect(entry.json.allowed).toEqual(['valrisicotest', 'opsporen', 'huisarts-beeld']);
  });

  test('a valid BSN of eight digits is taken as nine', async () => {
    let short = bsn();
    while (!short.startsWith('0') || short.startsWith('00')) short = bsn();
    const first = await suite.api(
      'huisarts',
      'POST',
      '/referrals',
      referral({ resident: resident({ bsn: short.slice(1) }) }),
    );
    expect(first.status).toBe(201);
    expectProblem(
      await suite.api('huisarts', 'POST', '/referrals', referral({ resident: resident({ bsn: short }) })),
      'already-referred',
    );
  });

  test('signs of any script, emoji and the edges of what is allowed go through', async () => {
    const made = await suite.api(
      'huisarts',
      'POST',
      '/referrals',
      referral({
        note: `👵🏽 viel\n\ttwee keer ${'é'.repeat(3_900)}`,
        reference: 'PR/2026~1',
        resident: resident({
          name: { given: '李', family: "d'Angelo–O’Neill مريم" },
          postalCode: '7511 ab',
          phone: '+31 (0)6-123 456 78',
        }),
        consent: { ...consent(), at: '2026-01-05T23:59:59.999999+14:00' },
      }),
    );
    expect(made.status, made.text).toBe(201);
    expect(made.json.resident.name.given).toBe('李');
  });
});
