import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryOut } from '../../src/cases/carry-out.ts';
import { factsOf, recordOnly, stateOf } from '../harness/cases.ts';
import { consent, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide } from './journey.ts';
import { bodyOf, person, START } from './known-in-start.ts';
import { expectProblem } from './problem.ts';
import { opened, SOCIAL, socialCase, sv, tries } from './social-case.ts';
import { change, dayFrom, trailOf, type Verb } from './verbs.ts';

// What a link does: something happens on the one side, and the other side stands as the link says.

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const cz = 'centrale-zorgcoordinator';

interface Two {
  readonly first: string;
  readonly second: string;
}

/** Two cases of one resident: with the huisarts in valpreventie, and in Sociaal Verwijzen. */
async function two(): Promise<Two> {
  const who = resident();
  const { id: first } = await caseAt(suite, 'huisarts-beeld', { resident: who });
  return { first, second: await socialCase(suite, { at: 'eerste-contact', who }) };
}

async function linkedBy(type: string, over: object = {}): Promise<Two> {
  const { first, second } = await two();
  const made = await change(suite, 'huisarts', first, 'links', { type, case: second, ...over });
  expect(made.status, made.text).toBe(201);
  return { first, second };
}

/** VnGG inside Sociaal Verwijzen. */
async function inside(): Promise<Two> {
  const first = await socialCase(suite);
  const made = await tries(suite, sv, first, 'aanbod', { outcome: 'vngg', form: {}, link: {} });
  expect(made.status, made.text).toBe(200);
  return { first, second: made.json.links[0].case };
}

async function does(user: string, id: string, verb: Verb, body: object): Promise<void> {
  const answer = await change(suite, user, id, verb, body);
  expect([200, 201], answer.text).toContain(answer.status);
}

const stepsOf = async (id: string): Promise<string[]> => (await stateOf(suite, id)).open.map(({ step }) => step);
const died = (): object => ({ event: 'overleden', at: dayFrom(suite, 0), data: { of: 'inwoner' } });
const stops = { reason: { code: 'ziekte' } };
const ziekte = (days: number): object => ({ reason: 'ziekte', until: dayFrom(suite, days) });

/** What followed in a case, each time with what it led to. */
async function followedIn(id: string): Promise<readonly string[]> {
  const facts = await factsOf(suite, id);
  return facts.flatMap((fact) => (fact.fact === 'followed' ? [fact.what] : []));
}

