import { afterAll, beforeAll, expect, test } from 'vitest';
import { residentAccounts } from '../../src/local/demo-region/resident-accounts.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { type AskDescribed, describedBy } from '../harness/described.ts';
import { routesOf } from '../harness/document.ts';
import { groupOf, inDays, waiting } from '../harness/groups.ts';
import { olderCase } from '../harness/older-case.ts';
import { hoog, matig, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide } from './journey.ts';

let suite: Suite;
let ask: AskDescribed;
let seen: ReadonlySet<string>;
let all: readonly string[];
beforeAll(async () => {
  suite = await openSuite();
  const document = (await suite.api(null, 'GET', '/openapi.json')).json;
  ({ ask, seen } = describedBy(suite, document));
  all = routesOf(document).map(({ method, path }) => `${method.toUpperCase()} ${path}`);
});
afterAll(() => suite.close());

const LOOKS = ['', '/actions', '/trail', '/forms', '/consents', '/questions'] as const;
const look = async (user: string | null, id: string): Promise<void> => {
  for (const tail of LOOKS) await ask(user, `GET /cases/{id}${tail}`, `/cases/${id}${tail}`);
};

test('a case as each party sees it is as the document says', async () => {
  const made = await caseAt(suite, 'valrisicotest', { reference: 'HA-1' });
  const ended = await caseAt(suite, 'laag-advies');
  await decide(suite, 'tester', ended.id, { openStep: ended.openStep, outcome: 'gedaan' });
  const offered = await caseAt(suite, 'otago-verwijzing');
  for (const { id } of [made, ended, offered])
    for (const user of ['tester', 'huisarts', 'huisarts-2', 'fysio', 'ketencoordinator', null]) await look(user, id);
});

test('decisions are as the document says', async () => {
  const { id, openStep } = await caseAt(suite, 'valrisicotest');
  const good = { openStep, outcome: 'hoog', form: hoog };
  for (const body of [{ ...good, outcome: 'laag' }, { ...good, outcome: 'x' }, good, good, { openStep: 'x' }])
    await ask('tester', 'POST /cases/{id}/decisions', `/cases/${id}/decisions`, body);
  await look('tester', id);
});

test('every other change of a case is as the document says', async () => {
  const { id, openStep } = await caseAt(suite, 'nabellen-tester');
  const changes = [
    ['assignments', { openStep, practitioner: 'me' }],
    ['attempts', { openStep, at: inDays(0), channel: 'brief', result: 'niet-bereikt' }],
    ['pauses', { reason: 'ziekte', until: inDays(20) }],
    ['resumptions', {}],
    ['events', { event: 'verhuisd', at: inDays(0) }],
    ['consents', { purpose: 'terugkoppeling', given: false, by: 'inwoner', at: new Date().toISOString() }],
    ['withdrawal', { reason: { code: 'ziekte' } }],
  ] as const;
  for (const [verb, body] of changes) {
    const path = `/cases/${id}/${verb}`;
    for (const user of ['tester', 'huisarts-2', 'huisarts', null])
      await ask(user, `POST /cases/{id}/${verb}`, path, { hacker: 1 });
    await ask('tester', `POST /cases/{id}/${verb}`, path, body);
    await look('tester', id);
    await ask('tester', `POST /cases/{id}/${verb}`, path, body);
  }
});

test('the versions of a case are as the document says', async () => {
  const { id } = await olderCase(suite, 1);
  for (const user of ['tester', 'huisarts', 'fysio', null])
    await ask(user, 'GET /cases/{id}/versions', `/cases/${id}/versions`);
  for (const body of [{}, { to: 9 }, { to: 2 }, { to: 2 }])
    for (const user of ['huisarts', 'tester', null])
      await ask(user, 'POST /cases/{id}/version', `/cases/${id}/version`, body);
  await ask('tester', 'GET /cases/{id}/versions', `/cases/${id}/versions`);
  await look('tester', id);
});

