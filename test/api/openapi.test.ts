import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problems } from '../../src/api/problem.ts';
import { groupOf, inDays, waiting } from '../harness/groups.ts';
import { residentAccounts } from '../../src/local/demo-region/resident-accounts.ts';
import { hoog, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide } from './journey.ts';
import { expectProblem } from './problem.ts';
import { rawApi } from './raw.ts';

type Schema = Parameters<typeof z.fromJSONSchema>[0];
interface Media {
  readonly schema: Schema;
  readonly example?: Record<string, unknown>;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: readonly object[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Record<string, Media> };
  readonly responses: Record<string, { readonly description: string; readonly content: Record<string, Media> }>;
}
interface OpenApi {
  readonly openapi: string;
  readonly info: Record<string, unknown>;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Schema>; readonly securitySchemes: Record<string, unknown> };
  readonly security: readonly Record<string, unknown>[];
}

let suite: Suite;
let document: OpenApi;
beforeAll(async () => {
  suite = await openSuite();
  document = (await suite.api(null, 'GET', '/openapi.json')).json;
});
afterAll(() => suite.close());

const operations = (): [path: string, method: string, operation: Operation][] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, string, Operation] => [path, method, operation]),
  );
const schemaOf = (schema: Schema): z.ZodType =>
  z.fromJSONSchema({ ...(schema as object), $defs: { Problem: document.components.schemas['Problem'] } } as Schema);

