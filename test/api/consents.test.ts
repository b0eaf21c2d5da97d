import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { users } from '../../src/local/demo-region/users.ts';
import type { Answer } from '../harness/api.ts';
import { consent } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, type Stood } from './journey.ts';
import { expectProblem } from './problem.ts';
import { dayFrom } from './verbs.ts';

let suite: Suite;
let asked: Stood;
beforeAll(async () => {
  suite = await openSuite();
  asked = await caseAt(suite, 'aanmelden-matig');
});
afterAll(() => suite.close());

const ask = (user: string | null, id: string, query = ''): Promise<Answer> =>
  suite.api(user, 'GET', `/cases/${id}/consents${query}`);

function actor(handle: string): object {
  const user = users.find((candidate) => candidate.handle === handle);
  return { role: user?.roles[0], organisation: user?.organisation, practitioner: user?.practitioner };
}

describe('GET /cases/{id}/consents', () => {
  const at = '2026-01-05T10:00:00.000Z';

  test('names what came with the referral and what an outcome gave, oldest first', async () => {
    for (const user of ['tester', 'huisarts']) {
      const answer = await ask(user, asked.id);
      expect(answer.status, answer.text).toBe(200);
      const by = { given: true, by: 'inwoner', at, on: '2026-01-05', step: null, corrected: false };
      const referred = { ...by, recordedBy: actor('huisarts') };
      expect(answer.json).toEqual({
        items: [
          { purpose: 'overdracht', ...referred },
          { purpose: 'terugkoppeling', ...referred },
          {
            purpose: 'overdracht',
            given: true,
            by: null,
            at: expect.any(String),
            on: dayFrom(suite, 0),
            step: 'toestemming-matig',
            recordedBy: actor('tester'),
            corrected: false,
          },
        ],
        next: null,
      });
      expect(Math.abs(Date.parse(answer.json.items[2].at) - suite.clock.now())).toBeLessThan(60_000);
    }
  });

  test('names only the purposes that were agreed to, and who agreed', async () => {
    const given = { ...consent(), by: 'gemachtigde', purposes: ['overdracht'] };
    const made = await caseAt(suite, 'valrisicotest', { consent: given });
    expect((await ask('tester', made.id)).json.items).toMatchObject([
      { purpose: 'overdracht', by: 'gemachtigde', at, step: null },
    ]);
  });

  test('is for whoever has the regie, holds a step or referred; others who see the case are refused', async () => {
    const offered = await caseAt(suite, 'otago-verwijzing');
    const went = await caseAt(suite, 'wachtlijst-kern');
    for (const [user, id] of [
      ['huisarts', offered.id],
      ['poh', offered.id],
      ['valpreventie-coordinator', went.id],
    ] as const)
      expect((await ask(user, id)).status, user).toBe(200);
    for (const [user, id] of [
      ['fysio', offered.id],
      ['tester', offered.id],
      ['tester', went.id],
    ] as const)
      expectProblem(await ask(user, id), 'forbidden');
  });

  test('does not exist for anybody else', async () => {
    const seers = ['huisarts', 'poh', 'tester'];
    for (const { handle } of users.filter((user) => !seers.includes(user.handle))) {
      const hidden = await ask(handle, asked.id);
      expectProblem(hidden, 'not-found');
      expect(hidden.json.detail).toBe((await ask(handle, randomUUID())).json.detail);
    }
    expectProblem(await ask(null, asked.id), 'unauthenticated');
    expectProblem(await ask('tester', 'x'), 'not-found');
    expectProblem(await ask('tester', asked.id, '?limit=1'), 'invalid-input', ['/limit']);
  });
});
