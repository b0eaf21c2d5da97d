import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { createKetenpad, type Ketenpad, type Shapes } from '../../client/client.ts';
import { laag } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { rawApi, tokenOf } from './raw.ts';

let suite: Suite;
const clients = new Map<string, Ketenpad>();
beforeAll(async () => {
  suite = await openSuite();
  const { app } = rawApi(suite);
  for (const user of ['huisarts', 'tester'])
    clients.set(
      user,
      createKetenpad({
        baseUrl: 'http://ketenpad.test',
        token: () => tokenOf(user),
        fetch: async (request) => app.fetch(request),
      }),
    );
});
afterAll(() => suite.close());

/** A fictional resident whom nobody else has, as the client is to be told of one. */
const newcomer = () => ({
  name: { given: 'Proef', family: `Persoon${crypto.randomUUID().slice(0, 8)}` },
  birthDate: '1946-05-17',
  postalCode: '7511AB',
  houseNumber: '12',
});

const as = (user: string): Ketenpad => clients.get(user)!;

describe('the typed client', () => {
  test('plays a referral to a decision, and the huisarts reads what came of it', async () => {
    const referred = await as('huisarts').POST('/referrals', {
      body: {
        chain: 'valpreventie',
        municipality: 'enschede',
        resident: newcomer(),
        reference: 'HA-9',
        consent: { given: true, at: '2026-11-21T10:00:00Z', by: 'inwoner' },
      },
    });
    expect(referred.response.headers.get('location')).toBe(`/cases/${referred.data?.id}`);
    const id = referred.data!.id;
    const path = { id };
    const actions = await as('tester').GET('/cases/{id}/actions', { params: { path } });
    const decision = actions.data?.items.find(({ action, allowed }) => action === 'decide' && allowed);
    const { outcomes = [], openStep = '' } = decision!;
    expect(outcomes.map((outcome) => outcome.id)).toContain('laag');
    const tag = (await as('tester').GET('/cases/{id}', { params: { path } })).response.headers.get('etag')!;
    const decided = await as('tester').POST('/cases/{id}/decisions', {
      params: { path, header: { 'If-Match': tag } },
      body: { openStep, outcome: 'laag', form: laag },
    });
    expect(decided.error).toBeUndefined();
    expect(decided.data?.openSteps.map(({ step }) => step)).toEqual(['laag-advies']);

    const list = await as('huisarts').GET('/referrals', { params: { query: { limit: 1 } } });
    const [item] = list.data?.items ?? [];
    expect(item).toMatchObject({ id, reference: 'HA-9' });
    expect(item?.feedback.map(({ kind }) => kind)).toEqual(['test-laag']);
  });

  test('tells a problem by its code, and keeps the key of a request that is sent again', async () => {
    const nowhere = { params: { path: { id: '3f0e3c1e-6a53-4f8a-9d2f-0a8d1d1f5a10' } } };
    const { data, error, response } = await as('huisarts').GET('/cases/{id}', nowhere);
    expect([data, error?.code, response.status]).toEqual([undefined, 'not-found', 404]);
    const consent = { given: true, at: '2026-11-21T10:00:00Z', by: 'inwoner' as const };
    const body = { chain: 'valpreventie', municipality: 'enschede', resident: newcomer(), consent };
    const again = { params: { header: { 'Idempotency-Key': crypto.randomUUID() } }, body };
    const [first, second] = [
      await as('huisarts').POST('/referrals', again),
      await as('huisarts').POST('/referrals', again),
    ];
    expect(first.data?.id).toEqual(expect.any(String));
    expect(second.data).toEqual(first.data);
  });
});

test('what the API does not have does not compile', () => {
  const wrong = (client: Ketenpad): readonly unknown[] => [
    // @ts-expect-error there is no such address
    client.GET('/case/{id}', { params: { path: { id: 'x' } } }),
    // @ts-expect-error the number of the case is missing
    client.GET('/cases/{id}'),
    // @ts-expect-error a case is not deleted
    client.DELETE('/cases/{id}', { params: { path: { id: 'x' } } }),
    // @ts-expect-error a key that does not exist
    client.POST('/cases/{id}/decisions', { params: { path: { id: 'x' } }, body: { openStep: 'x', result: 'y' } }),
    // @ts-expect-error a filter that does not exist
    client.GET('/worklist', { params: { query: { who: 'me' } } }),
  ];
  expect(wrong).toBeTypeOf('function');
  expectTypeOf<Shapes['Case']['status']>().toEqualTypeOf<'open' | 'paused' | 'ended'>();
  expectTypeOf<Shapes['Problem']['code']>().extract<'stale'>().toEqualTypeOf<'stale'>();
});
