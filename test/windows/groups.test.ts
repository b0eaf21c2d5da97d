import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Window, windows } from '../../src/platform/hold.ts';
import type { Answer } from '../harness/api.ts';
import { groupOf, inDays, waitingAll } from '../harness/groups.ts';
import { heldAt } from '../harness/held.ts';
import { type AskedAt, killApiAt } from '../harness/kill-api.ts';
import { onDatabase } from '../harness/on-database.ts';
import { openSystem, type System } from '../harness/system.ts';

/** Every window that an API process passes while it forms or changes a group. */
const WINDOWS = windows.filter((window) => window !== 'at-timer' && window !== 'at-continue-as-new');
/** Before the transaction is through, there is nothing at all. */
const NOTHING_YET: readonly Window[] = ['before-row', 'at-group-row'];
const COORDINATOR = 'valpreventie-coordinator';
const SEATS = 3;

let it: System;
beforeAll(async () => {
  it = await openSystem({ KETENPAD_LEASE_MS: '1500' });
});
afterAll(() => it.close());

interface Asked extends AskedAt {
  readonly cases: readonly string[];
}

function makeWork(): Promise<readonly Asked[]> {
  return Promise.all(WINDOWS.map((window) => asked(window)));
}

async function asked(window: Window): Promise<Asked> {
  const cases = await waitingAll(it, SEATS);
  return { window, user: COORDINATOR, path: '/groups', body: groupOf(cases), key: randomUUID(), cases };
}

const rows = (text: string, values: unknown[]): Promise<Record<string, unknown>[]> =>
  onDatabase(it.system.env['DATABASE_URL'], text, values);

/** The group that a request made, and the commands to its cases. */
async function recorded({ cases, key }: Asked): Promise<{ groups: number; requests: number; commands: number }> {
  const [found] = await rows(
    `select (select count(distinct s.group_id)::int from group_seats s where s.case_id = any($1)) as groups,
       (select count(*)::int from groups g where not exists (select 1 from group_seats s where s.group_id = g.id)) as empty,
       (select count(*)::int from commands where key = $2) as requests,
       (select count(*)::int from commands c join group_seats s on s.command = c.id where s.case_id = any($1)) as commands`,
    [cases, key],
  );
  expect(found?.['empty'], 'half a group').toBe(0);
  return found as { groups: number; requests: number; commands: number };
}

/** One group, every case in it once; and whoever asks again with the same key hears so. */
async function expectWhole(work: Asked): Promise<void> {
  const told = await it.until(work.user, work.path, work.body, work.key);
  expect(told.status, `${work.window} ${told.text}`).toBe(201);
  expect(told.json, work.window).toMatchObject({
    taken: SEATS,
    seats: work.cases.map((id) => ({ case: id, status: 'bezet' })),
  });
  const again = await it.until(work.user, work.path, work.body, work.key);
  expect(again.json, work.window).toEqual(told.json);
  expect(await recorded(work), work.window).toMatchObject({ groups: 1, requests: 1, commands: SEATS });
  const grouped = await rows(
    `select f.case_id, f.codes->>'group' as "group", c.answer from facts f join commands c on c.id = f.command
     where f.fact = 'grouped' and f.case_id = any($1)`,
    [work.cases],
  );
  expect(grouped.map((fact) => String(fact['case_id'])).toSorted(), work.window).toEqual(work.cases.toSorted());
  for (const fact of grouped) expect(fact).toMatchObject({ group: told.json.id, answer: { seq: expect.any(Number) } });
}

describe('a process dies while it forms a group', () => {
  test('and after it is killed there is nothing, or the whole group once', { timeout: 120_000 }, async () => {
    const all = await makeWork();
    await Promise.all(all.map((work) => killApiAt(it, work)));
    for (const work of all) {
      const before = await recorded(work);
      const whole = { groups: 1, requests: 1, commands: SEATS };
      const nothing = { groups: 0, requests: 0, commands: 0 };
      expect(before, work.window).toMatchObject(NOTHING_YET.includes(work.window) ? nothing : whole);
      if (!NOTHING_YET.includes(work.window)) await swept(work);
    }
    for (const work of all) await expectWhole(work);
  });

  test('and after Temporal is killed meanwhile the group is whole', { timeout: 120_000 }, async () => {
    await whileHeld(async () => {
      await it.system.servers.temporal?.kill();
      return () => it.system.servers.restart('temporal');
    });
  });

  test('and after PostgreSQL is killed meanwhile the group is whole', { timeout: 120_000 }, async () => {
    await whileHeld(async () => {
      await it.system.servers.postgres?.kill();
      return () => it.system.servers.restart('postgres');
    });
  });

  test('and a change of a group is done in every case once, or not at all', { timeout: 120_000 }, async () => {
    const changes = await Promise.all(
      WINDOWS.map(async (window) => {
        const work = await asked(window);
        const made = await it.until(work.user, work.path, work.body, work.key);
        expect(made.status, made.text).toBe(201);
        return {
          ...work,
          path: `/groups/${made.json.id}/changes`,
          body: { endsOn: inDays(126), free: work.cases.slice(0, 1) },
          key: randomUUID(),
        };
      }),
    );
    await Promise.all(changes.map((work) => killApiAt(it, work)));
    for (const work of changes) {
      const told: Answer = await it.until(work.user, work.path, work.body, work.key);
      expect(told.status, `${work.window} ${told.text}`).toBe(200);
      expect(told.json, work.window).toMatchObject({ seq: 2, endsOn: inDays(126), taken: SEATS - 1 });
      expect(told.json.results.map(({ done }: { done: boolean }) => done)).toEqual([true, true, true]);
      const facts = await rows(
        `select case_id, fact, count(*)::int as n from facts
         where case_id = any($1) and (fact = 'ungrouped' or (fact = 'anchored' and codes->'anchors' = $2::jsonb))
         group by 1, 2 order by case_id = $3 desc, case_id`,
        [work.cases, JSON.stringify({ 'einde-groep': inDays(126) }), work.cases[0]],
      );
      const others = work.cases.slice(1).toSorted();
      expect(facts, work.window).toEqual([
        { case_id: work.cases[0], fact: 'ungrouped', n: 1 },
        ...others.map((id) => ({ case_id: id, fact: 'anchored', n: 1 })),
      ]);
    }
  });

  test('nobody is left without someone to move the case, and no command without an answer', async () => {
    expect((await it.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
    expect(await rows('select id from commands where answer is null', [])).toEqual([]);
  });
});

/** Nobody asks again: the sweeper of another process answers every seat. */
async function swept({ window, cases }: Asked): Promise<void> {
  const left = 'select id from commands where answer is null and case_id = any($1)';
  await expect.poll(() => rows(left, [cases]), { timeout: 20_000, message: window }).toEqual([]);
}

async function whileHeld(kill: () => Promise<() => Promise<void>>): Promise<void> {
  const all = await makeWork();
  const sent = all.map((work) => {
    const held = heldAt(work.window);
    const headers = { 'idempotency-key': work.key };
    const answer = it
      .another(held.hold)
      .api(work.user, 'POST', work.path, work.body, headers)
      .catch(() => undefined);
    return { held, answer };
  });
  await Promise.all(sent.map(({ held }) => held.reached));
  const restart = await kill();
  for (const { held } of sent) held.release();
  // Whatever they were told, it is the truth or "not now".
  const told = await Promise.all(sent.map(({ answer }) => answer));
  await restart();
  for (const [index, work] of all.entries()) {
    expect([201, 503, undefined], work.window).toContain(told[index]?.status);
    await expectWhole(work);
  }
}
