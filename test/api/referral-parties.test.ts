import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { organisations } from '../../src/local/demo-region/organisations.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { stateOf } from '../harness/cases.ts';
import { hoog, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { decide } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const userOf = (handle: string) => users.find((user) => user.handle === handle);
const agbOf = (organisation: string | null | undefined) => organisations.find(({ id }) => id === organisation)?.agb;
const practice2 = userOf('huisarts-2')?.organisation;
const refer = (parties: unknown, over: object = {}, user = 'tester') =>
  suite.api(user, 'POST', '/referrals', referral({ ...over, parties }));

describe('who fulfils a role in this case', () => {
  test.each([
    ['the practice', () => agbOf(practice2)],
    ['someone who works there', () => userOf('huisarts-2')?.agb],
  ])('is who the referral names, by the AGB code of %s: the case comes to that practice', async (_by, agb) => {
    const made = await refer({ huisarts: { agb: agb() } }, { outcome: 'hoog', form: hoog });
    expect(made.status, made.text).toBe(201);
    const { id } = made.json;
    expect((await stateOf(suite, id)).parties).toMatchObject({ huisarts: practice2, poh: practice2 });
    await decide(suite, 'tester', id, { openStep: `${id}.toestemming-hoog.1`, outcome: 'digitaal' });
    const seen = await suite.api('huisarts-2', 'GET', `/cases/${id}`);
    expect(seen.json.openSteps).toMatchObject([{ step: 'huisarts-beeld', organisation: practice2 }]);
    expectProblem(await suite.api('huisarts', 'GET', `/cases/${id}`), 'not-found');
  });

  test('goes before the directory, which fills the other roles', async () => {
    const fysio = organisations.find(
      ({ kind, municipality }) => kind === 'fysiotherapiepraktijk' && municipality === 'borne',
    );
    const made = await refer({ fysio: { agb: fysio?.agb } }, {}, 'huisarts');
    expect(made.status, made.text).toBe(201);
    const { parties } = await stateOf(suite, made.json.id);
    expect(parties['fysio']).toBe(fysio?.id);
    expect(parties['buurtsportcoach']).toBe(userOf('buurtsportcoach')?.organisation);
    expect(parties['huisarts']).toBe(userOf('huisarts')?.organisation);
  });

  test('may be the own practice by name', async () => {
    const made = await refer({ huisarts: { agb: userOf('huisarts')?.agb } }, {}, 'huisarts');
    expect(made.status, made.text).toBe(201);
  });

  const bad: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['an unknown AGB code', { huisarts: { agb: '99999999' } }, ['/parties/huisarts/agb']],
    ['a code that is none', { huisarts: { agb: '0199000' } }, ['/parties/huisarts/agb']],
    [
      'someone of another trade',
      { huisarts: { agb: agbOf(userOf('fysio')?.organisation) } },
      ['/parties/huisarts/agb'],
    ],
    ['a role that the chain has not', { kraamzorg: { agb: '42990001' } }, ['/parties/kraamzorg']],
    ['no role at all', { Huisarts: { agb: '01990002' } }, ['/parties/Huisarts']],
    ['more than a code', { huisarts: { agb: '01990002', name: 'x' } }, ['/parties/huisarts/name']],
    ['a list', [], ['/parties']],
  ];
  test.each(bad)('with %s is refused by pointer, and nothing is stored', async (_name, parties, pointers) => {
    await storesNothing(suite, async () => expectProblem(await refer(parties), 'invalid-input', pointers));
  });

  test('cannot be another in the role of who refers', async () => {
    await storesNothing(suite, async () => {
      const answer = await refer({ huisarts: { agb: agbOf(practice2) } }, {}, 'huisarts');
      expectProblem(answer, 'invalid-input', ['/parties/huisarts/agb']);
    });
  });
});
