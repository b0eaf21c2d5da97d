import { afterAll, beforeAll, expect, test } from 'vitest';
import { referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt } from './journey.ts';
import { change, dayFrom } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const orphans = async (): Promise<string[]> => (await suite.api('beheerder', 'GET', '/orphans')).json.items;

/** Changes a row by hand, as no part of the system does; the returned function puts it back. */
async function tamper(table: 'cases' | 'open_steps', set: string, id: string): Promise<void> {
  const key = table === 'cases' ? 'id' : 'case_id';
  await suite.context.db.query({ name: `tamper ${set}`, text: `update ${table} set ${set} where ${key} = $1` }, [id]);
}

test.each([
  ['nothing stands open', 'cases', `state = jsonb_set(state, '{open}', '[]')`],
  [
    'nobody is accountable',
    'cases',
    `state = jsonb_set(state #- '{referrer,organisation}', '{open,0,accountable,organisation}', 'null')`,
  ],
  [
    'nobody can decide',
    'cases',
    `state = jsonb_set(jsonb_set(state, '{open,0,organisation}', 'null'), '{referrer,organisation}', 'null')`,
  ],
  ['nothing will wake it', 'cases', 'wake_at = null'],
  ['its step is on nobody’s worklist', 'open_steps', 'organisation = null'],
] as const)('a case of which %s is listed', async (_name, table, set) => {
  const [healthy, made] = [await caseAt(suite, 'aanmelden-matig'), await caseAt(suite, 'valrisicotest')];
  expect(await orphans()).toEqual([]);
  await tamper(table, set, made.id);
  expect(await orphans()).toEqual([made.id]);
  expect(await orphans()).not.toContain(healthy.id);
  await tamper('cases', `status = 'ended'`, made.id);
  expect(await orphans()).toEqual([]);
});

test('a case whose step stands on no list at all is listed, and so is one that will never start', async () => {
  const made = await caseAt(suite, 'valrisicotest');
  await suite.context.db.query({ name: 'tamper', text: 'delete from open_steps where case_id = $1' }, [made.id]);
  expect(await orphans()).toEqual([made.id]);
  await tamper('cases', `state = null, status = 'starting'`, made.id);
  expect(await orphans()).toEqual([made.id]);
  await tamper('cases', `status = 'ended'`, made.id);
});

test('paused cases, expired offers and steps without an organisation are none', async () => {
  const paused = await caseAt(suite, 'valrisicotest');
  await change(suite, 'tester', paused.id, 'pauses', { reason: 'ziekte', until: dayFrom(suite, 90) });
  await caseAt(suite, 'otago-verwijzing');
  await suite.api('huisarts-2', 'POST', '/referrals', referral({ municipality: 'losser' }));
  for (const advance of ['P1D', 'P5W', 'P6M']) {
    await suite.api('beheerder', 'POST', '/dev/clock', { advance });
    expect(await orphans()).toEqual([]);
  }
});
