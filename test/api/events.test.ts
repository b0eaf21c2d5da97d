import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, openStepOf, type Stood } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { actionsOf, change, dayFrom, trailOf } from './verbs.ts';

let suite: Suite;
let open: Stood;
beforeAll(async () => {
  suite = await openSuite();
  open = await caseAt(suite, 'valrisicotest');
});
afterAll(() => suite.close());

const died = (of: string): object => ({ event: 'overleden', at: dayFrom(suite, 0), data: { of } });
const moved = (): object => ({ event: 'verhuisd', at: new Date(suite.clock.now()).toISOString() });
const signal = (): object => ({ event: 'veiligheidssignaal', at: dayFrom(suite, 0) });

describe('POST /cases/{id}/events', () => {
  test('the death of the resident ends the case at once and nothing is told any more', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const done = await change(suite, 'huisarts', made.id, 'events', died('inwoner'));
    expect(done.status, done.text).toBe(200);
    expect(done.json).toMatchObject({ status: 'ended', ending: 'overleden', openSteps: [] });
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P9W' });
    const facts = (await trailOf(suite, 'huisarts', made.id)).map(({ fact }) => fact);
    expect(facts).toEqual(['started', 'opened', 'happened', 'ended']);
    expectProblem(await change(suite, 'huisarts', made.id, 'events', moved()), 'ended');
  });

  test('the death of someone else is known, and the case goes on', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const done = await change(suite, 'tester', made.id, 'events', died('partner'));
    expect(done.json).toMatchObject({ status: 'open', openSteps: [{ id: made.openStep }] });
    expect((await trailOf(suite, 'huisarts', made.id)).find(({ fact }) => fact === 'happened')).toMatchObject({
      event: 'overleden',
      of: 'partner',
      on: dayFrom(suite, 0),
    });
  });

  test('a move asks who has the regie how to go on, beside the step that stands open', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const done = await change(suite, 'huisarts', made.id, 'events', moved());
    expect(done.json.openSteps.map(({ step }: { step: string }) => step)).toEqual([
      'valrisicotest',
      'verhuisd-besluit',
    ]);
    const openStep = await openStepOf(suite, made.id, 'verhuisd-besluit');
    const ended = await decide(suite, 'tester', made.id, { openStep, outcome: 'stopt' });
    expect(ended.json).toMatchObject({ status: 'ended', ending: 'verhuisd' });
  });

  test('every event that is listed as allowed goes through, and none is listed that does not', async () => {
    const listed = (await actionsOf(suite, 'tester', open.id)).find(({ action }) => action === 'event');
    expect(listed?.events?.map(({ id }) => id)).toEqual(['overleden', 'verhuisd', 'veiligheidssignaal']);
    for (const { id, of, allowed } of listed?.events ?? []) {
      const made = await caseAt(suite, 'valrisicotest');
      const data = of === undefined ? {} : { data: { of: of[0] } };
      const done = await change(suite, 'tester', made.id, 'events', { event: id, at: dayFrom(suite, 0), ...data });
      expect(done.status === 200, done.text).toBe(allowed);
    }
    const answer = await change(suite, 'tester', open.id, 'events', { event: 'geboorte', at: dayFrom(suite, 0) });
    expectProblem(answer, 'invalid-input', ['/event']);
    expect(answer.json.allowed.map(({ id }: { id: string }) => id)).toEqual(listed?.events?.map(({ id }) => id));
  });

  test.each<[string, object, readonly string[]]>([
    ['nothing', {}, ['/at', '/event']],
    ['a day that is none', { event: 'verhuisd', at: '2026-13-01' }, ['/at']],
    ['a day ages ago', { event: 'verhuisd', at: '0001-01-01' }, ['/at']],
    ['a death of nobody', { event: 'overleden', at: '2026-11-01' }, ['/data/of']],
    ['a death of a dog', { event: 'overleden', at: '2026-11-01', data: { of: 'hond' } }, ['/data/of']],
    ['more than is asked', { event: 'verhuisd', at: '2026-11-01', data: { naar: 'Zwolle' } }, ['/data/naar']],
    ['of whom where that is not asked', { event: 'verhuisd', at: '2026-11-01', data: { of: 'kind' } }, ['/data/of']],
    ['a name that is no event', { event: '__proto__', at: '2026-11-01' }, ['/event']],
    ['an unknown field', { event: 'verhuisd', at: '2026-11-01', comment: 'x' }, ['/comment']],
  ])('with %s is refused and stores nothing', async (_name, body, pointers) => {
    await storesNothing(suite, async () =>
      expectProblem(await change(suite, 'tester', open.id, 'events', body), 'invalid-input', pointers),
    );
  });

  test('in the future is refused', async () => {
    await storesNothing(suite, async () => {
      const answer = await change(suite, 'tester', open.id, 'events', { event: 'verhuisd', at: dayFrom(suite, 1) });
      expectProblem(answer, 'invalid-input', ['/at']);
    });
  });

  test('does not exist for who has no part in the case; who had one before may look and not report', async () => {
    const made = await caseAt(suite, 'wachtlijst-kern');
    await storesNothing(suite, async () => {
      for (const user of ['huisarts-2', 'fysio', 'ketencoordinator', 'beheerder'])
        expectProblem(await change(suite, user, made.id, 'events', moved()), 'not-found');
      expectProblem(await change(suite, 'tester', made.id, 'events', moved()), 'forbidden');
    });
  });

  test('repeated with its key is answered the same, also when who reported it has no part in the case any more', async () => {
    const made = await caseAt(suite, 'otago-verwijzing');
    const key = { 'idempotency-key': randomUUID() };
    const body = moved();
    const first = await change(suite, 'fysio', made.id, 'events', body, key);
    expect(first.status, first.text).toBe(200);
    const openStep = await openStepOf(suite, made.id, 'otago-verwijzing');
    const reason = { code: 'te-ver' };
    await decide(suite, 'huisarts', made.id, { openStep, outcome: 'niet-mogelijk', reason });
    expectProblem(await suite.api('fysio', 'GET', `/cases/${made.id}`), 'not-found');
    const again = await change(suite, 'fysio', made.id, 'events', body, key);
    expect([again.status, again.json]).toEqual([200, first.json]);
    expectProblem(await change(suite, 'fysio', made.id, 'events', body), 'not-found');
  });

  test('of two contradicting ones at once one wins and the other hears that the case has ended', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const answers = await Promise.all(
      [died('inwoner'), moved()].map((body) => change(suite, 'tester', made.id, 'events', body)),
    );
    const [first, second] = answers;
    expect(first?.status).toBe(200);
    expect([200, 409]).toContain(second?.status);
    expect((await suite.api('huisarts', 'GET', `/cases/${made.id}`)).json.ending).toBe('overleden');
  });
});

