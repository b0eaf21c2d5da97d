import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../src/api/problem.ts';
import { matig, referral, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, type Stood } from './journey.ts';
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
