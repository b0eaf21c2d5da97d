import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correctionReasons } from '../../src/language/define.ts';
import { laag, matig } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, openStepOf, type Stood } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { actionsOf, change, trailOf } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const lastOf = async (user: string, id: string, fact = 'decided'): Promise<number> =>
  Number((await trailOf(suite, user, id)).findLast((each) => each['fact'] === fact)?.['seq']);

/** A test that was filled in as matig, by mistake. */
async function mistaken(): Promise<Stood & { seq: number }> {
  const made = await caseAt(suite, 'toestemming-matig');
  return { ...made, seq: await lastOf('tester', made.id) };
}

describe('POST /cases/{id}/corrections', () => {
  test('a decision that nothing was built on is taken back: the step stands open again, and the trail keeps both', async () => {
    const made = await mistaken();
    const listed = (await actionsOf(suite, 'tester', made.id)).find(({ action }) => action === 'correct');
    expect(listed).toMatchObject({ allowed: true, seq: made.seq });
    expect(listed?.reasons?.map(({ code }) => code)).toEqual(Object.keys(correctionReasons));
    const body = { seq: made.seq, reason: 'vergissing', comment: 'Van de vorige inwoner' };
    const done = await change(suite, 'tester', made.id, 'corrections', body);
    expect(done.status, done.text).toBe(200);
    expect(done.json.openSteps.map(({ step }: { step: string }) => step)).toEqual(['valrisicotest']);

    const trail = await trailOf(suite, 'tester', made.id);
    expect(trail).toContainEqual(
      expect.objectContaining({ fact: 'corrected', undoes: made.seq, reason: 'vergissing' }),
    );
    expect(trail).toContainEqual(expect.objectContaining({ fact: 'decided', outcome: 'matig' }));
    const forms = (await suite.api('tester', 'GET', `/cases/${made.id}/forms`)).json.items;
    expect(forms.find(({ step }: { step: string }) => step === 'valrisicotest')).toMatchObject({
      data: matig,
      corrected: true,
    });
    expect(forms.find(({ step }: { step: string }) => step === 'correctie')).toMatchObject({
      comment: 'Van de vorige inwoner',
      corrected: false,
    });
    // The practice was told of a test that was not: it hears that this no longer holds.
    const list = await suite.api('huisarts', 'GET', '/referrals?limit=100');
    const item = list.json.items.find(({ id }: { id: string }) => id === made.id);
    expect(item.feedback.map(({ kind }: { kind: string }) => kind)).toEqual(['test-matig', 'gecorrigeerd']);
    expect(list.text).not.toContain('Van de vorige inwoner');

    const openStep = await openStepOf(suite, made.id, 'valrisicotest');
    expect((await decide(suite, 'tester', made.id, { openStep, outcome: 'laag', form: laag })).status).toBe(200);
  });

  test('consent that came with a decision by mistake is marked as taken back', async () => {
    const made = await caseAt(suite, 'aanmelden-matig');
    const body = { seq: await lastOf('tester', made.id), reason: 'vergissing' };
    const done = await change(suite, 'tester', made.id, 'corrections', body);
    expect(done.json.openSteps).toMatchObject([{ step: 'toestemming-matig' }]);
    const consents = (await suite.api('tester', 'GET', `/cases/${made.id}/consents`)).json.items;
    expect(consents.map(({ step, corrected }: Record<string, unknown>) => [step, corrected])).toEqual([
      [null, false],
      [null, false],
      ['toestemming-matig', true],
    ]);
  });

  test('what was built on is not taken back: the answer says why, and what is possible', async () => {
    const made = await mistaken();
    await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'ja' });
    await storesNothing(suite, async () => {
      const late = await change(suite, 'tester', made.id, 'corrections', { seq: made.seq, reason: 'vergissing' });
      expectProblem(late, 'not-allowed-now');
      expect(late.json.detail).toContain('verder gewerkt');
      const possible = late.json.allowed.find(({ action }: { action: string }) => action === 'correct');
      expect(possible.seq).toBe(await lastOf('tester', made.id));
    });
  });

  test('twice is once: what was taken back is not taken back again', async () => {
    const made = await mistaken();
    const key = { 'idempotency-key': randomUUID() };
    const body = { seq: made.seq, reason: 'verkeerde-inwoner' };
    const first = await change(suite, 'tester', made.id, 'corrections', body, key);
    expect((await change(suite, 'tester', made.id, 'corrections', body, key)).json).toEqual(first.json);
    await storesNothing(suite, async () => {
      const again = await change(suite, 'tester', made.id, 'corrections', body);
      expectProblem(again, 'not-allowed-now');
      expect(again.json.detail).toContain('al teruggedraaid');
    });
  });

  test('an event that stopped nobody is taken back too', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await change(suite, 'tester', made.id, 'events', { event: 'verhuisd', at: '2026-11-20' });
    const seq = await lastOf('tester', made.id, 'happened');
    const done = await change(suite, 'tester', made.id, 'corrections', { seq, reason: 'verkeerde-inwoner' });
    expect(done.status, done.text).toBe(200);
    expect(done.json.openSteps.map(({ step }: { step: string }) => step)).toEqual(['valrisicotest']);
  });

  test('is for who did it or has the regie; what someone cannot see is no number of theirs', async () => {
    const made = await mistaken();
    const body = { seq: made.seq, reason: 'vergissing' };
    await storesNothing(suite, async () => {
      expectProblem(await change(suite, 'huisarts', made.id, 'corrections', body), 'forbidden');
      for (const user of ['huisarts-2', 'fysio', 'ketencoordinator', 'inwoner', 'beheerder'])
        expectProblem(await change(suite, user, made.id, 'corrections', body), 'not-found');
    });
  });

  test.each([
    [{}, ['/seq', '/reason']],
    [{ seq: 0, reason: 'vergissing' }, ['/seq']],
    [{ seq: 1.5, reason: 'vergissing' }, ['/seq']],
    [{ seq: '3', reason: 'vergissing' }, ['/seq']],
    [{ seq: 3, reason: 'zomaar' }, ['/reason']],
    [{ seq: 1, reason: 'vergissing' }, ['/seq']],
    [{ seq: 999, reason: 'vergissing' }, ['/seq']],
    [{ seq: 3, reason: 'vergissing', extra: true }, ['/extra']],
  ])('%j is refused and stores nothing', async (body, pointers) => {
    const made = await caseAt(suite, 'valrisicotest');
    await storesNothing(suite, async () =>
      expectProblem(await change(suite, 'tester', made.id, 'corrections', body), 'invalid-input', pointers),
    );
  });

  test('honours If-Match: who saw an older case takes back nothing', async () => {
    const made = await mistaken();
    const body = { seq: made.seq, reason: 'vergissing' };
    expectProblem(await change(suite, 'tester', made.id, 'corrections', body, { 'if-match': '"2"' }), 'stale');
  });
});
