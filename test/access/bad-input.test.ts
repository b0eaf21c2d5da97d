import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../src/api/problem.ts';
import { caseAt, decide, openStepOf } from '../api/journey.ts';
import { expectProblem, stored, storesNothing } from '../api/problem.ts';
import { hoog, matig } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { someoneNamed } from '../walks/people.ts';

interface Place {
  readonly id: string;
  readonly openStep: string;
}

let suite: Suite;
let at: Place;
beforeAll(async () => {
  suite = await openSuite();
  const { id, openStep } = await caseAt(suite, 'valrisicotest');
  at = { id, openStep };
});
afterAll(() => suite.close());

const when = '2026-01-05T10:00:00Z';
const org = (handle: string): string => someoneNamed(handle).organisation ?? '';
const yes = { purpose: 'monitoring', given: true, by: 'inwoner', at: when };

/** Every route that changes something in a case, with a body that it takes now. */
const good = ({ id, openStep }: Place): readonly (readonly [method: string, path: string, body: object])[] => [
  ['POST', `/cases/${id}/decisions`, { openStep, outcome: 'matig', form: matig }],
  ['POST', `/cases/${id}/assignments`, { openStep, practitioner: 'me' }],
  ['POST', `/cases/${id}/pauses`, { reason: 'ziekte', until: '2099-01-01' }],
  ['POST', `/cases/${id}/withdrawal`, { reason: { code: 'ziekte' } }],
  ['POST', `/cases/${id}/events`, { event: 'verhuisd', at: when }],
  ['POST', `/cases/${id}/questions`, { text: 'x' }],
  ['POST', `/cases/${id}/consents`, yes],
  ['POST', `/cases/${id}/links`, { type: 'zelfde-gezin', case: randomUUID() }],
  ['PATCH', `/cases/${id}/resident`, { phone: '0612345678' }],
];

describe('every way to change a case', () => {
  test.each(['7', 'abc', '"7', '"7" "8"', 'W/7'])('refuses the If-Match %s as malformed', async (tag) => {
    await storesNothing(suite, async () => {
      for (const [method, path, body] of good(at)) {
        const answer = await suite.api('tester', method, path, body, { 'if-match': tag });
        expectProblem(answer, 'invalid-input', ['/headers/if-match']);
      }
    });
  });

  test.each(['"999"', '"abc"', 'W/"2"'])('refuses the If-Match %s as stale', async (tag) => {
    await storesNothing(suite, async () => {
      for (const [method, path, body] of good(at)) {
        expectProblem(await suite.api('tester', method, path, body, { 'if-match': tag }), 'stale');
      }
    });
  });

  test('refuses a field that it does not know, and points at it', async () => {
    await storesNothing(suite, async () => {
      for (const [method, path, body] of good(at)) {
        const answer = await suite.api('tester', method, path, { ...body, onbekend: 1 }, { 'if-match': '"2"' });
        expect(
          answer.json.errors?.map(({ pointer }: { pointer: string }) => pointer),
          path,
        ).toContain('/onbekend');
        expectProblem(answer, 'invalid-input');
      }
    });
  });

  test.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a word', '"x"'],
    ['half a JSON', '{"openStep":'],
    ['a name twice', '{"openStep":"a","openStep":"b"}'],
  ])('refuses %s as a body', async (_what, body) => {
    await storesNothing(suite, async () => {
      for (const [method, path] of good(at)) {
        const answer = await suite.api('tester', method, path, body, {
          'if-match': '"2"',
          'content-type': 'application/json',
        });
        expect([400, 422], `${path} ${answer.text}`).toContain(answer.status);
        expectProblem(answer, answer.json.code);
      }
    });
  });

  test('refuses a person as something that is no person, and a day that is none', async () => {
    const wrong: readonly (readonly [method: string, tail: string, body: object, pointer: string])[] = [
      ['POST', 'assignments', { openStep: at.openStep, practitioner: 'jan' }, '/practitioner'],
      ['POST', 'assignments', { openStep: at.openStep, organisation: 'x' }, '/organisation'],
      ['POST', 'assignments', { openStep: at.openStep }, '/practitioner'],
      ['POST', 'consents', { ...yes, at: '2026-02-30' }, '/at'],
      ['POST', 'consents', { ...yes, purpose: 'reclame' }, '/purpose'],
      ['POST', 'consents', { ...yes, by: 'buurman' }, '/by'],
      ['POST', 'consents', { ...yes, at: '2199-01-01T00:00:00Z' }, '/at'],
      ['POST', 'corrections', { seq: 0, reason: 'vergissing' }, '/seq'],
      ['POST', 'corrections', { seq: 1.5, reason: 'vergissing' }, '/seq'],
      ['POST', 'corrections', { seq: 2, reason: 'zomaar' }, '/reason'],
      ['POST', 'corrections', { seq: 1, reason: 'vergissing' }, '/seq'],
      ['POST', 'questions', { text: '' }, '/text'],
      ['POST', 'questions', { text: 'x'.repeat(4001) }, '/text'],
      ['POST', 'questions', { text: 'x', to: { organisation: 'x' } }, '/to/organisation'],
      ['POST', 'questions', { text: 'x', to: { organisation: org('huisarts'), role: 'fysio' } }, '/to/role'],
      ['POST', 'links', { type: 'zomaar', case: randomUUID() }, '/type'],
      ['POST', 'links', { type: 'parallel' }, '/case'],
      ['POST', 'links', { type: 'parallel', case: randomUUID(), chain: 'valpreventie' }, '/case'],
      ['PATCH', 'resident', { birthDate: '1850-01-01' }, '/birthDate'],
      ['PATCH', 'resident', { phone: 'bel maar' }, '/phone'],
      ['PATCH', 'resident', { bsn: '123456789' }, '/bsn'],
    ];
    await storesNothing(suite, async () => {
      for (const [method, tail, body, pointer] of wrong) {
        const answer = await suite.api('tester', method, `/cases/${at.id}/${tail}`, body, { 'if-match': '"2"' });
        const named = JSON.stringify(body).slice(0, 100);
        expect([named, answer.status, answer.json.errors?.[0]?.pointer], answer.text).toEqual([named, 422, pointer]);
        expectProblem(answer, 'invalid-input');
      }
    });
  });
});

