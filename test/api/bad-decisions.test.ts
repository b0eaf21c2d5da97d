import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../src/api/problem.ts';
import { matig } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, type Stood } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { jsonHeaders, type Raw, rawApi } from './raw.ts';

let suite: Suite;
let raw: Raw;
let open: Stood;
beforeAll(async () => {
  suite = await openSuite();
  raw = rawApi(suite);
  open = await caseAt(suite, 'valrisicotest');
});
afterAll(() => suite.close());

describe('a decision that is wrong', () => {
  test.each<[string, object, ProblemCode, readonly string[] | undefined]>([
    ['without a step and an outcome', {}, 'invalid-input', ['/openStep', '/outcome']],
    [
      'with wrong types',
      { openStep: 1, outcome: [], form: 'x', reason: 'y' },
      'invalid-input',
      ['/form', '/openStep', '/outcome', '/reason'],
    ],
    ['with an empty step', { openStep: '', outcome: 'matig' }, 'invalid-input', ['/openStep']],
    ['with a step of 300 characters', { openStep: 'x'.repeat(300), outcome: 'matig' }, 'invalid-input', ['/openStep']],
    ['on a step that does not exist', { openStep: 'bestaat-niet', outcome: 'matig' }, 'not-allowed-now', undefined],
    ['on a step called __proto__', { openStep: '__proto__', outcome: 'matig' }, 'not-allowed-now', undefined],
  ])('%s is refused and stores nothing', async (_name, body, code, pointers) => {
    await storesNothing(suite, async () => expectProblem(await decide(suite, 'tester', open.id, body), code, pointers));
  });

  test.each(['gedaan', 'bestaat-niet', '__proto__', 'constructor'])(
    'with the outcome %s is refused and names the outcomes of the step',
    async (outcome) => {
      await storesNothing(suite, async () => {
        const answer = await decide(suite, 'tester', open.id, { openStep: open.openStep, outcome, form: matig });
        expectProblem(answer, 'invalid-input', ['/outcome']);
        expect(answer.json.allowed.map(({ id }: { id: string }) => id)).toEqual(['laag', 'matig', 'hoog']);
      });
    },
  );

  test('with a form that is wrong is pointed at field by field', async () => {
    await storesNothing(suite, async () => {
      const form = {
        gevallen: 'ja',
        bang: true,
        moeite: null,
        looptestSeconden: 0.5,
        hacker: 1,
        opmerking: 'x'.repeat(2_001),
      };
      const answer = await decide(suite, 'tester', open.id, { openStep: open.openStep, outcome: 'matig', form });
      const pointers = ['/form/gevallen', '/form/hacker', '/form/looptestSeconden', '/form/moeite', '/form/opmerking'];
      expectProblem(answer, 'invalid-input', pointers);
    });
  });

  test('with a key __proto__ in the form is refused', async () => {
    const body = JSON.stringify({ openStep: open.openStep, outcome: 'matig', form: matig }).replace(
      '"form":{',
      '"form":{"__proto__":{},',
    );
    await storesNothing(suite, async () =>
      expectProblem(await suite.api('tester', 'POST', `/cases/${open.id}/decisions`, body), 'invalid-input', ['/form']),
    );
  });

  test('with a form for a step without one is refused', async () => {
    const advice = await caseAt(suite, 'laag-advies');
    await storesNothing(suite, async () => {
      const answer = await decide(suite, 'tester', advice.id, {
        openStep: advice.openStep,
        outcome: 'gedaan',
        form: {},
      });
      expectProblem(answer, 'invalid-input', ['/form']);
    });
  });

  test('with a reason that the chain does not know is refused and the reasons are named', async () => {
    await storesNothing(suite, async () => {
      const answer = await decide(suite, 'tester', open.id, {
        openStep: open.openStep,
        outcome: 'laag',
        form: matig,
        reason: { code: 'zomaar' },
      });
      expectProblem(answer, 'invalid-input', ['/reason/code']);
      expect(answer.json.allowed).toContainEqual(expect.objectContaining({ reason: 'klinische-blik' }));
    });
  });

  test('on an open step of another case is refused there and changes neither case', async () => {
    const other = await caseAt(suite, 'valrisicotest');
    await storesNothing(suite, async () => {
      const answer = await decide(suite, 'tester', open.id, {
        openStep: other.openStep,
        outcome: 'matig',
        form: matig,
      });
      expectProblem(answer, 'not-allowed-now');
      expect(answer.json.allowed).toContainEqual(expect.objectContaining({ openStep: open.openStep }));
      expect(answer.text).not.toContain(other.openStep);
    });
  });
});

describe('the order of checks', () => {
  test('who may not see a case hears that it does not exist, whatever else is wrong', async () => {
    const path = `/cases/${open.id}/decisions`;
    const tries = [
      { body: '{"chain":', headers: jsonHeaders },
      { body: '{}', headers: { 'content-type': 'text/plain' } },
      { body: '{}', headers: { ...jsonHeaders, 'idempotency-key': '' } },
      { body: '{}', headers: { ...jsonHeaders, 'if-match': 'x' } },
      { body: 'x'.repeat(300 * 1024), headers: jsonHeaders },
      { body: '{}', headers: jsonHeaders },
    ];
    for (const init of tries) {
      expectProblem(await raw.request('huisarts-2', 'POST', path, init), 'not-found');
      expectProblem(await raw.request('huisarts', 'POST', '/dev/clock', init), 'not-found');
    }
    expectProblem(await suite.api('huisarts-2', 'POST', `${path}?x=1`, {}), 'not-found');
    expectProblem(await suite.api('huisarts-2', 'GET', `/cases/${open.id}?x=1`), 'not-found');
    expectProblem(await suite.api('beheerder', 'GET', '/worklist?limit=0'), 'not-found');
    expectProblem(await suite.api('huisarts', 'GET', '/orphans?x=1'), 'not-found');
    expectProblem(await suite.api('huisarts', 'GET', '/chains/bestaat-niet?version=0'), 'not-found');
  });

  test('who is not logged in hears nothing but that, whatever else is wrong', async () => {
    for (const path of [
      '/referrals',
      `/cases/${open.id}/decisions`,
      `/cases/${randomUUID()}/decisions`,
      '/dev/clock',
    ]) {
      expectProblem(
        await raw.request(null, 'POST', path, { body: '{"chain":', headers: { 'content-type': 'text/plain' } }),
        'unauthenticated',
      );
    }
  });

  test('the form goes before permission and state', async () => {
    expectProblem(await decide(suite, 'huisarts', open.id, { openStep: open.openStep, outcome: 1 }), 'invalid-input', [
      '/outcome',
    ]);
    expectProblem(await decide(suite, 'huisarts', open.id, { openStep: open.openStep, outcome: 'x' }), 'forbidden');
    expectProblem(
      await decide(suite, 'huisarts', open.id, { openStep: open.openStep, outcome: 'x' }, { 'if-match': '"999"' }),
      'stale',
    );
    expectProblem(
      await decide(suite, 'tester', open.id, { openStep: 'x', outcome: 'x' }, { 'if-match': '"999"' }),
      'stale',
    );
  });
});
