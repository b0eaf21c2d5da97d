import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { windows } from '../../src/platform/hold.ts';
import { heldAt } from '../harness/held.ts';
import { type AskedAt, killApiAt } from '../harness/kill-api.ts';
import { onDatabase } from '../harness/on-database.ts';
import { matig, referral } from '../harness/residents.ts';
import { openSystem, type System } from '../harness/system.ts';

/** Every window that an API process passes with one command. */
const WINDOWS = windows.filter((window) => !window.startsWith('at-'));

let it: System;
beforeAll(async () => {
  it = await openSystem({ KETENPAD_LEASE_MS: '1500' });
});
afterAll(() => it.close());

interface Asked extends AskedAt {
  readonly status: number;
}

/** For every window a decision on a case of its own, and a referral of a resident of its own. */
async function makeWork(): Promise<readonly Asked[]> {
  const work = WINDOWS.map(async (window): Promise<Asked[]> => {
    const made = await it.api('huisarts', 'POST', '/referrals', referral());
    const openStep: string = made.json.openSteps[0].id;
    const decision = { openStep, outcome: 'matig', form: matig };
    return [
      {
        window,
        user: 'tester',
        path: `/cases/${made.json.id}/decisions`,
        body: decision,
        key: randomUUID(),
        status: 200,
      },
      { window, user: 'huisarts', path: '/referrals', body: referral(), key: randomUUID(), status: 201 },
    ];
  });
  return (await Promise.all(work)).flat();
}

/** What the client finds afterwards: the same key tells the outcome, and the command took effect exactly once. */
async function expectOnce(asked: Asked): Promise<void> {
  const told = await it.until(asked.user, asked.path, asked.body, asked.key);
  expect(told.status, `${asked.window} ${asked.path} ${told.text}`).toBe(asked.status);
  const again = await it.until(asked.user, asked.path, asked.body, asked.key);
  expect(again.json, asked.window).toEqual(told.json);
  const facts = await onDatabase(
    it.system.env['DATABASE_URL'],
    `select f.seq, f.fact, f.command, c.answer from facts f join commands c on c.id = f.command where c.key = $1 order by f.seq`,
    [asked.key],
  );
  expect(
    facts.filter(({ fact }) => fact === 'decided' || fact === 'started'),
    asked.window,
  ).toHaveLength(1);
  expect(facts.at(-1)?.['answer'], asked.window).toEqual({ seq: told.json.seq });
}

describe('a process dies, and what was recorded takes effect once', () => {
  test('the API is killed at every window', { timeout: 120_000 }, async () => {
    const work = await makeWork();
    for (const two of pairs(work)) await Promise.all(two.map((asked) => killApiAt(it, asked)));
    for (const asked of work) await expectOnce(asked);
  });

  test('Temporal is killed while an API holds at every window', { timeout: 120_000 }, async () => {
    await whileHeld(await makeWork(), async () => {
      await it.system.servers.temporal?.kill();
      return () => it.system.servers.restart('temporal');
    });
  });

  test('PostgreSQL is killed while an API holds at every window', { timeout: 120_000 }, async () => {
    await whileHeld(await makeWork(), async () => {
      await it.system.servers.postgres?.kill();
      return () => it.system.servers.restart('postgres');
    });
  });

  test('nobody is left without someone to move the case, and no command without an answer', async () => {
    expect((await it.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
    expect(await onDatabase(it.system.env['DATABASE_URL'], 'select id from commands where answer is null')).toEqual([]);
  });
});

/** Eight processes at a time are enough for two cores. */
function pairs<T>(items: readonly T[], size = 8): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_none, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

async function whileHeld(work: readonly Asked[], kill: () => Promise<() => Promise<void>>): Promise<void> {
  const sent = work.map((asked) => {
    const held = heldAt(asked.window);
    const answer = it
      .another(held.hold)
      .api(asked.user, 'POST', asked.path, asked.body, { 'idempotency-key': asked.key })
      .catch(() => undefined);
    return { held, answer };
  });
  await Promise.all(sent.map(({ held }) => held.reached));
  const restart = await kill();
  for (const { held } of sent) held.release();
  // Whatever they were told, it is the truth or "not now".
  const told = await Promise.all(sent.map(({ answer }) => answer));
  await restart();
  for (const [index, asked] of work.entries()) {
    expect([asked.status, 503, undefined], asked.window).toContain(told[index]?.status);
    await expectOnce(asked);
  }
}
