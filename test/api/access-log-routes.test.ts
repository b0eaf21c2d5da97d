import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishRelease } from '../../src/cases/audit/publish-release.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { MovableClock } from '../../src/platform/clock.ts';
import type { Answer } from '../harness/api.ts';
import { groupOf, waitingAll } from '../harness/groups.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt } from './journey.ts';

/** Routes that may answer without a line, because nothing they tell is about a resident. */
const WITHOUT_PERSONS: Readonly<Record<string, string>> = {
  'GET /me': 'tells what the own token says',
  'GET /chains': 'definitions, the same for everyone',
  'GET /chains/{id}': 'a definition',
  'GET /chains/{id}/diagram': 'a definition, drawn',
  'GET /chains/{id}/praktijkkaart': 'a definition, in words',
  'POST /dev/clock': 'moves time for all cases at once, in a trial environment only',
};
/** What there is to know of a route is written by whoever makes it; these tell nothing of anyone, and need no login. */
const OPEN = ['/health', '/ready', '/metrics', '/openapi.json', '/problems', '/problems/{code}', '/docs'];
/** What these cannot do without. */
const ASKED: Readonly<Record<string, string>> = { 'GET /chains/{id}/praktijkkaart': '?municipality=enschede' };
/** Figures are there once the year of the cases is over. */
const A_YEAR_ON = 400 * 24 * 60 * 60 * 1000;

interface Route {
  readonly method: string;
  readonly path: string;
  readonly open: boolean;
}

let suite: Suite;
let routes: readonly Route[];
const ids: Record<string, string> = { chains: 'valpreventie' };
beforeAll(async () => {
  suite = await openSuite();
  const { paths } = (await suite.api(null, 'GET', '/openapi.json')).json as {
    paths: Record<string, Record<string, { security?: unknown[] }>>;
  };
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security }]) => ({
      method: method.toUpperCase(),
      path,
      open: security?.length === 0,
    })),
  );
  ids['cases'] = (await caseAt(suite, 'valrisicotest')).id;
  const formed = await suite.api('valpreventie-coordinator', 'POST', '/groups', groupOf(await waitingAll(suite, 8)));
  ids['offers'] = (await suite.api('fysio', 'GET', '/offers?chain=valpreventie')).json.items?.[0]?.id;
  ids['groups'] = formed.json.group?.id ?? formed.json.id;
  const { db, directory } = suite.context;
  await publishRelease({ db, directory, clock: new MovableClock(A_YEAR_ON) }, () => {});
});
afterAll(() => suite.close());

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** The route with the id of something that exists. */
function addressOf(route: Route): string {
  const [, first = ''] = route.path.split('/');
  return (
    route.path.replaceAll(/\{\w+\}/g, ids[first] ?? ids['cases'] ?? '') + (ASKED[nameOf(route)] ?? figuresAsked(route))
  );
}

function figuresAsked({ path }: Route): string {
  return path.startsWith('/audit/') && path !== '/audit/releases' ? `?year=${new Date().getUTCFullYear()}` : '';
}

interface Line {
  readonly outcome: number;
  readonly subject: string;
  readonly event: string;
}

async function linesOf(answers: readonly Answer[]): Promise<ReadonlyMap<string, readonly Line[]>> {
  const rows = await suite.context.db.query<Line & { request_id: string }>(
    {
      name: 'test_walked',
      text: 'select request_id, outcome, subject, event from access_log where request_id = any($1)',
    },
    [answers.map(({ headers }) => headers.get('x-request-id'))],
  );
  const lines = new Map<string, Line[]>();
  for (const row of rows) lines.set(row.request_id, [...(lines.get(row.request_id) ?? []), row]);
  return lines;
}

describe('no route answers without its line in the access log', () => {
  test('whoever asks, whether it is given or refused', async () => {
    const without: string[] = [];
    const given = new Set<string>();
    for (const route of routes.filter(({ open }) => !open)) {
      const asked = users.map(async ({ id, handle }) => {
        const body = route.method === 'GET' ? undefined : {};
        return { id, handle, answer: await suite.api(handle, route.method, addressOf(route), body) };
      });
      const answers = await Promise.all(asked);
      const lines = await linesOf(answers.map(({ answer }) => answer));
      for (const { id, handle, answer } of answers) {
        if (answer.status < 400) given.add(nameOf(route));
        if (answer.status < 400 && nameOf(route) in WITHOUT_PERSONS) continue;
        const found = lines.get(answer.headers.get('x-request-id') ?? '') ?? [];
        const outcome = answer.status < 400 ? 0 : answer.status < 500 ? 4 : 8;
        const right = found.some(
          (line) => line.outcome === outcome && line.subject === id && line.event === nameOf(route),
        );
        if (!right) without.push(`${nameOf(route)} as ${handle}: ${answer.status} left ${JSON.stringify(found)}`);
      }
    }
    expect(without).toEqual([]);
    const reads = routes.filter(({ method, open }) => method === 'GET' && !open).map(nameOf);
    expect(reads.filter((name) => !given.has(name))).toEqual([]);
  });

  test('nor who came without a login, as nobody', async () => {
    const answers = await Promise.all(
      routes
        .filter(({ open }) => !open)
        .map(async (route) => ({ route, answer: await suite.api(null, route.method, addressOf(route)) })),
    );
    const lines = await linesOf(answers.map(({ answer }) => answer));
    for (const { route, answer } of answers) {
      expect(answer.status, nameOf(route)).toBe(401);
      const line = { outcome: 4, subject: 'onbekend', event: nameOf(route) };
      expect(lines.get(answer.headers.get('x-request-id') ?? ''), nameOf(route)).toEqual([
        expect.objectContaining(line),
      ]);
    }
  });

  test('and the routes that need none are those that tell of nobody', () => {
    expect(
      routes
        .filter(({ open }) => open)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(OPEN.toSorted());
    for (const name of Object.keys(WITHOUT_PERSONS)) expect(routes.map(nameOf)).toContain(name);
  });
});
