import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directory } from '../../src/local/demo-region/directory.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, openStepOf } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { actionsOf, change, dayFrom, trailOf } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const organisationOf = (handle: string): string =>
  users.find((user) => user.handle === handle)?.organisation ?? 'nobody';
const elsewhere = directory.find(
  ({ role, chain, organisation }) =>
    role === 'fysio' && chain === 'valpreventie' && organisation !== organisationOf('fysio'),
)?.organisation;

describe('who is offered a hand-off', () => {
  test('sees chain, step, PC4 and age band, and who the person is after accepting', async () => {
    const made = await caseAt(suite, 'otago-verwijzing', { reference: 'HA-3' });
    const { name, phone, birthDate, postalCode } = made.referral['resident'];
    const secrets = [name.family, name.given, phone, birthDate, postalCode, 'HA-3'];
    const seen = await suite.api('fysio', 'GET', `/cases/${made.id}`);
    expect(seen.status, seen.text).toBe(200);
    expect(seen.json).toMatchObject({
      chain: 'valpreventie',
      resident: { pc4: '7511', ageBand: '80-84' },
      accountable: { role: 'huisarts' },
      referrer: { organisation: null, practitioner: null },
      payer: null,
      openSteps: [{ id: made.openStep, step: 'otago-verwijzing', stage: 'offered', kind: 'handoff' }],
    });
    expect(Object.keys(seen.json.resident)).toEqual(['pc4', 'ageBand']);
    const list = await suite.api('fysio', 'GET', '/worklist?limit=100');
    const [item] = list.json.items.filter((each: { case: string }) => each.case === made.id);
    expect(item).toMatchObject({ stage: 'offered', resident: { pc4: '7511', ageBand: '80-84' } });
    const trail = await suite.api('fysio', 'GET', `/cases/${made.id}/trail`);
    expect(trail.json.items.map(({ fact }: { fact: string }) => fact)).toEqual(['opened']);
    const actions = await suite.api('fysio', 'GET', `/cases/${made.id}/actions`);
    for (const { text } of [seen, list, trail, actions])
      for (const secret of secrets) expect(text).not.toContain(secret);

    const accepted = await decide(suite, 'fysio', made.id, { openStep: made.openStep, outcome: 'geaccepteerd' });
    expect(accepted.status, accepted.text).toBe(200);
    expect(accepted.json.resident.name).toEqual(name);
    expect(accepted.json.openSteps).toMatchObject([{ step: 'otago-intake' }]);
  });

  test('and declines it hears no more of it; the sender has it again', async () => {
    const made = await caseAt(suite, 'otago-verwijzing');
    const declined = { openStep: made.openStep, outcome: 'geweigerd' };
    await storesNothing(suite, async () =>
      expectProblem(await decide(suite, 'fysio', made.id, declined), 'reason-required', ['/reason']),
    );
    const done = await decide(suite, 'fysio', made.id, { ...declined, reason: { code: 'geen-plek' } });
    expect(done.json).toMatchObject({ resident: null, openSteps: [] });
    const back = await suite.api('huisarts', 'GET', `/cases/${made.id}`);
    expect(back.json).toMatchObject({
      accountable: { role: 'huisarts' },
      openSteps: [{ step: 'otago-verwijzing', stage: 'returned' }],
    });
    expect(await trailOf(suite, 'huisarts', made.id)).toContainEqual(
      expect.objectContaining({ fact: 'decided', outcome: 'geweigerd', reason: 'geen-plek' }),
    );
  });

  test('cannot take the answers that are the sender’s, nor the other way round', async () => {
    const made = await caseAt(suite, 'otago-verwijzing');
    const offered = (user: string) =>
      actionsOf(suite, user, made.id).then((list) =>
        list
          .filter(({ action, allowed }) => action === 'decide' && allowed)
          .map(({ outcomes }) => outcomes?.map(({ id }) => id)),
      );
    expect(await offered('fysio')).toEqual([['geaccepteerd', 'geweigerd']]);
    expect(await offered('huisarts')).toEqual([['omleiden', 'niet-mogelijk']]);
    const all = (await actionsOf(suite, 'huisarts', made.id)).filter(
      ({ action, openStep }) => action === 'decide' && openStep === made.openStep,
    );
    expect(all.map(({ allowed }) => allowed)).toEqual([false, true]);
    await storesNothing(suite, async () => {
      for (const [user, outcome] of [
        ['fysio', 'omleiden'],
        ['huisarts', 'geaccepteerd'],
      ] as const) {
        const answer = await decide(suite, user, made.id, { openStep: made.openStep, outcome });
        expectProblem(answer, 'forbidden');
        expect(answer.json.allowed).toContainEqual(expect.objectContaining({ action: 'decide', allowed: true }));
      }
    });
  });

  test('and lets it expire still may accept, while the sender finds it on the worklist to offer elsewhere', async () => {
    const made = await caseAt(suite, 'otago-verwijzing');
    const listed = async (user: string): Promise<object[]> =>
      (await suite.api(user, 'GET', '/worklist?limit=100')).json.items.filter(
        (item: { case: string }) => item.case === made.id,
      );
    expect(await listed('huisarts')).toEqual([]);
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P2W' });
    expect(await listed('huisarts')).toMatchObject([
      { openStep: made.openStep, why: 'niet-aangenomen', resident: { name: made.referral['resident'].name } },
    ]);
    expect(await listed('fysio')).toMatchObject([{ openStep: made.openStep, resident: { pc4: '7511' } }]);
    expect(await listed('huisarts-2')).toEqual([]);
    const done = await decide(suite, 'fysio', made.id, { openStep: made.openStep, outcome: 'geaccepteerd' });
    expect(done.status, done.text).toBe(200);
    expect((await suite.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
  });
});

describe('an offer to an organisation of choice', () => {
  test('goes to that one, anywhere in the region; the first one sees it no more', async () => {
    const made = await caseAt(suite, 'otago-verwijzing');
    const to = { organisation: elsewhere ?? '' };
    const done = await decide(suite, 'huisarts', made.id, { openStep: made.openStep, outcome: 'omleiden', to });
    expect(done.status, done.text).toBe(200);
    expect(done.json.openSteps).toMatchObject([{ stage: 'offered', organisation: elsewhere }]);
    expectProblem(await suite.api('fysio', 'GET', `/cases/${made.id}`), 'not-found');
    expect(await trailOf(suite, 'huisarts', made.id)).toContainEqual(
      expect.objectContaining({ fact: 'decided', outcome: 'omleiden', to }),
    );
  });

  test('that does not do this is refused, and who does is told', async () => {
    const made = await caseAt(suite, 'otago-verwijzing');
    await storesNothing(suite, async () => {
      for (const organisation of [organisationOf('tester'), '00000000-0000-4000-8000-000000000000']) {
        const body = { openStep: made.openStep, outcome: 'omleiden', to: { organisation } };
        const answer = await decide(suite, 'huisarts', made.id, body);
        expectProblem(answer, 'invalid-input', ['/to/organisation']);
        expect(answer.json.allowed).toContainEqual(
          expect.objectContaining({
            organisation: elsewhere,
            name: expect.any(String),
            municipality: expect.any(String),
          }),
        );
      }
      for (const to of [{}, { organisation: 'fysio' }, 'fysio', { organisation: elsewhere, extra: 1 }]) {
        const answer = await decide(suite, 'huisarts', made.id, { openStep: made.openStep, outcome: 'omleiden', to });
        expectProblem(answer, 'invalid-input');
      }
    });
  });

  test('where nothing is offered is refused', async () => {
    const made = await caseAt(suite, 'toestemming-matig');
    const to = { organisation: organisationOf('fysio') };
    await storesNothing(suite, async () => {
      const answer = await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'ja', to });
      expectProblem(answer, 'invalid-input', ['/to']);
      expect(answer.json.allowed).toEqual([]);
    });
  });
});

