import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiDocument } from '../../src/api/api-document.ts';
import type { OpenApiDocument } from '../../src/api/openapi/document.ts';
import { type Route, routesOf } from '../harness/document.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { groupOf, inDays, waiting } from '../harness/groups.ts';
import { olderCase } from '../harness/older-case.ts';
import { referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt } from './journey.ts';
import { expectProblem } from './problem.ts';
import { rawApi } from './raw.ts';

let suite: Suite;
let document: OpenApiDocument;
beforeAll(async () => {
  suite = await openSuite();
  document = (await suite.api(null, 'GET', '/openapi.json')).json;
});
afterAll(() => suite.close());

const operations = (): readonly Route[] => routesOf(document);

/** What an example cannot know: who sends it, which cases there are, and which day it is. */
interface Sending {
  readonly user: string;
  /** The parts of the address. */
  readonly to?: Readonly<Record<string, string>>;
  /** Replaces part of the example. */
  readonly own?: object;
  readonly headers?: Record<string, string>;
}

const coordinator = 'valpreventie-coordinator';

const sendings: Readonly<Record<string, (on: Suite) => Promise<Sending>>> = {
  'POST /referrals': async () => ({ user: 'huisarts' }),
  'POST /referrals/search': async () => ({ user: 'huisarts' }),
  'POST /invitations': async () => ({ user: 'verloskundige' }),
  'POST /cases/{id}/decisions': async (on) => {
    const { id, openStep } = await caseAt(on, 'laag-advies');
    return { user: 'tester', to: { id }, own: { openStep } };
  },
  'POST /cases/{id}/assignments': async (on) => {
    const { id, openStep } = await caseAt(on, 'nabellen-tester');
    return { user: 'tester', to: { id }, own: { openStep } };
  },
  'POST /assignments': async (on) => {
    const { id, openStep } = await caseAt(on, 'nabellen-tester');
    const { practitioner } = (await on.api('tester', 'GET', '/me')).json;
    await on.api('tester', 'POST', `/cases/${id}/assignments`, { openStep, practitioner: 'me' });
    return { user: 'tester', own: { from: practitioner, to: { practitioner: null } } };
  },
  'POST /cases/{id}/attempts': async (on) => {
    const { id, openStep } = await caseAt(on, 'nabellen-tester');
    return { user: 'tester', to: { id }, own: { openStep, at: inDays(0) } };
  },
  'POST /cases/{id}/pauses': async (on) => ({ ...(await tested(on)), own: { until: inDays(60) } }),
  'POST /cases/{id}/resumptions': async (on) => {
    const { user, to } = await tested(on);
    await on.api(user, 'POST', `/cases/${to.id}/pauses`, { reason: 'ziekte', until: inDays(60) });
    return { user, to };
  },
  'POST /cases/{id}/withdrawal': async (on) => tested(on),
  'POST /cases/{id}/events': async (on) => ({ ...(await tested(on)), own: { at: inDays(0) } }),
  'POST /cases/{id}/consents': async (on) => ({ ...(await tested(on)), own: { at: new Date().toISOString() } }),
  'POST /cases/{id}/corrections': async (on) => {
    const { id } = await caseAt(on, 'toestemming-matig');
    const { json } = await on.api('tester', 'GET', `/cases/${id}/trail`);
    const { seq } = json.items.findLast(({ fact }: { fact: string }) => fact === 'decided');
    return { user: 'tester', to: { id }, own: { seq } };
  },
  'POST /cases/{id}/links': async (on) => {
    const { resident } = referral();
    return { ...(await tested(on)), own: { type: 'zelfde-gezin', chain: 'valpreventie', resident } };
  },
  'POST /cases/{id}/version': async (on) => ({ user: 'tester', to: await olderCase(on, 1) }),
  'POST /cases/{id}/questions': async (on) => ({ ...(await tested(on)), own: { to: undefined } }),
  'POST /cases/{id}/questions/{q}/answer': async (on) => {
    const { user, to } = await tested(on);
    const asked = await on.api(user, 'POST', `/cases/${to.id}/questions`, { text: 'Past donderdag?' });
    return { user: 'huisarts', to: { ...to, q: asked.json.id } };
  },
  'PATCH /cases/{id}/resident': async (on) => {
    const { user, to } = await tested(on);
    const tag = (await on.api(user, 'GET', `/cases/${to.id}`)).headers.get('etag') ?? '';
    return { user, to, headers: { 'if-match': tag } };
  },
  'PATCH /offers/{id}': async (on) => {
    const { json } = await on.api('fysio', 'GET', '/offers?chain=valpreventie&municipality=enschede');
    const own = users.find(({ handle }) => handle === 'fysio')?.organisation;
    const { id } = json.items.find(({ organisation }: { organisation: string }) => organisation === own);
    const tag = (await on.api('fysio', 'GET', `/offers/${id}`)).headers.get('etag') ?? '';
    return { user: 'fysio', to: { id }, headers: { 'if-match': tag } };
  },
  'POST /groups': async (on) => {
    const own = { startsOn: inDays(28), endsOn: inDays(112), cases: [await waiting(on)] };
    return { user: coordinator, own };
  },
  'POST /groups/{id}/changes': async (on) => {
    const formed = await on.api(coordinator, 'POST', '/groups', groupOf([await waiting(on)]));
    return { user: coordinator, to: { id: formed.json.id }, own: { startsOn: inDays(35), endsOn: inDays(119) } };
  },
  'POST /dev/clock': async () => ({ user: 'beheerder' }),
};

async function tested(on: Suite): Promise<{ readonly user: string; readonly to: { readonly id: string } }> {
  return { user: 'tester', to: { id: (await caseAt(on, 'valrisicotest')).id } };
}

describe('GET /openapi.json', () => {
  test('names every route that the app serves, and no other', () => {
    const { app } = rawApi(suite);
    const served = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const named = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
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
        'GET /docs',
        'GET /problems/{code}',
      ]),
    );
  });

  test('leaves out the clock where time cannot be moved', async () => {
    const raw = rawApi(suite, { moveClock: null });
    expect((await raw.request(null, 'GET', '/openapi.json')).json.paths).not.toHaveProperty('/dev/clock');
    expectProblem(await raw.request('beheerder', 'POST', '/dev/clock', { body: '{"advance":"P1D"}' }), 'not-found');
  });

  test('is the same as what is drawn without a system, for the client and its linter', () => {
    expect(document).toEqual(JSON.parse(JSON.stringify(apiDocument())));
  });

  test.each(Object.keys(sendings))('gives for %s an example that works when sent', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const operation = document.paths[path]?.[method.toLowerCase()];
    const example = operation?.requestBody?.content['application/json']?.example as object;
    const { user, to = {}, own = {}, headers } = await sendings[route]!(suite);
    const address = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => to[name] ?? '');
    const answer = await suite.api(user, method, address, { ...example, ...own }, headers);
    expect([200, 201], answer.text).toContain(answer.status);
    expect(Object.keys(operation?.responses ?? {})).toContain(String(answer.status));
  });

  test('gives an example for every route that takes a body', () => {
    const taking = operations().filter(({ operation }) => operation.requestBody !== undefined);
    const named = taking.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(named.toSorted()).toEqual(Object.keys(sendings).toSorted());
  });
});
