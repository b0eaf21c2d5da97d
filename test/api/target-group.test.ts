import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { addMonths, addDays } from '../../src/engine/calendar/local-date.ts';
import { factsOf, stateOf } from '../harness/cases.ts';
import { hoog, referral, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, openStepOf } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { actionsOf, change } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const refer = (over: Record<string, unknown>) => suite.api('huisarts', 'POST', '/referrals', referral(over));
const birthday = (years: number, days = 0): string =>
  addDays(addMonths(localDateOf(suite.clock.now()), -12 * years), days);

describe('the target group', () => {
  test('counts whole years on the day of the referral: 65 today is in, a day younger is not', async () => {
    await storesNothing(suite, async () => {
      for (const birthDate of [birthday(65, 1), birthday(40), birthday(0)]) {
        const answer = await refer({ resident: resident({ birthDate }) });
        expectProblem(answer, 'not-in-target-group', ['/resident/birthDate']);
        expect(answer.json.allowed).toEqual([{ instead: expect.stringContaining('huisarts') }]);
      }
    });
    expect((await refer({ resident: resident({ birthDate: birthday(65) }) })).status).toBe(201);
  });

  test('is asked before consent, and after the birth date itself', async () => {
    await storesNothing(suite, async () => {
      const young = resident({ birthDate: birthday(40) });
      expectProblem(await refer({ resident: young, consent: undefined }), 'not-in-target-group');
      expectProblem(await refer({ resident: resident({ birthDate: birthday(-1) }) }), 'invalid-input', [
        '/resident/birthDate',
      ]);
    });
  });
});

describe('dates that come with a referral', () => {
  test.each([
    [{ 'einde-groep': '2027-05-01' }, ['/anchors/einde-groep']],
    [{ aterme: '2027-05-01' }, ['/anchors/aterme']],
    [{ 'einde-groep': 'mei' }, ['/anchors/einde-groep']],
  ])('%j are refused: this chain asks none', async (anchors, pointers) => {
    await storesNothing(suite, async () => expectProblem(await refer({ anchors }), 'invalid-input', pointers));
  });

  test('none at all go through', async () => {
    expect((await refer({ anchors: {} })).status).toBe(201);
  });
});

describe('what a place has chosen', () => {
  const choose = (layer: string, place: string, name: string, value: string): Promise<unknown> =>
    suite.context.db.query(
      { name: 'test_knob', text: 'insert into knobs (chain, layer, place, name, value) values ($1, $2, $3, $4, $5)' },
      ['valpreventie', layer, place, name, value],
    );

  test('is what a case starts with, the kern before the municipality before the region, and it stays with the case', async () => {
    const name = 'valrisicotest.within';
    await choose('region', '', name, 'P5W');
    await choose('municipality', 'borne', name, 'P6W');
    await choose('kern', 'borne/hertme', name, 'P7W');
    const weeks = async (over: Record<string, unknown>): Promise<{ weeks: number; knob: unknown }> => {
      const made = await refer(over);
      expect(made.status, made.text).toBe(201);
      const state = await stateOf(suite, made.json.id);
      const [opened] = state.open;
      const days = ((opened?.dueAt ?? 0) - (opened?.openedAt ?? 0)) / 86_400_000;
      return { weeks: Math.floor(days / 7), knob: state.knobs[name] };
    };
    expect(await weeks({})).toEqual({ weeks: 5, knob: { value: 'P5W', layer: 'region' } });
    expect(await weeks({ municipality: 'borne' })).toEqual({
      weeks: 6,
      knob: { value: 'P6W', layer: 'municipality' },
    });
    expect(await weeks({ municipality: 'borne', kern: 'hertme' })).toEqual({
      weeks: 7,
      knob: { value: 'P7W', layer: 'kern' },
    });
  });

  test('sends a high risk on, and counts the gap where the high route does not exist', async () => {
    const made = await suite.api('tester', 'POST', '/referrals', referral({ municipality: 'losser' }));
    const body = { openStep: made.json.openSteps[0].id, outcome: 'hoog', form: hoog };
    const done = await decide(suite, 'tester', made.json.id, body);
    expect(done.json.openSteps).toMatchObject([{ step: 'toestemming-hoog' }]);
    expect(await factsOf(suite, made.json.id)).toContainEqual(
      expect.objectContaining({ fact: 'gap', gap: 'hoog-route', step: 'valrisicotest' }),
    );
  });
});

test('Otago is reimbursed once in twelve months, also over the cases of one resident', async () => {
  const first = await caseAt(suite, 'otago-intake');
  const ended = await change(suite, 'huisarts', first.id, 'withdrawal', { reason: { code: 'ziekte' } });
  expect(ended.json.status, ended.text).toBe('ended');
  const second = await suite.api('huisarts', 'POST', '/referrals', { ...first.referral, entry: 'huisarts-beeld' });
  expect(second.status, second.text).toBe(201);
  const { id } = second.json;
  const day = localDateOf(suite.clock.now());
  expect((await stateOf(suite, id)).marks).toEqual({ otago: { count: 1, last: day } });
  for (const [step, body] of [
    ['huisarts-beeld', { outcome: 'voldoende' }],
    ['bespreken-interventies', { outcome: 'beweeg', form: {} }],
  ] as const) {
    await decide(suite, 'huisarts', id, { openStep: await openStepOf(suite, id, step), ...body });
  }
  const [choice] = await actionsOf(suite, 'huisarts', id);
  expect(choice?.outcomes?.map(({ id: outcome, allowed }) => [outcome, allowed])).toEqual([
    ['ja', false],
    ['ja-al-gehad', true],
    ['nee', true],
  ]);
  const openStep = await openStepOf(suite, id, 'onderliggend-lijden');
  await storesNothing(suite, async () =>
    expectProblem(await decide(suite, 'huisarts', id, { openStep, outcome: 'ja' }), 'not-allowed-now'),
  );
  await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P12M' });
  const done = await decide(suite, 'huisarts', id, { openStep, outcome: 'ja' });
  expect(done.json.openSteps, done.text).toMatchObject([{ step: 'otago-verwijzing' }]);
});
