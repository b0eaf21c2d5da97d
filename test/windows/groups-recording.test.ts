import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../../src/cases/sweep.ts';
import { type Hold, noHold } from '../../src/platform/hold.ts';
import type { Answer } from '../harness/api.ts';
import { decideAs, expireLease, factsOf, recordOnly, stateOf } from '../harness/cases.ts';
import { groupOf, waitingAll } from '../harness/groups.ts';
import { heldAt } from '../harness/held.ts';
import { openSuite, type Suite } from '../harness/suite.ts';

let suite: Suite;
let now: Hold = noHold;
const hold: Hold = { asked: (window) => now.asked(window), at: (window) => now.at(window) };
beforeAll(async () => {
  suite = await openSuite({ hold });
});
afterAll(() => suite.close());

const form = (cases: readonly string[], key: string): Promise<Answer> =>
  suite.api('valpreventie-coordinator', 'POST', '/groups', groupOf(cases), { 'idempotency-key': key });

async function openCommandsOf(cases: readonly string[]): Promise<readonly string[]> {
  const rows = await suite.context.db.query<{ id: string }>(
    { name: 'test_open', text: 'select id from commands where case_id = any($1) and answer is null order by number' },
    [cases],
  );
  return rows.map(({ id }) => id);
}

async function expectOnceIn(group: string, cases: readonly string[]): Promise<void> {
  for (const id of cases) {
    const grouped = (await factsOf(suite, id)).filter(({ fact }) => fact === 'grouped');
    expect(grouped).toMatchObject([{ group }]);
  }
}

describe('a group and the commands to its cases', () => {
  test('are seen together or not at all', async () => {
    const cases = await waitingAll(suite, 3);
    const held = heldAt('at-group-row');
    now = held.hold;
    const key = randomUUID();
    const answered = form(cases, key);
    await held.reached;
    const [seen] = await suite.context.db.query(
      {
        name: 'test_seen',
        text: `select (select count(*)::int from groups) as groups, (select count(*)::int from group_seats) as seats,
                 (select count(*)::int from commands where key = $1) as requests`,
      },
      [key],
    );
    now = noHold;
    held.release();
    const made = await answered;
    expect(seen).toEqual({ groups: 0, seats: 0, requests: 0 });
    expect(made.status, made.text).toBe(201);
    await expectOnceIn(made.json.id, cases);
  });

  test('go on when the process that recorded them is gone: the sweeper answers every seat once', async () => {
    const cases = await waitingAll(suite, 3);
    const died = heldAt('after-row');
    now = died.hold;
    const key = randomUUID();
    const left = form(cases, key);
    await died.reached;
    now = noHold;
    const open = await openCommandsOf(cases);
    expect(open).toHaveLength(3);
    for (const id of open) await expireLease(suite, id);
    expect(await sweep(suite.context)).toBe(3);
    died.release();
    const [first, again] = [await left, await form(cases, key)];
    expect(first.status, first.text).toBe(201);
    expect(again.json).toEqual(first.json);
    expect(first.json).toMatchObject({ taken: 3 });
    await expectOnceIn(first.json.id, cases);
  });

  test('are finished by a repeat of the request as well, and both hear the same', async () => {
    const cases = await waitingAll(suite, 3);
    const slow = heldAt('after-update');
    now = slow.hold;
    const key = randomUUID();
    const left = form(cases, key);
    await slow.reached;
    now = noHold;
    // Of three seats one is held; the others are answered in their own time.
    while ((await openCommandsOf(cases)).length > 1);
    for (const id of await openCommandsOf(cases)) await expireLease(suite, id);
    const again = await form(cases, key);
    expect(again.status, again.text).toBe(201);
    expect(again.json).toMatchObject({ taken: 3 });
    slow.release();
    expect((await left).json).toEqual(again.json);
    await expectOnceIn(again.json.id, cases);
  });

  test('wait for what was recorded on a case before: who was withdrawing has withdrawn, and the seat is free', async () => {
    const [gone, stays] = await waitingAll(suite, 2);
    const before = decideAs('valpreventie-coordinator', `${gone}.wachtlijst-kern.1`, 'trekt-terug');
    const earlier = await recordOnly(suite, gone!, before);
    await expireLease(suite, earlier.id);
    const made = await form([gone!, stays!], randomUUID());
    expect(made.status, made.text).toBe(201);
    expect(made.json).toMatchObject({
      taken: 1,
      seats: [
        { case: gone, status: 'geweigerd', why: { code: 'ended' } },
        { case: stays, status: 'bezet' },
      ],
    });
    expect(await stateOf(suite, gone!)).toMatchObject({ status: 'ended', group: null });
  });
});
