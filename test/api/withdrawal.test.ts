import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, type Stood } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { actionsOf, change, trailOf } from './verbs.ts';

let suite: Suite;
let open: Stood;
beforeAll(async () => {
  suite = await openSuite();
  open = await caseAt(suite, 'toestemming-matig');
});
afterAll(() => suite.close());

const because = (code: string, comment?: string): object => ({
  reason: { code, ...(comment === undefined ? {} : { comment }) },
});

describe('POST /cases/{id}/withdrawal', () => {
  test('ends the case with its reason, tells the referrer that, and keeps the comment from the trail', async () => {
    const made = await caseAt(suite, 'toestemming-matig');
    const comment = 'Zorgt voor een zieke partner';
    const done = await change(suite, 'tester', made.id, 'withdrawal', because('persoonlijke-omstandigheden', comment));
    expect(done.status, done.text).toBe(200);
    expect(done.json).toMatchObject({ status: 'ended', ending: 'uitval', accountable: null, openSteps: [] });
    expect((await trailOf(suite, 'tester', made.id)).find(({ fact }) => fact === 'withdrawn')).toMatchObject({
      reason: 'persoonlijke-omstandigheden',
      actor: { role: 'tester' },
    });
    const told = await trailOf(suite, 'huisarts', made.id);
    expect(told.find(({ fact }) => fact === 'withdrawn')).not.toHaveProperty('reason');
    expect(JSON.stringify(told)).not.toContain(comment);
    const { items } = (await suite.api('huisarts', 'GET', '/referrals?status=ended&limit=100')).json;
    const mine = items.find(({ id }: { id: string }) => id === made.id);
    expect(mine.feedback.at(-1)).toMatchObject({ kind: 'gestopt', text: 'Het traject is gestopt.' });
    expectProblem(await change(suite, 'tester', made.id, 'withdrawal', because('ziekte')), 'ended');
  });

  test('is for the referrer too, as long as nobody else has done anything', async () => {
    const fresh = await caseAt(suite, 'valrisicotest');
    const done = await change(suite, 'huisarts', fresh.id, 'withdrawal', because('eerst-andere-hulp'));
    expect(done.json).toMatchObject({ status: 'ended', ending: 'uitval' });
    await storesNothing(suite, async () => {
      const late = await change(suite, 'huisarts', open.id, 'withdrawal', because('eerst-andere-hulp'));
      expectProblem(late, 'forbidden');
      expect(late.json.allowed.map(({ action }: { action: string }) => action)).toEqual(['event', 'ask', 'consent']);
    });
  });

  test('repeated with its key gives the same answer', async () => {
    const fresh = await caseAt(suite, 'valrisicotest');
    const key = { 'idempotency-key': randomUUID() };
    const stop = () => change(suite, 'tester', fresh.id, 'withdrawal', because('ziekte'), key);
    const first = await stop();
    expect(first.status, first.text).toBe(200);
    const again = await stop();
    expect(again.status, again.text).toBe(200);
    expect(again.json).toEqual(first.json);
    // Who stopped it keeps their own contribution, and no person.
    const kept = await suite.api('tester', 'GET', `/cases/${fresh.id}`);
    expect(kept.json).toMatchObject({ status: 'ended', resident: null });
    expect((await trailOf(suite, 'tester', fresh.id)).find(({ fact }) => fact === 'withdrawn')).toMatchObject({
      reason: 'ziekte',
    });
    expect((await trailOf(suite, 'huisarts', fresh.id)).filter(({ fact }) => fact === 'ended')).toHaveLength(1);
  });

  test.each<[object, readonly string[]]>([
    [{}, ['/reason']],
    [{ reason: 'ziekte' }, ['/reason']],
    [{ reason: {} }, ['/reason/code']],
    [{ reason: { code: 'zomaar' } }, ['/reason/code']],
    [{ reason: { code: '__proto__' } }, ['/reason/code']],
    [{ reason: { code: 'ziekte', comment: 'x'.repeat(2_001) } }, ['/reason/comment']],
    [{ reason: { code: 'ziekte' }, until: '2027-01-01' }, ['/until']],
  ])('%j is refused and stores nothing', async (body, pointers) => {
    await storesNothing(suite, async () =>
      expectProblem(await change(suite, 'tester', open.id, 'withdrawal', body), 'invalid-input', pointers),
    );
  });

  test('with an unknown reason names those there are, as the actions do', async () => {
    const refused = await change(suite, 'tester', open.id, 'withdrawal', because('zomaar'));
    const offered = (await actionsOf(suite, 'tester', open.id)).find(({ action }) => action === 'withdraw');
    expect(offered?.allowed).toBe(true);
    expect(refused.json.allowed.map(({ reason }: { reason: string }) => reason)).toEqual(
      offered?.reasons?.map(({ code }) => code),
    );
  });

  test('does not exist for others, and leaves a stale caller nothing', async () => {
    await storesNothing(suite, async () => {
      for (const user of ['huisarts-2', 'fysio', 'ketencoordinator', 'inwoner'])
        expectProblem(await change(suite, user, open.id, 'withdrawal', because('ziekte')), 'not-found');
      const stale = { 'if-match': '"1"' };
      expectProblem(await change(suite, 'tester', open.id, 'withdrawal', because('ziekte'), stale), 'stale');
    });
  });
});
