import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factsOf, stateOf } from '../harness/cases.ts';
import { olderCase } from '../harness/older-case.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { broughtTo, caseAt, decide, openStepOf, type Step } from './journey.ts';
import { expectProblem } from './problem.ts';
import { actionsOf, change, dayFrom, trailOf } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

/** A case that began on version 1, at a step. */
const older = async (step: Step): Promise<{ id: string; openStep: string }> =>
  broughtTo(suite, (await olderCase(suite, 1)).id, step);
const move = (user: string, id: string, to: unknown = 2, headers = {}) =>
  change(suite, user, id, 'version', { to } as object, headers);
const versionsOf = async (user: string, id: string) => suite.api(user, 'GET', `/cases/${id}/versions`);

interface Shown {
  readonly id: string;
  readonly step: string;
  readonly dueAt: string;
}
/** What is shown of the steps that stand open. */
const openIn = async (id: string, user = 'huisarts'): Promise<readonly Shown[]> =>
  (await suite.api(user, 'GET', `/cases/${id}`)).json.openSteps;

describe('a case of an earlier version', () => {
  test('stays on it as long as nobody moves it, while new cases begin on the newest', async () => {
    const { id, openStep } = await older('nabellen-tester');
    expect((await suite.api('tester', 'GET', `/cases/${id}`)).json.version).toBe(1);
    const fresh = await caseAt(suite, 'nabellen-tester');
    expect((await suite.api('tester', 'GET', `/cases/${fresh.id}`)).json.version).toBe(2);
    const [due1, due2] = [await openIn(id), await openIn(fresh.id)].map(([open]) => open?.dueAt ?? '');
    expect(Date.parse(due2 ?? '')).toBeGreaterThan(Date.parse(due1 ?? ''));
    const decided = await decide(suite, 'tester', id, { openStep, outcome: 'alsnog' });
    expect(decided.json).toMatchObject({ version: 1 });
    expect((await openIn(id)).map(({ step }) => step)).toEqual(['huisarts-beeld']);
    const chain = await suite.api('tester', 'GET', '/chains/valpreventie?version=1');
    expect(chain.json).toMatchObject({ version: 1, published: true });
  });
});

describe('GET /cases/{id}/versions', () => {
  test('tells what then happens, and changes nothing', async () => {
    const { id, openStep } = await older('nabellen-tester');
    const facts = await factsOf(suite, id);
    const seen = await versionsOf('tester', id);
    expect(seen.status, seen.text).toBe(200);
    expect(await factsOf(suite, id)).toEqual(facts);
    const [before] = await openIn(id);
    expect(seen.json).toEqual({
      version: 1,
      newest: 2,
      moves: [
        {
          to: 2,
          possible: true,
          steps: [
            {
              openStep,
              step: 'nabellen-tester',
              label: 'Nabellen: is er contact geweest?',
              becomes: 'nabellen-tester',
              dueAt: before?.dueAt,
              newDueAt: expect.any(String),
            },
          ],
          opens: [],
          adds: [{ step: 'otago-evaluatie-6', label: 'Evaluatie na zes maanden' }],
          removes: [],
        },
      ],
    });
    const moved = await move('tester', id);
    expect(moved.json).toMatchObject({ version: 2 });
    const [told] = seen.json.moves[0].steps;
    expect(told.newDueAt).not.toBe(told.dueAt);
    expect(moved.json.openSteps).toMatchObject([{ id: openStep, dueAt: told.newDueAt }]);
    expect((await versionsOf('tester', id)).json).toEqual({ version: 2, newest: 2, moves: [] });
  });

  test('says what has to be done first', async () => {
    const { id } = await older('toestemming-matig');
    await change(suite, 'tester', id, 'pauses', { reason: 'ziekte', until: dayFrom(suite, 20) });
    const [rests] = (await versionsOf('tester', id)).json.moves;
    expect(rests).toMatchObject({ possible: false, why: { code: 'not-allowed-now' }, steps: [], opens: [] });
    expect(rests.why.detail).toContain('Hervat het eerst');
    const refused = await move('tester', id);
    expectProblem(refused, 'not-allowed-now');
    expect(refused.json.detail).toBe(rests.why.detail);
    const listed = (await actionsOf(suite, 'tester', id)).find(({ action }) => action === 'move');
    expect(listed).toMatchObject({ allowed: false, why: rests.why });
  });
});

