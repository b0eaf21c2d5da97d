import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { decide } from './journey.ts';
import { bodyOf, knownIn, person, START } from './known-in-start.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { reportTwice, wordsIn } from './report-twice.ts';
import { actionsOf, change, dayFrom, trailOf } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const ENDED = 'zwangerschap-beeindigd';
const SECRET = /zwangerschap|beeindigd-|overleden|afgezegd|silenced/;
const vk = 'verloskundige';
const jvk = 'jeugdverpleegkundige';

const ended = (): { event: string; at: string } => ({ event: ENDED, at: dayFrom(suite, 0) });
const died = (of: string): { event: string; at: string; data: object } => ({
  event: 'overleden',
  at: dayFrom(suite, 0),
  data: { of },
});
const seen = (user: string, id: string, tail = ''): Promise<Answer> => suite.api(user, 'GET', `/cases/${id}${tail}`);

/** Registered by the midwife; the JGZ has made the appointment, so that it has the regie. */
async function met(): Promise<string> {
  const { case: id } = await knownIn(suite);
  const openStep = `${id}.eerste-contact-jgz.1`;
  const done = await decide(suite, jvk, id, { openStep, outcome: 'afspraak' });
  expect(done.status, done.text).toBe(200);
  return id;
}

const takeBack = async (user: string, id: string): Promise<Answer> => {
  const listed = (await actionsOf(suite, user, id)).find(({ action }) => action === 'correct');
  return change(suite, user, id, 'corrections', { seq: listed?.seq ?? 0, reason: 'vergissing' });
};

