import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseRules, roleRules } from '../../src/access/permit.ts';
import { valpreventieV1 } from '../../src/chains/valpreventie/v1/chain.ts';
import { users } from '../../src/local/demo-region/users.ts';
import type { Answer } from '../harness/api.ts';
import { laag, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, type Stood } from './journey.ts';
import { expectProblem } from './problem.ts';

let suite: Suite;
let open: Stood;
beforeAll(async () => {
  suite = await openSuite();
  open = await caseAt(suite, 'valrisicotest', { kern: 'glanerbrug', reference: 'HA-9', note: 'Let op de hond' });
});
afterAll(() => suite.close());

const get = (user: string, id: string, tail = ''): Promise<Answer> => suite.api(user, 'GET', `/cases/${id}${tail}`);
const family = (stood: Stood): string => stood.referral['resident'].name.family;

describe('a case', () => {
  test('is for another practice exactly what a case that does not exist is', async () => {
    const bare = ({ status, json, headers }: Answer, id: string): unknown => {
      const { requestId: _requestId, ...rest } = json;
      const kept = [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
      return JSON.parse(JSON.stringify({ status, rest, kept }).replaceAll(id, 'ID'));
    };
    const nowhere = randomUUID();
    const ask: ((id: string) => Promise<Answer>)[] = [
      (id) => get('huisarts-2', id),
      (id) => get('huisarts-2', id, '/actions'),
      (id) => get('huisarts-2', id, '/trail'),
      (id) => decide(suite, 'huisarts-2', id, { openStep: open.openStep, outcome: 'laag', form: laag }),
      (id) => decide(suite, 'huisarts-2', id, { x: 1 }),
    ];
    for (const one of ask) {
      const [hidden, none] = [await one(open.id), await one(nowhere)];
      expectProblem(hidden, 'not-found');
      expect(bare(hidden, open.id)).toEqual(bare(none, nowhere));
    }
  });

  const seers = new Set(['huisarts', 'poh', 'tester']);
  test.each(users.map(({ handle }) => handle).filter((handle) => !seers.has(handle)))(
    'does not exist for %s',
    async (user) => {
      for (const tail of ['', '/actions', '/trail']) expectProblem(await get(user, open.id, tail), 'not-found');
      expectProblem(
        await decide(suite, user, open.id, { openStep: open.openStep, outcome: 'laag', form: laag }),
        'not-found',
      );
    },
  );

  test("shows who has the regie the person and the step, not the referrer's own number", async () => {
    const seen = await get('tester', open.id);
    expect(seen.json.resident).toMatchObject({ name: open.referral['resident'].name, birthDate: '1946-05-17' });
    expect(seen.json.openSteps).toMatchObject([
      { id: open.openStep, kind: 'assess', overdue: false, openedAt: expect.any(String) },
    ]);
    expect(seen.json.reference).toBeNull();
    expect(seen.text).not.toContain('hond');
  });

  test('shows its referrer of an open step of another which, whose and until when, and no more', async () => {
    for (const user of ['huisarts', 'poh']) {
      const seen = await get(user, open.id);
      expect(seen.json).toMatchObject({
        status: 'open',
        reference: 'HA-9',
        resident: { name: open.referral['resident'].name },
      });
      const [step] = seen.json.openSteps;
      const told = Object.entries(step).filter(([, value]) => value !== null);
      const shown = ['dueAt', 'id', 'label', 'organisation', 'role', 'roleLabel', 'step'];
      expect(told.map(([key]) => key).toSorted()).toEqual(shown);
      expect(seen.json.accountable).toMatchObject({ role: 'tester', organisation: step.organisation });
    }
  });

  const told = (items: readonly { fact: string; step?: string }[]): unknown =>
    items.map(({ fact, step }) => [fact, step]);

  test("shows its referrer no outcome and no rung of the ladder, and every step that is the practice's own", async () => {
    const asked = await caseAt(suite, 'toestemming-hoog');
    const { items } = (await get('huisarts', asked.id, '/trail')).json;
    expect(told(items)).toEqual([
      ['started', undefined],
      ['opened', 'valrisicotest'],
      ['decided', 'valrisicotest'],
      ['informed', 'valrisicotest'],
      ['opened', 'toestemming-hoog'],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/"outcome"|"payer"/);
    expect((await get('huisarts', asked.id)).json).toMatchObject({ payer: null, links: [] });
    // The practice may tell that the resident has called: so that step is theirs as well.
    const made = await caseAt(suite, 'huisarts-contact');
    const seen = await get('huisarts', made.id);
    expect(seen.json.openSteps).toMatchObject([{ id: made.openStep, kind: 'wait', overdue: false }]);
    const done = await decide(suite, 'huisarts', made.id, { openStep: made.openStep, outcome: 'bevestigd' });
    expect(done.json.openSteps).toMatchObject([{ step: 'huisarts-beeld', kind: 'assess' }]);
  });

  test('shows who has the regie everything: every outcome, who pays, and how the clock pressed', async () => {
    const made = await caseAt(suite, 'huisarts-beeld');
    const seen = await get('huisarts', made.id);
    expect(seen.json).toMatchObject({
      accountable: { role: 'huisarts' },
      payer: { payer: 'zvw', basis: expect.any(String), version: expect.any(String), validFrom: expect.any(String) },
    });
    const { items } = (await get('huisarts', made.id, '/trail')).json;
    const decisions = items.filter(({ fact }: { fact: string }) => fact === 'decided');
    expect(decisions.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['hoog', 'digitaal']);
    // A colleague who may do the step as well holds it, and has not the regie.
    const colleague = await get('poh', made.id);
    expect(colleague.json.openSteps).toMatchObject([{ id: made.openStep, kind: 'assess' }]);
    const theirs = (await get('poh', made.id, '/trail')).json.items;
    expect(theirs.filter((item: object) => 'outcome' in item)).toEqual([]);
  });

  test('shows who held a step before only their own contribution afterwards, and no person', async () => {
    const made = await caseAt(suite, 'wachtlijst-kern');
    const seen = await get('tester', made.id);
    expect(seen.status).toBe(200);
    expect(seen.json).toMatchObject({ resident: null, openSteps: [], reference: null, status: 'open' });
    expect(seen.text).not.toContain(family(made));
    const trail = (await get('tester', made.id, '/trail')).json.items;
    const steps = trail
      .map(({ step }: { step?: string }) => step)
      .filter((step: string | undefined) => step !== undefined);
    expect(new Set(steps)).toEqual(new Set(['valrisicotest', 'toestemming-matig', 'aanmelden-matig']));
    const actions = (await get('tester', made.id, '/actions')).json.items;
    expect(actions.map(({ action }: { action: string }) => action)).toEqual(['ask', 'correct']);
    expectProblem(
      await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'groep-vol' }),
      'forbidden',
    );
  });

  test('shows the coordinator, who has the regie now, the person and the outcomes of steps before', async () => {
    const made = await caseAt(suite, 'wachtlijst-kern');
    const seen = await get('valpreventie-coordinator', made.id);
    expect(seen.json.resident.name.family).toBe(family(made));
    const trail = (await get('valpreventie-coordinator', made.id, '/trail')).json.items;
    const before = trail.filter(({ fact }: { fact: string }) => fact === 'decided');
    expect(before).toHaveLength(3);
    for (const item of before) expect(item).toHaveProperty('outcome');
  });

  test('does not exist yet for who will hold it later', async () => {
    expectProblem(await get('valpreventie-coordinator', open.id), 'not-found');
  });

  test('does not exist for a colleague of a contributor without a role in the chain', async () => {
    const contributors = users.filter(
      ({ organisation }) => organisation === users.find(({ handle }) => handle === 'tester')?.organisation,
    );
    expect(contributors.map(({ handle }) => handle)).toEqual(['tester']);
    for (const rule of caseRules) expect(rule.actions).toContain('case.read');
  });
});

