import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { stateOf } from '../harness/cases.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { child, childCase, consentBy, referChild, turning } from './children.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { change, dayFrom } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const parents = { leeftijd: 'onder-12', door: 'ouders' };
const both = { leeftijd: '12-tot-16', door: 'ouders-en-kind' };

/** A case that waits for consent at the gebiedsteam, where the signal was seen. */
async function signalled(birthDate: string, by: string): Promise<string> {
  const consent = { ...consentBy(by), purposes: ['terugkoppeling'] };
  const over = { entry: 'signaleren', outcome: 'verhoogd', form: { klinischeBlik: true }, consent };
  const made = await suite.api('gebiedsteam', 'POST', '/referrals', child(birthDate, by, over));
  expect(made.status, made.text).toBe(201);
  return made.json.id;
}
const discuss = (id: string, form: object, outcome = 'akkoord'): Promise<Answer> =>
  suite.api('gebiedsteam', 'POST', `/cases/${id}/decisions`, { openStep: `${id}.bespreken.1`, outcome, form });

describe('who consents in a referral follows from the age on that day', () => {
  test.each([
    [9, 'inwoner', 'Voor een kind jonger dan 12 geven de ouders toestemming.'],
    [9, 'ouders-en-kind', 'Voor een kind jonger dan 12 geven de ouders toestemming.'],
    [13, 'ouder', 'ouders (of voogd) en kind allebei'],
    [13, 'inwoner', 'ouders (of voogd) en kind allebei'],
    [16, 'ouder', 'Vanaf 16 jaar geeft de jongere zelf toestemming.'],
    [16, 'ouders-en-kind', 'Vanaf 16 jaar geeft de jongere zelf toestemming.'],
  ])('at %i not %s', async (years, by, says) => {
    await storesNothing(suite, async () => {
      const answer = await referChild(suite, turning(suite, years), by);
      expectProblem(answer, 'invalid-input', ['/consent/by']);
      expect(answer.json.errors[0].detail).toContain(says);
    });
  });

  test.each([
    [9, 'ouder'],
    [9, 'voogd'],
    [13, 'ouders-en-kind'],
    [16, 'inwoner'],
  ])('at %i: %s', async (years, by) => {
    await childCase(suite, turning(suite, years), by);
  });

  test('for adults whoever is named consents, as before', async () => {
    const made = await suite.api('huisarts', 'POST', '/referrals', {
      ...child('1946-01-02', 'voogd', { chain: 'valpreventie' }),
      outcome: undefined,
      form: undefined,
    });
    expect(made.status, made.text).toBe(201);
  });
});

describe('a form of consent is compared with the age on the day that it is sent', () => {
  test('a birthday that passes between form and submit refuses it: who consents now, why, and nothing half-done', async () => {
    const id = await signalled(turning(suite, 12, 1), 'ouder');
    await suite.moveClock('P1D');
    await storesNothing(suite, async () => {
      const answer = await discuss(id, parents);
      expectProblem(answer, 'invalid-input', ['/form/leeftijd', '/form/door']);
      const details = answer.json.errors.map(({ detail }: { detail: string }) => detail).join(' ');
      expect(details).toContain('Het kind is nu 12 jaar.');
      expect(details).toContain('geven ouders en kind allebei toestemming');
    });
    expect((await stateOf(suite, id)).consents).not.toContain('overdracht');
    const done = await discuss(id, both);
    expect(done.status, done.text).toBe(200);
    expect((await stateOf(suite, id)).consents).toContain('overdracht');
  });

  test('the day before, the parents consent, and that holds until the birthday asks the child', async () => {
    const id = await signalled(turning(suite, 12, 1), 'ouder');
    expectProblem(await discuss(id, both), 'invalid-input', ['/form/leeftijd', '/form/door']);
    expect((await discuss(id, parents)).status).toBe(200);
    await suite.moveClock('P2D');
    expect((await stateOf(suite, id)).consents).toContain('overdracht');
  });

  test('a consent that was asked elsewhere before is compared with the age on its own day', async () => {
    const asked = (at: string, form: object) => ({ done: [{ step: 'bespreken', outcome: 'akkoord', at, form }] });
    const birthDate = turning(suite, 12, -20);
    const wrong = await referChild(suite, birthDate, 'ouders-en-kind', asked(dayFrom(suite, -10), parents));
    expectProblem(wrong, 'invalid-input', ['/done/0/form/leeftijd', '/done/0/form/door']);
    const right = await referChild(suite, birthDate, 'ouders-en-kind', asked(dayFrom(suite, -30), parents));
    expect(right.status, right.text).toBe(201);
  });
});

test('consent that is given later is of who can give it then; taking it back is anybody’s', async () => {
  const id = await childCase(suite, turning(suite, 12, 1), 'ouder');
  const say = (given: boolean, by: string): Promise<Answer> =>
    change(suite, 'czv', id, 'consents', { purpose: 'casusoverleg', given, by, at: dayFrom(suite, 0) });
  await storesNothing(suite, async () => expectProblem(await say(true, 'inwoner'), 'invalid-input', ['/by']));
  expect((await say(true, 'ouder')).status).toBe(200);
  await suite.moveClock('P1D');
  expect((await say(false, 'ouder')).status).toBe(200);
  await storesNothing(suite, async () => expectProblem(await say(true, 'ouder'), 'invalid-input', ['/by']));
  const answer = await say(true, 'ouders-en-kind');
  expect(answer.status, answer.text).toBe(200);
});
