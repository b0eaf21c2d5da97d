import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endOfLocalDay } from '../../src/engine/calendar/amsterdam.ts';
import type { Answer } from '../harness/api.ts';
import { factsOf, stateOf } from '../harness/cases.ts';
import { groupOf, inDays, waiting, waitingAll } from '../harness/groups.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { decide } from './journey.ts';
import { expectProblem } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const COORDINATOR = 'valpreventie-coordinator';
const meting = { tugSeconden: 13.5, sppb: 8, sppbBalans: 3, sppbLopen: 3, sppbOpstaan: 2, fesI: 28 };

async function formed(cases: readonly string[]): Promise<string> {
  const made = await suite.api(COORDINATOR, 'POST', '/groups', groupOf(cases));
  expect(made.status, made.text).toBe(201);
  return made.json.id;
}

const change = (
  group: string,
  body: unknown,
  headers: Record<string, string> = {},
  user = COORDINATOR,
): Promise<Answer> => suite.api(user, 'POST', `/groups/${group}/changes`, body, headers);

/** From the seat to the programme. */
async function begin(id: string, until: 't0' | 'interventie-groep'): Promise<void> {
  const ways: readonly (readonly [string, string, string, object?])[] = [
    [COORDINATOR, 'groep-toewijzen', 'gedaan'],
    ['fysio', 'fysio-belt', 'deelnemen'],
    ['fysio', 't0', 'gedaan', meting],
  ];
  for (const [user, step, outcome, filled] of ways) {
    if (step === until) return;
    const body = { openStep: `${id}.${step}.1`, outcome, ...(filled === undefined ? {} : { form: filled }) };
    const done = await decide(suite, user, id, body);
    expect(done.status, done.text).toBe(200);
  }
}

describe('new dates of a group', () => {
  test('move every term that hangs on them, in every case: T0, the programme, and when the voorlichting opens', async () => {
    const [atT0, inProgramme] = await waitingAll(suite, 2);
    const group = await formed([atT0!, inProgramme!]);
    await begin(atT0!, 't0');
    await begin(inProgramme!, 'interventie-groep');
    const opensBefore = (await stateOf(suite, inProgramme!)).scheduled[0]?.opensAt;
    const moved = await change(group, { startsOn: inDays(35), endsOn: inDays(133) });
    expect(moved.status, moved.text).toBe(200);
    expect(moved.json).toMatchObject({ startsOn: inDays(35), endsOn: inDays(133), seq: 2, taken: 2 });
    expect(moved.headers.get('etag')).toBe('"2"');
    expect(moved.json.results.toSorted(byCase)).toEqual(
      [atT0!, inProgramme!].map((id) => ({ case: id, change: 'move', done: true })).toSorted(byCase),
    );
    expect((await stateOf(suite, atT0!)).open).toMatchObject([{ step: 't0', dueAt: endOfLocalDay(inDays(35)) }]);
    const state = await stateOf(suite, inProgramme!);
    expect(state.open).toMatchObject([{ step: 'interventie-groep', dueAt: endOfLocalDay(inDays(133)) }]);
    expect(state.scheduled[0]?.step).toBe('voorlichting-regulier');
    expect(state.scheduled[0]?.opensAt).not.toBe(opensBefore);
    expect(state.anchors).toMatchObject({ 'start-groep': inDays(35), 'einde-groep': inDays(133) });
  });

  test('that contradict each other, or lie behind us, change nothing', async () => {
    const group = await formed([await waiting(suite)]);
    for (const [body, pointer] of [
      [{ startsOn: inDays(-3) }, '/startsOn'],
      [{ endsOn: inDays(20) }, '/endsOn'],
      [{ startsOn: inDays(130) }, '/endsOn'],
      [{ endsOn: inDays(1000) }, '/endsOn'],
      [{ startsOn: '2027-02-30' }, '/startsOn'],
      [{}, ''],
      [{ fill: [] }, ''],
      [{ seats: 3, endsOn: inDays(119) }, '/seats'],
    ] as const) {
      const refused = await change(group, body);
      expectProblem(refused, 'invalid-input');
      expect(refused.json.errors, refused.text).toMatchObject([{ pointer }]);
    }
    expect((await suite.api(COORDINATOR, 'GET', `/groups/${group}`)).json).toMatchObject({
      seq: 1,
      startsOn: inDays(28),
    });
  });
});

function byCase(a: { case?: string | undefined }, b: { case?: string | undefined }): number {
  return (a.case ?? '') < (b.case ?? '') ? -1 : 1;
}