async function nothingLeft(): Promise<void> {
  const open = { name: 'test_left', text: 'select id from commands where answer is null' };
  expect(await suite.context.db.query(open)).toEqual([]);
  expect((await suite.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
}

describe('a case that waits for another one (eerst)', () => {
  test('is paused at once, and goes on with a question when the other ends', async () => {
    const { first, second } = await linkedBy('eerst', { until: dayFrom(suite, 30) });
    const seen = (await suite.api('huisarts', 'GET', `/cases/${first}`)).json;
    expect(seen).toMatchObject({ status: 'paused', pause: { reason: 'eerst-andere-hulp' } });
    expect((await factsOf(suite, first)).at(-1)).toMatchObject({ fact: 'paused', until: dayFrom(suite, 30) });
    await does(sv, second, 'withdrawal', stops);
    const after = (await suite.api('huisarts', 'GET', `/cases/${first}`)).json;
    expect(after).toMatchObject({ status: 'open', pause: null, links: [{ case: second, status: 'ended' }] });
    expect(await stepsOf(first)).toEqual(['huisarts-beeld', 'na-pauze']);
    const trail = await trailOf(suite, 'huisarts', first);
    expect(trail.find(({ fact }) => fact === 'followed')).toMatchObject({
      actor: { system: 'engine' },
      link: { type: 'eerst', chain: SOCIAL, case: second },
    });
    // What is in the other case stays there.
    expect(JSON.stringify(trail)).not.toContain('ziekte');
    await nothingLeft();
  });

  test('wakes by itself on its day, is asked when the other ends after that, and stops nothing there itself', async () => {
    const { first, second } = await linkedBy('eerst', { until: dayFrom(suite, 10) });
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P11D' });
    expect(await stepsOf(first)).toEqual(['huisarts-beeld', 'na-pauze']);
    await does(sv, second, 'withdrawal', stops);
    expect(await stepsOf(first)).toEqual(['huisarts-beeld', 'na-pauze', 'ander-traject']);
    const openStep = await opened(suite, first, 'ander-traject');
    expect((await decide(suite, 'huisarts', first, { openStep, outcome: 'gezien' })).status).toBe(200);
    const other = await linkedBy('eerst');
    await does('huisarts', other.first, 'withdrawal', stops);
    expect(await followedIn(other.second)).toEqual([]);
    expect((await stateOf(suite, other.second)).status).toBe('open');
    await nothingLeft();
  });

  test('waits no longer than a case may pause, and a day belongs to no other link', async () => {
    const { first } = await linkedBy('eerst');
    expect((await stateOf(suite, first)).suspensions).toHaveLength(1);
    const apart = await two();
    const to = (body: object) => change(suite, 'huisarts', apart.first, 'links', { case: apart.second, ...body });
    expectProblem(await to({ type: 'eerst', until: dayFrom(suite, 300) }), 'invalid-input');
    expectProblem(await to({ type: 'parallel', until: dayFrom(suite, 3) }), 'invalid-input');
  });
});

describe('a case that runs beside another one, or after it (parallel, vervolg)', () => {
  test.each(['parallel', 'vervolg'])('%s: only a death counts on both sides', async (type) => {
    const { first, second } = await linkedBy(type);
    await does('huisarts', first, 'pauses', ziekte(20));
    await does('huisarts', first, 'resumptions', {});
    expect(await followedIn(second)).toEqual([]);
    await does('huisarts', first, 'events', died());
    for (const id of [first, second]) {
      expect(await stateOf(suite, id)).toMatchObject({ status: 'ended', ending: 'overleden', silenced: true });
    }
    expect(await followedIn(second)).toEqual(['died']);
    await nothingLeft();
  });

  test.each(['parallel', 'vervolg'])('%s: the end of one asks nothing of the other', async (type) => {
    const { first, second } = await linkedBy(type);
    await does('huisarts', first, 'withdrawal', stops);
    expect(await followedIn(second)).toEqual([]);
    expect((await stateOf(suite, second)).status).toBe('open');
  });
});

describe('cases that share an intake (deel-intake)', () => {
  test('pause and go on together, the first first', async () => {
    const { first, second } = await inside();
    await does(sv, first, 'pauses', ziekte(40));
    expect(await stateOf(suite, second)).toMatchObject({ status: 'paused', suspensions: [{ reason: 'ziekte' }] });
    await does(sv, first, 'resumptions', {});
    expect((await stateOf(suite, second)).status).toBe('open');
    await does(cz, second, 'pauses', ziekte(40));
    expect((await stateOf(suite, first)).status).toBe('open');
    await does(sv, first, 'pauses', ziekte(20));
    await does(sv, first, 'resumptions', {});
    expect((await stateOf(suite, second)).status).toBe('paused');
    await nothingLeft();
  });

  test('go on together when the clock ends the pause, and nobody is asked twice', async () => {
    const { first, second } = await inside();
    await does(sv, first, 'pauses', ziekte(14));
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P16D' });
    for (const id of [first, second]) {
      const { status, open } = await stateOf(suite, id);
      expect(status).toBe('open');
      expect(open.filter(({ step }) => step === 'na-pauze')).toHaveLength(1);
    }
    const resumed = (await factsOf(suite, second)).filter(({ fact }) => fact === 'resumed');
    expect(resumed).toHaveLength(1);
    await nothingLeft();
  });

  test('have one consent: withdrawn on either side it is gone on both, and given again it is there on both', async () => {
    const { first, second } = await inside();
    const says = (given: boolean): object => ({ purpose: 'overdracht', given, by: 'inwoner', at: dayFrom(suite, 0) });
    await does(cz, second, 'consents', says(false));
    for (const id of [first, second]) expect((await stateOf(suite, id)).consentLost).toBe(true);
    const [told] = (await suite.api('huisarts', 'GET', `/cases/${first}/consents`)).json.items.slice(-1);
    expect(told).toMatchObject({ purpose: 'overdracht', given: false, by: 'inwoner', recordedBy: null });
    await does('huisarts', first, 'consents', says(true));
    for (const id of [first, second]) expect((await stateOf(suite, id)).consentLost).toBe(false);
    expect(await followedIn(first)).toEqual(['consent-withdrawn']);
    expect(await followedIn(second)).toEqual(['consent-given']);
    await nothingLeft();
  });

  test.each(['first', 'second'] as const)(
    'an end of the %s asks somebody in the other, and ends nothing there',
    async (side) => {
      const two = await inside();
      const [here, there] = side === 'first' ? [two.first, two.second] : [two.second, two.first];
      await does(side === 'first' ? sv : cz, here, 'withdrawal', stops);
      expect((await stateOf(suite, there)).status).toBe('open');
      expect(await stepsOf(there)).toContain('ander-traject');
      const work = await suite.api(side === 'first' ? cz : sv, 'GET', '/worklist?step=ander-traject');
      expect(work.json.items.map((item: { case: string }) => item.case)).toContain(there);
      await nothingLeft();
    },
  );

  test('a death counts on both', async () => {
    const { first, second } = await inside();
    await does(cz, second, 'events', died());
    expect(await stateOf(suite, first)).toMatchObject({ status: 'ended', ending: 'overleden', silenced: true });
  });
});

describe('what nothing follows from', () => {
  test('family: also a death stays where it is', async () => {
    const { id: first } = await caseAt(suite, 'valrisicotest');
    const body = { type: 'zelfde-gezin', chain: 'valpreventie', resident: resident(), consent: consent() };
    const made = await change(suite, 'tester', first, 'links', body);
    expect(made.status, made.text).toBe(201);
    await does('huisarts', first, 'events', died());
    expect((await stateOf(suite, made.json.case)).status).toBe('open');
    expect(await followedIn(made.json.case)).toEqual([]);
  });

  test('a death of somebody else, whatever the cases say of each other', async () => {
    const [one, other] = [await caseAt(suite, 'huisarts-beeld'), await caseAt(suite, 'valrisicotest')];
    await couples(one.id, other.id);
    await does('huisarts', one.id, 'events', died());
    expect((await stateOf(suite, other.id)).status).toBe('open');
    expect(await followedIn(other.id)).toEqual([]);
  });
});

describe('one person with two dossiers, as where the existence of a case is confidential', () => {
  test('is known as the same one: a death counts on both sides', async () => {
    const { full } = person({ birthDate: '1994-02-03' });
    const start = await suite.api('huisarts', 'POST', '/referrals', bodyOf(START, full));
    expect(start.status, start.text).toBe(201);
    const social = await socialCase(suite, { at: 'eerste-contact', who: full });
    const [one, other] = await Promise.all([start.json.id, social].map(dossierOf));
    expect(one).not.toBe(other);
    await couples(social, start.json.id);
    await does('huisarts', social, 'events', died());
    expect(await stateOf(suite, start.json.id)).toMatchObject({ status: 'ended', ending: 'overleden' });
  });
});

async function dossierOf(id: string): Promise<string | undefined> {
  const text = 'select resident from cases where id = $1';
  return (await suite.context.db.query<{ resident: string }>({ name: 'test_dossier', text }, [id]))[0]?.resident;
}

/** Past what the request asks of a link: only what the cases say of each other. */
async function couples(first: string, second: string): Promise<void> {
  const actor = { role: 'huisarts', organisation: null, practitioner: null };
  for (const [here, there, side] of [
    [first, second, 'first'],
    [second, first, 'second'],
  ] as const) {
    const { chain } = await stateOf(suite, there);
    const told = { kind: 'link', actor, type: 'parallel', chain, case: there, side, mirrored: true } as const;
    const { answer } = await carryOut(suite.context, await recordOnly(suite, here, told));
    expect(answer).toMatchObject({ seq: expect.any(Number) });
  }
}

describe('a decision that counted in another case', () => {
  test('cannot be taken back on one side, and says so', async () => {
    const { first, second } = await inside();
    const says = { purpose: 'overdracht', given: false, by: 'inwoner', at: dayFrom(suite, 0) };
    await does('huisarts', first, 'consents', says);
    const openStep = await opened(suite, first, 'toestemming-besluit');
    const { accountable } = (await suite.api('huisarts', 'GET', `/cases/${first}`)).json;
    const user = accountable.role === 'huisarts' ? 'huisarts' : sv;
    const again = await decide(suite, user, first, { openStep, outcome: 'weer-toestemming' });
    expect(again.status, again.text).toBe(200);
    expect((await stateOf(suite, second)).consentLost).toBe(false);
    const seq = (await factsOf(suite, first)).findLast(({ fact }) => fact === 'decided')?.seq;
    const answer = await change(suite, user, first, 'corrections', { seq, reason: 'vergissing' });
    expectProblem(answer, 'not-allowed-now');
    expect(answer.json.detail).toContain('gekoppeld traject');
  });
});
