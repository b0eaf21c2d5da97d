import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemSchema } from '../../src/api/problem.ts';
import type { Answer } from '../harness/api.ts';
import { matig, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, type Stood } from './journey.ts';
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

/** Whatever was sent: a success, or a refusal of the caller as a whole problem document. */
function expectSane(answer: Answer): void {
  expect(answer.status, answer.text).toBeLessThan(500);
  if (answer.status < 400) return;
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const { status, requestId } = problemSchema.strict().parse(answer.json);
  expect(status).toBe(answer.status);
  expect(requestId).toBe(answer.headers.get('x-request-id'));
}

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e21,
    1e-9,
    '',
    ' ',
    [],
    {},
    '\0',
    '\ud800',
    '__proto__',
    'constructor',
    "' OR 1=1 --",
    '0000-01-01',
    '9999-12-31T23:59:59Z',
    '2026-01-01T00:00:00+23:59',
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.date({ noInvalidDate: false }).map(String),
);
const names = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'chain', 'form', '', 'a/b~c'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

type Change = {
  readonly at: number;
  readonly how: 'put' | 'drop' | 'add' | 'wrap';
  readonly value: unknown;
  readonly name: string;
};
const changes = fc.array(
  fc.record<Change>({
    at: fc.nat(200),
    how: fc.constantFrom('put', 'drop', 'add', 'wrap'),
    value: strange,
    name: names,
  }),
  { minLength: 1, maxLength: 4 },
);

/** Changes a valid body at a place of its own: another value, a field less, a field more, a level more. */
function mutated(good: object, all: readonly Change[]): unknown {
  const body: unknown = structuredClone(good);
  for (const { at, how, value, name } of all) {
    const places: (readonly [holder: Record<string, unknown>, key: string])[] = [];
    const walk = (holder: unknown): void => {
      if (typeof holder !== 'object' || holder === null) return;
      for (const key of Object.keys(holder)) {
        places.push([holder as Record<string, unknown>, key]);
        walk((holder as Record<string, unknown>)[key]);
      }
    };
    walk(body);
    const [holder, key] = places[at % Math.max(places.length, 1)] ?? [];
    if (holder === undefined || key === undefined) continue;
    if (how === 'put') holder[key] = value;
    else if (how === 'drop') delete holder[key];
    else if (how === 'wrap') holder[key] = [holder[key]];
    else Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return body;
}

const options = (runs: number): fc.Parameters<unknown> => ({
  numRuns: runs,
  interruptAfterTimeLimit: 40_000,
  markInterruptAsFailure: true,
});

describe('a body that nobody thought of', () => {
  test('random JSON never breaks a POST', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 5, stringUnit: 'binary' }), async (body) => {
        expectSane(await suite.api('huisarts', 'POST', '/referrals', body));
        expectSane(await suite.api('tester', 'POST', `/cases/${open.id}/decisions`, body));
        expectSane(await suite.api('beheerder', 'POST', '/dev/clock', body));
      }),
      options(100),
    );
  });

  test('random bytes never break a POST', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (body) => {
        expectSane(
          await raw.request('huisarts', 'POST', '/referrals', { body: Uint8Array.from(body), headers: jsonHeaders }),
        );
      }),
      options(50),
    );
  });

  test('a valid referral with random changes never breaks, and is either made or refused', async () => {
    const entry = {
      entry: 'opsporen',
      outcome: 'verhoogd',
      form: { gevallen: true, bezorgd: true, moeite: false },
      reason: { code: 'klinische-blik', comment: 'x' },
    };
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const body = mutated(referral({ kern: 'boekelo', note: 'x', reference: 'y', ...entry }), all);
        const answer = await suite.api('huisarts', 'POST', '/referrals', body);
        expectSane(answer);
        expect([201, 409, 422]).toContain(answer.status);
      }),
      options(300),
    );
  });

  test('a valid decision with random changes never breaks', async () => {
    let at = open;
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const good = {
          openStep: at.openStep,
          outcome: 'matig',
          form: { ...matig, opmerking: 'x' },
          reason: { code: 'klinische-blik', comment: 'y' },
        };
        const answer = await suite.api('tester', 'POST', `/cases/${at.id}/decisions`, mutated(good, all));
        expectSane(answer);
        expect([200, 409, 422]).toContain(answer.status);
        if (answer.status === 200) at = await caseAt(suite, 'valrisicotest');
      }),
      options(150),
    );
  });
});

describe('an address that nobody thought of', () => {
  test('random paths, queries and headers never break', async () => {
    const word = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed()));
    const path = fc.oneof(
      fc.array(word, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
      word.map((id) => `/cases/${id}`),
      word.map((id) => `/cases/${id}/trail`),
      word.map((id) => `/chains/${id}`),
      word.map((id) => `/problems/${id}`),
      fc.constantFrom('/referrals', '/worklist', '/me', '/chains/valpreventie'),
    );
    const query = fc.array(
      fc.tuple(
        fc.oneof(word, fc.constantFrom('cursor', 'limit', 'state', 'chain', 'kern', 'version', 'changedSince')),
        word,
      ),
      { maxLength: 3 },
    );
    const header = fc.string({ unit: 'grapheme-ascii', maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
        path,
        query,
        header,
        header,
        async (method, where, asked, key, tag) => {
          const search = asked.map(([name, value]) => `${name}=${value}`).join('&');
          const target = `${where}${search === '' ? '' : `?${search}`}`;
          expectSane(
            await suite.api('huisarts', method, target, method === 'GET' ? undefined : {}, {
              'idempotency-key': key.trim(),
              'if-match': tag.trim(),
            }),
          );
        },
      ),
      options(300),
    );
  });
});