describe('a safety signal', () => {
  const hidden = /veiligheid|meldcode/;

  test('exists for who is accountable and who reported it: others find nothing of it anywhere', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const done = await change(suite, 'huisarts', made.id, 'events', signal());
    expect(done.status, done.text).toBe(200);
    // Who reported it knows that they did; the step is the accountable's.
    expect(done.json.openSteps.map(({ step }: { step: string }) => step)).toEqual(['valrisicotest']);
    expect((await trailOf(suite, 'huisarts', made.id)).at(-1)).toMatchObject({
      fact: 'happened',
      event: 'veiligheidssignaal',
    });
    for (const tail of ['', '/trail'])
      expect((await suite.api('poh', 'GET', `/cases/${made.id}${tail}`)).text).not.toMatch(hidden);
    const listed = await actionsOf(suite, 'poh', made.id);
    expect(listed.filter(({ action }) => action === 'decide')).toHaveLength(1);
    expect((await suite.api('poh', 'GET', '/referrals')).text).not.toMatch(hidden);

    const whole = await suite.api('tester', 'GET', `/cases/${made.id}`);
    const step = whole.json.openSteps.find((each: { step: string }) => each.step === 'veiligheid');
    expect(step).toMatchObject({ kind: 'assess', role: 'tester' });
    expect((await suite.api('tester', 'GET', '/worklist?limit=100')).text).toContain(step.id);

    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P4W' });
    expect((await suite.api('ketencoordinator', 'GET', '/worklist?limit=100')).text).not.toMatch(hidden);
    await storesNothing(suite, async () => {
      for (const user of ['huisarts', 'poh']) {
        const answer = await decide(suite, user, made.id, { openStep: step.id, outcome: 'afgehandeld' });
        expect(answer.status).toBeGreaterThanOrEqual(403);
        expect(answer.json.detail + JSON.stringify(answer.json.allowed)).not.toContain(step.id);
      }
    });
    const handled = await decide(suite, 'tester', made.id, { openStep: step.id, outcome: 'meldcode-route' });
    expect(handled.json.openSteps).toMatchObject([{ step: 'valrisicotest' }]);
    expect(JSON.stringify(await trailOf(suite, 'huisarts', made.id))).not.toContain('meldcode');
    expect(await trailOf(suite, 'tester', made.id)).toContainEqual(
      expect.objectContaining({ fact: 'decided', step: 'veiligheid', outcome: 'meldcode-route' }),
    );
  });

  test('that is hidden is answered exactly as a step that does not exist', async () => {
    const made = await caseAt(suite, 'otago-intake');
    const done = await change(suite, 'huisarts', made.id, 'events', signal());
    expect(done.status, done.text).toBe(200);
    const [secret, nothing] = await Promise.all(
      ['veiligheid.1', 'bestaat-niet.1'].map((step) =>
        decide(suite, 'fysio', made.id, { openStep: `${made.id}.${step}`, outcome: 'afgehandeld' }),
      ),
    );
    const bare = ({ requestId: _requestId, ...rest }: Record<string, unknown>): unknown => rest;
    expect(secret?.status).toBe(nothing?.status);
    expect(bare(secret?.json)).toEqual(bare(nothing?.json));
  });

  test('repeated with its key is one', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const key = { 'idempotency-key': randomUUID() };
    const body = signal();
    const first = await change(suite, 'tester', made.id, 'events', body, key);
    expect((await change(suite, 'tester', made.id, 'events', body, key)).json).toEqual(first.json);
    const happened = (await trailOf(suite, 'tester', made.id)).filter(({ fact }) => fact === 'happened');
    expect(happened).toHaveLength(1);
  });
});
