import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { offerSchema } from '../../src/api/schemas/offer.ts';
import { offers } from '../../src/local/demo-region/offers.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { matig, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, openStepOf } from './journey.ts';
import { expectProblem } from './problem.ts';
import { actionsOf } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const organisationOf = (handle: string) => users.find((user) => user.handle === handle)?.organisation ?? '';
const offerOf = (role: string, municipality: string) =>
  offers.find((offer) => offer.role === role && offer.municipality === municipality)!;
// oxlint-disable-next-line typescript/no-explicit-any -- items of a list, as a client reads them
type Item = Record<string, any>;
const listed = async (query: string, user = 'huisarts'): Promise<readonly Item[]> => {
  const answer = await suite.api(user, 'GET', `/offers?${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.items;
};
/** What was measured a moment ago is told for some minutes. */
const later = async (): Promise<void> => {
  expect((await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P1D' })).status).toBe(200);
};

describe('GET /offers', () => {
  test('tells who has what on offer in a place, with their own word about room', async () => {
    const items = await listed('chain=valpreventie&municipality=enschede');
    for (const item of items) offerSchema.strict().parse(item);
    expect(items).toHaveLength(4);
    expect(new Set(items.map(({ role }) => role))).toEqual(
      new Set(['buurtsportcoach', 'fysio', 'tester', 'valpreventie-coordinator']),
    );
    expect(items.find(({ role }) => role === 'fysio')).toEqual({
      id: offerOf('fysio', 'enschede').id,
      chain: 'valpreventie',
      role: 'fysio',
      roleLabel: 'Fysiotherapeut of oefentherapeut',
      label: 'Otago thuis of in een groep',
      organisation: organisationOf('fysio'),
      organisationName: expect.stringContaining('(fictief)'),
      municipality: 'enschede',
      kern: null,
      room: 'ja',
      capacity: 24,
      inUse: 0,
      waiting: { suppressed: true },
      changedAt: expect.any(String),
      seq: 1,
    });
  });

  test('gives for a kern what is there, and what is for the whole municipality', async () => {
    const labels = async (kern: string) =>
      (await listed(`municipality=hellendoorn&kern=${kern}`))
        .filter(({ role }) => role === 'tester')
        .map(({ kern: at }) => at);
    expect(new Set(await labels('haarle'))).toEqual(new Set(['haarle', null]));
    expect(await labels('nijverdal')).toEqual([null]);
  });

  test('pages follow each other without a gap or a double', async () => {
    const seen: Item[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await suite.api('huisarts', 'GET', `/offers?limit=4${next === '' ? '' : `&cursor=${next}`}`);
      seen.push(...page.json.items);
      next = page.json.next;
    }
    expect(seen).toHaveLength(offers.length);
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(offers.map(({ id }) => id)));
  });

  test.each([
    ['chain=valprevensie', '/chain'],
    ['municipality=amsterdam', '/municipality'],
    ['municipality=borne&kern=glanerbrug', '/kern'],
    ['kern=glanerbrug', '/kern'],
    ['limit=0', '/limit'],
    ['cursor=abc', '/cursor'],
    ['place=borne', '/place'],
  ])('refuses %s', async (query, pointer) => {
    expectProblem(await suite.api('huisarts', 'GET', `/offers?${query}`), 'invalid-input', [pointer]);
  });

  test('a cursor of another list is refused', async () => {
    await suite.api('huisarts', 'POST', '/referrals', referral());
    await suite.api('huisarts', 'POST', '/referrals', referral());
    const { next } = (await suite.api('huisarts', 'GET', '/referrals?limit=1')).json;
    expectProblem(await suite.api('huisarts', 'GET', `/offers?cursor=${next}`), 'invalid-input', ['/cursor']);
  });

  test.each(['inwoner', 'beheerder'])('is not there for %s', async (user) => {
    expectProblem(await suite.api(user, 'GET', '/offers'), 'not-found');
    expectProblem(await suite.api(user, 'GET', `/offers/${offers[0]?.id}`), 'not-found');
    const body = { room: 'nee' };
    expectProblem(await suite.api(user, 'PATCH', `/offers/${offers[0]?.id}`, body, { 'if-match': '"1"' }), 'not-found');
  });
});

describe('measured waiting time', () => {
  test('appears at ten residents who were taken up, and not at nine; who still waits is no tenth', async () => {
    const tester = async (user = 'huisarts'): Promise<Item> =>
      (await listed('municipality=enschede', user)).find(({ role }) => role === 'tester') ?? {};
    const test1 = async (): Promise<void> => {
      const made = await suite.api('huisarts', 'POST', '/referrals', referral());
      const body = { openStep: made.json.openSteps[0].id, outcome: 'matig', form: matig };
      expect((await decide(suite, 'tester', made.json.id, body)).status).toBe(200);
    };
    for (let n = 0; n < 9; n += 1) await test1();
    await suite.api('huisarts', 'POST', '/referrals', referral());
    await later();
    expect(await tester()).toMatchObject({ waiting: { suppressed: true } });
    await test1();
    await later();
    const seen = await tester();
    expect(seen['waiting']).toEqual({ medianDays: 0, n: 10 });
    // Nine stand with the tester for consent, one for the test, and those of before.
    expect(seen['inUse']).toBeGreaterThanOrEqual(10);
    expect(JSON.stringify(seen)).not.toMatch(/min|max|longest|shortest/i);
  });

  test('is counted in days, and a number below ten is for the organisation itself only', async () => {
    const made = await caseAt(suite, 'otago-verwijzing');
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P3D' });
    await decide(suite, 'fysio', made.id, { openStep: made.openStep, outcome: 'geaccepteerd' });
    await later();
    const of = async (user: string) =>
      (await suite.api(user, 'GET', `/offers/${offerOf('fysio', 'enschede').id}`)).json;
    expect(await of('huisarts')).toMatchObject({ inUse: { suppressed: true }, waiting: { suppressed: true } });
    expect(await of('fysio')).toMatchObject({ inUse: 1, waiting: { suppressed: true } });
  });
});

describe('PATCH /offers/{id}', () => {
  const path = () => `/offers/${offerOf('buurtsportcoach', 'enschede').id}`;
  const patch = (body: unknown, tag: string | null, user = 'buurtsportcoach') =>
    suite.api(user, 'PATCH', path(), body, tag === null ? {} : { 'if-match': tag });
  const tag = async () => (await suite.api('huisarts', 'GET', path())).headers.get('etag') ?? '';

  test('is the own word of the organisation, from a version that it saw', async () => {
    const before = await tag();
    const done = await patch({ room: 'wachtlijst', capacity: 50 }, before);
    expect(done.status, done.text).toBe(200);
    expect(done.json).toMatchObject({ room: 'wachtlijst', capacity: 50, label: 'Beweeggroep 65+' });
    const after = await tag();
    expect(after).not.toBe(before);
    expect(done.headers.get('etag')).toBe(after);
    const half = await patch({ capacity: null }, after);
    expect(half.json).toMatchObject({ room: 'wachtlijst', capacity: null });
  });

  test('of two at once one wins', async () => {
    const now = await tag();
    const answers = await Promise.all([patch({ capacity: 7 }, now), patch({ capacity: 8 }, now)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  test('without, with an old and with a malformed version is refused', async () => {
    expectProblem(await patch({ room: 'ja' }, null), 'precondition-required', ['/headers/if-match']);
    expectProblem(await patch({ room: 'ja' }, '*'), 'precondition-required', ['/headers/if-match']);
    expectProblem(await patch({ room: 'ja' }, '"1"'), 'stale');
    expectProblem(await patch({ room: 'ja' }, 'W/"1"'), 'stale');
    expectProblem(await patch({ room: 'ja' }, 'geen'), 'invalid-input', ['/headers/if-match']);
  });

  test.each([
    [{}, '/room'],
    [{ room: 'misschien' }, '/room'],
    [{ capacity: -1 }, '/capacity'],
    [{ capacity: 1.5 }, '/capacity'],
    [{ capacity: '8' }, '/capacity'],
    [{ room: 'ja', label: 'Anders' }, '/label'],
    [{ room: 'ja', seq: 9 }, '/seq'],
  ])('with %j is refused and changes nothing', async (body, pointer) => {
    const before = await tag();
    expectProblem(await patch(body, before), 'invalid-input', [pointer]);
    expect(await tag()).toBe(before);
  });

  test('is not for another organisation, and there is none to change without the offer', async () => {
    const before = await tag();
    for (const user of ['huisarts', 'tester', 'fysio', 'ketencoordinator']) {
      expectProblem(await patch({ room: 'nee' }, before, user), 'forbidden');
    }
    expect(await tag()).toBe(before);
    for (const id of ['6f1f0a52-6d0a-4c43-8f0b-5c1f6f3e2a10', 'x', "1' or '1'='1"]) {
      const where = `/offers/${encodeURIComponent(id)}`;
      expectProblem(await suite.api('fysio', 'PATCH', where, { room: 'nee' }, { 'if-match': '"1"' }), 'not-found');
      expectProblem(await suite.api('fysio', 'GET', where), 'not-found');
    }
  });
});

describe('an offer that came back', () => {
  test('names who declined it and why, and who else could take it on: room first, then near', async () => {
    const made = await caseAt(suite, 'otago-verwijzing');
    const reason = { code: 'geen-plek' };
    await decide(suite, 'fysio', made.id, { openStep: made.openStep, outcome: 'geweigerd', reason });
    const back = await openStepOf(suite, made.id, 'otago-verwijzing');
    const choice = (await actionsOf(suite, 'huisarts', made.id)).find(
      ({ action, openStep }) => action === 'decide' && openStep === back,
    ) as Item | undefined;
    const fysio = users.find(({ handle }) => handle === 'fysio');
    expect(choice?.['declined']).toMatchObject([
      {
        role: 'fysio',
        organisation: fysio?.organisation,
        practitioner: fysio?.practitioner,
        reason: 'geen-plek',
        label: 'Er is nu geen plek',
      },
    ]);
    const found: Item[] = choice?.['alternatives'];
    expect(found.length).toBeGreaterThan(3);
    expect(found.map(({ organisation }) => organisation)).not.toContain(fysio?.organisation);
    expect(found.find(({ municipality }) => municipality === 'borne')).toMatchObject({
      room: 'wachtlijst',
      waiting: { suppressed: true },
    });
    expect(found.at(-1)).toMatchObject({ municipality: 'hellendoorn', room: 'nee' });
    const to = { organisation: found[0]?.['organisation'] };
    const done = await decide(suite, 'huisarts', made.id, { openStep: back, outcome: 'omleiden', to });
    expect(done.status, done.text).toBe(200);
    expect(done.json.openSteps).toMatchObject([{ stage: 'offered', organisation: to.organisation }]);
  });

  test('tells nobody else of it', async () => {
    const made = await caseAt(suite, 'otago-verwijzing');
    await decide(suite, 'fysio', made.id, {
      openStep: made.openStep,
      outcome: 'geweigerd',
      reason: { code: 'te-ver' },
    });
    const actions = await suite.api('fysio', 'GET', `/cases/${made.id}/actions`);
    expect(actions.text).not.toContain('alternatives');
    expectProblem(await suite.api('buurtsportcoach', 'GET', `/cases/${made.id}/actions`), 'not-found');
  });
});

test('F26: who is offered something sees nothing personal on any route before accepting', async () => {
  const made = await caseAt(suite, 'otago-verwijzing', { reference: 'HA-4', note: 'Geheim voor nu', urgency: 'spoed' });
  const { name, phone, birthDate, postalCode } = made.referral['resident'];
  const secrets = [name.family, name.given, phone, birthDate, postalCode, 'HA-4', 'Geheim', 'spoed', 'looptest'];
  const own = organisationOf('huisarts');
  const asked = await suite.api('huisarts', 'POST', `/cases/${made.id}/questions`, {
    text: 'Geheim: kan dit nog wachten?',
    to: { role: 'huisarts', organisation: own },
  });
  expect([201, 403, 409, 422]).toContain(asked.status);
  for (const path of ['', '/forms', '/trail', '/actions', '/questions', '/consents']) {
    const seen = await suite.api('fysio', 'GET', `/cases/${made.id}${path}`);
    for (const secret of secrets) expect(seen.text, path).not.toContain(secret);
  }
  for (const path of ['/worklist?limit=100', '/referrals?limit=100', '/notices', '/groups', '/offers']) {
    const seen = await suite.api('fysio', 'GET', path);
    // Others whom the fysio knows already were born on the same day, and live nearby.
    for (const secret of secrets.filter((each) => each !== birthDate && each !== postalCode))
      expect(seen.text, path).not.toContain(secret);
  }
  const forms = await suite.api('fysio', 'GET', `/cases/${made.id}/forms`);
  expect(forms.json.items).toEqual([]);
});
