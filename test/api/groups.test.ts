import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { factsOf, stateOf } from '../harness/cases.ts';
import { groupOf, inDays, SCHAKEL, STIFTJE, waiting, waitingAll } from '../harness/groups.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { decide } from './journey.ts';
import { expectProblem } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const COORDINATOR = 'valpreventie-coordinator';
const form = (body: unknown, key?: string, user = COORDINATOR): Promise<Answer> =>
  suite.api(user, 'POST', '/groups', body, key === undefined ? {} : { 'idempotency-key': key });
const openSteps = async (id: string): Promise<readonly string[]> =>
  (await stateOf(suite, id)).open.map(({ step }) => step);
const wait = (over: Record<string, unknown> = {}): Promise<string> => waiting(suite, over);
const waitAll = (count: number): Promise<string[]> => waitingAll(suite, count);

describe('a group of ten', () => {
  test('is formed in one request: every case has a seat, with the group, its leader and its dates', async () => {
    const cases = await waitAll(10);
    const made = await form(groupOf(cases));
    expect(made.status, made.text).toBe(201);
    expect(made.json).toMatchObject({
      chain: 'valpreventie',
      area: { municipality: 'enschede', kern: 'glanerbrug' },
      organisation: SCHAKEL,
      organisationName: expect.stringContaining('De Schakel'),
      startsOn: inDays(28),
      endsOn: inDays(112),
      state: 'gepland',
      n: 8,
      taken: 10,
      seats: cases.map((id) => ({ case: id, status: 'bezet' })),
      seq: 1,
    });
    expect(made.headers.get('location')).toBe(`/groups/${made.json.id}`);
    expect(made.headers.get('etag')).toBe('"1"');
    for (const id of cases) {
      const state = await stateOf(suite, id);
      expect(state).toMatchObject({
        group: made.json.id,
        anchors: { 'start-groep': inDays(28), 'einde-groep': inDays(112) },
      });
      expect(state.open.map(({ step }) => step)).toEqual(['groep-toewijzen']);
    }
    const seen = await suite.api(COORDINATOR, 'GET', `/groups/${made.json.id}`);
    expect(seen.json).toEqual({ ...made.json, seats: expect.arrayContaining(made.json.seats) });
    expect(seen.headers.get('etag')).toBe('"1"');
  });

  test('is in the list of who formed it and of who leads it, found by chain, municipality and state', async () => {
    const made = await form(groupOf([await wait()]));
    for (const user of [COORDINATOR, 'fysio']) {
      for (const query of ['', '?chain=valpreventie', '?municipality=enschede', '?state=gepland', '?limit=1']) {
        const ids = await all(user, query);
        expect(ids, `${user} ${query}`).toContain(made.json.id);
        expect(new Set(ids).size).toBe(ids.length);
      }
      expect(await all(user, '?state=afgelopen')).toEqual([]);
      expect(await all(user, '?municipality=borne')).toEqual([]);
    }
  });

  test('takes no decision for the case: the coordinator still assigns, the leader still calls', async () => {
    const id = await wait();
    await form(groupOf([id]));
    const openStep = `${id}.groep-toewijzen.1`;
    const assigned = await decide(suite, COORDINATOR, id, { openStep, outcome: 'gedaan' });
    expect(assigned.status, assigned.text).toBe(200);
    const called = await decide(suite, 'fysio', id, { openStep: `${id}.fysio-belt.1`, outcome: 'deelnemen' });
    expect(called.status, called.text).toBe(200);
    expect(await openSteps(id)).toEqual(['t0']);
  });
});

/** Every page of a list, as ids. */
async function all(user: string, query: string): Promise<string[]> {
  const ids: string[] = [];
  let next: string | null = null;
  do {
    const cursor: string = next === null ? '' : `${query === '' ? '?' : '&'}cursor=${next}`;
    const page: Answer = await suite.api(user, 'GET', `/groups${query}${cursor}`);
    expect(page.status, page.text).toBe(200);
    ids.push(...page.json.items.map((item: { id: string }) => item.id));
    next = page.json.next;
  } while (next !== null);
  return ids;
}