describe('what is asked of the wrong one', () => {
  test('a question goes to nobody outside the case, and the refusal names only who is in it', async () => {
    await storesNothing(suite, async () => {
      for (const outside of ['fysio', 'huisarts-2', 'valpreventie-coordinator', 'ggd']) {
        const to = { organisation: org(outside) };
        const answer = await suite.api('tester', 'POST', `/cases/${at.id}/questions`, { text: 'x', to });
        expectProblem(answer, 'invalid-input', ['/to/organisation']);
        const named = answer.json.allowed.map(({ organisation }: { organisation: string }) => organisation);
        expect(named).toEqual([org('huisarts')]);
      }
    });
  });

  test.each([
    ['that does not fulfil the role', () => org('fysio')],
    ['that is in no directory', () => randomUUID()],
    ['that watches and does nothing', () => org('ketencoordinator')],
  ])('a step goes to no organisation %s', async (_what, organisation) => {
    await storesNothing(suite, async () => {
      const body = { openStep: at.openStep, organisation: organisation() };
      const answer = await suite.api('tester', 'POST', `/cases/${at.id}/assignments`, body);
      expectProblem(answer, 'invalid-input', ['/organisation']);
    });
  });

  test.each([
    ['that does not fulfil the role', () => org('fysio')],
    ['that is in no directory', () => randomUUID()],
  ])('many steps at once go to no organisation %s', async (_what, organisation) => {
    await changesNoCase(async () => {
      const many = { openSteps: [at.openStep], to: { organisation: organisation() } };
      const answered = await suite.api('tester', 'POST', '/assignments', many);
      expect(answered.json.items?.every(({ done }: { done: boolean }) => !done) ?? answered.status === 422).toBe(true);
    });
  });

  test('a step goes to no person of another organisation', async () => {
    await storesNothing(suite, async () => {
      const practitioner = someoneNamed('fysio').practitioner;
      const body = { openStep: at.openStep, practitioner };
      expectProblem(await suite.api('tester', 'POST', `/cases/${at.id}/assignments`, body), 'invalid-input', [
        '/practitioner',
      ]);
    });
  });

  test('many steps at once tell nothing of a step that one does not see', async () => {
    const ask = async (openStep: string): Promise<unknown> => {
      const body = { openSteps: [openStep], to: { practitioner: 'me' } };
      const { status, json } = await suite.api('fysio', 'POST', '/assignments', body);
      const text = JSON.stringify({ ...json, requestId: '' }).replaceAll(openStep, 'STEP');
      return [status, text];
    };
    await changesNoCase(async () => {
      expect(await ask(at.openStep)).toEqual(await ask(`${randomUUID()}.valrisicotest.1`));
    });
  });

  test('a case cannot be coupled with one that is not seen: it is answered as one that is not there', async () => {
    const other = await caseAt(suite, 'wachtlijst-kern');
    const ask = async (id: string): Promise<unknown> => {
      const { status, json } = await suite.api('tester', 'POST', `/cases/${at.id}/links`, {
        type: 'zelfde-gezin',
        case: id,
      });
      return JSON.parse(JSON.stringify([status, { ...json, requestId: '' }]).replaceAll(id, 'ID'));
    };
    const hidden = await suite.api('tester', 'GET', `/cases/${other.id}`);
    expect(hidden.status).toBe(200);
    const unseen = await suite.api('huisarts-2', 'POST', '/referrals', {
      ...other.referral,
      resident: { ...other.referral['resident'], name: { given: 'An', family: 'Ders' }, phone: '0688888888' },
      entry: 'huisarts-beeld',
    });
    expect(unseen.status, unseen.text).toBe(201);
    expect((await suite.api('tester', 'GET', `/cases/${unseen.json.id}`)).status).toBe(404);
    await storesNothing(suite, async () => expect(await ask(unseen.json.id)).toEqual(await ask(randomUUID())));
  });
});

