import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../src/api/problem.ts';
import { bsn, consent, matig, referral, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, type Stood } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { jsonHeaders, type Raw, rawApi } from './raw.ts';

let suite: Suite;
let raw: Raw;
let open: Stood;
beforeAll(async () => {
  suite = await openSuite();
  raw = rawApi(suite);
  open = await caseAt(suite, 'valrisicotest');
});
afterAll(() => suite.close());

const posts = (): readonly (readonly [user: string, path: string, good: object])[] => [
  ['huisarts', '/referrals', referral()],
  ['tester', `/cases/${open.id}/decisions`, { openStep: open.openStep, outcome: 'matig', form: matig }],
  ['beheerder', '/dev/clock', { advance: 'P1D' }],
];

/** Bodies that no route can take, as they go over the line. */
const unreadable: Record<
  string,
  readonly [body: (good: object) => string | Uint8Array, code: ProblemCode, headers?: object]
> = {
  'JSON that breaks off': [() => '{"chain":', 'malformed'],
  'nothing at all': [() => '', 'malformed'],
  'bytes that are no UTF-8': [() => new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 'malformed'],
  'JSON in UTF-16': [(good) => Buffer.from(JSON.stringify(good), 'utf16le'), 'malformed'],
  'a list': [(good) => JSON.stringify([good]), 'invalid-input'],
  null: [() => 'null', 'invalid-input'],
  'a text': [() => '"hallo"', 'invalid-input'],
  'an unknown key': [(good) => JSON.stringify({ ...good, hacker: 1 }), 'invalid-input'],
  'a key __proto__': [(good) => JSON.stringify(good).replace('{', '{"__proto__":{"admin":true},'), 'invalid-input'],
  'a key constructor': [
    (good) => JSON.stringify(good).replace('{', '{"constructor":{"prototype":1},'),
    'invalid-input',
  ],
  'a number larger than any': [(good) => JSON.stringify(good).replace('{', '{"x":1e999,'), 'invalid-input'],
  'a NUL byte in a text': [(good) => JSON.stringify({ ...good, note: 'a\0b' }), 'invalid-input'],
  'half a character': [(good) => JSON.stringify(good).replace('{', '{"note":"\\ud800",'), 'invalid-input'],
  'half a character in a key': [(good) => JSON.stringify(good).replace('{', '{"\\udfff":1,'), 'invalid-input'],
  '20000 lists in each other': [() => '['.repeat(20_000) + ']'.repeat(20_000), 'invalid-input'],
  '20000 objects in each other': [() => '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000), 'invalid-input'],
  '300 KiB': [(good) => JSON.stringify({ ...good, note: 'x'.repeat(300 * 1024) }), 'too-large'],
  'a form of a page': [
    () => 'chain=valpreventie',
    'unsupported-media-type',
    { 'content-type': 'application/x-www-form-urlencoded' },
  ],
  'plain text': [(good) => JSON.stringify(good), 'unsupported-media-type', { 'content-type': 'text/plain' }],
  'JSON of another kind': [
    (good) => JSON.stringify(good),
    'unsupported-media-type',
    { 'content-type': 'application/json-patch+json' },
  ],
};

describe('a body that no route can take', () => {
  test.each(Object.entries(unreadable))(
    '%s is refused by every POST and stores nothing',
    async (_name, [body, code, headers]) => {
      await storesNothing(suite, async () => {
        for (const [user, path, good] of posts()) {
          const answer = await raw.request(user, 'POST', path, {
            body: body(good),
            headers: { ...jsonHeaders, ...headers },
          });
          expectProblem(answer, code);
        }
      });
    },
  );

  test('300 KiB that do not say their length are refused while they come in', async () => {
    const part = new TextEncoder().encode('x'.repeat(16 * 1024));
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 64) controller.close();
        else controller.enqueue(part);
      },
    });
    expectProblem(
      await raw.request('huisarts', 'POST', '/referrals', { body, headers: jsonHeaders, duplex: 'half' }),
      'too-large',
    );
    expect(sent).toBeLessThan(20);
  });

  test('256 KiB are read', async () => {
    const body = JSON.stringify(referral());
    const padded = body.replace('{', `{${' '.repeat(256 * 1024 - body.length)}`);
    expect((await suite.api('huisarts', 'POST', '/referrals', padded)).status).toBe(201);
    expectProblem(await suite.api('huisarts', 'POST', '/referrals', padded.replace('{', '{ ')), 'too-large');
  });

  test('an unknown key is pointed at, also deep inside and with signs that a pointer must escape', async () => {
    const body = { ...referral(), 'a/b~c': 1, resident: { ...resident(), hacker: 1 } };
    expectProblem(await suite.api('huisarts', 'POST', '/referrals', body), 'invalid-input', [
      '/a~1b~0c',
      '/resident/hacker',
    ]);
  });
});

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