describe('what is refused comes back per case', () => {
  test('who withdrew meanwhile, who waits no more and who is not theirs, while the others have their seat', async () => {
    const [good, gone, placed] = await waitAll(3);
    const borne = await wait({ municipality: 'borne', kern: 'borne' });
    const nobody = randomUUID();
    const left = await decide(suite, COORDINATOR, gone!, {
      openStep: `${gone}.wachtlijst-kern.1`,
      outcome: 'trekt-terug',
    });
    expect(left.status, left.text).toBe(200);
    const earlier = await form(groupOf([placed!]));
    const made = await form(groupOf([good!, gone!, placed!, borne, nobody]));
    expect(made.status, made.text).toBe(201);
    expect(made.json.taken).toBe(1);
    expect(made.json.seats).toMatchObject([
      { case: good, status: 'bezet' },
      { case: gone, status: 'geweigerd', why: { code: 'ended', detail: expect.any(String) } },
      { case: placed, status: 'geweigerd', why: { code: 'not-allowed-now', detail: expect.any(String) } },
      { case: borne, status: 'geweigerd', why: { code: 'not-found', detail: expect.any(String) } },
      { case: nobody, status: 'geweigerd', why: { code: 'not-found', detail: expect.any(String) } },
    ]);
    expect(await stateOf(suite, placed!)).toMatchObject({ group: earlier.json.id });
    const asked = await suite.context.db.query<{ case_id: string }>(
      {
        name: 'test_asked',
        text: `select case_id from commands where path like 'POST /groups#%' and case_id = any($1)`,
      },
      [[borne, nobody]],
    );
    expect(asked).toEqual([]);
    expect((await factsOf(suite, borne)).map(({ fact }) => fact)).not.toContain('grouped');
  });

  test('a case that another request places at the same time sits in one group, and is refused by the other', async () => {
    const cases = await waitAll(3);
    const made = await Promise.all([form(groupOf(cases)), form(groupOf(cases.toReversed()))]);
    for (const { status, text } of made) expect(status, text).toBe(201);
    for (const id of cases) {
      const seats = made.flatMap(({ json }) => json.seats.filter((seat: { case: string }) => seat.case === id));
      expect(seats).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ status: 'bezet' }),
          expect.objectContaining({ status: 'geweigerd' }),
        ]),
      );
      expect(seats).toHaveLength(2);
      expect((await factsOf(suite, id)).filter(({ fact }) => fact === 'grouped')).toHaveLength(1);
    }
  });

  test('without anyone to place there is no group, and the key stays free', async () => {
    const key = randomUUID();
    const refused = await form(groupOf([randomUUID()]), key);
    expectProblem(refused, 'invalid-input');
    expect(refused.json.errors).toMatchObject([{ pointer: '/cases/0' }]);
    expect((await form(groupOf([await wait()]), key)).status).toBe(201);
  });
});

describe('a case that PostgreSQL still holds as an earlier build left it', () => {
  test('gets its seat like any other', async () => {
    const id = await wait();
    const { open, ...rest } = await stateOf(suite, id);
    const since = ['worked', 'outcomes', 'decidedAt', 'taken', 'anchors', 'marks', 'links', 'group', 'payer'];
    const also = ['suspensions', 'arrived', 'scheduled', 'happened', 'silenced'];
    const kept = Object.entries(rest).filter(([key]) => !since.includes(key) && !also.includes(key));
    const opened = open.map(
      ({ id: openStep, step, round, role, organisation, openedAt, dueAt, rung, late, escalations }) => {
        return { id: openStep, step, round, role, organisation, openedAt, dueAt, rung, late, escalations };
      },
    );
    const old = { ...Object.fromEntries(kept), schema: 1, open: opened };
    const set = { name: 'test_older_state', text: 'update cases set state = $2::jsonb where id = $1' };
    await suite.context.db.query(set, [id, JSON.stringify(old)]);
    const made = await form(groupOf([id]));
    expect(made.status, made.text).toBe(201);
    expect(made.json.seats).toMatchObject([{ case: id, status: 'bezet' }]);
  });
});

