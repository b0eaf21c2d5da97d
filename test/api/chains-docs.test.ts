import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { definitions } from '../../src/chains/index.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { expectProblem } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite({ worker: false });
});
afterAll(() => suite.close());

const DIAGRAM = '/chains/valpreventie/diagram';
const CARD = '/chains/valpreventie/praktijkkaart';

describe('GET /chains', () => {
  test('lists every chain, with the steps where this caller may start and no others', async () => {
    const answer = await suite.api('huisarts', 'GET', '/chains');
    expect(answer.status).toBe(200);
    expect(answer.json.next).toBeNull();
    expect(answer.json.items.map(({ id }: { id: string }) => id)).toEqual(Object.keys(definitions));
    expect(answer.json.items[0]).toEqual({
      id: 'valpreventie',
      label: 'Valpreventie',
      version: expect.any(Number),
      published: expect.any(Boolean),
      entries: { huisarts: expect.arrayContaining(['valrisicotest', 'opsporen']) },
    });
    expect(answer.json.items[0].entries.huisarts[0]).toBe('valrisicotest');
    const { items } = (await suite.api('beheerder', 'GET', '/chains')).json;
    expect(items[0]).toMatchObject({ id: 'valpreventie', entries: {} });
  });

  test('goes on after a cursor, one chain at a time, until all have been given', async () => {
    const given: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const page = (await suite.api('huisarts', 'GET', `/chains?limit=1${cursor}`)).json;
      expect(page.items).toHaveLength(1);
      given.push(page.items[0].id);
      next = page.next;
    }
    expect(given).toEqual(Object.keys(definitions));
  });

  test.each([
    ['limit=0', '/limit'],
    ['limit=veel', '/limit'],
    ['cursor=x', '/cursor'],
    ['cursor=', '/cursor'],
    [`cursor=${Buffer.from('["chains","weg"]').toString('base64url')}`, '/cursor'],
    [`cursor=${Buffer.from('["worklist","valpreventie"]').toString('base64url')}`, '/cursor'],
    ['hacker=1', '/hacker'],
  ])('refuses %s', async (query, pointer) => {
    expectProblem(await suite.api('huisarts', 'GET', `/chains?${query}`), 'invalid-input', [pointer]);
  });
});

describe('GET /chains/{id}/diagram', () => {
  test.each([DIAGRAM, `${DIAGRAM}?municipality=enschede`])('%s is Mermaid text, for every role', async (path) => {
    for (const user of ['huisarts', 'inwoner', 'beheerder']) {
      const answer = await suite.api(user, 'GET', path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(answer.text).toMatch(/^flowchart TD\n/);
      expect(answer.text).toContain('stap_valrisicotest["Valrisicotest<br/>Geschoold tester"]');
    }
  });

  test('refuses an unknown municipality with the list of those there are', async () => {
    const answer = await suite.api('huisarts', 'GET', `${DIAGRAM}?municipality=amsterdam`);
    expectProblem(answer, 'invalid-input', ['/municipality']);
    expect(answer.json.errors[0].detail).toContain('hof-van-twente');
  });
});

describe('GET /chains/{id}/praktijkkaart', () => {
  test.each([
    ['enschede', 'Enschede'],
    ['hof-van-twente', 'Hof van Twente'],
    ['rijssen-holten', 'Rijssen-Holten'],
  ])('is a page of Dutch Markdown for %s, which is called %s', async (municipality, name) => {
    const answer = await suite.api('huisarts', 'GET', `${CARD}?municipality=${municipality}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(answer.text.length).toBeGreaterThanOrEqual(600);
    expect(answer.text).toMatch(new RegExp(`^# Praktijkkaart Valpreventie: gemeente ${name}\n`));
    expect(answer.text).toContain('| Wie | Wat | Binnen | ✉ |');
    expect(answer.text).toContain('`hoogRoute`');
  });

  test.each([
    ['is missing', ''],
    ['is empty', '?municipality='],
    ['is not in Twente', '?municipality=amsterdam'],
    ['is misspelt', '?municipality=Enschede'],
    ['is __proto__', '?municipality=__proto__'],
    ['is a kern', '?municipality=glanerbrug'],
    ['holds a kern', '?municipality=enschede%2Fglanerbrug'],
    ['is asked twice', '?municipality=enschede&municipality=borne'],
  ])('refuses a municipality that %s, with the list of those there are', async (_name, query) => {
    const answer = await suite.api('huisarts', 'GET', `${CARD}${query}`);
    expectProblem(answer, 'invalid-input', ['/municipality']);
    const [{ detail }] = answer.json.errors;
    for (const id of ['enschede', 'hof-van-twente', 'wierden']) expect(detail).toContain(id);
  });

  test('is of the version that is asked for, as the diagram is: a running case has the card of its own', async () => {
    const get = (path: string) => suite.api('huisarts', 'GET', path);
    const [first, newest] = [`${CARD}?municipality=enschede&version=1`, `${CARD}?municipality=enschede`];
    expect((await get(first)).text).not.toContain('Evaluatie na zes maanden');
    expect((await get(newest)).text).toContain('Evaluatie na zes maanden');
    expect((await get(`${DIAGRAM}?version=1`)).text).toContain('stap_otago_evaluatie[');
    expect((await get(DIAGRAM)).text).toContain('stap_otago_evaluatie_3[');
    for (const path of [`${CARD}?municipality=enschede&version=9`, `${DIAGRAM}?version=9`]) {
      expectProblem(await get(path), 'not-found');
    }
  });

  test('points at everything that is wrong in the address', async () => {
    const answer = await suite.api('huisarts', 'GET', `${CARD}?hacker=1`);
    expectProblem(answer, 'invalid-input', ['/municipality', '/hacker']);
  });
});

test.each(['onbekend', '__proto__', 'constructor', 'Valpreventie', '%00'])(
  'a chain called %s does not exist, whatever else is asked',
  async (id) => {
    for (const tail of ['/diagram', '/praktijkkaart?municipality=enschede', '/praktijkkaart', '/diagram?hacker=1']) {
      expectProblem(await suite.api('huisarts', 'GET', `/chains/${id}${tail}`), 'not-found');
    }
  },
);

test.each(['/chains', DIAGRAM, `${CARD}?municipality=enschede`, '/chains/onbekend/diagram'])(
  '%s needs a token',
  async (path) => {
    expectProblem(await suite.api(null, 'GET', path), 'unauthenticated');
  },
);

test('the document says what these routes take, and of which type their answer is', async () => {
  const { paths } = (await suite.api(null, 'GET', '/openapi.json')).json;
  const query = (path: string): object[] =>
    paths[path].get.parameters.filter((parameter: { in: string }) => parameter.in === 'query');
  expect(query('/chains/{id}/praktijkkaart')).toMatchObject([
    { name: 'municipality', required: true },
    { name: 'kern', required: false },
    { name: 'version', required: false },
  ]);
  expect(query('/chains/{id}/diagram')).toMatchObject([
    { name: 'municipality', required: false },
    { name: 'version', required: false },
  ]);
  for (const [route, path, type] of [
    ['/chains', '/chains', 'application/json'],
    ['/chains/{id}/diagram', DIAGRAM, 'text/plain'],
    ['/chains/{id}/praktijkkaart', `${CARD}?municipality=enschede`, 'text/markdown'],
  ] as const) {
    const { content } = paths[route].get.responses['200'];
    expect(Object.keys(content)).toEqual([type]);
    const answer = await suite.api('huisarts', 'GET', path);
    expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
  }
});
