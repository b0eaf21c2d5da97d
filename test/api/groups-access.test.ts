import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { groupOf, inDays, SCHAKEL, STIFTJE, waiting } from '../harness/groups.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { decide } from './journey.ts';
import { expectProblem, stored } from './problem.ts';

let suite: Suite;
let seated: string;
let refused: string;
let group: string;
beforeAll(async () => {
  suite = await openSuite();
  [seated, refused] = [await waiting(suite), await waiting(suite)];
  await decide(suite, COORDINATOR, refused, { openStep: `${refused}.wachtlijst-kern.1`, outcome: 'trekt-terug' });
  const made = await suite.api(COORDINATOR, 'POST', '/groups', groupOf([seated, refused]));
  group = made.json.id;
});
afterAll(() => suite.close());

const COORDINATOR = 'valpreventie-coordinator';
const form = (body: unknown, user = COORDINATOR): Promise<Answer> => suite.api(user, 'POST', '/groups', body);

describe('who may know of a group', () => {
  const strangers = users.map(({ handle }) => handle).filter((handle) => ![COORDINATOR, 'fysio'].includes(handle));

  test.each(strangers)('for %s there are no groups at all', async (user) => {
    const before = await stored(suite);
    const asks: readonly (readonly [string, string, unknown?])[] = [
      ['GET', '/groups'],
      ['GET', '/groups/waiting'],
      ['GET', `/groups/${group}`],
      ['POST', '/groups', groupOf([seated])],
      ['POST', `/groups/${group}/changes`, { free: [seated] }],
    ];
    for (const [method, path, body] of asks) {
      const answer = await suite.api(user, method, path, body);
      expectProblem(answer, 'not-found');
      expect(answer.text).not.toContain(seated);
    }
    expect((await stored(suite))['commands']).toBe(before['commands']);
  });

  test('who leads it sees the seats that are taken, and may change nothing', async () => {
    const seen = await suite.api('fysio', 'GET', `/groups/${group}`);
    expect(seen.json).toMatchObject({ taken: 1, seats: [{ case: seated, status: 'bezet' }] });
    expect(seen.text).not.toContain(refused);
    expectProblem(await suite.api('fysio', 'POST', `/groups/${group}/changes`, { free: [seated] }), 'forbidden');
    expectProblem(await form(groupOf([seated]), 'fysio'), 'forbidden');
    expectProblem(await suite.api('fysio', 'GET', '/groups/waiting'), 'not-found');
  });

  test('a group of another coordinator does not exist, for a look and for a change alike', async () => {
    const elsewhere = randomUUID();
    await suite.context.db.query(
      {
        name: 'test_group',
        text: `insert into groups (id, chain, municipality, organisation, coordinator, starts_on, ends_on, created_at)
               values ($1, 'valpreventie', 'borne', $2, 'e4d7e309-2844-4156-a242-968c62d92ece', '2030-01-01', '2030-04-01', now())`,
      },
      [elsewhere, STIFTJE],
    );
    for (const id of [elsewhere, randomUUID(), 'geen-nummer']) {
      expectProblem(await suite.api(COORDINATOR, 'GET', `/groups/${id}`), 'not-found');
      // Also with a body that is wrong: what may not be seen says nothing of its form.
      expectProblem(await suite.api(COORDINATOR, 'POST', `/groups/${id}/changes`, { endsOn: 3 }), 'not-found');
    }
    const list = await suite.api(COORDINATOR, 'GET', '/groups?limit=100');
    expect(list.text).not.toContain(elsewhere);
    expect(list.json.items.every((item: { organisation: string }) => item.organisation === SCHAKEL)).toBe(true);
  });

  test('no answer about a group names a person', async () => {
    for (const path of ['/groups', `/groups/${group}`, '/groups/waiting'])
      expect((await suite.api(COORDINATOR, 'GET', path)).text).not.toMatch(/Proef|Persoon|7511AB|1946/);
  });

  test('every look, every group and every case in it is in the access log, and so is every refusal', async () => {
    const other = await waiting(suite, { municipality: 'borne', kern: 'borne' });
    const own = await waiting(suite);
    const made = await form(groupOf([own, other]));
    await suite.api(COORDINATOR, 'GET', `/groups/${made.json.id}`);
    await suite.api(COORDINATOR, 'POST', `/groups/${made.json.id}/changes`, { endsOn: inDays(119) });
    await suite.api('tester', 'GET', `/groups/${made.json.id}`);
    await form(groupOf([other]));
    const lines = await suite.context.db.query<Record<string, unknown>>(
      {
        name: 'test_log',
        text: `select event, action, outcome, object from access_log where event like '%groups%' and object = any($1) order by id`,
      },
      [[made.json.id, own, other]],
    );
    const formed = { event: 'POST /groups', outcome: 0 };
    expect(lines).toEqual([
      { ...formed, action: 'U', object: own },
      { ...formed, action: 'C', object: made.json.id },
      { ...formed, action: 'E', outcome: 4, object: other },
      { event: 'GET /groups/{id}', action: 'R', outcome: 0, object: made.json.id },
      { event: 'POST /groups/{id}/changes', action: 'U', outcome: 0, object: own },
      { event: 'POST /groups/{id}/changes', action: 'U', outcome: 0, object: made.json.id },
      { ...formed, action: 'E', outcome: 4, object: other },
    ]);
    const [tried] = await suite.context.db.query<Record<string, unknown>>({
      name: 'test_tried',
      text: `select subject, outcome from access_log where event = 'GET /groups/{id}' and outcome = 4 order by id desc limit 1`,
    });
    expect(tried).toMatchObject({ subject: users.find(({ handle }) => handle === 'tester')?.id, outcome: 4 });
  });
});

