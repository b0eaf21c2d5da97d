import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSuite, type Suite } from '../harness/suite.ts';
import { askingAs, everyone, inTurns, someoneNamed } from '../walks/people.ts';
import { stations } from './stations.ts';
import { caseRoutes, openRoutes, relations, roleRoutes } from './table.ts';

let suite: Suite;
const made = new Map<string, string>();
beforeAll(async () => {
  suite = await openSuite();
  for (const { name, make } of stations) made.set(name, await make(suite));
}, 120_000);
afterAll(() => suite.close());

let calls = 10_000_000;
const phone = (): string => `06${String((calls += 1))}`;

const bare = (route: string): string => route.replace(/\?.*/, '');

describe('the table of who may do what', () => {
  test('has every route of the document, and no other', async () => {
    const document = await suite.api(null, 'GET', '/openapi.json');
    const there = Object.entries<object>(document.json.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const named = (route: string): string => bare(route).replace(/\{(group|chain|offer)\}/, '{id}');
    const said = [...Object.keys(caseRoutes), ...Object.keys(roleRoutes), ...openRoutes].map(named);
    expect(said.toSorted()).toEqual(there.toSorted());
  });

  test('has cases in which each relation occurs', () => {
    const found = new Set(stations.flatMap(({ who }) => Object.values(who).flat()));
    expect([...found].toSorted()).toEqual([...relations].toSorted());
  });
});

describe.each(stations.map((station) => [station.name, station] as const))('%s', (name, { who }) => {
  test.each(Object.entries(caseRoutes))('%s is for whom contract 5 says, and for nobody else', async (route, row) => {
    const [method = '', path = ''] = route.split(' ');
    const id = made.get(name) ?? '';
    const at = path.replace('{id}', id).replace('{q}', `${id}.vraag.9`);
    const ask = askingAs(suite);
    const told = await inTurns(everyone, row.fresh === true ? 1 : 4, async (someone) => {
      const seen = row.fresh === true ? await ask(someone, 'GET', `/cases/${id}`) : undefined;
      const headers = seen === undefined ? {} : { 'if-match': seen.headers.get('etag') ?? '"0"' };
      const { status, json } = await ask(
        someone,
        method,
        at,
        row.fresh === true ? { phone: phone() } : row.body,
        headers,
      );
      const stands = who[someone.handle] ?? [];
      const may = stands.some((relation) => row.may.includes(relation));
      // Nobody does anything any more in a case that has ended: whoever sees it hears so.
      const over = name === 'a case that has ended' && method !== 'GET' ? [409] : undefined;
      const expected = stands.length === 0 ? [404] : (over ?? (may ? (row.told ?? [200]) : [403]));
      return expected.includes(status)
        ? []
        : [`${someone.handle}: ${status} ${json?.code} instead of ${expected.join(' or ')}`];
    });
    expect(told.flat()).toEqual([]);
  });
});

describe('apart from any case', () => {
  let group: string;
  let offer: string;
  beforeAll(async () => {
    const fysio = someoneNamed('fysio');
    const offers = await suite.api('fysio', 'GET', '/offers?chain=valpreventie&municipality=enschede');
    offer = offers.json.items.find((each: { organisation: string }) => each.organisation === fysio.organisation).id;
    const formed = await suite.api('valpreventie-coordinator', 'POST', '/groups', {
      chain: 'valpreventie',
      area: { municipality: 'enschede' },
      organisation: fysio.organisation,
      startsOn: '2028-01-10',
      endsOn: '2028-04-10',
      cases: [made.get('a waiting list')],
    });
    if (formed.status !== 201) throw new Error(`no group: ${formed.text}`);
    group = formed.json.id;
  });

  test.each(Object.entries(roleRoutes))('%s is for whom contract 5 says, and for nobody else', async (route, row) => {
    const [method = '', path = ''] = route.split(' ');
    const at = path.replace('{group}', group).replace('{offer}', offer).replace('{chain}', 'valpreventie');
    const ask = askingAs(suite);
    const told = await inTurns(everyone, 4, async (someone) => {
      const expected = row.told.find(([handles]) => handles.includes(someone.handle))?.[1] ?? row.else;
      const { status, json } = await ask(someone, method, at, row.body, row.headers);
      return status === expected ? [] : [`${someone.handle}: ${status} ${json?.code} instead of ${expected}`];
    });
    expect(told.flat()).toEqual([]);
  });

  test.each([...Object.keys(caseRoutes), ...Object.keys(roleRoutes)])('%s asks who it is', async (route) => {
    const [method = '', path = ''] = bare(route).split(' ');
    const id = made.get('an offer') ?? '';
    const at = path.replaceAll(/\{\w+\}/g, id);
    const answer = await suite.api(null, method, at, method === 'GET' ? undefined : {});
    expect([answer.status, answer.json.code]).toEqual([401, 'unauthenticated']);
  });

  test.each(openRoutes)('%s can be read by anybody', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const { status } = await suite.api(null, method, path.replace('{code}', 'not-found'));
    expect(status).toBe(200);
  });
});
