import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { users } from '../../src/local/demo-region/users.ts';
import type { Answer } from '../harness/api.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, type Stood } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { actionsOf, change, trailOf } from './verbs.ts';

let suite: Suite;
let open: Stood;
beforeAll(async () => {
  suite = await openSuite();
  open = await caseAt(suite, 'valrisicotest');
});
afterAll(() => suite.close());

const user = (handle: string) => users.find((each) => each.handle === handle)!;
const ask = (handle: string, id: string, text: string, to?: object): Promise<Answer> =>
  change(suite, handle, id, 'questions', { text, ...(to === undefined ? {} : { to }) });
const answer = (handle: string, id: string, question: string, body: object): Promise<Answer> =>
  suite.api(handle, 'POST', `/cases/${id}/questions/${question}/answer`, body);
const questions = (handle: string, id: string): Promise<Answer> => suite.api(handle, 'GET', `/cases/${id}/questions`);

describe('POST /cases/{id}/questions', () => {
  test('of who has the regie goes to the referrer, awaits the practice, and is answered once', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const asked = await ask('tester', made.id, 'Welke medicijnen gebruikt de inwoner?');
    expect(asked.status, asked.text).toBe(201);
    const { id } = asked.json;
    expect(asked.json).toMatchObject({
      text: 'Welke medicijnen gebruikt de inwoner?',
      by: { role: 'tester' },
      to: { role: 'huisarts', organisation: user('huisarts').organisation },
      answer: null,
    });
    expect(asked.headers.get('etag')).toMatch(/^"\d+"$/);

    const list = await suite.api('huisarts', 'GET', '/referrals?limit=100');
    const item = list.json.items.find((each: { id: string }) => each.id === made.id);
    expect(item.awaitsMe).toMatchObject([{ openStep: id, label: 'Beantwoord de vraag' }]);
    const work = await suite.api('huisarts', 'GET', '/worklist?limit=100');
    expect(work.json.items.find((each: { openStep: string }) => each.openStep === id)).toMatchObject({ step: 'vraag' });
    const action = (await actionsOf(suite, 'huisarts', made.id)).find((each) => each.action === 'answer');
    expect(action).toMatchObject({ openStep: id, allowed: true });

    const answered = await answer('huisarts', made.id, id, { text: 'Alleen paracetamol.' });
    expect(answered.status, answered.text).toBe(200);
    expect(answered.json).toMatchObject({ id, dueAt: null, answer: { text: 'Alleen paracetamol.' } });
    for (const handle of ['tester', 'huisarts'])
      expect((await questions(handle, made.id)).json.items).toEqual([answered.json]);
    expectProblem(await answer('huisarts', made.id, id, { text: 'Nog eens.' }), 'not-allowed-now');
    const after = await suite.api('huisarts', 'GET', '/referrals?limit=100');
    expect(after.json.items.find((each: { id: string }) => each.id === made.id).awaitsMe).toEqual([]);
  });

  test('of the referrer goes to who has the regie', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const asked = await ask('huisarts', made.id, 'Is de inwoner al geweest?');
    expect(asked.json).toMatchObject({ to: { role: 'tester', organisation: user('tester').organisation } });
    expectProblem(await answer('huisarts', made.id, asked.json.id, { text: 'Ik zelf.' }), 'forbidden');
    expect((await answer('tester', made.id, asked.json.id, { text: 'Morgen.' })).status).toBe(200);
  });

  test('texts are read by who asked, who was asked and who has the regie, and stand in no trail, form or list', async () => {
    const made = await caseAt(suite, 'wachtlijst-kern');
    const [question, reply] = ['Past donderdag voor de inwoner?', 'Ja, donderdag past.'];
    const asked = await ask('valpreventie-coordinator', made.id, question, {
      organisation: user('tester').organisation,
      role: 'tester',
    });
    expect(asked.status, asked.text).toBe(201);
    // The coordinator holds the step; who has the regie of this phase reads along.
    expect((await answer('tester', made.id, asked.json.id, { text: reply })).status).toBe(200);
    expect((await questions('tester', made.id)).text).toContain(reply);
    expect((await questions('valpreventie-coordinator', made.id)).text).toContain(reply);
    const others = [await questions('huisarts', made.id)];
    expect(others[0]!.json.items).toEqual([]);
    for (const handle of ['huisarts', 'tester', 'valpreventie-coordinator'])
      for (const look of ['forms', 'trail', 'actions', '']) {
        const seen = await suite.api(handle, 'GET', `/cases/${made.id}${look === '' ? '' : `/${look}`}`);
        for (const secret of [question, reply]) expect(seen.text, `${handle} ${look}`).not.toContain(secret);
      }
    for (const list of ['/worklist?limit=100', '/referrals?limit=100'])
      expect((await suite.api('huisarts', 'GET', list)).text).not.toContain(question);
    for (const stranger of ['huisarts-2', 'buurtsportcoach', 'ketencoordinator', 'beheerder'])
      expectProblem(await questions(stranger, made.id), 'not-found');
  });

  test('to someone outside the case is refused with who can be asked; what nobody can read is stored nowhere', async () => {
    await storesNothing(suite, async () => {
      for (const organisation of [user('fysio').organisation, randomUUID(), user('tester').organisation]) {
        const refused = await ask('tester', open.id, 'Weet u iets?', { organisation });
        expectProblem(refused, 'invalid-input', ['/to/organisation']);
        expect(refused.json.allowed).toMatchObject([
          { role: 'huisarts', organisation: user('huisarts').organisation, organisationName: expect.any(String) },
        ]);
      }
      const wrongRole = { organisation: user('huisarts').organisation, role: 'kinderarts' };
      expectProblem(await ask('tester', open.id, 'Weet u iets?', wrongRole), 'invalid-input', ['/to/role']);
    });
  });

  test.each([
    [{}, ['/text']],
    [{ text: '' }, ['/text']],
    [{ text: 'x'.repeat(4001) }, ['/text']],
    [{ text: 'Vraag', to: {} }, ['/to/organisation']],
    [{ text: 'Vraag', to: { organisation: 'praktijk' } }, ['/to/organisation']],
    [{ text: 'Vraag', urgent: true }, ['/urgent']],
  ])('%j is refused and stores nothing', async (body, pointers) => {
    await storesNothing(suite, async () =>
      expectProblem(await change(suite, 'tester', open.id, 'questions', body), 'invalid-input', pointers),
    );
  });

  test('who is only offered a step asks nothing yet, and strangers find no case', async () => {
    const offered = await caseAt(suite, 'otago-verwijzing');
    await storesNothing(suite, async () => {
      expectProblem(await ask('fysio', offered.id, 'Hoe oud is de inwoner?'), 'forbidden');
      for (const stranger of ['huisarts-2', 'ketencoordinator', 'inwoner', 'beheerder'])
        expectProblem(await ask(stranger, offered.id, 'Wie is dit?'), 'not-found');
    });
  });

  test('a repeat with the same key hears the same question, and it is asked once', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const key = { 'idempotency-key': randomUUID() };
    const body = { text: 'Komt de inwoner alleen?' };
    const [first, again] = await Promise.all([
      change(suite, 'tester', made.id, 'questions', body, key),
      change(suite, 'tester', made.id, 'questions', body, key),
    ]);
    expect(first.status, first.text).toBe(201);
    expect(again.json).toEqual(first.json);
    expect((await questions('tester', made.id)).json.items).toHaveLength(1);
    expectProblem(await change(suite, 'tester', made.id, 'questions', { text: 'Anders' }, key), 'idempotency-mismatch');
  });

  test('a question that waits too long is late like any step, and stops nothing', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const asked = await ask('tester', made.id, 'Is er vervoer?');
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P9D' });
    const late = (await trailOf(suite, 'huisarts', made.id)).filter(({ fact }) => fact === 'late');
    expect(late).toMatchObject([{ step: 'vraag' }]);
    const overdue = await suite.api('huisarts', 'GET', '/worklist?limit=100&state=overdue&step=vraag');
    expect(overdue.text).toContain(asked.json.id);
    const { openStep } = made;
    const form = { gevallen: false, bang: false, moeite: false, looptestSeconden: 3 };
    expect((await decide(suite, 'tester', made.id, { openStep, outcome: 'laag', form })).status).toBe(200);
  });
});

describe('POST /cases/{id}/questions/{q}/answer', () => {
  test('of a question that is not there, of another case or without text, changes nothing', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const asked = await ask('tester', made.id, 'Weet u iets?');
    const { id } = asked.json;
    await storesNothing(suite, async () => {
      expectProblem(await answer('huisarts', made.id, `${made.id}.vraag.9`, { text: 'Ja' }), 'not-allowed-now');
      expectProblem(await answer('huisarts', open.id, id, { text: 'Ja' }), 'not-allowed-now');
      expectProblem(await answer('huisarts', made.id, made.openStep, { text: 'Ja' }), 'not-allowed-now');
      expectProblem(await answer('huisarts', made.id, id, {}), 'invalid-input', ['/text']);
      expectProblem(await answer('huisarts-2', made.id, id, { text: 'Ja' }), 'not-found');
      expectProblem(await answer('tester', made.id, id, { text: 'Ja' }), 'forbidden');
      // Not by way of a decision either: then it would have no text.
      const decision = { openStep: id, outcome: 'beantwoord' };
      expectProblem(await decide(suite, 'huisarts', made.id, decision), 'not-allowed-now');
    });
  });
});