describe('a form', () => {
  test('of another step or another version is refused field by field', async () => {
    await storesNothing(suite, async () => {
      const forms = [
        { gevallen: true, bezorgd: true, moeite: true },
        { ...matig, versie: 2 },
        { ...hoog, letsel: 'ja' },
      ];
      for (const form of forms) {
        const body = { openStep: at.openStep, outcome: 'matig', form };
        const answer = await decide(suite, 'tester', at.id, body);
        expectProblem(answer, 'invalid-input');
        for (const { pointer } of answer.json.errors) expect(pointer).toMatch(/^\/form\//);
      }
    });
  });
});

describe('a consent that was withdrawn', () => {
  test('stops the step that rests on it at the next request, for whoever had it', async () => {
    const made = await caseAt(suite, 'wachtlijst-kern');
    const seen = await suite.api('valpreventie-coordinator', 'GET', `/cases/${made.id}`);
    expect(seen.json.resident.name).toEqual(made.referral['resident'].name);
    const withdrawn = { purpose: 'overdracht', given: false, by: 'inwoner', at: when };
    const done = await suite.api('huisarts', 'POST', `/cases/${made.id}/consents`, withdrawn);
    expect(done.status, done.text).toBe(200);
    await storesNothing(suite, async () => {
      const body = { openStep: made.openStep, outcome: 'trekt-terug' };
      const after = await decide(suite, 'valpreventie-coordinator', made.id, body);
      expect(['not-found', 'not-allowed-now', 'consent-missing']).toContain(after.json.code);
      expectProblem(after, after.json.code as ProblemCode);
      const again = await suite.api('valpreventie-coordinator', 'GET', `/cases/${made.id}`);
      expect(again.text).not.toContain(made.referral['resident'].name.family);
      const work = await suite.api('valpreventie-coordinator', 'GET', '/worklist?limit=100');
      expect(work.text).not.toContain(made.id);
    });
    expect(await openStepOf(suite, made.id, 'toestemming-besluit')).toBeDefined();
  });
});

/** A request about many cases has a row of its own, with what came of it; no case may have a fact of it. */
async function changesNoCase(work: () => Promise<void>): Promise<void> {
  const facts = async (): Promise<unknown> => (await stored(suite))['facts'];
  const before = await facts();
  await work();
  expect(await facts()).toEqual(before);
}