describe('the end of a pregnancy', () => {
  test('is said twice: the first time changes nothing and gives the words to repeat', async () => {
    const id = await met();
    let words = '';
    await storesNothing(suite, async () => {
      words = wordsIn(await change(suite, vk, id, 'events', ended()));
      const wrong = { ...ended(), data: { confirmation: 'iets-anders' } };
      expect(wordsIn(await change(suite, vk, id, 'events', wrong))).toBe(words);
      const other = await change(suite, jvk, id, 'events', { ...ended(), data: { confirmation: words } });
      expect(wordsIn(other)).not.toBe(words);
    });
    expect((await seen(jvk, id)).json.openSteps).toMatchObject([{ step: 'phb' }]);
    const done = await change(suite, vk, id, 'events', { ...ended(), data: { confirmation: words } });
    expect(done.status, done.text).toBe(200);
  });

  test('that could not be anyhow is told so at once, and other events are not confirmed', async () => {
    const id = await met();
    const tomorrow = { event: ENDED, at: dayFrom(suite, 1) };
    expectProblem(await change(suite, vk, id, 'events', tomorrow), 'invalid-input', ['/at']);
    const moved = { event: 'verhuisd', at: dayFrom(suite, 0), data: { confirmation: 'x' } };
    expectProblem(await change(suite, vk, id, 'events', moved), 'invalid-input', ['/data/confirmation']);
    const partner = { ...died('partner'), data: { of: 'partner', confirmation: 'x' } };
    expectProblem(await change(suite, vk, id, 'events', partner), 'invalid-input', ['/data/confirmation']);
  });

  test('leaves the accountable one list, and others see only that nothing stands open any more', async () => {
    const id = await met();
    await reportTwice(suite, jvk, id, ended());
    expect((await seen(jvk, id)).json.openSteps).toMatchObject([{ step: 'persoonlijk-afgezegd' }]);
    expect((await seen(vk, id)).json).toMatchObject({ status: 'open', openSteps: [], ending: null });
    const told = async (): Promise<string> => (await suite.api(vk, 'GET', '/referrals')).text;
    const before = await told();
    for (const tail of ['', '/trail', '/actions', '/forms', '/questions']) {
      const { text } = await seen(vk, id, tail);
      expect(text, tail).not.toMatch(SECRET);
    }
    expect(before).not.toMatch(SECRET);
    for (const path of ['/worklist?scope=team&limit=100', '/notices'])
      expect((await suite.api(vk, 'GET', path)).text).not.toMatch(SECRET);
    expect((await suite.api('ketencoordinator', 'GET', '/worklist?limit=100')).text).not.toContain(id);
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P8W' });
    const feedback = async (): Promise<unknown> => {
      const { items } = (await suite.api(vk, 'GET', '/referrals?limit=100')).json;
      return items.find((each: { id: string }) => each.id === id).feedback.length;
    };
    expect(await feedback()).toBe(1);
    const openStep = `${id}.persoonlijk-afgezegd.1`;
    const done = await decide(suite, jvk, id, { openStep, outcome: 'gedaan' });
    expect(done.status, done.text).toBe(200);
    expect((await seen(vk, id)).json).toMatchObject({ status: 'ended', ending: 'beeindigd' });
    expect((await seen(vk, id, '/trail')).text).not.toMatch(SECRET);
    expect(await feedback()).toBe(1);
  });

  test('taken back within a day opens everything again, each step with its own term, and tells others nothing', async () => {
    const id = await met();
    const before = (await seen(jvk, id)).json.openSteps;
    await reportTwice(suite, vk, id, ended());
    const back = await takeBack(vk, id);
    expect(back.status, back.text).toBe(200);
    expect((await seen(jvk, id)).json.openSteps).toEqual(before);
    expect((await seen('poh', id)).status).toBe(404);
    const jvkTrail = await trailOf(suite, jvk, id);
    expect(jvkTrail.map(({ fact }) => fact)).toContain('corrected');
    expect((await seen(vk, id, '/trail')).text).not.toContain('persoonlijk-afgezegd');
    const next = await decide(suite, jvk, id, { openStep: `${id}.phb.1`, outcome: 'gedaan', form: { vorm: 'thuis' } });
    expect(next.status, next.text).toBe(200);
  });

  test('stands for ever after a day: it is not listed as possible, and refused with what can be done', async () => {
    const id = await met();
    await reportTwice(suite, jvk, id, ended());
    const listed = async (): Promise<boolean | undefined> =>
      (await actionsOf(suite, jvk, id)).find(({ action }) => action === 'correct')?.allowed;
    expect(await listed()).toBe(true);
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P1D' });
    expect(await listed()).toBe(false);
    await storesNothing(suite, async () => {
      const late = await takeBack(jvk, id);
      expectProblem(late, 'not-allowed-now');
      expect(late.json.detail).toContain('24 uur');
    });
    expect((await seen(jvk, id)).json.openSteps).toMatchObject([{ step: 'persoonlijk-afgezegd' }]);
  });
});

describe('a death', () => {
  test.each(['ouder', 'partner'])('of the %s is known, and the case goes on', async (of) => {
    const id = await met();
    const done = await change(suite, vk, id, 'events', died(of));
    expect(done.status, done.text).toBe(200);
    expect((await seen(jvk, id)).json).toMatchObject({ status: 'open', openSteps: [{ step: 'phb' }] });
  });

  test('of the mother herself ends the case at once', async () => {
    const id = await met();
    const done = await change(suite, vk, id, 'events', died('inwoner'));
    expect(done.json).toMatchObject({ status: 'ended', ending: 'overleden', openSteps: [] });
  });

  test('of the child silences the case as the end of a pregnancy does: said twice, confidential, one list', async () => {
    const id = await met();
    const done = await reportTwice(suite, vk, id, died('kind'));
    expect(done.status, done.text).toBe(200);
    expect((await seen(jvk, id)).json.openSteps).toMatchObject([{ step: 'afgezegd-na-overlijden' }]);
    for (const user of ['huisarts']) expect((await seen(user, id)).status).toBe(404);
    const ends = await decide(suite, jvk, id, { openStep: `${id}.afgezegd-na-overlijden.1`, outcome: 'gedaan' });
    expect(ends.json).toMatchObject({ status: 'ended', ending: 'beeindigd' });
    const trail = (await seen(vk, id, '/trail')).text;
    expect(trail).not.toContain('kind-overleden');
    expect(trail).not.toContain('afgezegd');
  });

  test('of a child in another chain is noted, and silences nothing', async () => {
    const made = await suite.api('huisarts', 'POST', '/referrals', bodyOf('valpreventie', person().full));
    const done = await change(suite, 'huisarts', made.json.id, 'events', died('kind'));
    expect(done.json).toMatchObject({ status: 'open', openSteps: [{ step: 'valrisicotest' }] });
  });
});

