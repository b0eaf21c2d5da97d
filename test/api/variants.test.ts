import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { knobsHere } from '../../src/cases/knobs-here.ts';
import { refuseImpossibleKnobs } from '../../src/cases/refuse-impossible-knobs.ts';
import { currentDefinition } from '../../src/chains/index.ts';
import { factsOf, stateOf } from '../harness/cases.ts';
import { runMain } from '../harness/processes.ts';
import { consent, hoog, referral, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { decide } from './journey.ts';
import { expectProblem } from './problem.ts';
import { trailOf } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

async function choose(chain: string, layer: string, place: string, name: string, value: string): Promise<void> {
  await suite.context.db.query(
    {
      name: 'test_choose',
      text: `insert into knobs (chain, layer, place, name, value) values ($1, $2, $3, $4, $5)
             on conflict (chain, layer, place, name) do update set value = excluded.value`,
    },
    [chain, layer, place, name, value],
  );
}

const chainAt = (id: string, query: string) => suite.api('huisarts', 'GET', `/chains/${id}${query}`);

describe('GET /chains/{id} for a place', () => {
  test('shows a variant as what differs from the chain, with the layer that chose it', async () => {
    const { status, json } = await chainAt('vngg', '?municipality=dinkelland&kern=weerselo');
    expect(status).toBe(200);
    expect(json.id).toBe('vngg');
    expect(json.variant).toEqual({
      municipality: 'dinkelland',
      kern: 'weerselo',
      fase: 'pilot',
      differences: [
        { knob: 'fase', label: expect.any(String), base: 'realisatie', here: 'pilot', layer: 'kern' },
        {
          knob: 'rol.centrale-zorgcoordinator',
          label: 'Centrale Zorgcoördinator',
          base: 'Centrale Zorgcoördinator',
          here: 'Dorpsondersteuner',
          layer: 'municipality',
        },
      ],
    });
  });

  test('has no differences where everything is as the chain says, and no variant where no place is asked', async () => {
    const { json } = await chainAt('vngg', '?municipality=enschede');
    expect(json.variant).toEqual({ municipality: 'enschede', kern: null, fase: 'realisatie', differences: [] });
    expect((await chainAt('vngg', '')).json).not.toHaveProperty('variant');
    const { json: older } = await chainAt('valpreventie', '?municipality=losser&version=1');
    expect(older.version).toBe(1);
    expect(older.variant.differences).toContainEqual(
      expect.objectContaining({ knob: 'hoogRoute', base: 'live', here: 'niet-beschikbaar', layer: 'municipality' }),
    );
  });

  test.each([
    ['a municipality that is not in Twente', '?municipality=amsterdam', '/municipality', 'hof-van-twente'],
    ['a kern of another municipality', '?municipality=losser&kern=glanerbrug', '/kern', 'de-lutte'],
    ['a kern without its municipality', '?kern=glanerbrug', '/municipality', 'enschede'],
  ])('refuses %s, and says which there are', async (_what, query, pointer, offered) => {
    for (const path of ['', '/praktijkkaart']) {
      const answer = await chainAt('vngg', `${path}${query}`);
      expectProblem(answer, 'invalid-input', [pointer]);
      expect(answer.json.errors[0].detail).toContain(offered);
    }
  });
});

test('the praktijkkaart calls people as the place does, and says how far the chain is there', async () => {
  const card = (query: string) => chainAt('vngg', `/praktijkkaart${query}`);
  const here = (await card('?municipality=tubbergen')).text;
  expect(here).toContain('in de fase **voorbereiding**');
  expect(here).toContain('| Dorpsondersteuner |');
  expect(here).toContain('- Centrale Zorgcoördinator heet hier **Dorpsondersteuner**');
  expect((await card('?municipality=dinkelland&kern=weerselo')).text).toContain('in de fase **pilot**');
  expect((await card('?municipality=enschede')).text).not.toContain('Dorpsondersteuner');
});

test('a resident with a high risk where the high route is not there reaches the huisarts, and is counted', async () => {
  const made = await suite.api('tester', 'POST', '/referrals', referral({ municipality: 'losser' }));
  const { id } = made.json;
  expect((await stateOf(suite, id)).knobs).toMatchObject({
    hoogRoute: { value: 'niet-beschikbaar', layer: 'municipality' },
    fase: { value: 'geen', layer: 'municipality' },
  });
  const tested = { openStep: made.json.openSteps[0].id, outcome: 'hoog', form: hoog };
  const consented = await decide(suite, 'tester', id, tested);
  const [asked] = consented.json.openSteps;
  const done = await decide(suite, 'tester', id, { openStep: asked.id, outcome: 'digitaal' });
  expect(done.json.openSteps, done.text).toMatchObject([{ step: 'huisarts-beeld', role: 'huisarts' }]);
  expect(await trailOf(suite, 'tester', id)).toContainEqual(
    expect.objectContaining({ fact: 'gap', gap: 'hoog-route', step: 'valrisicotest' }),
  );
});

const breed = {
  lichaamsfuncties: 5,
  mentaalWelbevinden: 6,
  zingeving: 6,
  kwaliteitVanLeven: 6,
  meedoen: 6,
  dagelijksLeven: 7,
  wens: 'Weer fietsen',
};
const cz = 'centrale-zorgcoordinator';

/** A case of VnGG in a place of Enschede, up to the choice of something in the neighbourhood. */
async function choosesNeighbourhood(kern: string): Promise<{ id: string; steps: readonly string[] }> {
  const body = { chain: 'vngg', municipality: 'enschede', kern, resident: resident(), consent: consent() };
  const made = await suite.api(cz, 'POST', '/referrals', { ...body, outcome: 'gedaan', form: breed });
  expect(made.status, made.text).toBe(201);
  const { id } = made.json;
  const stepOf = async (step: string): Promise<string> =>
    (await suite.api(cz, 'GET', `/cases/${id}`)).json.openSteps.find((open: { step: string }) => open.step === step).id;
  await decide(suite, cz, id, { openStep: await stepOf('afweging-eerst'), outcome: 'nee' });
  const form = { doel: 'Weer fietsen', domeinen: ['bewegen'] };
  const done = await decide(suite, cz, id, { openStep: await stepOf('plan'), outcome: 'sociaal', form });
  expect(done.status, done.text).toBe(200);
  return { id, steps: done.json.openSteps.map(({ step }: { step: string }) => step) };
}

test('a step that a kern lacks is counted and seen in the trail, and the case goes on at its fallback', async () => {
  await choose('vngg', 'kern', 'enschede/boekelo', 'heeft.sociaal-aanbod', 'nee');
  const { id, steps } = await choosesNeighbourhood('boekelo');
  expect(steps).toEqual(['plan']);
  expect(await trailOf(suite, cz, id)).toContainEqual(
    expect.objectContaining({ fact: 'gap', gap: 'geen-sociaal-aanbod', step: 'sociaal-aanbod' }),
  );
  const elsewhere = await choosesNeighbourhood('glanerbrug');
  expect(elsewhere.steps).toEqual(['sociaal-aanbod']);
  expect((await factsOf(suite, elsewhere.id)).filter(({ fact }) => fact === 'gap')).toEqual([]);
});

describe('a value that a place cannot choose', () => {
  const name = 'valrisicotest.within';
  const refer = () => suite.api('huisarts', 'POST', '/referrals', referral({ municipality: 'borne', kern: 'hertme' }));

  test('is left out of a referral for the layer below, and counted', async () => {
    await choose('valpreventie', 'municipality', 'borne', name, 'P6W');
    await choose('valpreventie', 'kern', 'borne/hertme', name, 'P9Y');
    await choose('valpreventie', 'kern', 'borne/hertme', 'weg', 'ja');
    const made = await refer();
    expect(made.status, made.text).toBe(201);
    const { knobs } = await stateOf(suite, made.json.id);
    expect(knobs[name]).toEqual({ value: 'P6W', layer: 'municipality' });
    expect(knobs).not.toHaveProperty('weg');
    expect(await suite.context.metrics.registry.getSingleMetricAsString('ketenpad_impossible_knobs_total')).toContain(
      'ketenpad_impossible_knobs_total{chain="valpreventie",layer="kern"} 2',
    );
  });

  test('is logged as an error with the place and the knob, and nothing of a person', async () => {
    const lines: Record<string, unknown>[] = [];
    const into = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
        done();
      },
    });
    await choose('valpreventie', 'kern', 'borne/hertme', name, 'P9Y');
    const chain = currentDefinition('valpreventie')!;
    await knobsHere(suite.another({ log: pino({ base: null, timestamp: false }, into) }), chain, 'borne', 'hertme');
    const line = { level: 50, msg: 'impossible-knob', chain: 'valpreventie', version: chain.version };
    expect(lines).toContainEqual({ ...line, municipality: 'borne', kern: 'hertme', layer: 'kern', knob: name });
  });

  test('is refused where the system starts, with place, knob and bounds; not before, and not after it was put right', async () => {
    await choose('valpreventie', 'kern', 'borne/hertme', name, 'P9Y');
    await choose('valpreventie', 'region', '', 'fase', 'klaar');
    await choose('wandelen', 'municipality', 'borne', 'fase', 'pilot');
    const refused = refuseImpossibleKnobs(suite.context.db);
    await expect(refused).rejects.toThrow(RangeError);
    await expect(refused).rejects.toThrow(
      'valpreventie, kern borne/hertme, valrisicotest.within: P9Y does not lie between P1W and P8W',
    );
    await expect(refused).rejects.toThrow('valpreventie, the region, fase: klaar is none of geen, definitie');
    await expect(refused).rejects.toThrow('wandelen, municipality borne: there is no such chain');
    const stack = inject('stack');
    const api = runMain('api.ts', [], {
      PORT: '0',
      DATABASE_URL: suite.databaseUrl,
      TEMPORAL_ADDRESS: stack.temporalAddress,
      OIDC_ISSUER: stack.issuer,
      OIDC_AUDIENCE: stack.audience,
      KETENPAD_KEYS: stack.keys,
    });
    expect(await api.ended).toBe(1);
    expect(api.output()).toContain('P9Y does not lie between P1W and P8W');
    const wrong = {
      name: 'test_wrong',
      text: `delete from knobs where value in ('P9Y', 'klaar') or name = 'weg' or chain = 'wandelen'`,
    };
    await suite.context.db.query(wrong);
    await expect(refuseImpossibleKnobs(suite.context.db)).resolves.toBeUndefined();
  });
});

test('what a place chooses later is for later cases, and a case calls its roles as its place did', async () => {
  const refer = () =>
    suite.api('huisarts', 'POST', '/referrals', referral({ municipality: 'borne', kern: 'zenderen' }));
  const before = (await refer()).json.id;
  await choose('valpreventie', 'kern', 'borne/zenderen', 'rol.tester', 'Valcoach');
  const after = (await refer()).json.id;
  expect((await stateOf(suite, before)).knobs).not.toHaveProperty('rol.tester');
  expect((await stateOf(suite, after)).knobs).toMatchObject({ 'rol.tester': { value: 'Valcoach', layer: 'kern' } });
  const called = async (id: string): Promise<unknown> =>
    (await suite.api('huisarts', 'GET', `/cases/${id}`)).json.openSteps[0].roleLabel;
  expect([await called(before), await called(after)]).toEqual(['Geschoold tester', 'Valcoach']);
});