describe('a decision that is wrong', () => {
  test.each<[string, object, ProblemCode, readonly string[] | undefined]>([
    ['without a step and an outcome', {}, 'invalid-input', ['/openStep', '/outcome']],
    [
      'with wrong types',
      { openStep: 1, outcome: [], form: 'x', reason: 'y' },
      'invalid-input',
      ['/form', '/openStep', '/outcome', '/reason'],
    ],
    ['with an empty step', { openStep: '', outcome: 'matig' }, 'invalid-input', ['/openStep']],
    ['with a step of 300 characters', { openStep: 'x'.repeat(300), outcome: 'matig' }, 'invalid-input', ['/openStep']],
    ['on a step that does not exist', { openStep: 'bestaat-niet', outcome: 'matig' }, 'not-allowed-now', undefined],
    ['on a step called __proto__', { openStep: '__proto__', outcome: 'matig' }, 'not-allowed-now', undefined],
  ])('%s is refused and stores nothing', async (_name, body, code, pointers) => {
    await storesNothing(suite, async () => expectProblem(await decide(suite, 'tester', open.id, body), code, pointers));
  });

  test.each(['gedaan', 'bestaat-niet', '__proto__', 'constructor'])(
    'with the outcome %s is refused and names the outcomes of the step',
    async (outcome) => {
      await storesNothing(suite, async () => {
        const answer = await decide(suite, 'tester', open.id, { openStep: open.openStep, outcome, form: matig });
        expectProblem(answer, 'invalid-input', ['/outcome']);
        expect(answer.json.allowed.map(({ id }: { id: string }) => id)).toEqual(['laag', 'matig', 'hoog']);
      });
    },
  );

  test('with a form that is wrong is pointed at field by field', async () => {
    await storesNothing(suite, async () => {
      const form = {
        gevallen: 'ja',
        bang: true,
        moeite: null,
        looptestSeconden: 0.5,
        hacker: 1,
        opmerking: 'x'.repeat(2_001),
      };
      const answer = await decide(suite, 'tester', open.id, { openStep: open.openStep, outcome: 'matig', form });
      const pointers = ['/form/gevallen', '/form/hacker', '/form/looptestSeconden', '/form/moeite', '/form/opmerking'];
      expectProblem(answer, 'invalid-input', pointers);
    });
  });

  test('with a key __proto__ in the form is refused', async () => {
    const body = JSON.stringify({ openStep: open.openStep, outcome: 'matig', form: matig }).replace(
      '"form":{',
      '"form":{"__proto__":{},',
    );
    await storesNothing(suite, async () =>
      expectProblem(await suite.api('tester', 'POST', `/cases/${open.id}/decisions`, body), 'invalid-input', ['/form']),
    );
  });

  test('with a form for a step without one is refused', async () => {
    const advice = await caseAt(suite, 'laag-advies');
    await storesNothing(suite, async () => {
      const answer = await decide(suite, 'tester', advice.id, {
        openStep: advice.openStep,
        outcome: 'gedaan',
        form: {},
      });
      expectProblem(answer, 'invalid-input', ['/form']);
    });
  });

  test('with a reason that the chain does not know is refused and the reasons are named', async () => {
    await storesNothing(suite, async () => {
      const answer = await decide(suite, 'tester', open.id, {
        openStep: open.openStep,
        outcome: 'laag',
        form: matig,
        reason: { code: 'zomaar' },
      });
      expectProblem(answer, 'invalid-input', ['/reason/code']);
      expect(answer.json.allowed).toContainEqual(expect.objectContaining({ reason: 'klinische-blik' }));
    });
  });

  test('on an open step of another case is refused there and changes neither case', async () => {
    const other = await caseAt(suite, 'valrisicotest');
    await storesNothing(suite, async () => {
      const answer = await decide(suite, 'tester', open.id, {
        openStep: other.openStep,
        outcome: 'matig',
        form: matig,
      });
      expectProblem(answer, 'not-allowed-now');
      expect(answer.json.allowed).toEqual([expect.objectContaining({ openStep: open.openStep })]);
    });
  });
});

