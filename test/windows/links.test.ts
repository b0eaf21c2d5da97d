import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { addDays } from '../../src/engine/calendar/local-date.ts';
import { type Window, windows } from '../../src/platform/hold.ts';
import { eenzaam } from '../api/social-case.ts';
import { type AskedAt, killApiAt } from '../harness/kill-api.ts';
import { onDatabase } from '../harness/on-database.ts';
import { consent, resident } from '../harness/residents.ts';
import { openSystem, type System } from '../harness/system.ts';

/** Every window that an API process passes with one command. */
const WINDOWS = windows.filter((window) => !window.startsWith('at-'));

let it: System;
const SV = 'sociaal-verwijzer';
const today = (): string => localDateOf(Date.now());

/** VnGG inside Sociaal Verwijzen, through the API. */
async function inside(): Promise<{ first: string; second: string }> {
  const body = { chain: 'sociaal-verwijzen', municipality: 'enschede', resident: resident(), consent: consent() };
  const made = await it.api('huisarts', 'POST', '/referrals', body);
  expect(made.status, made.text).toBe(201);
  const first: string = made.json.id;
  let answer = made;
  for (const [step, decision] of [
    ['eerste-contact', { outcome: 'bereikt' }],
    ['intake', { outcome: 'passend', form: eenzaam }],
    ['afweging', { outcome: 'geen' }],
    ['aanbod', { outcome: 'vngg', form: {}, link: {} }],
  ] as const) {
    const path = `/cases/${first}/decisions`;
    answer = await it.until(SV, path, { openStep: `${first}.${step}.1`, ...decision }, randomUUID());
    expect(answer.status, answer.text).toBe(200);
  }
  return { first, second: answer.json.links[0].case };
}

/** The effect on the other side: the facts that came through the link, from the first on. */
async function effectsIn(caseId: string): Promise<readonly unknown[]> {
  const rows = await onDatabase(
    it.system.env['DATABASE_URL'],
    `select fact, codes from facts where case_id = $1 and codes->'via' is not null order by seq`,
    [caseId],
  );
  return rows.map(({ fact }) => fact);
}

async function expectNothingLeft(): Promise<void> {
  const open = 'select id from commands where answer is null';
  await expect.poll(() => onDatabase(it.system.env['DATABASE_URL'], open), { timeout: 20_000 }).toEqual([]);
  expect((await it.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
}

/** Resolves when a worker holds; each life of a worker holds once. */
function holding({ system }: System): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let holds = 0;
  system.worker.onMessage(() => {
    holds += 1;
    waiting.splice(0).forEach((resolve) => resolve());
  });
  return async () => {
    if (holds === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    holds = 0;
  };
}

interface Asked extends AskedAt {
  readonly there: string;
  readonly effects: readonly string[];
}

/** What is done on the one side, and what stands on the other side afterwards. */
const DEEDS: readonly ((window: Window, first: string, second: string) => Asked)[] = [
  (window, first, there) => ({
    ...at(window, first, 'withdrawal', { reason: { code: 'ziekte' } }),
    there,
    effects: ['followed', 'opened'],
  }),
  (window, first, there) => ({
    ...at(window, first, 'pauses', { reason: 'ziekte', until: addDays(localDateOf(Date.now()), 30) }),
    there,
    effects: ['followed', 'paused'],
  }),
  (window, first, there) => ({
    ...at(window, first, 'consents', { purpose: 'overdracht', given: false, by: 'inwoner', at: today() }),
    there,
    effects: ['followed', 'agreed', 'opened', 'withheld'],
  }),
];

function at(window: Window, id: string, verb: string, body: object): AskedAt {
  return { window, user: SV, path: `/cases/${id}/${verb}`, body, key: randomUUID() };
}

describe('a process dies that did something on one side of a link', () => {
  beforeAll(async () => {
    it = await openSystem({ KETENPAD_LEASE_MS: '1500' });
  });
  afterAll(() => it.close());

  test.each(WINDOWS)(
    'the API is killed at %s: the other side has the effect exactly once',
    { timeout: 60_000 },
    async (window) => {
      const work = await Promise.all(
        DEEDS.map(async (deed) => {
          const { first, second } = await inside();
          return deed(window, first, second);
        }),
      );
      await Promise.all(work.map((asked) => killApiAt(it, asked)));
      for (const { user, path, body, key } of work) {
        const told = await it.until(user, path, body, key);
        expect(told.status, told.text).toBe(200);
      }
      await expectNothingLeft();
      for (const { there, effects } of work) expect(await effectsIn(there)).toEqual(effects);
    },
  );
});

/** Where a worker can die with what the clock did. */
const WORKER_WINDOWS = ['at-timer', 'before-projection', 'in-projection', 'after-projection'] as const;

describe.each(WORKER_WINDOWS)('the clock ends a pause, and the worker dies at %s', (window) => {
  beforeAll(async () => {
    it = await openSystem({ KETENPAD_HOLD_AT: window, KETENPAD_LEASE_MS: '1500' }, true);
    // An API passes these windows too: it goes on at once.
    it.system.api.onMessage(() => it.system.api.send({}));
  });
  afterAll(() => it.close());

  test('both sides go on, and the other side has heard it exactly once', { timeout: 120_000 }, async () => {
    const { first, second } = await inside();
    const until = addDays(localDateOf(Date.now()), 14);
    const pause = await it.until(SV, `/cases/${first}/pauses`, { reason: 'ziekte', until }, randomUUID());
    expect(pause.status, pause.text).toBe(200);
    const held = holding(it);
    const moved = it.api('beheerder', 'POST', '/dev/clock', { advance: 'P16D' });
    await held();
    it.system.worker.kill();
    await held();
    it.system.worker.send({});
    await moved;
    await expectNothingLeft();
    const heard = ['followed', 'paused', 'followed'];
    await expect.poll(() => effectsIn(second), { timeout: 20_000 }).toEqual(heard);
    for (const id of [first, second]) {
      const seen = (await it.api(id === first ? SV : 'centrale-zorgcoordinator', 'GET', `/cases/${id}`)).json;
      expect(seen).toMatchObject({ status: 'open', pause: null });
      const rows = await onDatabase(
        it.system.env['DATABASE_URL'],
        `select fact from facts where case_id = $1 and (fact = 'resumed' or codes->>'step' = 'na-pauze') order by seq`,
        [id],
      );
      expect(rows.map(({ fact }) => fact)).toEqual(['resumed', 'opened']);
    }
  });
});
