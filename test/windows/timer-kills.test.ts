import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matig, referral } from '../harness/residents.ts';
import { openSystem, type System } from '../harness/system.ts';
import { onDatabase } from '../harness/on-database.ts';

/** Resolves when a worker holds; each life of a worker holds once. */
function holding(it: System): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let holds = 0;
  it.system.worker.onMessage(() => {
    holds += 1;
    waiting.splice(0).forEach((resolve) => resolve());
  });
  return async () => {
    if (holds === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    holds = 0;
  };
}

async function factsOf(it: System, caseId: string): Promise<string[]> {
  const rows = await onDatabase(
    it.system.env['DATABASE_URL'],
    'select seq, fact from facts where case_id = $1 order by seq',
    [caseId],
  );
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, index) => index + 1));
  return rows.map(({ fact }) => String(fact));
}

async function openCase(it: System): Promise<{ id: string; openStep: string }> {
  const made = await it.api('huisarts', 'POST', '/referrals', referral());
  expect(made.status, made.text).toBe(201);
  return { id: made.json.id, openStep: made.json.openSteps[0].id };
}

describe('a deadline comes, and a process dies at the timer', () => {
  let it: System;
  beforeAll(async () => {
    it = await openSystem({ KETENPAD_HOLD_AT: 'at-timer', KETENPAD_LEASE_MS: '1500' }, true);
  });
  afterAll(() => it.close());

  test(
    'worker, Temporal and PostgreSQL in turn: each deadline is written down once',
    { timeout: 120_000 },
    async () => {
      const held = holding(it);
      const { id } = await openCase(it);
      const move = (advance: string) => it.api('beheerder', 'POST', '/dev/clock', { advance });

      const reminded = move('P22D');
      await held();
      it.system.worker.kill();
      // The next life holds at the same deadline, and Temporal dies meanwhile.
      await held();
      await it.system.servers.temporal?.kill();
      await it.system.servers.restart('temporal');
      it.system.worker.send({});
      await reminded;
      await settled(it, id, ['started', 'opened', 'reminded']);

      it.system.worker.kill();
      await it.system.worker.ready;
      const late = move('P7D');
      await held();
      await it.system.servers.postgres?.kill();
      it.system.worker.send({});
      await it.system.servers.restart('postgres');
      await late;
      await settled(it, id, ['started', 'opened', 'reminded', 'late', 'informed']);
    },
  );
});

describe('a case goes on in a new run, and a process dies at continue-as-new', () => {
  let it: System;
  beforeAll(async () => {
    it = await openSystem({
      KETENPAD_HOLD_AT: 'at-continue-as-new',
      KETENPAD_LEASE_MS: '1500',
      KETENPAD_CONTINUE_AFTER: '8',
    });
  });
  afterAll(() => it.close());

  test(
    'worker and Temporal die there: nothing is lost, and the next decision is taken',
    { timeout: 120_000 },
    async () => {
      const held = holding(it);
      const { id, openStep } = await openCase(it);
      const decide = (step: string, body: object) =>
        it.until('tester', `/cases/${id}/decisions`, { openStep: step, ...body }, randomUUID());
      expect((await decide(openStep, { outcome: 'matig', form: matig })).status).toBe(200);
      await held();
      it.system.worker.kill();
      await held();
      await it.system.servers.temporal?.kill();
      await it.system.servers.restart('temporal');
      it.system.worker.send({});
      expect((await decide(`${id}.toestemming-matig.1`, { outcome: 'ja' })).status).toBe(200);
      expect((await decide(`${id}.aanmelden-matig.1`, { outcome: 'gedaan' })).status).toBe(200);
      const facts = await factsOf(it, id);
      expect(facts.filter((fact) => fact === 'decided')).toHaveLength(3);
    },
  );
});

/** Waits until PostgreSQL holds these facts of a case, and then that there are no others. */
async function settled(it: System, caseId: string, facts: readonly string[]): Promise<void> {
  await expect.poll(() => factsOf(it, caseId).catch(() => []), { timeout: 30_000 }).toEqual(facts);
}