test('what is taken back, asked, answered and amended is as the document says', async () => {
  const { id } = await caseAt(suite, 'toestemming-matig');
  const trail = await suite.api('tester', 'GET', `/cases/${id}/trail`);
  const { seq } = trail.json.items.findLast(({ fact }: { fact: string }) => fact === 'decided');
  const correction = { seq, reason: 'vergissing' };
  for (const body of [{}, correction, correction])
    await ask('tester', 'POST /cases/{id}/corrections', `/cases/${id}/corrections`, body);
  const route = 'POST /cases/{id}/questions';
  await ask('tester', route, `/cases/${id}/questions`, {});
  const asked = await ask('tester', route, `/cases/${id}/questions`, { text: 'Past donderdag?' });
  const path = `/cases/${id}/questions/${asked.json.id}/answer`;
  for (const body of [{}, { text: 'Ja.' }, { text: 'Ja.' }])
    await ask('huisarts', 'POST /cases/{id}/questions/{q}/answer', path, body);
  await look('tester', id);
  const tag = (await suite.api('tester', 'GET', `/cases/${id}`)).headers.get('etag') ?? '';
  for (const headers of [{}, { 'if-match': '"1"' }, { 'if-match': tag }])
    await ask('tester', 'PATCH /cases/{id}/resident', `/cases/${id}/resident`, { phone: '0687654321' }, headers);
  for (const user of ['tester', 'beheerder']) await ask(user, 'GET /notices');
});

test('coupled cases are as the document says, also for the resident', async () => {
  const { id } = await caseAt(suite, 'valrisicotest');
  const { resident } = referral();
  const body = { type: 'zelfde-gezin', chain: 'valpreventie', resident };
  for (const user of ['tester', 'huisarts-2', null])
    for (const each of [{}, body]) await ask(user, 'POST /cases/{id}/links', `/cases/${id}/links`, each);
  await look('tester', id);
  for (const user of ['inwoner', 'huisarts', null]) await ask(user, 'GET /me/cases');
});

test('giving many steps away is as the document says', async () => {
  const { id, openStep } = await caseAt(suite, 'nabellen-tester');
  await suite.api('tester', 'POST', `/cases/${id}/assignments`, { openStep, practitioner: 'me' });
  const { practitioner } = (await suite.api('tester', 'GET', '/me')).json;
  for (const user of ['tester', 'huisarts', 'beheerder', null])
    for (const body of [{}, { from: practitioner, to: { practitioner: null }, reason: 'afwezig' }])
      await ask(user, 'POST /assignments', undefined, body);
});

test('codes to begin with are as the document says', async () => {
  const invitation = { chain: 'kansrijke-start', municipality: 'enschede' };
  for (const user of ['verloskundige', 'tester', 'inwoner', null])
    for (const body of [{}, invitation]) await ask(user, 'POST /invitations', undefined, body);
  for (const user of ['verloskundige', 'inwoner', null]) await ask(user, 'GET /invitations');
});

test('lists are as the document says', async () => {
  for (const user of ['huisarts', 'beheerder', null])
    for (const query of ['', '?limit=1', '?changedSince=2026-01-01T00:00:00Z', '?limit=0'])
      await ask(user, 'GET /referrals', `/referrals${query}`);
  for (const user of ['tester', 'fysio', 'ketencoordinator', 'inwoner'])
    for (const query of ['', '?scope=mine', '?state=overdue', '?state=x'])
      await ask(user, 'GET /worklist', `/worklist${query}`);
  await suite.api('huisarts', 'POST', '/referrals', referral({ resident: [...residentAccounts.values()][0] }));
  for (const query of ['', '?limit=1', '?limit=0'])
    for (const user of ['inwoner', 'huisarts']) await ask(user, 'GET /me/access-log', `/me/access-log${query}`);
});

test('referrals are as the document says', async () => {
  const made = await caseAt(suite, 'valrisicotest');
  const { name, birthDate, phone } = made.referral['resident'] as Record<string, unknown>;
  for (const body of [made.referral, { ...referral(), consent: undefined }, {}, '{'])
    await ask('huisarts', 'POST /referrals', undefined, body);
  for (const body of [{ name, birthDate, phone }, {}]) {
    await ask('huisarts', 'POST /referrals/search', undefined, body);
    await ask('beheerder', 'POST /referrals/search', undefined, body);
  }
});

