import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweep } from '../../src/cases/sweep.ts';
import { type Hold, noHold, type Window } from '../../src/platform/hold.ts';
import { caseAt } from '../api/journey.ts';
import { done, socialCase, sv } from '../api/social-case.ts';
import { change, dayFrom } from '../api/verbs.ts';
import { completedUpdates, expireLease, factsOf } from '../harness/cases.ts';
import { heldAt } from '../harness/held.ts';
import { resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';

let suite: Suite;
let now: Hold = noHold;
const hold: Hold = { asked: (window) => now.asked(window), at: (window) => now.at(window) };
beforeAll(async () => {
  suite = await openSuite({ hold });
});
afterAll(() => suite.close());

/** Holds at a window of what follows: the second command that this process sends. */
function heldInFollowUp(window: Window): ReturnType<typeof heldAt> {
  const held = heldAt(window);
  let sent = 0;
  const at = async (passed: Window): Promise<void> => {
    if (passed === 'before-update') sent += 1;
    if (sent === 2) await held.hold.at(passed);
  };
  return { ...held, hold: { asked: (asked) => sent === 2 && held.hold.asked(asked), at } };
}

async function followUpsTo(caseId: string): Promise<readonly { id: string; answer: object | null; attempt: number }[]> {
  return suite.context.db.query<{ id: string; answer: object | null; attempt: number }>(
    { name: 'test_follow', text: `select id, answer, attempt from commands where case_id = $1 and kind = 'follow'` },
    [caseId],
  );
}

/** The huisarts waits with one case for another one of the same resident. */
async function waiting(): Promise<{ first: string; second: string }> {
  const who = resident();
  const { id: first } = await caseAt(suite, 'huisarts-beeld', { resident: who });
  const second = await socialCase(suite, { at: 'eerste-contact', who });
  const body = { type: 'eerst', case: second, until: dayFrom(suite, 30) };
  const made = await change(suite, 'huisarts', first, 'links', body);
  expect(made.status, made.text).toBe(201);
  return { first, second };
}

test.each(['before-update', 'after-update', 'before-projection', 'after-projection'] as const)(
  'who carries out what follows dies at %s, and the effect stands exactly once',
  async (window) => {
    const { first, second } = await waiting();
    const died = heldInFollowUp(window);
    now = died.hold;
    const left = change(suite, sv, second, 'withdrawal', { reason: { code: 'ziekte' } });
    await died.reached;
    now = noHold;
    for (const { id } of await followUpsTo(first)) await expireLease(suite, id);
    await sweep(suite.context);
    const [row, ...others] = await followUpsTo(first);
    expect(others).toEqual([]);
    expect(row?.answer).toMatchObject({ seq: expect.any(Number) });
    expect((await completedUpdates(suite, first)).filter((id) => id === row?.id)).toHaveLength(1);
    died.release();
    expect((await left).status).toBe(200);
    const facts = (await factsOf(suite, first)).filter(({ via }) => via !== undefined);
    expect(facts.map(({ fact }) => fact)).toEqual(['followed', 'resumed', 'rescheduled', 'opened']);
  },
);

test('what follows is recorded with the facts that it follows from', async () => {
  const first = await socialCase(suite);
  const shared = await done(suite, sv, first, 'aanbod', { outcome: 'vngg', form: {}, link: {} });
  const second: string = shared.json.links[0].case;
  const died = heldAt('after-projection');
  now = died.hold;
  // A pause: nobody but this process brings its facts, while a case that ends brings them itself as well.
  const paused = change(suite, sv, first, 'pauses', { reason: 'ziekte', until: dayFrom(suite, 30) });
  await died.reached;
  now = noHold;
  expect((await factsOf(suite, first)).at(-1)).toMatchObject({ fact: 'paused' });
  const recorded = await followUpsTo(second);
  died.release();
  expect(recorded).toMatchObject([{ answer: null, attempt: 0 }]);
  expect((await paused).status).toBe(200);
});

test('what follows carries the request that began it, and a case that has ended answers so, once and for all', async () => {
  const { first, second } = await waiting();
  const ended = await change(suite, 'huisarts', first, 'withdrawal', { reason: { code: 'ziekte' } });
  expect(ended.status, ended.text).toBe(200);
  const done = await change(suite, sv, second, 'withdrawal', { reason: { code: 'ziekte' } });
  const [row] = await followUpsTo(first);
  expect(row?.answer).toMatchObject({ refused: { code: 'ended' } });
  const [kept] = await suite.context.db.query<{ request_id: string }>(
    { name: 'test_request', text: 'select request_id from commands where id = $1' },
    [row?.id],
  );
  expect(kept?.request_id).toBe(done.headers.get('x-request-id'));
  expect(await sweep(suite.context)).toBe(0);
});

test('a case that is linked with none sends nothing, and a decision on it stays five events', async () => {
  const { id } = await caseAt(suite, 'aanmelden-matig');
  const handle = suite.context.temporal.workflow.getHandle(`case:${id}`);
  const count = async (): Promise<number> => (await handle.fetchHistory()).events?.length ?? 0;
  const before = await count();
  const openStep = `${id}.aanmelden-matig.1`;
  const done = await suite.api('tester', 'POST', `/cases/${id}/decisions`, { openStep, outcome: 'gedaan' });
  expect(done.status, done.text).toBe(200);
  expect((await count()) - before).toBe(5);
  const all = { name: 'test_any_follow', text: `select id from commands where kind = 'follow' and case_id = $1` };
  expect(await suite.context.db.query(all, [id])).toEqual([]);
});