describe('POST /cases/{id}/version', () => {
  test('is for who has the regie; others who see the case may not, and for who does not see it there is nothing', async () => {
    const { id } = await older('toestemming-matig');
    expectProblem(await versionsOf('huisarts', id), 'forbidden');
    expectProblem(await move('huisarts', id), 'forbidden');
    for (const user of ['fysio', 'huisarts-2', 'ketencoordinator', 'beheerder']) {
      expectProblem(await versionsOf(user, id), 'not-found');
      expectProblem(await move(user, id), 'not-found');
    }
    expect((await suite.api('tester', 'GET', `/cases/${id}`)).json.version).toBe(1);
    expect((await actionsOf(suite, 'tester', id)).find(({ action }) => action === 'move')).toMatchObject({
      allowed: true,
      versions: [2],
    });
  });

  test('points at what is wrong, and leaves the case where it was', async () => {
    const { id } = await older('toestemming-matig');
    for (const to of [1, 3, 99]) {
      const refused = await move('tester', id, to);
      expectProblem(refused, 'invalid-input', ['/to']);
      expect(refused.json.errors[0].detail).toBe('Kies uit: 2.');
    }
    for (const to of ['2', 0, 1.5, null]) expectProblem(await move('tester', id, to), 'invalid-input', ['/to']);
    expectProblem(await move('tester', id, 2, { 'if-match': '"1"' }), 'stale');
    expect((await stateOf(suite, id)).version).toBe(1);
    const newest = await caseAt(suite, 'toestemming-matig');
    expectProblem(await move('tester', newest.id), 'invalid-input', ['/to']);
    const ended = await older('laag-advies');
    await decide(suite, 'tester', ended.id, { openStep: ended.openStep, outcome: 'gedaan' });
    expectProblem(await move('tester', ended.id), 'ended');
  });

  test('counts once per key, and tells the same afterwards, whatever the case has become', async () => {
    const { id, openStep } = await older('nabellen-tester');
    const key = { 'idempotency-key': randomUUID() };
    const tag = (await suite.api('tester', 'GET', `/cases/${id}`)).headers.get('etag') ?? '';
    const first = await move('tester', id, 2, { ...key, 'if-match': tag });
    expect(first.status, first.text).toBe(200);
    await decide(suite, 'tester', id, { openStep, outcome: 'alsnog' });
    const again = await move('tester', id, 2, { ...key, 'if-match': tag });
    expect(again.json).toEqual(first.json);
    expectProblem(await move('tester', id, 3, key), 'idempotency-mismatch');
    expect((await factsOf(suite, id)).filter(({ fact }) => fact === 'moved')).toHaveLength(1);
  });

  test('calls what is open by its new name for everyone, and what was before by the name it had', async () => {
    const { id, openStep } = await older('otago-intake');
    const form = { vorm: 'individueel', contact: 'telefoon' };
    expect((await decide(suite, 'fysio', id, { openStep, outcome: 'passend', form })).status).toBe(200);
    await suite.moveClock('P70D');
    const evaluation = await openStepOf(suite, id, 'otago-evaluatie');
    const [expected] = (await versionsOf('huisarts', id)).json.moves;
    expect(expected.steps).toContainEqual(
      expect.objectContaining({ openStep: evaluation, step: 'otago-evaluatie', becomes: 'otago-evaluatie-3' }),
    );
    expect(expected.opens).toMatchObject([{ step: 'otago-evaluatie-6', label: 'Evaluatie na zes maanden' }]);
    const moved = await move('huisarts', id);
    expect(moved.status, moved.text).toBe(200);
    expect((await openIn(id)).map(({ step }) => step)).toEqual(['otago', 'otago-evaluatie-3']);
    const work = (await suite.api('fysio', 'GET', '/worklist?limit=100')).json.items;
    expect(work.find(({ openStep: at }: { openStep: string }) => at === evaluation)).toMatchObject({
      step: 'otago-evaluatie-3',
      label: 'Evaluatie na twee tot drie maanden',
    });
    const trail = await trailOf(suite, 'huisarts', id);
    expect(trail.find(({ fact }) => fact === 'moved')).toMatchObject({ versions: { from: 1, to: 2 } });
    expect(trail).toContainEqual(
      expect.objectContaining({ fact: 'opened', step: 'otago-evaluatie', label: 'Evaluatie na twee tot drie maanden' }),
    );
    expect((await decide(suite, 'fysio', id, { openStep: evaluation, outcome: 'verder' })).status).toBe(200);
    const forms = await suite.api('fysio', 'GET', `/cases/${id}/forms`);
    expect(forms.json.items.map(({ step }: { step: string }) => step)).toContain('otago-intake');
    expect((await suite.api('huisarts', 'GET', '/referrals?limit=100')).status).toBe(200);
    await suite.moveClock('P115D');
    expect((await openIn(id)).map(({ step }) => step)).toEqual(['otago', 'otago-evaluatie-6']);
    expect((await suite.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
  });
});

describe('a decision that takes a hand-off on', () => {
  test('can take the case to the newest version, in one request', async () => {
    const { id, openStep } = await older('otago-verwijzing');
    const listed = (await actionsOf(suite, 'fysio', id)).find(({ action }) => action === 'decide');
    expect(listed).toMatchObject({ openStep, allowed: true, versions: [2] });
    const done = await decide(suite, 'fysio', id, { openStep, outcome: 'geaccepteerd', version: 2 });
    expect(done.json).toMatchObject({ version: 2, openSteps: [{ step: 'otago-intake' }] });
    const facts = await factsOf(suite, id);
    const [decided, moved] = [facts.findLast(({ fact }) => fact === 'decided'), facts.at(-1)];
    expect(moved).toMatchObject({ fact: 'moved', from: 1, to: 2, command: decided?.command });
  });

  test('leaves it where it was without that, and refuses what is no version to go on with', async () => {
    const { id, openStep } = await older('otago-verwijzing');
    const geaccepteerd = { openStep, outcome: 'geaccepteerd' };
    for (const version of [1, 3]) {
      expectProblem(await decide(suite, 'fysio', id, { ...geaccepteerd, version }), 'invalid-input', ['/version']);
    }
    const declined = { openStep, outcome: 'geweigerd', reason: { code: 'geen-plek' }, version: 2 };
    expectProblem(await decide(suite, 'fysio', id, declined), 'invalid-input', ['/version']);
    expect((await decide(suite, 'fysio', id, geaccepteerd)).json.version).toBe(1);
    const tested = await older('toestemming-matig');
    const other = { openStep: tested.openStep, outcome: 'ja', version: 2 };
    expectProblem(await decide(suite, 'tester', tested.id, other), 'invalid-input', ['/version']);
    expect((await actionsOf(suite, 'tester', tested.id)).find(({ action }) => action === 'decide')).not.toHaveProperty(
      'versions',
    );
  });
});