describe('the worklist of the ketencoordinator', () => {
  test('holds what was escalated in the own municipality, with no person and no text of theirs', async () => {
    const made = await caseAt(suite, 'aanmelden-matig', { kern: 'lonneker' });
    const elsewhere = await suite.api('huisarts', 'POST', '/referrals', referral({ municipality: 'borne' }));
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P9W' });
    const list = await suite.api('ketencoordinator', 'GET', '/worklist?limit=100');
    const mine = list.json.items.filter(({ openStep }: { openStep: string }) => openStep === made.openStep);
    expect(mine).toMatchObject([
      { case: made.id, resident: null, step: 'aanmelden-matig', kern: 'lonneker', why: 'te-laat', overdue: true },
    ]);
    for (const word of [family(made), 'Proef', made.referral['resident'].phone, '7511AB', '1946'])
      expect(list.text).not.toContain(word);
    expect(list.text).not.toContain(elsewhere.json.id);
    expect(new Set(list.json.items.map(({ municipality }: { municipality: string }) => municipality))).toEqual(
      new Set(['enschede']),
    );
    const seen = await get('ketencoordinator', made.id);
    expect(seen.json).toMatchObject({ resident: null, referrer: { organisation: null } });
    for (const word of [family(made), 'Proef', '7511AB', '1946']) expect(seen.text).not.toContain(word);
    expectProblem(await get('ketencoordinator', made.id, '/trail'), 'forbidden');
  });
});

describe('every user of the demo region', () => {
  const may = (action: string, roles: readonly string[]): boolean =>
    roleRules.some(
      (rule) =>
        rule.action === action && (rule.roles === 'everyone' || rule.roles.some((role) => roles.includes(role))),
    );
  const routes = [
    ['referral.list', 'GET', '/referrals', undefined],
    ['worklist.read', 'GET', '/worklist', undefined],
    ['chain.read', 'GET', '/chains/valpreventie', undefined],
    ['orphans.read', 'GET', '/orphans', undefined],
    ['clock.move', 'POST', '/dev/clock', { advance: 'P0D' }],
    ['me.read', 'GET', '/me', undefined],
  ] as const;

  test.each(users.map(({ handle, roles }) => [handle, roles] as const))(
    '%s may do what the table says, and for the rest it does not exist',
    async (user, roles) => {
      for (const [action, method, path, body] of routes) {
        const answer = await suite.api(user, method, path, body);
        expect([answer.status, answer.json.code], `${method} ${path}`).toEqual(
          may(action, roles) ? [200, undefined] : [404, 'not-found'],
        );
      }
      const referred = await suite.api(user, 'POST', '/referrals', referral({ consent: undefined }));
      const refers = may('referral.create', roles) && roles.some((role) => Object.hasOwn(valpreventieV1.entries, role));
      // Who begins with a step of their own needs no consent yet; others hear that it is missing.
      const begins = ['tester', 'gebiedsteam'].includes(user);
      const expected = refers ? (begins ? 'made' : 'consent-missing') : 'forbidden';
      // A resident begins for themselves, and this is somebody else.
      expect(referred.json.code ?? 'made').toBe(user === 'inwoner' ? 'invalid-input' : expected);
    },
  );
});