test('a warm hand-off is the receiver’s after both have met the resident: then the person is known', async () => {
  const made = await caseAt(suite, 'otago-intake');
  const form = { vorm: 'groep', contact: 'telefoon' };
  const meting = { tugSeconden: 14, sppb: 7, sppbBalans: 3, sppbLopen: 2, sppbOpstaan: 2, fesIKort: 14 };
  const ways: readonly [string, object][] = [
    ['otago-intake', { outcome: 'passend', form }],
    ['otago', { outcome: 'afgerond' }],
    ['t1', { outcome: 'gedaan', form: meting }],
  ];
  for (const [step, body] of ways) {
    const done = await decide(suite, 'fysio', made.id, { openStep: await openStepOf(suite, made.id, step), ...body });
    expect(done.status, done.text).toBe(200);
  }
  const identity = async (): Promise<unknown> =>
    (await suite.api('buurtsportcoach', 'GET', `/cases/${made.id}`)).json.resident.name;
  const step = (): Promise<string> => openStepOf(suite, made.id, 'structureel-aanbod');
  expect(await identity()).toBeUndefined();
  const soon = await decide(suite, 'buurtsportcoach', made.id, { openStep: await step(), outcome: 'gestart' });
  expectProblem(soon, 'not-allowed-now');
  const accepted = await decide(suite, 'buurtsportcoach', made.id, { openStep: await step(), outcome: 'aanvaard' });
  expect(accepted.json.openSteps).toMatchObject([{ stage: 'contact' }]);
  expect(await identity()).toEqual(made.referral['resident'].name);
  const met = await decide(suite, 'fysio', made.id, { openStep: await step(), outcome: 'contact-bevestigd' });
  expect(met.status, met.text).toBe(200);
  const early = await change(suite, 'fysio', made.id, 'pauses', { reason: 'ziekte', until: dayFrom(suite, 3) });
  expectProblem(early, 'forbidden');
  const begun = await decide(suite, 'buurtsportcoach', made.id, { openStep: await step(), outcome: 'gestart' });
  expect(begun.status, begun.text).toBe(200);
});