describe('the neighbouring municipality as way out', () => {
  test('is led there, but formed by the own coordinator, once the waiting has been called too long', async () => {
    const id = await wait();
    const inBorne = { area: { municipality: 'borne' }, organisation: STIFTJE };
    const early = await form(groupOf([id], inBorne));
    expectProblem(early, 'invalid-input');
    expect(early.json.errors[0].detail).toContain('buurgemeente');
    const openStep = `${id}.wachtlijst-kern.1`;
    expect((await decide(suite, COORDINATOR, id, { openStep, outcome: 'te-lang' })).status).toBe(200);
    const made = await form(groupOf([id], inBorne));
    expect(made.status, made.text).toBe(201);
    expect(made.json).toMatchObject({ area: { municipality: 'borne', kern: null }, taken: 1 });
    const state = await stateOf(suite, id);
    expect(state).toMatchObject({ group: made.json.id, municipality: 'enschede', parties: { fysio: STIFTJE } });
    expect(state.open).toMatchObject([{ step: 'fysio-belt', organisation: STIFTJE }]);
    // The physiotherapist of Enschede has nothing to do with it.
    expectProblem(await suite.api('fysio', 'GET', `/groups/${made.json.id}`), 'not-found');
  });
});

describe('the same key', () => {
  test('makes one group, also when it is used twenty times at once, and tells the same each time', async () => {
    const cases = await waitAll(4);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => form(groupOf(cases), key)));
    const [first] = answers;
    expect(first!.status, first!.text).toBe(201);
    for (const answer of answers) expect([answer.status, answer.json]).toEqual([201, first!.json]);
    for (const id of cases) {
      expect((await factsOf(suite, id)).filter(({ fact }) => fact === 'grouped')).toHaveLength(1);
    }
    const changed = await suite.api(COORDINATOR, 'POST', `/groups/${first!.json.id}/changes`, { free: [cases[0]] });
    expect(changed.status, changed.text).toBe(200);
    expect((await form(groupOf(cases), key)).json).toEqual(first!.json);
    expectProblem(await form(groupOf(cases, { endsOn: inDays(120) }), key), 'idempotency-mismatch');
  });
});

describe('who waits', () => {
  test('is counted per kern, with the knob of the place and a proposal once there are enough', async () => {
    const kern = 'boekelo';
    const of = async (): Promise<unknown[]> =>
      (await suite.api(COORDINATOR, 'GET', '/groups/waiting?chain=valpreventie')).json.items.filter(
        (item: { kern: string }) => item.kern === kern,
      );
    expect(await of()).toEqual([]);
    const seven = await waitingAll(suite, 7, { kern });
    expect(await of()).toEqual([
      { chain: 'valpreventie', municipality: 'enschede', kern, waiting: 7, n: 8, ready: false, longestWaitDays: 0 },
    ]);
    const eighth = await wait({ kern });
    expect(await of()).toMatchObject([{ waiting: 8, n: 8, ready: true }]);
    await form(groupOf([...seven, eighth], { area: { municipality: 'enschede', kern } }));
    expect(await of()).toEqual([]);
  });

  test('elsewhere is not counted, and a chain without groups has nobody', async () => {
    await wait({ municipality: 'borne', kern: 'hertme' });
    const { json } = await suite.api(COORDINATOR, 'GET', '/groups/waiting');
    expect(json.items.map((item: { municipality: string }) => item.municipality)).not.toContain('borne');
    expect((await suite.api(COORDINATOR, 'GET', '/groups/waiting?chain=vngg')).json.items).toEqual([]);
  });
});