describe('bad input', () => {
  const bad: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['a start in the past', { startsOn: inDays(-1) }, '/startsOn'],
    ['an end before the start', { endsOn: inDays(27) }, '/endsOn'],
    ['an end beyond two years', { endsOn: inDays(800) }, '/endsOn'],
    ['a day that does not exist', { startsOn: '2027-02-30' }, '/startsOn'],
    ['a time for a day', { endsOn: '2027-05-01T10:00:00Z' }, '/endsOn'],
    ['an organisation that leads no groups', { organisation: '3706465c-be13-4c4d-97fa-1c49e6caa7e7' }, '/organisation'],
    ['an organisation that nobody knows', { organisation: randomUUID() }, '/organisation'],
    ['an organisation that is no number', { organisation: 'De Schakel' }, '/organisation'],
    ['an unknown chain', { chain: 'dansles' }, '/chain'],
    ['a municipality elsewhere', { area: { municipality: 'zwolle' } }, '/area/municipality'],
    ['an unknown kern', { area: { municipality: 'enschede', kern: 'hertme' } }, '/area/kern'],
    ['nobody', { cases: [] }, '/cases'],
    ['too many', { cases: Array.from({ length: 25 }, () => randomUUID()) }, '/cases'],
    ['a case that is no number', { cases: ['een'] }, '/cases/0'],
    ['an unknown field', { leader: SCHAKEL }, '/leader'],
  ];

  test.each(bad)('%s is refused with a pointer, and nothing is recorded', async (_name, over, pointer) => {
    const before = await stored(suite);
    const answer = await form(groupOf([seated], over));
    expectProblem(answer, 'invalid-input');
    expect(answer.json.errors, answer.text).toMatchObject([{ pointer }]);
    expect((await stored(suite))['commands']).toBe(before['commands']);
  });

  test('the same case twice is refused, also in other letters', async () => {
    for (const twice of [seated, seated.toUpperCase()]) {
      const answer = await form(groupOf([seated, twice]));
      expectProblem(answer, 'invalid-input');
      expect(answer.json.errors).toMatchObject([{ pointer: '/cases' }]);
    }
  });

  test('a cursor of another list, and a state that there is not, are refused', async () => {
    expectProblem(await suite.api(COORDINATOR, 'GET', '/groups?cursor=onzin'), 'invalid-input');
    expectProblem(await suite.api(COORDINATOR, 'GET', '/groups?state=ready'), 'invalid-input');
  });
});
