import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factsOf, stateOf } from '../harness/cases.ts';
import { hoog, laag, matig, referral, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { expectProblem, stored, storesNothing } from './problem.ts';
import { dayFrom, trailOf } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const at = '2026-01-08';
const test1 = { step: 'valrisicotest', outcome: 'hoog', at, form: { ...hoog, opmerking: 'tuimelde in de keuken' } };
const beeld = { entry: 'huisarts-beeld', outcome: 'onvoldoende' };
const refer = (over: Record<string, unknown>, user = 'huisarts') =>
  suite.api(user, 'POST', '/referrals', referral({ ...beeld, ...over }));
const formsOf = async (user: string, id: string): Promise<Record<string, unknown>[]> => {
  const answer = await suite.api(user, 'GET', `/cases/${id}/forms`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.items;
};

describe('steps that were done elsewhere', () => {
  test('come with the referral: the case begins after them and remembers their outcome and codes', async () => {
    const made = await refer({ done: [test1] });
    expect(made.status, made.text).toBe(201);
    expect(made.json.openSteps).toMatchObject([{ step: 'valrisicobeoordeling' }]);
    const { id } = made.json;
    const state = await stateOf(suite, id);
    expect(state).toMatchObject({
      outcomes: { valrisicotest: 'hoog' },
      kept: { klasse: 'hoog' },
      payer: { payer: 'zvw' },
    });
    expect(new Date(state.decidedAt['valrisicotest'] ?? 0).toISOString()).toBe('2026-01-07T23:00:00.000Z');
    expect(state.open.map(({ step }) => step)).toEqual(['valrisicobeoordeling']);
    const trail = await trailOf(suite, 'huisarts', id);
    expect(trail.map(({ fact }) => fact)).toEqual(expect.arrayContaining(['started', 'elsewhere', 'decided']));
    expect(trail.find(({ fact }) => fact === 'elsewhere')).toMatchObject({ step: 'valrisicotest', outcome: 'hoog' });
  });

  test('keep their forms, each read back under its own step, by who may', async () => {
    const form = { gevallen: true, bezorgd: true, moeite: false };
    const made = await refer({
      done: [test1, { step: 'opsporen', outcome: 'verhoogd', at: '2026-01-02', form }],
      note: 'Let op: woont alleen',
    });
    expect(made.status, made.text).toBe(201);
    const read = await formsOf('huisarts', made.json.id);
    expect(read.map(({ step, comment }) => [step, comment])).toEqual([
      ['verwijzing', 'Let op: woont alleen'],
      ['opsporen', null],
      ['valrisicotest', null],
    ]);
    expect(read[1]).toMatchObject({ data: form, by: { role: 'huisarts' } });
    expect(read[2]).toMatchObject({ data: { opmerking: 'tuimelde in de keuken', letsel: true } });
    expect(new Set(read.map(({ id }) => id)).size).toBe(3);
    for (const user of ['huisarts-2', 'buurtsportcoach', 'ketencoordinator', 'fysio']) {
      expectProblem(await suite.api(user, 'GET', `/cases/${made.json.id}/forms`), 'not-found');
    }
  });

  test('stand beside the form of the step with which the case begins', async () => {
    const form = { gevallen: true, bezorgd: false, moeite: false };
    const made = await suite.api(
      'tester',
      'POST',
      '/referrals',
      referral({
        entry: 'valrisicotest',
        outcome: 'matig',
        form: matig,
        done: [{ step: 'opsporen', outcome: 'verhoogd', at, form }],
      }),
    );
    expect(made.status, made.text).toBe(201);
    const read = await formsOf('tester', made.json.id);
    expect(read.map(({ step, round }) => [step, round])).toEqual([
      ['opsporen', 0],
      ['valrisicotest', 1],
    ]);
    expect(read.map(({ data }) => data)).toMatchObject([form, matig]);
  });

  test('may come without a form: what the outcome alone tells is kept, and no proposal asks for a reason', async () => {
    const made = await refer({ done: [{ step: 'valrisicotest', outcome: 'hoog', at }] });
    expect(made.status, made.text).toBe(201);
    expect((await stateOf(suite, made.json.id)).kept).toEqual({ klasse: 'hoog' });
    const differs = await refer({ done: [{ ...test1, form: laag }] });
    expect(differs.status, differs.text).toBe(201);
  });

  test('leave nothing of a form in what the case holds', async () => {
    const made = await refer({ done: [test1], note: 'alleen voor wie begint' });
    const facts = JSON.stringify(await factsOf(suite, made.json.id));
    const state = JSON.stringify(await stateOf(suite, made.json.id));
    const rows = await suite.context.db.query<{ text: string }>({
      name: 'test_commands_text',
      text: 'select payload::text as text from commands',
    });
    for (const text of [facts, state, ...rows.map((row) => row.text)]) {
      for (const secret of ['keuken', 'looptest', 'alleen voor wie']) expect(text).not.toContain(secret);
    }
  });

  test('are repeated with the same key as the same answer, and with another outcome as another request', async () => {
    const body = referral({ ...beeld, done: [test1] });
    const key = { 'idempotency-key': 'done-1' };
    const first = await suite.api('huisarts', 'POST', '/referrals', body, key);
    const count = await stored(suite);
    const again = await suite.api('huisarts', 'POST', '/referrals', body, key);
    expect([again.status, again.json]).toEqual([first.status, first.json]);
    expect(await stored(suite)).toEqual(count);
    const other = { ...body, done: [{ ...test1, at: '2026-01-07' }] };
    expectProblem(await suite.api('huisarts', 'POST', '/referrals', other, key), 'idempotency-mismatch');
  });

  const bad: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['a step after the entry', [{ step: 'mdo-nodig', outcome: 'gedaan', at }], ['/done/0/step']],
    ['a step beside the way to it', [{ step: 't2-6', outcome: 'duurzaam', at }], ['/done/0/step']],
    ['the entry itself', [{ step: 'huisarts-beeld', outcome: 'voldoende', at }], ['/done/0/step']],
    ['a step of another chain', [{ step: 'kraamweek', outcome: 'geen', at }], ['/done/0/step']],
    ['a step that is a word of the language', [{ step: 'constructor', outcome: 'name', at }], ['/done/0/step']],
    ['an outcome that is none', [{ step: 'valrisicotest', outcome: 'heel-hoog', at }], ['/done/0/outcome']],
    ['an outcome that goes another way', [{ step: 'valrisicotest', outcome: 'laag', at }], ['/done/0/outcome']],
    ['an outcome that ends', [{ step: 'toestemming-hoog', outcome: 'geweigerd', at }], ['/done/0/outcome']],
    ['a step twice', [test1, { ...test1, at: '2026-01-05' }], ['/done/1/step']],
    ['a day before birth', [{ ...test1, at: '1946-05-16' }], ['/done/0/at']],
    ['a day that is none', [{ ...test1, at: '2026-02-30' }], ['/done/0/at']],
    ['a moment', [{ ...test1, at: '2026-01-08T10:00:00Z' }], ['/done/0/at']],
    ['a wrong form', [{ ...test1, form: { gevallen: 'ja', kleur: 1 } }], ['bang', 'gevallen', 'kleur', 'moeite']],
    ['a form where there is none', [{ step: 'toestemming-hoog', outcome: 'digitaal', at, form: {} }], ['/done/0/form']],
    ['another key', [{ ...test1, by: 'mij' }], ['/done/0/by']],
    ['something else than a list', { step: 'valrisicotest' }, ['/done']],
    ['too many', Array.from({ length: 21 }, () => test1), ['/done']],
  ];
  test.each(bad)('with %s are refused by pointer, and nothing is stored', async (_name, done, pointers) => {
    const full = pointers.map((each) => (each.startsWith('/') ? each : `/done/0/form/${each}`));
    await storesNothing(suite, async () => expectProblem(await refer({ done }), 'invalid-input', full));
  });

  test('tomorrow are refused', async () => {
    const done = [{ ...test1, at: dayFrom(suite, 1) }];
    await storesNothing(suite, async () => expectProblem(await refer({ done }), 'invalid-input', ['/done/0/at']));
  });

  test('that contradict the entry are refused with what fits it', async () => {
    const answer = await refer({ done: [{ step: 'valrisicotest', outcome: 'matig', at }] });
    expectProblem(answer, 'invalid-input', ['/done/0/outcome']);
    expect(answer.json.errors[0].detail).toContain('hoog');
  });

  test('give no consent: it has to come with the referral', async () => {
    const done = [test1, { step: 'toestemming-hoog', outcome: 'digitaal', at }];
    await storesNothing(suite, async () =>
      expectProblem(await refer({ done, consent: undefined }), 'consent-missing', ['/consent']),
    );
  });
});

describe('note, urgency and own number', () => {
  test('a chain whose existence is confidential takes no note: the reason does not travel', async () => {
    const body = referral({
      chain: 'kansrijke-start',
      resident: resident({ birthDate: '1997-03-04' }),
      note: 'Zorgen',
    });
    await storesNothing(suite, async () => {
      const answer = await suite.api('verloskundige', 'POST', '/referrals', body);
      expectProblem(answer, 'invalid-input', ['/note']);
      expect(answer.text).not.toContain('Zorgen');
    });
  });

  test('go to who begins and who has the regie; the own number to the own practice only', async () => {
    const made = await suite.api(
      'huisarts',
      'POST',
      '/referrals',
      referral({ note: 'Belt u na tien uur.', urgency: 'spoed', reference: 'HA-901' }),
    );
    const { id } = made.json;
    const letter = { step: 'verwijzing', comment: 'Belt u na tien uur.', data: { urgency: 'spoed' } };
    for (const user of ['tester', 'huisarts', 'poh'])
      expect(await formsOf(user, id), user).toMatchObject(user === 'poh' ? [] : [letter]);
    expect((await suite.api('huisarts', 'GET', `/cases/${id}`)).json.reference).toBe('HA-901');
    const seen = await Promise.all(
      [`/cases/${id}`, `/cases/${id}/forms`, `/cases/${id}/trail`, '/worklist?limit=100'].map((path) =>
        suite.api('tester', 'GET', path),
      ),
    );
    for (const { text } of seen) expect(text).not.toContain('HA-901');
  });

  test('are no longer for who began, once someone else goes on with it', async () => {
    const made = await suite.api(
      'huisarts',
      'POST',
      '/referrals',
      referral({ resident: resident(), note: 'Kort nieuws' }),
    );
    const { id, openSteps } = made.json;
    for (const [openStep, body] of [
      [openSteps[0].id, { outcome: 'hoog', form: hoog }],
      [`${id}.toestemming-hoog.1`, { outcome: 'digitaal' }],
    ] as const) {
      const done = await suite.api('tester', 'POST', `/cases/${id}/decisions`, { openStep, ...body });
      expect(done.status, done.text).toBe(200);
    }
    expect((await formsOf('tester', id)).map(({ step }) => step)).toEqual(['valrisicotest']);
    expect((await formsOf('huisarts', id)).map(({ step }) => step)).toEqual(['verwijzing', 'valrisicotest']);
  });
});
