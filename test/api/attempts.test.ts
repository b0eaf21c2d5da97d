import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, type Stood } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { actionsOf, change, dayFrom, trailOf } from './verbs.ts';

let suite: Suite;
let open: Stood;
beforeAll(async () => {
  suite = await openSuite();
  open = await caseAt(suite, 'nabellen-tester');
});
afterAll(() => suite.close());

const now = (): string => new Date(suite.clock.now()).toISOString();
const missed = (openStep: string, over: object = {}): object => ({
  openStep,
  at: now(),
  channel: 'telefoon',
  result: 'niet-bereikt',
  ...over,
});

describe('POST /cases/{id}/attempts', () => {
  test('is kept with its day and channel, and told to the holder', async () => {
    const made = await caseAt(suite, 'nabellen-tester');
    const done = await change(suite, 'tester', made.id, 'attempts', missed(made.openStep));
    expect(done.status, done.text).toBe(200);
    expect(done.headers.get('etag')).toBe(`"${done.json.seq}"`);
    const [kept] = (await trailOf(suite, 'tester', made.id)).filter(({ fact }) => fact === 'attempted');
    expect(kept).toMatchObject({
      step: 'nabellen-tester',
      on: dayFrom(suite, 0),
      channel: 'telefoon',
      result: 'niet-bereikt',
      actor: { role: 'tester' },
    });
    expect((await trailOf(suite, 'huisarts', made.id)).map(({ fact }) => fact)).not.toContain('attempted');
  });

  test('three on different days, one of them in writing, open the way that asks for them', async () => {
    const made = await caseAt(suite, 'nabellen-tester');
    const [before] = await actionsOf(suite, 'tester', made.id);
    expect(before?.outcomes).toContainEqual(expect.objectContaining({ id: 'nee', allowed: false }));
    await storesNothing(suite, async () => {
      const early = await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'nee' });
      expectProblem(early, 'not-allowed-now');
      expect(early.json.allowed[0].outcomes.map(({ id }: { id: string }) => id)).toEqual(['alsnog']);
    });
    for (const channel of ['telefoon', 'telefoon', 'brief']) {
      const done = await change(suite, 'tester', made.id, 'attempts', missed(made.openStep, { channel }));
      expect(done.status, done.text).toBe(200);
      expect((await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P1D' })).status).toBe(200);
    }
    const [after] = await actionsOf(suite, 'tester', made.id);
    expect(after?.outcomes).toContainEqual(expect.objectContaining({ id: 'nee', allowed: true }));
    const ended = await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'nee' });
    expect(ended.json).toMatchObject({ status: 'ended', ending: 'niet-bereikt' });
  });

  test('is listed where attempts are kept, and nowhere else', async () => {
    const list = await actionsOf(suite, 'tester', open.id);
    expect(list).toContainEqual(expect.objectContaining({ action: 'attempt', openStep: open.openStep, allowed: true }));
    const other = await caseAt(suite, 'valrisicotest');
    expect((await actionsOf(suite, 'tester', other.id)).map(({ action }) => action)).not.toContain('attempt');
    await storesNothing(suite, async () => {
      const answer = await change(suite, 'tester', other.id, 'attempts', missed(other.openStep));
      expectProblem(answer, 'not-allowed-now');
      expect(answer.json.allowed).toContainEqual(expect.objectContaining({ openStep: other.openStep }));
    });
  });

  test('repeated with its key counts once', async () => {
    const made = await caseAt(suite, 'nabellen-tester');
    const key = { 'idempotency-key': randomUUID() };
    const body = missed(made.openStep);
    const answers = await Promise.all([1, 2].map(() => change(suite, 'tester', made.id, 'attempts', body, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.json).toEqual(answers[1]?.json);
    const kept = (await trailOf(suite, 'tester', made.id)).filter(({ fact }) => fact === 'attempted');
    expect(kept).toHaveLength(1);
    const other = { ...body, channel: 'brief' };
    expectProblem(await change(suite, 'tester', made.id, 'attempts', other, key), 'idempotency-mismatch');
  });

  test.each<[string, object, readonly string[]]>([
    ['without anything', {}, ['/at', '/channel', '/openStep', '/result']],
    ['with a channel that does not exist', { channel: 'duif' }, ['/channel']],
    ['with a result that does not exist', { result: 'misschien' }, ['/result']],
    ['at no day', { at: '2026-02-30' }, ['/at']],
    ['with a comment', { comment: 'x' }, ['/comment']],
  ])('%s is refused and stores nothing', async (name, over, pointers) => {
    await storesNothing(suite, async () => {
      const body = name === 'without anything' ? {} : missed(open.openStep, over);
      expectProblem(await change(suite, 'tester', open.id, 'attempts', body), 'invalid-input', pointers);
    });
  });

  test('before the step began, or in the future, is refused', async () => {
    const made = await caseAt(suite, 'nabellen-tester');
    await storesNothing(suite, async () => {
      for (const at of [dayFrom(suite, -1), dayFrom(suite, 1), new Date(suite.clock.now() + 3_600_000).toISOString()]) {
        const answer = await change(suite, 'tester', made.id, 'attempts', missed(made.openStep, { at }));
        expectProblem(answer, 'invalid-input', ['/at']);
      }
    });
  });

  test('is for who holds the step: the referrer is refused, and for another practice there is no such case', async () => {
    await storesNothing(suite, async () => {
      expectProblem(await change(suite, 'huisarts', open.id, 'attempts', missed(open.openStep)), 'forbidden');
      expectProblem(await change(suite, 'huisarts-2', open.id, 'attempts', missed(open.openStep)), 'not-found');
      expectProblem(await change(suite, 'huisarts-2', open.id, 'attempts', { x: 1 }), 'not-found');
    });
  });
});
