import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { residentAccounts } from '../../src/local/demo-region/resident-accounts.ts';
import { resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { change, dayFrom } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const [me] = [...residentAccounts.values()];
const given = (by: string): object => ({ given: true, at: new Date(suite.clock.now()).toISOString(), by });
const begin = (chain: string, over: object = {}): Promise<Answer> =>
  suite.api('inwoner', 'POST', '/referrals', {
    chain,
    municipality: 'enschede',
    resident: me,
    consent: given('inwoner'),
    ...over,
  });
const child = (birthDate: string): Record<string, unknown> => resident({ birthDate });

describe.each([
  ['valpreventie', 'valrisicotest'],
  ['sociaal-verwijzen', 'eerste-contact'],
  ['vngg', 'vraag-toestemming'],
] as const)('a resident begins %s', (chain, step) => {
  test('themselves: somebody here is accountable, they see it and read nothing of the staff', async () => {
    const made = await begin(chain);
    expect(made.status, made.text).toBe(201);
    const { id } = made.json;
    expect(made.json).toMatchObject({ referrer: { role: 'inwoner' }, openSteps: [{ step }] });
    expect(made.json.accountable.organisation).toEqual(expect.any(String));
    expect(made.json.accountable.role).not.toBe('inwoner');
    expect(
      (await suite.api('inwoner', 'GET', '/me/cases')).json.items.map((each: { id: string }) => each.id),
    ).toContain(id);
    expect((await suite.api('inwoner', 'GET', `/cases/${id}`)).json).toMatchObject({ id, payer: null });
    for (const tail of ['/actions', '/forms', '/questions'])
      expectProblem(await suite.api('inwoner', 'GET', `/cases/${id}${tail}`), 'forbidden');
    for (const path of ['/referrals', '/worklist', '/notices'])
      expectProblem(await suite.api('inwoner', 'GET', path), 'not-found');
    expect((await suite.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
    const again = await begin(chain);
    expectProblem(again, 'already-referred');
    expect(again.json.case).toBe(id);
  });
});

describe('a parent', () => {
  const kngg = (birthDate: string, by: string): Promise<Answer> =>
    begin('kngg', { resident: child(birthDate), consent: given(by) });

  test('begins for a child, and sees that case and no other of the child', async () => {
    const whom = child('2018-04-02');
    const other = await suite.api('huisarts', 'POST', '/referrals', {
      chain: 'kngg',
      municipality: 'enschede',
      resident: { ...whom, phone: undefined },
      consent: given('ouder'),
      entry: 'aanmelden',
    });
    const made = await begin('kngg', { resident: child('2018-04-02'), consent: given('ouder') });
    expect(made.status, made.text).toBe(201);
    const own = (await suite.api('inwoner', 'GET', '/me/cases')).json.items.map((each: { id: string }) => each.id);
    expect(own).toContain(made.json.id);
    expect((await suite.api('inwoner', 'GET', `/cases/${made.json.id}`)).status).toBe(200);
    expect(other.status, other.text).toBe(201);
    expect((await suite.api('inwoner', 'GET', `/cases/${other.json.id}`)).status).toBe(404);
    const twice = await begin('kngg', { resident: whom, consent: given('ouder') });
    expectProblem(twice, 'already-referred');
    expect(twice.json.case).toBeUndefined();
  });

  test('reads along until the child is sixteen', async () => {
    const soon = dayFrom(suite, -Math.round(15.9 * 365.25));
    const made = await kngg(soon, 'ouders-en-kind');
    expect(made.status, made.text).toBe(201);
    expect((await suite.api('inwoner', 'GET', `/cases/${made.json.id}`)).status).toBe(200);
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P13W' });
    expect((await suite.api('inwoner', 'GET', `/cases/${made.json.id}`)).status).toBe(404);
  });

  test('says to be the parent', async () => {
    expectProblem(await kngg('2018-04-02', 'inwoner'), 'invalid-input');
  });
});

describe('is refused, and stores nothing', () => {
  test.each<[string, () => Promise<Answer>, string]>([
    ['somebody else', () => begin('valpreventie', { resident: resident() }), '/resident'],
    [
      'the same name without address or telephone',
      () => begin('valpreventie', { resident: { name: me?.name, birthDate: me?.birthDate } }),
      '/resident',
    ],
    ['consent of another', () => begin('valpreventie', { consent: given('ouder') }), '/consent/by'],
    [
      'what only professionals have done',
      () => begin('valpreventie', { done: [{ step: 'opsporen', outcome: 'verhoogd', at: '2026-01-02' }] }),
      '/done',
    ],
    ['a code where nobody begins with one', () => begin('valpreventie', { code: '7K2MQ-XR04T' }), '/code'],
  ])('%s', async (_name, ask, pointer) => {
    await storesNothing(suite, async () => expectProblem(await ask(), 'invalid-input', [pointer]));
  });

  test('without consent', async () => {
    await storesNothing(suite, async () => {
      expectProblem(await begin('valpreventie', { consent: undefined, municipality: 'borne' }), 'consent-missing');
    });
  });

  test('where nobody would be accountable, with where to call', async () => {
    const { directory } = suite.context;
    const none = { ...directory, partiesOf: () => Promise.resolve({}) };
    const { selfStart } = await import('../../src/cases/self/self-start.ts');
    const { definitions } = await import('../../src/chains/index.ts');
    const chain = definitions['vngg']!.at(-1)!;
    const subject = { sub: [...residentAccounts.keys()][0]!, roles: ['inwoner'], organisation: null };
    const request = { chain: 'vngg', municipality: 'hof-van-twente', resident: me!, consent: given('inwoner') };
    const found = await none.partiesOf();
    await expect(
      selfStart(suite.context, subject as never, request as never, chain, 'vraag-toestemming', found),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('loket van de gemeente Hof van Twente'),
    });
  });
});

describe('what a resident is told', () => {
  test('is held while a safety signal is looked into, and shown afterwards without a word of why', async () => {
    const made = await begin('kansrijke-start', { form: { contact: 'telefoon' } });
    expect(made.status, made.text).toBe(201);
    const { id } = made.json;
    const jvk = 'jeugdverpleegkundige';
    const told = async (): Promise<string[]> =>
      (await suite.api('inwoner', 'GET', '/me/cases')).json.items
        .find((each: { id: string }) => each.id === id)
        .told.map(({ text }: { text: string }) => text);
    expect(await told()).toEqual(['De aanmelding is gedaan.']);
    const signal = await change(suite, jvk, id, 'events', { event: 'veiligheidssignaal', at: dayFrom(suite, 0) });
    expect(signal.status, signal.text).toBe(200);
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P1W' });
    const { items } = (await suite.api(jvk, 'GET', '/worklist?scope=team&limit=100')).json;
    expect(items.map((each: { step: string }) => each.step)).toContain('veiligheid');
    expect(await told()).toEqual(['De aanmelding is gedaan.']);
    const openStep = `${id}.veiligheid.1`;
    const handled = await suite.api(jvk, 'POST', `/cases/${id}/decisions`, { openStep, outcome: 'meldcode-route' });
    expect(handled.status, handled.text).toBe(200);
    expect(await told()).toEqual([
      'De aanmelding is gedaan.',
      'Het eerste contact is nog niet gelukt. De termijn is voorbij.',
    ]);
  });
});
