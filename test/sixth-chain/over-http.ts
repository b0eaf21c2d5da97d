import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentDefinition } from '../../src/chains/index.ts';
import { rebuild } from '../../src/engine/evolve.ts';
import { milestoneNamed } from '../../src/language/define.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { stateOf } from '../harness/cases.ts';
import { onDatabase } from '../harness/on-database.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { playOverHttp } from '../journeys/play-over-http.ts';
import { verkennendGesprekJourneys } from './journeys.ts';

/* Runs in a copy of the tree in which the folder of the chain and the lines of the registry were added: see sixth-chain.test.ts. */

const ID = 'verkennend-gesprek';
const chain = currentDefinition(ID)!;
let suite: Suite;

beforeAll(async () => {
  suite = await openSuite();
  for (const handle of ['huisarts', 'poh', 'sociaal-verwijzer']) {
    const organisation = users.find((user) => user.handle === handle)!.organisation;
    const text = 'insert into directory (role, chain, municipality, kern, organisation) values ($1, $2, $3, null, $4)';
    await onDatabase(suite.databaseUrl, text, [handle, ID, 'enschede', organisation]);
  }
});
afterAll(() => suite.close());

describe('a sixth chain', () => {
  test('stands among the chains, with its diagram, its praktijkkaart and its forms', async () => {
    const { items } = (await suite.api('huisarts', 'GET', '/chains')).json;
    expect(items.map((each: { id: string }) => each.id)).toContain(ID);
    const said = (await suite.api('huisarts', 'GET', `/chains/${ID}`)).json;
    expect(said.steps.map((each: { id: string }) => each.id)).toEqual(Object.keys(chain.steps));
    expect(Object.keys(said.forms)).toEqual(['aanmelding', 'gesprek']);
    const diagram = await suite.api('huisarts', 'GET', `/chains/${ID}/diagram`);
    for (const { label } of Object.values(chain.steps)) expect(diagram.text).toContain(label);
    const card = await suite.api('huisarts', 'GET', `/chains/${ID}/praktijkkaart?municipality=enschede`);
    expect(card.status, card.text).toBe(200);
    expect(card.text).toContain('Gespreksvoerder uit het sociaal domein');
    expect((await suite.api(null, 'GET', '/openapi.json')).status).toBe(200);
  });

  test('is referred to and worked in: who may act sees the step on the worklist and in the actions', async () => {
    const [journey] = verkennendGesprekJourneys;
    const { case: id } = await playOverHttp(suite, { ...journey!, steps: journey!.steps.slice(0, 1) });
    const { items } = (await suite.api('sociaal-verwijzer', 'GET', '/worklist?limit=100')).json;
    expect(items.find((each: { case: string }) => each.case === id)).toMatchObject({ step: 'uitnodigen', chain: ID });
    const actions = (await suite.api('sociaal-verwijzer', 'GET', `/cases/${id}/actions`)).json.items;
    const decide = actions.find((each: { action: string }) => each.action === 'decide');
    expect(decide.outcomes.map((each: { id: string }) => each.id)).toEqual(['afgesproken', 'niet-bereikt', 'wil-niet']);
  });

  const taken = new Set<string>();

  test.each(verkennendGesprekJourneys.map((journey) => [journey.name, journey] as const))(
    '%s: over HTTP, told to the referrer, and no orphan is left',
    async (_name, journey) => {
      const { facts, refused, feedback, case: id } = await playOverHttp(suite, journey);
      expect(refused.filter((code) => code !== null)).toEqual([]);
      const state = await stateOf(suite, id);
      expect(state.ending).toBe(journey.ending);
      expect(rebuild(facts)).toEqual(state);
      for (const fact of facts) if (fact.fact === 'decided') taken.add(`${fact.step}: ${fact.outcome}`);
      const told = facts.flatMap((fact) => (fact.fact === 'informed' ? [fact.milestone] : []));
      expect(told.length).toBeGreaterThan(0);
      expect(feedback).toEqual(told.map((milestone) => milestoneNamed(chain, milestone)?.full));
      expect((await suite.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
    },
  );

  test('has every outcome of every step taken by them', () => {
    const all = Object.entries(chain.steps).flatMap(([step, { outcomes }]) =>
      Object.keys(outcomes).map((outcome) => `${step}: ${outcome}`),
    );
    expect(all.filter((each) => !taken.has(each))).toEqual([]);
  });
});
