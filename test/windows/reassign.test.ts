import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { users } from '../../src/local/demo-region/users.ts';
import type { Window } from '../../src/platform/hold.ts';
import { type AskedAt, killApiAt } from '../harness/kill-api.ts';
import { onDatabase } from '../harness/on-database.ts';
import { referral } from '../harness/residents.ts';
import { openSystem, type System } from '../harness/system.ts';

/** Every window that an API process passes while it reassigns work. */
const WINDOWS: readonly Window[] = [
  'before-row',
  'after-row',
  'before-update',
  'after-update',
  'before-projection',
  'in-projection',
  'after-projection',
  'before-answer',
];
const CASES = 2;
const tester = users.find(({ handle }) => handle === 'tester')!;

let it: System;
beforeAll(async () => {
  it = await openSystem({ KETENPAD_LEASE_MS: '1500' });
});
afterAll(() => it.close());

interface Asked extends AskedAt {
  readonly cases: readonly string[];
}

async function asked(window: Window): Promise<Asked> {
  const cases: string[] = [];
  for (let n = 0; n < CASES; n += 1) {
    const made = await it.until('huisarts', '/referrals', referral(), randomUUID());
    expect(made.status, made.text).toBe(201);
    cases.push(made.json.id);
  }
  const openSteps = cases.map((id) => `${id}.valrisicotest.1`);
  const body = { openSteps, to: { practitioner: tester.practitioner }, reason: 'drukte' };
  return { window, user: 'tester', path: '/assignments', body, key: randomUUID(), cases };
}

const rows = (text: string, values: unknown[]): Promise<Record<string, unknown>[]> =>
  onDatabase(it.system.env['DATABASE_URL'], text, values);

async function recorded({ cases, key }: Asked): Promise<Record<string, unknown> | undefined> {
  const [found] = await rows(
    `select (select count(*)::int from commands where key = $2) as requests,
       (select count(*)::int from commands where case_id = any($1) and kind = 'assign') as commands`,
    [cases, key],
  );
  return found;
}

describe('a process dies while it reassigns work', () => {
  test(
    'and after it is killed nothing was asked, or everything once; the key tells',
    { timeout: 120_000 },
    async () => {
      const all: Asked[] = [];
      for (const window of WINDOWS) all.push(await asked(window));
      for (const work of all) await killApiAt(it, work);
      for (const work of all) {
        const nothing = work.window === 'before-row';
        expect(await recorded(work), work.window).toEqual({ requests: nothing ? 0 : 1, commands: nothing ? 0 : CASES });
      }
      for (const work of all) {
        const told = await it.until(work.user, work.path, work.body, work.key);
        expect(told.status, `${work.window} ${told.text}`).toBe(200);
        expect(told.json.items, work.window).toMatchObject(work.cases.map((id) => ({ case: id, done: true })));
        expect((await it.until(work.user, work.path, work.body, work.key)).json).toEqual(told.json);
        expect(await recorded(work), work.window).toEqual({ requests: 1, commands: CASES });
        const facts = await rows(
          `select case_id, count(*)::int as n from facts where case_id = any($1) and fact = 'assigned' group by 1`,
          [work.cases],
        );
        expect(
          facts.map(({ n }) => n),
          work.window,
        ).toEqual([1, 1]);
      }
      expect(await rows('select id from commands where answer is null', [])).toEqual([]);
    },
  );
});
