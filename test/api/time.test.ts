import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { addDuration, parseDuration } from '../../src/engine/calendar/duration.ts';
import type { Answer } from '../harness/api.ts';
import { matig } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const advance = (by: string, user = 'beheerder'): Promise<Answer> =>
  suite.api(user, 'POST', '/dev/clock', { advance: by });
const orphans = async (): Promise<string[]> => (await suite.api('beheerder', 'GET', '/orphans')).json.items;

interface Item {
  readonly fact: string;
  readonly at: string;
  readonly step?: string;
  readonly actor: object;
}

/** The facts of a case by their local day, as the holder is told them. */
async function days(user: string, id: string): Promise<string[]> {
  const { items } = (await suite.api(user, 'GET', `/cases/${id}/trail`)).json as { items: Item[] };
  return items.map(({ fact, step, at }) => [localDateOf(Date.parse(at)), fact, step].filter(Boolean).join(' '));
}

describe('POST /dev/clock', () => {
  test.each(['huisarts', 'tester', 'ketencoordinator', 'regiocoordinator', 'inwoner'])(
    'does not exist for %s',
    async (user) => {
      const before = suite.clock.offsetMs();
      expectProblem(await advance('P1D', user), 'not-found');
      expect(suite.clock.offsetMs()).toBe(before);
    },
  );

  test.each(['', 'P', 'P-1D', '-P1D', 'P1.5D', 'PT1H', '1D', 'p1d', 'P1D ', 'P11Y', 'P9999D', 'P99Y999M', 'P1D1Y'])(
    'refuses %j and leaves the clock where it was: time goes forward only, ten years at most',
    async (by) => {
      const before = suite.clock.offsetMs();
      await storesNothing(suite, async () => expectProblem(await advance(by), 'invalid-input', ['/advance']));
      expect(suite.clock.offsetMs()).toBe(before);
    },
  );

  test.each([[{}], [{ advance: 1 }], [{ advance: 'P1D', extra: 1 }], [[]], [null]])(
    'refuses the body %j',
    async (body) => {
      expectProblem(await suite.api('beheerder', 'POST', '/dev/clock', body), 'invalid-input');
    },
  );

  test('answers the new time, whole days later on the local clock', async () => {
    const today = localDateOf(suite.clock.now());
    const moved = await advance('P1M');
    expect(localDateOf(Date.parse(moved.json.now))).toBe(addDuration(today, parseDuration('P1M')));
    expect((await advance('P0D')).status).toBe(200);
  });
});

describe('a term that nobody keeps', () => {
  test('reminds at three quarters, is late after its last local day and escalates five werkdagen later, and again', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const [opened] = (await suite.api('tester', 'GET', `/cases/${made.id}`)).json.openSteps;
    const dueDay = localDateOf(Date.parse(opened.dueAt));
    expect(dueDay).toBe(addDuration(localDateOf(Date.parse(opened.openedAt)), parseDuration('P4W')));
    await advance('P14W');
    const ladder = (await days('tester', made.id)).filter((line) => !/started|opened|informed/.test(line));
    const next = (day: string, by: string): string => addDuration(day as never, parseDuration(by));
    // The last werkdag is over when the next day begins.
    const fifth = next(dueDay, '5wd');
    const reminder = Date.parse(opened.openedAt) + 0.75 * (Date.parse(opened.dueAt) - Date.parse(opened.openedAt));
    expect(ladder.slice(0, 4)).toEqual([
      `${localDateOf(reminder)} reminded valrisicotest`,
      `${next(dueDay, 'P1D')} late valrisicotest`,
      `${next(fifth, 'P1D')} escalated valrisicotest`,
      `${next(next(fifth, '20wd'), 'P1D')} escalated valrisicotest`,
    ]);
    expect(await orphans()).toEqual([]);
    const after = await suite.api('tester', 'GET', `/cases/${made.id}`);
    expect(after.json).toMatchObject({
      status: 'open',
      accountable: { role: 'tester' },
      openSteps: [{ id: opened.id, overdue: true }],
    });
    for (const user of ['huisarts']) expect((await days(user, made.id)).join()).not.toMatch(/reminded|late|escalated/);
    expect((await suite.api('tester', 'GET', '/worklist?state=overdue')).json.items).toMatchObject([
      { openStep: opened.id, overdue: true },
    ]);
  });

  test('comes to the same facts in small steps as in one big one', async () => {
    const small = await caseAt(suite, 'aanmelden-matig');
    const smallDays = async (): Promise<string[]> => relative(await days('tester', small.id));
    for (let day = 0; day < 70; day += 7) {
      await advance('P7D');
      expect(await orphans()).toEqual([]);
    }
    const inSmallSteps = await smallDays();
    expect(inSmallSteps.join()).toMatch(/reminded.*late.*escalated.*escalated/);

    // Ten weeks on it is the same day of the week, so werkdagen fall alike but for holidays: compare with the definition.
    const big = await caseAt(suite, 'aanmelden-matig');
    await advance('P70D');
    const inOneStep = relative(await days('tester', big.id));
    expect(inOneStep.map((line) => line.replace(/^\d+ /, ''))).toEqual(
      inSmallSteps.map((line) => line.replace(/^\d+ /, '')),
    );
  });

  test('of two cases comes to the very same facts when one of them is looked at and decided on in between', async () => {
    const [quiet, busy] = [await caseAt(suite, 'valrisicotest'), await caseAt(suite, 'valrisicotest')];
    for (const by of ['P3D', 'P18D', 'P10D', 'P9D']) {
      await advance(by);
      await days('tester', busy.id);
      expectProblem(
        await decide(suite, 'tester', busy.id, { openStep: busy.openStep, outcome: 'laag', form: matig }),
        'reason-required',
      );
    }
    const ladder = (lines: string[]): string[] => lines.filter((line) => /reminded|late|escalated/.test(line));
    expect(ladder(await days('tester', busy.id))).toEqual(ladder(await days('tester', quiet.id)));
    expect(ladder(await days('tester', quiet.id)).length).toBeGreaterThan(2);
  });

  test('that passed before a decision is in the trail before that decision', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await advance('P5W');
    const done = await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'matig', form: matig });
    expect(done.status, done.text).toBe(200);
    const facts = (await days('tester', made.id)).map((line) => line.split(' ').slice(1).join(' '));
    expect(facts.indexOf('late valrisicotest')).toBeGreaterThan(0);
    expect(facts.indexOf('late valrisicotest')).toBeLessThan(facts.indexOf('decided valrisicotest'));
    expect(done.json.openSteps).toMatchObject([{ step: 'toestemming-matig', overdue: false }]);
  });
});

test.each(['huisarts', 'tester', 'ketencoordinator', 'regiocoordinator', 'inwoner'])(
  'GET /orphans does not exist for %s',
  async (user) => {
    expectProblem(await suite.api(user, 'GET', '/orphans'), 'not-found');
  },
);

/** Days since the first fact. */
function relative(lines: readonly string[]): string[] {
  const day = (line: string): number => Date.parse(line.slice(0, 10)) / 86_400_000;
  return lines.map((line) => `${day(line) - day(lines[0] ?? '')} ${line.slice(11)}`);
}