describe('headers and addresses that are wrong', () => {
  test.each([
    ['empty', ''],
    ['256 characters long', 'k'.repeat(256)],
    ['not ASCII', 'sleutel-é'],
    ['two words', 'a b'],
  ])('an Idempotency-Key that is %s is refused by every POST', async (_name, key) => {
    await storesNothing(suite, async () => {
      for (const [user, path, good] of posts()) {
        const answer = await suite.api(user, 'POST', path, good, { 'idempotency-key': key });
        expectProblem(answer, 'invalid-input', ['/headers/idempotency-key']);
      }
    });
  });

  test('an Idempotency-Key of 255 characters is taken', async () => {
    const made = await suite.api('huisarts', 'POST', '/referrals', referral(), {
      'idempotency-key': `~!${randomUUID()}`.padEnd(255, 'k'),
    });
    expect(made.status).toBe(201);
  });

  test.each(['7', 'abc', '"7', '"7" "8"', '""x'])('If-Match %s is refused as malformed', async (tag) => {
    await storesNothing(suite, async () => {
      const answer = await decide(
        suite,
        'tester',
        open.id,
        { openStep: open.openStep, outcome: 'matig', form: matig },
        { 'if-match': tag },
      );
      expectProblem(answer, 'invalid-input', ['/headers/if-match']);
    });
  });

  test.each(['"999"', '"abc"', 'W/"2"', '"997", "998"'])(
    'If-Match %s, which is not this version, is stale',
    async (tag) => {
      await storesNothing(suite, async () => {
        const answer = await decide(
          suite,
          'tester',
          open.id,
          { openStep: open.openStep, outcome: 'matig', form: matig },
          { 'if-match': tag },
        );
        expectProblem(answer, 'stale');
      });
    },
  );

  test('an unknown key in the query is refused by every route with a login', async () => {
    const gets = [
      ['huisarts', '/referrals'],
      ['tester', '/worklist'],
      ['huisarts', `/cases/${open.id}`],
      ['huisarts', `/cases/${open.id}/actions`],
      ['huisarts', `/cases/${open.id}/trail`],
      ['huisarts', '/chains/valpreventie'],
      ['beheerder', '/orphans'],
      ['huisarts', '/me'],
    ] as const;
    await storesNothing(suite, async () => {
      for (const name of ['hacker', '__proto__', 'constructor']) {
        for (const [user, path] of gets) {
          expectProblem(await suite.api(user, 'GET', `${path}?${name}=1`), 'invalid-input', [`/${name}`]);
        }
        for (const [user, path, good] of posts()) {
          expectProblem(await suite.api(user, 'POST', `${path}?${name}=1`, good), 'invalid-input', [`/${name}`]);
        }
      }
    });
  });

  test.each(['0', '101', '-1', '1.5', 'veel', '', '1&limit=2'])('limit=%s is refused by every list', async (limit) => {
    for (const [user, path] of [
      ['huisarts', '/referrals'],
      ['tester', '/worklist'],
    ] as const) {
      expectProblem(await suite.api(user, 'GET', `${path}?limit=${limit}`), 'invalid-input', ['/limit']);
    }
  });

  test('a cursor of another list, made up or broken is refused by every list', async () => {
    const cursorOf = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const at = '2026-01-01T00:00:00.000Z';
    const madeUp = [
      'x',
      cursorOf('iets', at, randomUUID()),
      cursorOf(),
      ...['referrals', 'worklist'].flatMap((list) => [
        cursorOf(list),
        cursorOf(list, at),
        cursorOf(list, 'gisteren', randomUUID()),
        cursorOf(list, at, 'a\0b'),
        cursorOf(list, at, { a: 1 }),
        cursorOf(list, '0000-01-01T00:00:00Z', randomUUID()),
        cursorOf(list, at, randomUUID(), 'meer'),
      ]),
      'A'.repeat(600),
    ];
    for (const cursor of madeUp) {
      expectProblem(await suite.api('huisarts', 'GET', `/referrals?cursor=${cursor}`), 'invalid-input', ['/cursor']);
      expectProblem(await suite.api('tester', 'GET', `/worklist?cursor=${cursor}`), 'invalid-input', ['/cursor']);
    }
    const other = cursorOf('worklist', at, 'x');
    expectProblem(await suite.api('huisarts', 'GET', `/referrals?cursor=${other}`), 'invalid-input', ['/cursor']);
  });

  test.each([
    ['/referrals?status=weg', '/status'],
    ['/referrals?changedSince=gisteren', '/changedSince'],
    ['/referrals?changedSince=0000-01-01T00:00:00Z', '/changedSince'],
    ['/referrals?changedSince=9999-12-31T23:59:59Z', '/changedSince'],
    ['/worklist?state=weg', '/state'],
    ['/worklist?scope=iedereen', '/scope'],
    ['/worklist?chain=%00', '/chain'],
    ['/worklist?step=%27%20OR%201=1', '/step'],
    ['/worklist?kern=a&kern=b', '/kern'],
    ['/chains/valpreventie?version=0', '/version'],
    ['/chains/valpreventie?version=een', '/version'],
  ])('GET %s is refused with a pointer', async (path, pointer) => {
    expectProblem(await suite.api('huisarts', 'GET', path), 'invalid-input', [pointer]);
  });

  test('a change since a moment with the widest offset is understood', async () => {
    const answer = await suite.api(
      'huisarts',
      'GET',
      `/referrals?changedSince=${encodeURIComponent('2026-01-01T00:00:00+23:59')}`,
    );
    expect(answer.status).toBe(200);
  });

  test.each([
    ['that is no id', 'x'],
    ['with a NUL byte', '%00'],
    ['with half a character', '%E0%A4'],
    ['that climbs', '..%2f..'],
    ['of 4000 characters', 'a'.repeat(4_000)],
    ['that nobody has', '00000000-0000-0000-0000-000000000000'],
  ])('a case id %s does not exist', async (_name, id) => {
    for (const tail of ['', '/actions', '/trail']) {
      expectProblem(await suite.api('huisarts', 'GET', `/cases/${id}${tail}`), 'not-found');
    }
    expectProblem(await suite.api('huisarts', 'POST', `/cases/${id}/decisions`, {}), 'not-found');
  });

  test('another method names those that can be used', async () => {
    const answer = await suite.api('huisarts', 'DELETE', '/referrals');
    expectProblem(answer, 'method-not-allowed');
    expect(answer.headers.get('allow')?.split(', ').toSorted()).toEqual(['GET', 'POST']);
    expectProblem(await suite.api('huisarts', 'PUT', `/cases/${open.id}`, {}), 'method-not-allowed');
  });

  test.each(['/', '/cases', '/Referrals', '/referrals/', '/__proto__', '/problems/__proto__', '/problems/constructor'])(
    'the address %s does not exist',
    async (path) => {
      expectProblem(await suite.api('huisarts', 'GET', path), 'not-found');
    },
  );
});