describe('what is refused and what is not safe', () => {
  /** At the midwife's: weighed, and asked. */
  async function asked(): Promise<string> {
    const { given } = person();
    const over = { entry: 'intake-vk', outcome: 'signaal', form: undefined };
    const made = await suite.api(vk, 'POST', '/referrals', bodyOf(START, given, over));
    expect(made.status, made.text).toBe(201);
    const { id } = made.json;
    const form = { risico: 'ja', bescherming: 'onvoldoende' };
    const weighed = await decide(suite, vk, id, { openStep: `${id}.weging.1`, outcome: 'kwetsbaar', form });
    expect(weighed.status, weighed.text).toBe(200);
    return id;
  }

  test('a refusal has no consequence: the midwife’s care goes on, and nothing reaches the JGZ', async () => {
    const id = await asked();
    const done = await decide(suite, vk, id, { openStep: `${id}.toestemming.1`, outcome: 'geweigerd' });
    expect(done.status, done.text).toBe(200);
    expect(done.json.openSteps.map(({ step }: { step: string }) => step)).toContain('basiszorg-volgen');
    for (const user of [jvk, 'jeugdarts', 'gebiedsteam']) {
      for (const tail of ['', '/trail', '/actions', '/forms']) expect((await seen(user, id, tail)).status).toBe(404);
      for (const path of ['/worklist?scope=team&limit=100', '/notices', '/referrals'])
        expect((await suite.api(user, 'GET', path)).text).not.toContain(id);
    }
  });

  test('the meldcode is a marker: no form comes with it, and only who is accountable sees it', async () => {
    const id = await asked();
    const done = await decide(suite, vk, id, { openStep: `${id}.toestemming.1`, outcome: 'onveilig' });
    expect(done.status, done.text).toBe(200);
    const openStep = `${id}.meldcode-route.1`;
    const told = { openStep, outcome: 'loopt', form: { inhoud: 'wat er speelt' } };
    expectProblem(await decide(suite, vk, id, told), 'invalid-input');
    expect((await seen('kraamzorg', id, '/trail')).text).not.toContain('meldcode');
    const goes = await decide(suite, vk, id, { openStep, outcome: 'loopt' });
    expect(goes.status, goes.text).toBe(200);
  });

  test.each<[string, object, string]>([
    ['a note', { note: 'Zorgen thuis' }, '/note'],
    ['a comment with a reason', { reason: { code: 'taal', comment: 'Zorgen thuis' } }, '/reason/comment'],
    [
      'a form of an earlier step',
      { done: [{ step: 'intake-vk', outcome: 'signaal', at: '2026-01-02', form: {} }] },
      '/done/0/form',
    ],
    ['what was weighed', { done: [{ step: 'weging', outcome: 'zeer', at: '2026-01-02' }] }, '/done/0/step'],
  ])('%s does not travel with a referral', async (_name, over, pointer) => {
    await storesNothing(suite, async () => {
      const made = await suite.api(vk, 'POST', '/referrals', bodyOf(START, person().given, over));
      expectProblem(made, 'invalid-input', [pointer]);
    });
  });

  test('without consent nobody is registered', async () => {
    for (const consent of [undefined, { given: false, at: '2026-01-05T10:00:00Z', by: 'inwoner' }]) {
      const made = await suite.api(vk, 'POST', '/referrals', bodyOf(START, person().given, { consent }));
      expectProblem(made, 'consent-missing');
    }
  });
});