describe('GET /openapi.json', () => {
  test('names every route that the app serves, and no other', () => {
    const { app } = rawApi(suite);
    const served = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const named = operations().map(([path, method]) => `${method.toUpperCase()} ${path}`);
    expect(named.toSorted()).toEqual(served.toSorted());
    expect(named).toEqual(
      expect.arrayContaining([
        'POST /referrals',
        'GET /referrals',
        'GET /worklist',
        'GET /cases/{id}',
        'GET /cases/{id}/actions',
        'POST /cases/{id}/decisions',
        'GET /cases/{id}/trail',
        'GET /chains/{id}',
        'GET /orphans',
        'POST /dev/clock',
        'GET /me',
        'GET /health',
        'GET /ready',
        'GET /metrics',
        'GET /openapi.json',
        'GET /problems/{code}',
      ]),
    );
  });

  test('leaves out the clock where time cannot be moved', async () => {
    const raw = rawApi(suite, { moveClock: null });
    expect((await raw.request(null, 'GET', '/openapi.json')).json.paths).not.toHaveProperty('/dev/clock');
    expectProblem(await raw.request('beheerder', 'POST', '/dev/clock', { body: '{"advance":"P1D"}' }), 'not-found');
  });

  test('has the shape of OpenAPI 3.1: ids are unique, parameters are declared, every answer has a description', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: 'Ketenpad', version: expect.any(String) });
    const ids = operations().map(([, , { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [path, , operation] of operations()) {
      expect(operation.operationId).toMatch(/^[a-zA-Z]+$/);
      expect(operation.summary.length).toBeGreaterThan(5);
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      for (const parameter of operation.parameters) {
        expect(['path', 'query', 'header']).toContain(parameter.in);
        expect(() => schemaOf(parameter.schema)).not.toThrow();
      }
      for (const [status, answer] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[1-5]\d\d$/);
        expect(answer.description).toBeTruthy();
        for (const media of Object.values(answer.content)) expect(media.schema).toBeDefined();
      }
    }
    for (const requirement of document.security) {
      for (const name of Object.keys(requirement)) expect(document.components.securitySchemes).toHaveProperty(name);
    }
    for (const [reference] of JSON.stringify(document).matchAll(/(?<="\$ref":")[^"]+/g)) {
      expect(reference).toBe('#/components/schemas/Problem');
    }
  });

  test('lists for every operation its problems, by status and code', () => {
    for (const [path, method, operation] of operations()) {
      const open = operation.security?.length === 0;
      const listed = Object.values(operation.responses).flatMap(({ description, content }) =>
        'application/problem+json' in content ? description.split(', ') : [],
      );
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        if (!('application/problem+json' in content)) continue;
        for (const code of description.split(', '))
          expect(problems[code as keyof typeof problems]?.status, `${path} ${code}`).toBe(Number(status));
      }
      const always = open ? ['internal'] : ['unauthenticated', 'invalid-input', 'unavailable', 'internal'];
      const posted =
        method === 'post' ? ['malformed', 'too-large', 'unsupported-media-type', 'idempotency-mismatch'] : [];
      expect(listed).toEqual(expect.arrayContaining([...always, ...posted]));
      expect(listed.includes('not-found') || !path.includes('{')).toBe(true);
    }
    const decide = document.paths['/cases/{id}/decisions']?.['post'];
    const codes = Object.values(decide?.responses ?? {})
      .map(({ description }) => description)
      .join();
    for (const code of ['forbidden', 'not-allowed-now', 'ended', 'stale', 'reason-required', 'consent-missing'])
      expect(codes).toContain(code);
  });

  test('gives for every body an example that fits its schema and works when sent', async () => {
    const made = await caseAt(suite, 'laag-advies');
    const calling = await caseAt(suite, 'nabellen-tester');
    const paused = await caseAt(suite, 'valrisicotest');
    const until = inDays(60);
    await suite.api('tester', 'POST', `/cases/${paused.id}/pauses`, { reason: 'ziekte', until });
    const users: Record<string, string> = {
      '/referrals': 'huisarts',
      '/cases/{id}/decisions': 'tester',
      '/cases/{id}/attempts': 'tester',
      '/cases/{id}/pauses': 'tester',
      '/cases/{id}/resumptions': 'tester',
      '/cases/{id}/withdrawal': 'tester',
      '/cases/{id}/events': 'tester',
      '/dev/clock': 'beheerder',
      '/groups': 'valpreventie-coordinator',
      '/groups/{id}/changes': 'valpreventie-coordinator',
    };
    const formed = await suite.api('valpreventie-coordinator', 'POST', '/groups', groupOf([await waiting(suite)]));
    // What an example cannot know: which cases there are, and which day it is.
    const own: Record<string, object> = {
      '/cases/{id}/decisions': { openStep: made.openStep },
      '/cases/{id}/attempts': { openStep: calling.openStep, at: inDays(0) },
      '/cases/{id}/pauses': { until },
      '/cases/{id}/events': { at: inDays(0) },
      '/groups': { startsOn: inDays(28), endsOn: inDays(112), cases: [await waiting(suite)] },
      '/groups/{id}/changes': { startsOn: inDays(35), endsOn: inDays(119) },
    };
    const cases: Record<string, string> = {
      '/cases/{id}/attempts': calling.id,
      '/cases/{id}/pauses': calling.id,
      '/cases/{id}/resumptions': paused.id,
      '/cases/{id}/events': paused.id,
      '/cases/{id}/withdrawal': calling.id,
    };
    const posts = operations().filter(([, method]) => method === 'post');
    expect(posts.map(([path]) => path).toSorted()).toEqual(Object.keys(users).toSorted());
    for (const [path, , operation] of posts) {
      const media = operation.requestBody?.content['application/json'];
      const schema = schemaOf(media?.schema as Schema);
      expect(schema.safeParse(media?.example).error).toBeUndefined();
      expect(schema.safeParse({ ...media?.example, hacker: 1 }).success).toBe(false);
      const body = { ...media?.example, ...own[path] };
      const id = path.startsWith('/groups') ? formed.json.id : (cases[path] ?? made.id);
      const answer = await suite.api(users[path] ?? '', 'POST', path.replace('{id}', id), body);
      expect([200, 201], answer.text).toContain(answer.status);
      expect(Object.keys(operation.responses)).toContain(String(answer.status));
    }
  });

  test('gives examples of answers that fit their schema', () => {
    const examples = operations().flatMap(([path, , { responses }]) =>
      Object.values(responses).flatMap(({ content }) =>
        Object.values(content).flatMap((media) => (media.example === undefined ? [] : [[path, media] as const])),
      ),
    );
    expect(examples.map(([path]) => path)).toEqual(
      expect.arrayContaining(['/cases/{id}/forms', '/cases/{id}/consents', '/me/access-log']),
    );
    for (const [path, { schema, example }] of examples)
      expect(schemaOf(schema).safeParse(example).error, path).toBeUndefined();
  });

  test('describes what is really answered: every answer of the API fits the schema of its status', async () => {
    const made = await caseAt(suite, 'valrisicotest', { reference: 'HA-1' });
    const ended = await caseAt(suite, 'laag-advies');
    await decide(suite, 'tester', ended.id, { openStep: ended.openStep, outcome: 'gedaan' });
    const seen = new Set<string>();
    const check = async (
      user: string | null,
      method: string,
      path: string,
      route: string,
      body?: unknown,
    ): Promise<void> => {
      const answer = await suite.api(user, method, path, body);
      const described = document.paths[route]?.[method.toLowerCase()]?.responses[answer.status];
      const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
      expect(described?.content, `${method} ${path} ${answer.status}`).toHaveProperty([type]);
      const schema = described?.content[type]?.schema;
      const real = JSON.stringify(schema).includes('#/components') ? document.components.schemas['Problem'] : schema;
      const parsed = schemaOf(real as Schema).safeParse(type.endsWith('json') ? answer.json : answer.text);
      expect(parsed.error, `${method} ${path} ${answer.status}: ${answer.text}`).toBeUndefined();
      seen.add(`${method} ${route}`);
    };
    const bodies = { openStep: made.openStep, outcome: 'hoog', form: hoog };
    for (const [user, id] of [
      ['tester', made.id],
      ['huisarts', made.id],
      ['huisarts-2', made.id],
      ['huisarts', ended.id],
      ['tester', ended.id],
    ] as const) {
      await check(user, 'GET', `/cases/${id}`, '/cases/{id}');
      await check(user, 'GET', `/cases/${id}/actions`, '/cases/{id}/actions');
      await check(user, 'GET', `/cases/${id}/trail`, '/cases/{id}/trail');
      for (const tail of ['/forms', '/consents']) await check(user, 'GET', `/cases/${id}${tail}`, `/cases/{id}${tail}`);
    }
    for (const user of ['huisarts', 'beheerder', null]) await check(user, 'GET', '/referrals', '/referrals');
    for (const user of ['tester', 'ketencoordinator', 'inwoner']) await check(user, 'GET', '/worklist', '/worklist');
    for (const body of [{ ...bodies, outcome: 'laag' }, { ...bodies, outcome: 'x' }, bodies, bodies]) {
      await check('tester', 'POST', `/cases/${made.id}/decisions`, '/cases/{id}/decisions', body);
    }
    await check('tester', 'POST', `/cases/${ended.id}/decisions`, '/cases/{id}/decisions', {
      openStep: 'x',
      outcome: 'y',
    });
    const [offered, going] = [await caseAt(suite, 'otago-verwijzing'), await caseAt(suite, 'nabellen-tester')];
    for (const user of ['huisarts', 'fysio', 'tester'])
      for (const tail of ['', '/actions', '/trail'])
        await check(user, 'GET', `/cases/${offered.id}${tail}`, `/cases/{id}${tail}`);
    const attempt = { openStep: going.openStep, at: inDays(0), channel: 'brief', result: 'niet-bereikt' };
    const changes: readonly (readonly [string, object])[] = [
      ['attempts', attempt],
      ['pauses', { reason: 'ziekte', until: inDays(20) }],
      ['resumptions', {}],
      ['events', { event: 'verhuisd', at: inDays(0) }],
      ['withdrawal', { reason: { code: 'ziekte' } }],
    ];
    for (const [verb, body] of changes) {
      const [path, route] = [`/cases/${going.id}/${verb}`, `/cases/{id}/${verb}`];
      for (const user of ['tester', 'huisarts-2', 'huisarts', null]) await check(user, 'POST', path, route, { x: 1 });
      await check('tester', 'POST', path, route, body);
      if (verb === 'pauses') await check('tester', 'GET', `/cases/${going.id}`, '/cases/{id}');
      await check('tester', 'POST', path, route, body);
    }
    await check('tester', 'GET', `/cases/${going.id}/trail`, '/cases/{id}/trail');
    for (const body of [made.referral, { ...made.referral, consent: undefined }, {}, '{'])
      await check('huisarts', 'POST', '/referrals', '/referrals', body);
    const [placed, refused] = [await waiting(suite), await caseAt(suite, 'laag-advies')];
    for (const body of [groupOf([placed, refused.id]), groupOf([placed]), groupOf([]), {}]) {
      await check('valpreventie-coordinator', 'POST', '/groups', '/groups', body);
    }
    for (const user of ['valpreventie-coordinator', 'fysio', 'huisarts', null]) {
      await check(user, 'GET', '/groups', '/groups');
      await check(user, 'GET', '/groups/waiting', '/groups/waiting');
      const { json } = await suite.api('valpreventie-coordinator', 'GET', '/groups');
      const group = `/groups/${json.items[0].id}`;
      await check(user, 'GET', group, '/groups/{id}');
      for (const body of [{ free: [placed, refused.id] }, { fill: [placed] }, {}])
        await check(user, 'POST', `${group}/changes`, '/groups/{id}/changes', body);
    }
    for (const path of ['/chains/valpreventie', '/chains/x']) await check('huisarts', 'GET', path, '/chains/{id}');
    for (const path of ['/chains', '/chains?limit=0']) await check('huisarts', 'GET', path, '/chains');
    for (const tail of ['diagram', 'praktijkkaart'])
      for (const query of ['?municipality=enschede', '?municipality=x'])
        await check('huisarts', 'GET', `/chains/valpreventie/${tail}${query}`, `/chains/{id}/${tail}`);
    await suite.api('huisarts', 'POST', '/referrals', referral({ resident: [...residentAccounts.values()][0] }));
    for (const query of ['', '?limit=1', '?limit=0'])
      for (const user of ['inwoner', 'huisarts']) await check(user, 'GET', `/me/access-log${query}`, '/me/access-log');
    for (const path of ['/orphans', '/me', '/me?x=1']) await check('beheerder', 'GET', path, path.split('?')[0] ?? '');
    for (const advance of ['P1D', 'P-1D']) await check('beheerder', 'POST', '/dev/clock', '/dev/clock', { advance });
    for (const path of ['/health', '/ready', '/metrics', '/openapi.json']) await check(null, 'GET', path, path);
    for (const path of ['/problems/ended', '/problems/x']) await check(null, 'GET', path, '/problems/{code}');
    expect([...seen].toSorted()).not.toEqual([]);
    const all = operations().map(([path, method]) => `${method.toUpperCase()} ${path}`);
    expect(all.filter((one) => !seen.has(one)).toSorted()).toEqual([]);
  });
});