describe('a seat', () => {
  test('that is given back sends the case to the waiting list, and can be filled by another', async () => {
    const [stays, leaves, comes] = await waitingAll(suite, 3);
    const group = await formed([stays!, leaves!]);
    const changed = await change(group, { free: [leaves], fill: [comes] });
    expect(changed.status, changed.text).toBe(200);
    expect(changed.json.results.toSorted(byCase)).toEqual(
      [
        { case: leaves, change: 'free', done: true },
        { case: comes, change: 'fill', done: true },
      ].toSorted(byCase),
    );
    expect(changed.json.seats.toSorted(byCase)).toEqual(
      [
        { case: stays, status: 'bezet' },
        { case: leaves, status: 'vrij' },
        { case: comes, status: 'bezet' },
      ].toSorted(byCase),
    );
    const left = await stateOf(suite, leaves!);
    expect([left.group, left.open.map(({ step }) => step)]).toEqual([null, ['wachtlijst-kern']]);
    const back = await change(group, { fill: [leaves] });
    expect(back.json.results).toEqual([{ case: leaves, change: 'fill', done: true }]);
    expect(back.json).toMatchObject({ taken: 3, seq: 3 });
  });

  test('comes free when the case itself gives it up', async () => {
    const [stays, leaves] = await waitingAll(suite, 2);
    const group = await formed([stays!, leaves!]);
    const openStep = `${leaves}.groep-toewijzen.1`;
    expect((await decide(suite, COORDINATOR, leaves!, { openStep, outcome: 'geen-groep' })).status).toBe(200);
    const { json } = await suite.api(COORDINATOR, 'GET', `/groups/${group}`);
    expect(json.taken).toBe(1);
    expect(json.seats).toContainEqual({ case: leaves, status: 'vrij' });
  });

  test('is refused per case: no seat to give back, none of theirs, one that is ended', async () => {
    const [seated, other, gone] = await waitingAll(suite, 3);
    const borne = await waiting(suite, { municipality: 'borne', kern: 'borne' });
    const group = await formed([seated!]);
    await decide(suite, COORDINATOR, gone!, { openStep: `${gone}.wachtlijst-kern.1`, outcome: 'trekt-terug' });
    const changed = await change(group, { free: [other, randomUUID()], fill: [borne, gone, seated] });
    expect(changed.status, changed.text).toBe(200);
    const codes = Object.fromEntries(
      changed.json.results.map((each: { case: string; why?: { code: string } }) => [each.case, each.why?.code]),
    );
    expect(codes).toMatchObject({
      [other!]: 'not-allowed-now',
      [borne]: 'not-found',
      [gone!]: 'ended',
      [seated!]: 'not-allowed-now',
    });
    expect(changed.json.taken).toBe(1);
    expect(changed.json.seats).toContainEqual({ case: seated, status: 'bezet' });
  });

  test('cannot be filled beyond twenty-four, nor filled and given back at once', async () => {
    const cases = await waitingAll(suite, 14);
    const group = await formed(cases.slice(0, 13));
    const twelve = [...cases.slice(13), ...(await waitingAll(suite, 11))];
    const refused = await change(group, { fill: twelve });
    expectProblem(refused, 'invalid-input');
    expect(refused.json.errors).toMatchObject([{ pointer: '/fill' }]);
    expectProblem(await change(group, { fill: [cases[13]], free: [cases[13]] }), 'invalid-input');
    expect((await stateOf(suite, cases[13]!)).group).toBeNull();
  });
});

describe('a change', () => {
  test('with the number of an older version is stale, and changes nothing', async () => {
    const id = await waiting(suite);
    const group = await formed([id]);
    expect((await change(group, { endsOn: inDays(119) }, { 'if-match': '"1"' })).status).toBe(200);
    expectProblem(await change(group, { free: [id] }, { 'if-match': '"1"' }), 'stale');
    expect((await stateOf(suite, id)).group).toBe(group);
    expect((await change(group, { free: [id] }, { 'if-match': '"2"' })).status).toBe(200);
  });

  test('of two at once from the same version one wins', async () => {
    const group = await formed([await waiting(suite)]);
    const both = await Promise.all(
      [119, 126].map((day) => change(group, { endsOn: inDays(day) }, { 'if-match': '"1"' })),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  test('with the same key happens once, and tells the same', async () => {
    const id = await waiting(suite);
    const group = await formed([id]);
    const headers = { 'idempotency-key': randomUUID() };
    const body = { endsOn: inDays(126) };
    const answers = await Promise.all(Array.from({ length: 10 }, () => change(group, body, headers)));
    for (const answer of answers) expect([answer.status, answer.json]).toEqual([200, answers[0]!.json]);
    expect(answers[0]!.json.seq).toBe(2);
    await change(group, { free: [id] });
    expect((await change(group, body, headers)).json).toEqual(answers[0]!.json);
    expectProblem(await change(group, { endsOn: inDays(127) }, headers), 'idempotency-mismatch');
    expect((await factsOf(suite, id)).filter(({ fact }) => fact === 'ungrouped')).toHaveLength(1);
  });
});