describe('the order of checks', () => {
  test('who may not see a case hears that it does not exist, whatever else is wrong', async () => {
    const path = `/cases/${open.id}/decisions`;
    const tries = [
      { body: '{"chain":', headers: jsonHeaders },
      { body: '{}', headers: { 'content-type': 'text/plain' } },
      { body: '{}', headers: { ...jsonHeaders, 'idempotency-key': '' } },
      { body: '{}', headers: { ...jsonHeaders, 'if-match': 'x' } },
      { body: 'x'.repeat(300 * 1024), headers: jsonHeaders },
      { body: '{}', headers: jsonHeaders },
    ];
    for (const init of tries) {
      expectProblem(await raw.request('huisarts-2', 'POST', path, init), 'not-found');
      expectProblem(await raw.request('huisarts', 'POST', '/dev/clock', init), 'not-found');
    }
    expectProblem(await suite.api('huisarts-2', 'POST', `${path}?x=1`, {}), 'not-found');
    expectProblem(await suite.api('huisarts-2', 'GET', `/cases/${open.id}?x=1`), 'not-found');
    expectProblem(await suite.api('beheerder', 'GET', '/worklist?limit=0'), 'not-found');
    expectProblem(await suite.api('huisarts', 'GET', '/orphans?x=1'), 'not-found');
    expectProblem(await suite.api('huisarts', 'GET', '/chains/bestaat-niet?version=0'), 'not-found');
  });

  test('who is not logged in hears nothing but that, whatever else is wrong', async () => {
    for (const path of [
      '/referrals',
      `/cases/${open.id}/decisions`,
      `/cases/${randomUUID()}/decisions`,
      '/dev/clock',
    ]) {
      expectProblem(
        await raw.request(null, 'POST', path, { body: '{"chain":', headers: { 'content-type': 'text/plain' } }),
        'unauthenticated',
      );
    }
  });

  test('the form goes before permission and state', async () => {
    expectProblem(await decide(suite, 'huisarts', open.id, { openStep: open.openStep, outcome: 1 }), 'invalid-input', [
      '/outcome',
    ]);
    expectProblem(await decide(suite, 'huisarts', open.id, { openStep: open.openStep, outcome: 'x' }), 'forbidden');
    expectProblem(
      await decide(suite, 'huisarts', open.id, { openStep: open.openStep, outcome: 'x' }, { 'if-match': '"999"' }),
      'stale',
    );
    expectProblem(
      await decide(suite, 'tester', open.id, { openStep: 'x', outcome: 'x' }, { 'if-match': '"999"' }),
      'stale',
    );
  });
});
