import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { bodyOf, person, START } from './known-in-start.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { change, dayFrom } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const day = (days: number): string => dayFrom(suite, days);
const refer = (anchors: object): Promise<Answer> =>
  suite.api('verloskundige', 'POST', '/referrals', bodyOf(START, person().given, { anchors }));
const born = async (aterme: number): Promise<string> => {
  const made = await refer({ aterme: day(aterme) });
  expect(made.status, made.text).toBe(201);
  return made.json.id;
};
const report = (id: string, event: string, days: number): Promise<Answer> =>
  change(suite, 'verloskundige', id, 'events', { event, at: day(days) });

describe('a referral with dates', () => {
  test.each<[string, () => object, string]>([
    ['a due date more than 300 days ahead', () => ({ aterme: day(301) }), '/anchors/aterme'],
    ['a due date more than six weeks ago, and no birth', () => ({ aterme: day(-43) }), '/anchors/aterme'],
    ['a birth in the future', () => ({ geboorte: day(1) }), '/anchors/geboorte'],
    ['a birth before conception', () => ({ aterme: day(200), geboorte: day(-10) }), '/anchors/geboorte'],
    ['a birth long after the due date', () => ({ aterme: day(-43), geboorte: day(0) }), '/anchors/geboorte'],
    ['a date that this chain does not know', () => ({ doop: day(1) }), '/anchors/doop'],
  ])('%s is refused with what can be, and stores nothing', async (_name, anchors, pointer) => {
    await storesNothing(suite, async () => expectProblem(await refer(anchors()), 'invalid-input', [pointer]));
  });

  test.each<[string, () => object]>([
    ['a due date 300 days ahead', () => ({ aterme: day(300) })],
    ['a due date six weeks ago', () => ({ aterme: day(-42) })],
    ['a child that is born, and its due date of long ago', () => ({ aterme: day(-90), geboorte: day(-88) })],
  ])('%s is taken', async (_name, anchors) => {
    const made = await refer(anchors());
    expect(made.status, made.text).toBe(201);
  });
});

describe('what is reported later', () => {
  test.each<[string, string, number, number]>([
    ['a due date more than 300 days ahead', 'aterme', 100, 301],
    ['a due date more than six weeks ago', 'aterme', 100, -43],
    ['a birth in the future', 'geboorte', 10, 1],
    ['a birth before conception', 'geboorte', 200, 0],
  ])('%s is refused and changes nothing', async (_name, event, aterme, at) => {
    const id = await born(aterme);
    await storesNothing(suite, async () => {
      const answer = await report(id, event, at);
      expectProblem(answer, 'invalid-input', ['/at']);
      expect(answer.json.errors[0].detail).toMatch(/\d{4}-\d\d-\d\d|toekomst/);
    });
  });

  test('a due date after the birth is refused, with the way out: take the birth back', async () => {
    const id = await born(10);
    const done = await report(id, 'geboorte', 0);
    expect(done.status, done.text).toBe(200);
    const late = await report(id, 'aterme', 20);
    expectProblem(late, 'invalid-input', ['/at']);
    expect(late.json.detail).toContain('draai die melding dan terug');
  });
});
