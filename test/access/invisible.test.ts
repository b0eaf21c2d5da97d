import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { askingAs, everyone, inTurns, type Someone, someoneNamed } from '../walks/people.ts';
import { stations } from './stations.ts';
import { caseRoutes, roleRoutes } from './table.ts';

let suite: Suite;
const made = new Map<string, string>();
let group: string;
beforeAll(async () => {
  suite = await openSuite();
  for (const { name, make } of stations.filter(({ who }) => who['ketencoordinator'] === undefined)) {
    made.set(name, await make(suite));
  }
  const formed = await suite.api('valpreventie-coordinator', 'POST', '/groups', {
    chain: 'valpreventie',
    area: { municipality: 'enschede' },
    organisation: someoneNamed('fysio').organisation,
    startsOn: '2028-01-10',
    endsOn: '2028-04-10',
    cases: [made.get('a waiting list')],
  });
  if (formed.status !== 201) throw new Error(`no group: ${formed.text}`);
  group = formed.json.id;
}, 120_000);
afterAll(() => suite.close());

/** All of an answer but what differs between any two: when, which request, and the number that was asked for. */
function all({ status, text, headers }: Answer, id: string): string {
  const json = JSON.parse(text);
  delete json.requestId;
  const kept = [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
  return JSON.stringify({ status, json, kept }).replaceAll(id, 'ID');
}

interface Way {
  readonly what: string;
  readonly query?: string;
  readonly body?: object | string | undefined;
  readonly headers?: Record<string, string>;
}

const key = randomUUID();
/** Ways to ask for what is not there: none of them may tell the one from the other. */
const ways = (body: object | undefined): readonly Way[] => [
  { what: 'as it should be', body, headers: { 'if-match': '"3"' } },
  { what: 'for another version', body, headers: { 'if-match': '"999"' } },
  { what: 'for no version', body },
  { what: 'with an If-Match that is none', body, headers: { 'if-match': 'vijf' } },
  { what: 'with unknown fields', body: { ...body, onbekend: 1 }, headers: { 'if-match': '"3"' } },
  { what: 'with nothing in it', body: {}, headers: { 'if-match': '"3"' } },
  { what: 'with half a JSON', body: '{"openStep": ', headers: { 'if-match': '"3"' } },
  { what: 'as something else than JSON', body: 'a=1', headers: { 'content-type': 'text/plain', 'if-match': '"3"' } },
  { what: 'with a key that is none', body, headers: { 'idempotency-key': 'é', 'if-match': '"3"' } },
  { what: 'with a key that was used', body, headers: { 'idempotency-key': key, 'if-match': '"3"' } },
  { what: 'with 300 KiB', body: { ...body, text: 'x'.repeat(300 * 1024) }, headers: { 'if-match': '"3"' } },
  { what: 'in the name of another', body, headers: { 'on-behalf-of': '01991002', 'if-match': '"3"' } },
];

/** Tells how the answers about the one differ from those about the other, over every way to ask. */
async function differences(
  who: readonly Someone[],
  [method, body]: readonly [method: string, body: object | undefined],
  path: (id: string) => string,
  there: string,
  few = false,
): Promise<readonly string[]> {
  const ask = askingAs(suite);
  const asked: readonly Way[] =
    method === 'GET'
      ? [{ what: 'as it should be' }, { what: 'with a query', query: '?x=1' }]
      : ways(body).slice(0, few ? 2 : undefined);
  const found = await inTurns(who, 4, async (someone) => {
    const wrong: string[] = [];
    for (const { what, query = '', body: sent, headers } of asked) {
      const nowhere = randomUUID();
      const one = await ask(someone, method, path(there) + query, sent, headers);
      const none = await ask(someone, method, path(nowhere) + query, sent, headers);
      if (all(one, there) !== all(none, nowhere) || (one.status !== 404 && one.status < 400)) {
        wrong.push(`${someone.handle} ${method} ${what}: ${all(one, there)} and ${all(none, nowhere)}`);
      }
    }
    return wrong;
  });
  return found.flat();
}

describe('what someone may not see', () => {
  test.each(Object.entries(caseRoutes))(
    '%s answers exactly as what does not exist, for everyone',
    async (route, row) => {
      const [method = '', path = ''] = route.split(' ');
      const body = row.fresh === true ? { phone: '0612345678' } : row.body;
      for (const { name, who } of stations.filter(({ name }) => made.has(name))) {
        const strangers = everyone.filter(({ handle }) => (who[handle] ?? []).length === 0);
        // One station with everyone in every way; the others with who might have had to do with such a case, in few.
        const some = name === 'an offer' ? strangers : strangers.filter(({ handle }) => near.includes(handle));
        const at = (id: string): string => path.replace('{id}', id).replace('{q}', `${id}.vraag.1`);
        expect(await differences(some, [method, body], at, made.get(name) ?? '', name !== 'an offer'), name).toEqual(
          [],
        );
      }
    },
  );

  test.each(Object.entries(roleRoutes).filter(([route]) => route.includes('{group}')))(
    '%s answers exactly as what does not exist, for everyone',
    async (route, { body }) => {
      const [method = '', path = ''] = route.split(' ');
      const strangers = everyone.filter(({ handle }) => !['valpreventie-coordinator', 'fysio'].includes(handle));
      expect(await differences(strangers, [method, body], (id) => path.replace('{group}', id), group)).toEqual([]);
    },
  );

  test('is a question of others in a case that one sees: it is answered as one that was never asked', async () => {
    const id = made.get('a question to who referred') ?? '';
    for (const handle of ['poh', 'tester']) {
      const ask = (q: string): Promise<Answer> =>
        suite.api(handle, 'POST', `/cases/${id}/questions/${q}/answer`, { text: 'x' });
      const [one, none] = [await ask(`${id}.vraag.1`), await ask(`${id}.vraag.7`)];
      expect([403, 409], handle).toContain(one.status);
      expect([403, 409], handle).toContain(none.status);
    }
  });
});

/** Who might have had to do with a case: the others have no role in it at all. */
const near = ['huisarts-2', 'fysio', 'tester', 'valpreventie-coordinator', 'ketencoordinator', 'inwoner', 'beheerder'];

describe('how long an answer takes', () => {
  const TIMES = 200;
  const routes: readonly (readonly [method: string, tail: string, body: object | undefined])[] = [
    ['GET', '', undefined],
    ['GET', '/actions', undefined],
    ['GET', '/trail', undefined],
    ['POST', '/decisions', { openStep: 'x', outcome: 'x' }],
  ];

  test.each(routes)('%s /cases/{id}%s does not tell what is there from what is not', async (method, tail, body) => {
    const there = made.get('an offer') ?? '';
    const taken: Record<'there' | 'nowhere', number[]> = { there: [], nowhere: [] };
    const time = async (which: 'there' | 'nowhere', id: string): Promise<void> => {
      const started = performance.now();
      const { status } = await suite.api('huisarts-2', method, `/cases/${id}${tail}`, body);
      taken[which].push(performance.now() - started);
      expect(status).toBe(404);
    };
    for (let turn = 0; turn < TIMES + 20; turn += 1) {
      const nowhere = randomUUID();
      // Who goes first alternates: the second may find something warm.
      if (turn % 2 === 0) await time('there', there);
      await time('nowhere', nowhere);
      if (turn % 2 === 1) await time('there', there);
    }
    const [a, b] = [taken.there.slice(20), taken.nowhere.slice(20)];
    const gap = Math.abs(median(a) - median(b));
    const better = share(a, b);
    const figures = `${median(a).toFixed(2)} and ${median(b).toFixed(2)} ms, slower in ${(100 * better).toFixed(0)}%`;
    // Half of all pairs each way is no difference at all; a tenth off still takes dozens of tries to see once.
    expect(Math.abs(better - 0.5) < 0.2 || gap < 0.5, figures).toBe(true);
  });
});

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The chance that one of the first is larger than one of the second (Mann-Whitney U over all pairs). */
function share(a: readonly number[], b: readonly number[]): number {
  const larger = a.reduce((sum, one) => sum + b.filter((other) => one > other).length, 0);
  return larger / (a.length * b.length);
}
