import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVirtualTime } from '../../src/cases/virtual-time.ts';
import { MovableClock } from '../../src/platform/clock.ts';
import { noHold } from '../../src/platform/hold.ts';
import { onDatabase } from '../harness/on-database.ts';
import { matig, referral, resident } from '../harness/residents.ts';
import { openSystem, type System } from '../harness/system.ts';

let it: System;
beforeAll(async () => {
  it = await openSystem({ KETENPAD_LEASE_MS: '1500', LOG_LEVEL: 'debug' }, true);
});
afterAll(() => it.close());

const secret = resident({
  name: { given: 'Geertruida', family: 'Zonderschrift' },
  phone: '0687654321',
  bsn: '999990019',
});

async function openCase(): Promise<{ id: string; openStep: string }> {
  const made = await it.api('huisarts', 'POST', '/referrals', referral());
  expect(made.status, made.text).toBe(201);
  return { id: made.json.id, openStep: made.json.openSteps[0].id };
}

describe.each(['temporal', 'postgres'] as const)('%s is away', (part) => {
  test(
    'a request says 503 with Retry-After within five seconds, /ready says which part, and later the same key tells the outcome',
    { timeout: 90_000 },
    async () => {
      const { id, openStep } = await openCase();
      const key = randomUUID();
      const path = `/cases/${id}/decisions`;
      const body = { openStep, outcome: 'matig', form: matig };
      await (part === 'temporal' ? it.system.servers.temporal?.kill() : it.system.servers.postgres?.kill());
      try {
        const asked = performance.now();
        const away = await it.api('tester', 'POST', path, body, { 'idempotency-key': key });
        expect(performance.now() - asked).toBeLessThan(5_000);
        expect(away.status).toBe(503);
        expect(away.json).toMatchObject({ code: 'unavailable', type: '/problems/unavailable' });
        expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);
        const ready = await it.api(null, 'GET', '/ready');
        expect(ready.status).toBe(503);
        expect(ready.json.parts).toMatchObject({ [part === 'temporal' ? 'temporal' : 'postgresql']: false });
      } finally {
        await it.system.servers.restart(part);
      }
      const told = await it.until('tester', path, body, key);
      expect(told.status).toBe(200);
      expect(told.json.openSteps).toMatchObject([{ step: 'toestemming-matig' }]);
      const decided = await onDatabase(
        it.system.env['DATABASE_URL'],
        `select 1 from facts where case_id = $1 and fact = 'decided'`,
        [id],
      );
      expect(decided).toHaveLength(1);
      await expect.poll(async () => (await it.api(null, 'GET', '/ready')).status, { timeout: 20_000 }).toBe(200);
    },
  );
});

test(
  'after kill -9 of the worker the next decision is answered within three seconds of its restart',
  { timeout: 60_000 },
  async () => {
    const { id, openStep } = await openCase();
    it.system.worker.kill();
    await it.system.worker.ready;
    const restarted = performance.now();
    const decided = await it.until(
      'tester',
      `/cases/${id}/decisions`,
      { openStep, outcome: 'matig', form: matig },
      randomUUID(),
    );
    expect(decided.status).toBe(200);
    expect(performance.now() - restarted).toBeLessThan(3_000);
  },
);

test(
  'a deadline that passes while everything is down fires once when all is up again',
  { timeout: 60_000 },
  async () => {
    const { id } = await openCase();
    const [row] = await onDatabase(it.system.env['DATABASE_URL'], 'select state, offset_ms from cases where id = $1', [
      id,
    ]);
    const state = row?.['state'] as { open: { rung: { at: number } }[] };
    // The reminder comes two seconds from now, on the clock of the case.
    const other = it.another(noHold);
    const { context } = other;
    const soon = (state.open[0]?.rung.at ?? 0) - 2_000;
    await createVirtualTime(context.db, context.temporal, new MovableClock(0)).moveCase(id, soon);
    await other.close();
    const down = Date.now();
    it.system.worker.kill();
    await it.system.servers.temporal?.kill();
    await it.system.servers.postgres?.kill();
    await expect.poll(() => Date.now() - down, { timeout: 10_000 }).toBeGreaterThan(2_500);
    await it.system.servers.restart('postgres');
    await it.system.servers.restart('temporal');
    const reminders = () =>
      onDatabase(it.system.env['DATABASE_URL'], `select seq from facts where case_id = $1 and fact = 'reminded'`, [
        id,
      ]).catch(() => []);
    await expect.poll(async () => (await reminders()).length, { timeout: 30_000 }).toBe(1);
    // A decision afterwards finds it fired, and does not fire it again.
    await it.until(
      'tester',
      `/cases/${id}/decisions`,
      { openStep: `${id}.valrisicotest.1`, outcome: 'matig', form: matig },
      randomUUID(),
    );
    expect(await reminders()).toHaveLength(1);
  },
);

test(
  'no name, BSN, phone number or text stands in any log, nor in the files of this installation',
  { timeout: 60_000 },
  async () => {
    const note = 'Mevrouw struikelt over het kleedje bij de achterdeur';
    const made = await it.api('huisarts', 'POST', '/referrals', referral({ resident: secret, note }));
    expect(made.status, made.text).toBe(201);
    await it.api('tester', 'POST', `/cases/${made.json.id}/decisions`, {
      openStep: made.json.openSteps[0].id,
      outcome: 'matig',
      form: { ...matig, opmerking: 'Loopt met rollator Kwikzand' },
    });
    await it.api('huisarts', 'POST', '/referrals', '{"chain": "valpreventie", "resident": "Zonderschrift"');
    const texts = ['Geertruida', 'Zonderschrift', '0687654321', '999990019', 'achterdeur', 'Kwikzand'];
    const found = filesUnder(it.home).flatMap((file) => {
      const bytes = readFileSync(file);
      return texts.filter((text) => bytes.includes(text)).map((text) => `${text} in ${file}`);
    });
    // The write-ahead log and the tables of PostgreSQL are among these files.
    expect(found).toEqual([]);
    const metrics = await it.api(null, 'GET', '/metrics');
    expect(texts.filter((text) => metrics.text.includes(text))).toEqual([]);
  },
);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}
