import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { residentAccounts } from '../../src/local/demo-region/resident-accounts.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, type Stood } from './journey.ts';
import { expectProblem } from './problem.ts';
import { change, dayFrom, trailOf } from './verbs.ts';

let suite: Suite;
let own: Stood;
let other: Stood;
const account = users.find(({ handle }) => handle === 'inwoner')?.id ?? '';
beforeAll(async () => {
  suite = await openSuite();
  other = await caseAt(suite, 'valrisicotest');
  own = await caseAt(suite, 'valrisicotest', { resident: { ...residentAccounts.get(account) } });
});
afterAll(() => suite.close());

describe('a resident', () => {
  test('finds the own cases and nobody else’s', async () => {
    const { items } = (await suite.api('inwoner', 'GET', '/me/cases')).json;
    expect(items).toMatchObject([{ id: own.id, chain: 'valpreventie', status: 'open', ending: null }]);
    for (const user of ['huisarts', 'ketencoordinator', 'beheerder'])
      expectProblem(await suite.api(user, 'GET', '/me/cases'), 'not-found');
    const foreign = await suite.api('inwoner', 'GET', `/cases/${other.id}`);
    expectProblem(foreign, 'not-found');
  });

  test('reads where the own case stands and who has it, and may not change it', async () => {
    const seen = await suite.api('inwoner', 'GET', `/cases/${own.id}`);
    expect(seen.json).toMatchObject({
      status: 'open',
      resident: { name: { given: 'Truus', family: 'Veldhuis' } },
      basis: { kind: 'betrokkene' },
      accountable: { role: 'tester', organisation: expect.any(String) },
      openSteps: [{ step: 'valrisicotest', role: 'tester', dueAt: expect.any(String) }],
    });
    expect((await suite.api('inwoner', 'GET', `/cases/${own.id}/consents`)).json.items).not.toEqual([]);
    expectProblem(await suite.api('inwoner', 'GET', `/cases/${own.id}/actions`), 'forbidden');
    expectProblem(await suite.api('inwoner', 'GET', `/cases/${own.id}/forms`), 'forbidden');
    const stop = await change(suite, 'inwoner', own.id, 'withdrawal', { reason: { code: 'ziekte' } });
    expectProblem(stop, 'forbidden');
  });

  test('reads no safety marker and no working note about themselves', async () => {
    const note = 'Werkaantekening van de tester';
    const until = dayFrom(suite, 20);
    const at = dayFrom(suite, 0);
    for (const done of [
      await change(suite, 'tester', own.id, 'events', { event: 'veiligheidssignaal', at }),
      await change(suite, 'tester', own.id, 'pauses', { reason: 'ziekte', until, comment: note }),
    ])
      expect(done.status, done.text).toBe(200);
    const seen = await suite.api('inwoner', 'GET', `/cases/${own.id}`);
    expect(seen.json).toMatchObject({ status: 'paused', pause: { reason: null } });
    expect(seen.json.openSteps.map(({ step }: { step: string }) => step)).toEqual(['valrisicotest']);
    const trail = await trailOf(suite, 'inwoner', own.id);
    expect(trail.map(({ fact }) => fact)).toContain('paused');
    expect(JSON.stringify([seen.json, trail])).not.toMatch(new RegExp(`veilig|${note}`));
  });
});
