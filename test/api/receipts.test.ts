import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide } from './journey.ts';
import { expectProblem } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

interface Feedback {
  readonly id: string;
  readonly kind: string;
  readonly seenAt: string | null;
}

interface Item {
  readonly id: string;
  readonly changedAt: string;
  readonly feedback: readonly Feedback[];
}

async function list(query: string, user = 'huisarts'): Promise<readonly Item[]> {
  const answer = await suite.api(user, 'GET', `/referrals?${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.items;
}

const feedbackOf = (items: readonly Item[], id: string): readonly Feedback[] =>
  items.find((item) => item.id === id)?.feedback ?? [];

async function storedReceipts(caseId: string): Promise<readonly (string | null)[]> {
  const rows = await suite.context.db.query<{ seen_at: number | null }>(
    { name: 'test_receipts', text: 'select seen_at from messages where case_id = $1 order by seq' },
    [caseId],
  );
  return rows.map(({ seen_at: at }) => (at === null ? null : new Date(at).toISOString()));
}

/** Until someone in this database waits for a row that another has locked. */
async function waitsForLock(): Promise<void> {
  await expect
    .poll(async () => {
      const text = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return (await suite.context.db.query({ name: 'test_waiting', text })).length;
    })
    .toBeGreaterThan(0);
}

describe('the receipt of feedback', () => {
  test('is there once the practice was shown it, and not before', async () => {
    const made = await caseAt(suite, 'laag-advies');
    expect(await storedReceipts(made.id)).toEqual([null]);
    // None of these shows it: the case itself, another list, another practice, a page on which it does not stand.
    await suite.api('huisarts', 'GET', `/cases/${made.id}`);
    await suite.api('tester', 'GET', '/worklist?limit=100');
    await list('limit=100', 'huisarts-2');
    await list('limit=100&status=ended');
    await caseAt(suite, 'valrisicotest');
    expect((await list('limit=1')).map(({ id }) => id)).not.toContain(made.id);
    expect(await storedReceipts(made.id)).toEqual([null]);
    const [shown] = feedbackOf(await list('limit=100', 'poh'), made.id);
    expect(shown?.seenAt).toEqual(expect.any(String));
    expect(await storedReceipts(made.id)).toEqual([shown?.seenAt]);
  });

  test('keeps the first moment, while what comes later gets its own', async () => {
    const made = await caseAt(suite, 'laag-advies');
    const [first] = feedbackOf(await list('limit=100'), made.id);
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P1D' });
    const done = await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'gedaan' });
    expect(done.status, done.text).toBe(200);
    const after = feedbackOf(await list('limit=100'), made.id);
    expect(after[0]).toEqual(first);
    for (const { seenAt } of after.slice(1))
      expect(Date.parse(seenAt ?? '')).toBeGreaterThan(Date.parse(first?.seenAt ?? ''));
    expect(await storedReceipts(made.id)).toEqual(after.map(({ seenAt }) => seenAt));
  });

  test('is that of the first when two are shown it at once', async () => {
    const made = await caseAt(suite, 'laag-advies');
    const first = '2026-01-05T10:00:00.000Z';
    const second = await suite.context.db.transaction(async (tx) => {
      const mark = 'update messages set seen_at = $2 where case_id = $1';
      await tx.query({ name: 'test_mark', text: mark }, [made.id, first]);
      const asked = list('limit=100');
      await waitsForLock();
      return { asked };
    });
    expect(feedbackOf(await second.asked, made.id).map(({ seenAt }) => seenAt)).toEqual([first]);
    expect(await storedReceipts(made.id)).toEqual([first]);
  });

  test('is left where it was: being shown does not make a referral a changed one', async () => {
    const made = await caseAt(suite, 'laag-advies');
    const before = (await list('limit=100')).find(({ id }) => id === made.id);
    await list('limit=100');
    expect((await list('limit=100')).find(({ id }) => id === made.id)?.changedAt).toBe(before?.changedAt);
  });
});

describe('changedSince', () => {
  test('takes the moment itself with it, in any time zone, and goes on over pages', async () => {
    const made = await caseAt(suite, 'laag-advies');
    const [newest] = await list('limit=1');
    expect(newest?.id).toBe(made.id);
    const at = newest?.changedAt ?? '';
    const local = new Date(Date.parse(at) + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
    for (const since of [at, local])
      expect((await list(`changedSince=${encodeURIComponent(since)}`)).map(({ id }) => id)).toEqual([made.id]);
    const after = new Date(Date.parse(at) + 1).toISOString();
    expect(await list(`changedSince=${after}`)).toEqual([]);
    const later = await caseAt(suite, 'valrisicotest');
    const page = (await suite.api('huisarts', 'GET', `/referrals?changedSince=${at}&limit=1`)).json;
    const rest = (await suite.api('huisarts', 'GET', `/referrals?changedSince=${at}&limit=1&cursor=${page.next}`)).json;
    expect(page.items.map(({ id }: Item) => id)).toEqual([made.id]);
    expect(rest.items.map(({ id }: Item) => id)).toEqual([later.id]);
    expect(rest.next).toBeNull();
  });

  test('finds an older referral again once something happens in it', async () => {
    const made = await caseAt(suite, 'laag-advies');
    const since = new Date(Date.parse((await list('limit=1'))[0]?.changedAt ?? '') + 1).toISOString();
    expect(await list(`changedSince=${since}`)).toEqual([]);
    await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'gedaan' });
    expect((await list(`changedSince=${since}`)).map(({ id }) => id)).toEqual([made.id]);
  });

  test.each(['gisteren', '2026-11-21', '2026-11-21T10:00:00', '9999-01-01T00:00:00Z', ''])(
    'refuses %j and marks nothing as seen',
    async (since) => {
      const made = await caseAt(suite, 'laag-advies');
      const answer = await suite.api('huisarts', 'GET', `/referrals?changedSince=${encodeURIComponent(since)}`);
      expectProblem(answer, 'invalid-input', ['/changedSince']);
      expect(await storedReceipts(made.id)).toEqual([null]);
    },
  );
});