test('groups are as the document says', async () => {
  const [placed, refused] = [await waiting(suite), await caseAt(suite, 'laag-advies')];
  const coordinator = 'valpreventie-coordinator';
  for (const body of [groupOf([placed, refused.id]), groupOf([placed]), groupOf([]), {}])
    await ask(coordinator, 'POST /groups', undefined, body);
  const { json } = await suite.api(coordinator, 'GET', '/groups');
  const group = `/groups/${json.items[0].id}`;
  for (const user of [coordinator, 'fysio', 'huisarts', null]) {
    await ask(user, 'GET /groups');
    await ask(user, 'GET /groups/waiting');
    await ask(user, 'GET /groups/{id}', group);
    for (const body of [{ free: [placed, refused.id] }, { fill: [placed] }, {}])
      await ask(user, 'POST /groups/{id}/changes', `${group}/changes`, body);
  }
});

test('offers are as the document says', async () => {
  const query = '?chain=valpreventie&municipality=enschede';
  const list = await ask('huisarts', 'GET /offers', `/offers${query}`);
  await ask('huisarts', 'GET /offers');
  const own = users.find(({ handle }) => handle === 'fysio')?.organisation;
  const { id } = list.json.items.find(({ organisation }: { organisation: string }) => organisation === own);
  const one = await ask('fysio', 'GET /offers/{id}', `/offers/${id}`);
  const tag = one.headers.get('etag') ?? '';
  for (const [user, headers] of [
    ['fysio', {}],
    ['fysio', { 'if-match': tag }],
    ['fysio', { 'if-match': tag }],
    ['huisarts', { 'if-match': tag }],
  ] as const)
    await ask(user, 'PATCH /offers/{id}', `/offers/${id}`, { room: 'wachtlijst', capacity: 12 }, headers);
});

test('chains and what runs the system are as the document says', async () => {
  for (const path of ['/chains/valpreventie', '/chains/x']) await ask('huisarts', 'GET /chains/{id}', path);
  const { items } = (await ask('huisarts', 'GET /chains')).json;
  for (const { id } of items) await ask('huisarts', 'GET /chains/{id}', `/chains/${id}`);
  for (const query of ['?municipality=dinkelland&kern=weerselo', '?municipality=x'])
    await ask('huisarts', 'GET /chains/{id}', `/chains/vngg${query}`);
  await ask('huisarts', 'GET /chains', '/chains?limit=0');
  for (const tail of ['diagram', 'praktijkkaart'] as const)
    for (const query of ['?municipality=enschede', '?municipality=x'])
      await ask('huisarts', `GET /chains/{id}/${tail}`, `/chains/valpreventie/${tail}${query}`);
  for (const user of ['beheerder', 'huisarts', 'inwoner', null]) {
    await ask(user, 'GET /me');
    await ask(user, 'GET /orphans');
  }
  for (const advance of ['P1D', 'P-1D']) await ask('beheerder', 'POST /dev/clock', undefined, { advance });
  for (const path of ['/health', '/ready', '/metrics', '/openapi.json', '/docs', '/problems'])
    await ask(null, `GET ${path}`);
  for (const code of ['ended', 'x']) await ask(null, 'GET /problems/{code}', `/problems/${code}`);
  expect((await decide(suite, 'tester', 'x', { openStep: 'x', outcome: 'matig', form: matig })).status).toBe(404);
});

const audits = ['flow', 'durations', 'bottlenecks', 'handoffs', 'outcomes', 'links', 'conformance', 'kerncijfers'];

/** With figures: test/e2e/audit.test.ts. */
test('what the audit refuses is as the document says', async () => {
  for (const user of ['regiocoordinator', 'huisarts', null]) {
    for (const route of audits)
      for (const query of ['?year=2025', '?month=2025-01&municipality=enschede', ''])
        await ask(user, `GET /audit/${route}`, `/audit/${route}${query}`);
    for (const query of ['?year=2025', '']) await ask(user, 'GET /audit/log', `/audit/log${query}`);
    await ask(user, 'GET /audit/releases');
  }
});

test('no route was left out', () => {
  expect(all.filter((route) => !seen.has(route)).toSorted()).toEqual([]);
});
