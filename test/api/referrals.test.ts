import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

describe('POST /referrals', () => {
  test('a referral starts a case with an accountable party, an open step and a due moment', async () => {
    const made = await suite.api('huisarts', 'POST', '/referrals', referral());
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/cases/${made.json.id}`);
    expect(made.json.accountable.organisation).toBeTruthy();
    expect(made.json.openSteps).toMatchObject([{ step: 'valrisicotest', role: 'tester' }]);
  });
});
