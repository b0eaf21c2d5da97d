import { afterAll, beforeAll, expect, test } from 'vitest';
import { hoog, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide } from './journey.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

test('two years pass over waiting cases without an orphan, no clock ends a case, and the last rung recurs', async () => {
  const made = [];
  for (const step of ['wachtlijst-kern', 'huisarts-beeld'] as const)
    made.push({ step, ...(await caseAt(suite, step)) });
  const own = await suite.api('tester', 'POST', '/referrals', referral({ municipality: 'losser' }));
  const tested = { openStep: own.json.openSteps[0].id, outcome: 'hoog', form: hoog };
  const [asked] = (await decide(suite, 'tester', own.json.id, tested)).json.openSteps;
  const gap = await decide(suite, 'tester', own.json.id, { openStep: asked.id, outcome: 'digitaal' });
  // No huisarts is known for who was not referred by one: the sender stays accountable.
  expect(gap.json.openSteps).toMatchObject([{ step: 'huisarts-beeld', organisation: null }]);
  expect(gap.json.accountable).toMatchObject({ role: 'tester', organisation: expect.any(String) });
  for (let half = 0; half < 4; half += 1) {
    expect((await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P6M' })).status).toBe(200);
    expect((await suite.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
  }
  for (const { id, step } of made) {
    const seen = await suite.api('huisarts', 'GET', `/cases/${id}`);
    expect(seen.json).toMatchObject({ status: 'open', openSteps: [{ step }] });
    expect(seen.json.accountable.organisation).toBeTruthy();
  }
  const { items } = (await suite.api('tester', 'GET', `/cases/${own.json.id}/trail`)).json;
  expect(items.filter(({ fact }: { fact: string }) => fact === 'escalated').length).toBeGreaterThan(20);
  const stopped = await suite.api('tester', 'POST', `/cases/${own.json.id}/withdrawal`, {
    reason: { code: 'wachttijd' },
  });
  expect(stopped.json).toMatchObject({ status: 'ended', ending: 'uitval' });
});
