import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matig, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, type Stood } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';

let suite: Suite;
let open: Stood;
beforeAll(async () => {
  suite = await openSuite();
  open = await caseAt(suite, 'valrisicotest');
});
afterAll(() => suite.close());

const posts = (): readonly (readonly [user: string, path: string, good: object])[] => [
  ['huisarts', '/referrals', referral()],
  ['tester', `/cases/${open.id}/decisions`, { openStep: open.openStep, outcome: 'matig', form: matig }],
  ['beheerder', '/dev/clock', { advance: 'P1D' }],
];

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
