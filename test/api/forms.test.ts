import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { users } from '../../src/local/demo-region/users.ts';
import type { Answer } from '../harness/api.ts';
import { hoog, laag, matig } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide } from './journey.ts';
import { expectProblem } from './problem.ts';
import { change, dayFrom } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

interface Form {
  readonly id: string;
  readonly step: string;
  readonly round: number;
  readonly by: object;
  readonly at: string;
  readonly data: Record<string, unknown>;
  readonly comment: string | null;
}

const ask = (user: string, id: string, query = ''): Promise<Answer> =>
  suite.api(user, 'GET', `/cases/${id}/forms${query}`);

async function formsOf(user: string, id: string): Promise<readonly Form[]> {
  const answer = await ask(user, id);
  expect(answer.status, answer.text).toBe(200);
  expect(answer.json.next).toBeNull();
  return answer.json.items;
}

const stepsOf = async (user: string, id: string): Promise<readonly string[]> =>
  (await formsOf(user, id)).map(({ step }) => step);

function by(handle: string): object {
  const user = users.find((candidate) => candidate.handle === handle);
  return { role: user?.roles[0], organisation: user?.organisation, practitioner: user?.practitioner };
}

describe('GET /cases/{id}/forms', () => {
  test('gives back what was filled in, by whom and in which round, to who has the regie', async () => {
    const made = await caseAt(suite, 'toestemming-hoog');
    const forms = await formsOf('tester', made.id);
    expect(forms).toMatchObject([
      { id: expect.any(String), step: 'valrisicotest', round: 1, by: by('tester'), data: hoog, comment: null },
    ]);
    expect(Math.abs(Date.parse(forms[0]?.at ?? '') - suite.clock.now())).toBeLessThan(60_000);
    expect(await formsOf('tester', made.id)).toEqual(forms);
  });

  test('gives whoever has the regie later the forms of before, and who filled them in the own ones only', async () => {
    const made = await caseAt(suite, 'wachtlijst-kern');
    const pause = { reason: 'ziekte', until: dayFrom(suite, 20), comment: 'Ligt in het ziekenhuis' };
    await change(suite, 'valpreventie-coordinator', made.id, 'pauses', pause);
    expect(await stepsOf('valpreventie-coordinator', made.id)).toEqual(['valrisicotest', 'pauze']);
    expect(await formsOf('tester', made.id)).toMatchObject([{ step: 'valrisicotest', data: matig }]);
    expect(await formsOf('huisarts', made.id)).toEqual([]);
  });

  test('does not show the referrer what another filled in, wherever the case stands', async () => {
    for (const step of ['laag-advies', 'toestemming-matig', 'nabellen-tester'] as const) {
      const made = await caseAt(suite, step);
      expect(await formsOf('huisarts', made.id), step).toEqual([]);
    }
  });

  test('does not show a colleague with another role what was filled in elsewhere', async () => {
    const made = await caseAt(suite, 'huisarts-beeld');
    expect(await stepsOf('huisarts', made.id)).toEqual(['valrisicotest']);
    expect(await formsOf('poh', made.id)).toEqual([]);
  });

  test('shows who is offered a hand-off nothing yet', async () => {
    const made = await caseAt(suite, 'otago-verwijzing');
    expect(await formsOf('fysio', made.id)).toEqual([]);
    expect(await stepsOf('huisarts', made.id)).toContain('valrisicotest');
  });

  test('has comments beside a choice, a pause and a stop, each under its own name', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    for (const comment of ['Eerste keer', 'Tweede keer']) {
      const paused = { reason: 'ziekte', until: dayFrom(suite, 20), comment };
      expect((await change(suite, 'tester', made.id, 'pauses', paused)).status).toBe(200);
      expect((await change(suite, 'tester', made.id, 'resumptions', {})).status).toBe(200);
    }
    const reason = { code: 'ziekte', comment: 'Ik ken haar langer' };
    const chosen = { openStep: made.openStep, outcome: 'hoog', form: matig, reason };
    expect((await decide(suite, 'tester', made.id, chosen)).status).toBe(200);
    const stop = { reason: { code: 'ziekte', comment: 'Wil niet meer' } };
    const told = (forms: readonly Form[]): unknown =>
      forms.map(({ step, round, data, comment }) => ({ step, round, data, comment }));
    const before = [
      { step: 'pauze', round: 1, data: {}, comment: 'Eerste keer' },
      { step: 'pauze', round: 2, data: {}, comment: 'Tweede keer' },
      { step: 'valrisicotest', round: 1, data: expect.objectContaining(matig), comment: 'Ik ken haar langer' },
    ];
    expect(told(await formsOf('tester', made.id))).toEqual(before);
    expect((await change(suite, 'tester', made.id, 'withdrawal', stop)).status).toBe(200);
    // Nobody has the regie of what has ended: each reads back the own part.
    const stopped = { step: 'stoppen', round: 1, data: {}, comment: 'Wil niet meer' };
    expect(told(await formsOf('tester', made.id))).toEqual([...before, stopped]);
    expect(await formsOf('huisarts', made.id)).toEqual([]);
  });

  test('shows the referrer the own reason for stopping, and nobody else', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const stop = { reason: { code: 'ziekte', comment: 'Wil niet meer' } };
    expect((await change(suite, 'huisarts', made.id, 'withdrawal', stop)).status).toBe(200);
    expect(await formsOf('huisarts', made.id)).toMatchObject([
      { step: 'stoppen', round: 1, by: by('huisarts'), data: {}, comment: 'Wil niet meer' },
    ]);
    for (const user of ['poh', 'tester', 'fysio']) expect((await ask(user, made.id)).text).not.toContain('Wil niet');
  });

  test('shows what was written at a confidential step to who has the regie and who wrote it, not to a colleague', async () => {
    const made = await caseAt(suite, 'huisarts-beeld');
    await change(suite, 'huisarts', made.id, 'events', { event: 'veiligheidssignaal', at: dayFrom(suite, 0) });
    const seen = await suite.api('huisarts', 'GET', `/cases/${made.id}`);
    const openStep = seen.json.openSteps.find(({ step }: { step: string }) => step === 'veiligheid').id;
    const reason = { code: 'ziekte', comment: 'Meteen gebeld' };
    const done = await decide(suite, 'huisarts', made.id, { openStep, outcome: 'afgehandeld', reason });
    expect(done.status, done.text).toBe(200);
    expect(await stepsOf('huisarts', made.id)).toEqual(['valrisicotest', 'veiligheid']);
    for (const user of ['poh', 'tester']) expect((await ask(user, made.id)).text).not.toMatch(/veiligheid|gebeld/);
    // Nobody has the regie of what has ended; who wrote it keeps it.
    await change(suite, 'huisarts', made.id, 'withdrawal', { reason: { code: 'ziekte' } });
    expect(await stepsOf('huisarts', made.id)).toContain('veiligheid');
    expect(await stepsOf('tester', made.id)).toEqual(['valrisicotest']);
    expect((await ask('poh', made.id)).text).not.toMatch(/veiligheid|gebeld/);
  });

  test('is empty once the key of the person is gone, for everyone who may see the case', async () => {
    const made = await caseAt(suite, 'laag-advies');
    await suite.context.db.query(
      {
        name: 'test_erase',
        text: 'update residents set wrapped_key = null where id = (select resident from cases where id = $1)',
      },
      [made.id],
    );
    for (const user of ['tester', 'huisarts']) expect(await formsOf(user, made.id)).toEqual([]);
  });

  test('never shows a form that was refused, nor what a repeat sent again', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'laag', form: matig });
    expect(await formsOf('tester', made.id)).toEqual([]);
    const key = { 'idempotency-key': randomUUID() };
    const body = { openStep: made.openStep, outcome: 'laag', form: laag };
    for (let n = 0; n < 2; n += 1) await decide(suite, 'tester', made.id, body, key);
    expect(await stepsOf('tester', made.id)).toEqual(['valrisicotest']);
  });

  test('exists for nobody to whom the case does not, exactly as a case that is not there', async () => {
    const made = await caseAt(suite, 'laag-advies');
    const nowhere = randomUUID();
    const bare = ({ json, headers }: Answer, id: string): unknown => {
      const { requestId: _requestId, ...rest } = json;
      const kept = [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
      return JSON.parse(JSON.stringify({ rest, kept }).replaceAll(id, 'ID'));
    };
    const seers = ['huisarts', 'poh', 'tester'];
    for (const { handle } of users.filter((user) => !seers.includes(user.handle))) {
      const [hidden, none] = [await ask(handle, made.id), await ask(handle, nowhere)];
      expectProblem(hidden, 'not-found');
      expect(bare(hidden, made.id)).toEqual(bare(none, nowhere));
      expectProblem(await ask(handle, made.id, '?x=1'), 'not-found');
    }
    expectProblem(await suite.api(null, 'GET', `/cases/${made.id}/forms`), 'unauthenticated');
    expectProblem(await ask('tester', made.id, '?x=1'), 'invalid-input', ['/x']);
    expectProblem(await suite.api('tester', 'POST', `/cases/${made.id}/forms`, {}), 'method-not-allowed');
  });

  test('leaves a line in the access log, also when it is refused', async () => {
    const made = await caseAt(suite, 'laag-advies');
    for (const [user, line] of [
      ['tester', { action: 'R', outcome: 0, policy: 'K1', relation: 'regie' }],
      ['huisarts', { action: 'R', outcome: 0, policy: 'K4', relation: 'referrer' }],
      ['huisarts-2', { action: 'E', outcome: 4, policy: null, relation: null }],
    ] as const) {
      const answer = await ask(user, made.id);
      const lines = await suite.context.db.query(
        {
          name: 'test_form_lines',
          text: 'select action, outcome, policy, relation, event, object from access_log where request_id = $1',
        },
        [answer.headers.get('x-request-id')],
      );
      expect(lines).toEqual([{ ...line, event: 'GET /cases/{id}/forms', object: made.id }]);
    }
  });
});
