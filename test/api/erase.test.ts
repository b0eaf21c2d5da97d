import { randomUUID } from 'node:crypto';
import { WorkflowNotFoundError } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Erased, erasePerson, NotErased } from '../../src/cases/erase-person.ts';
import { verifyChains } from '../../src/cases/verify-chains.ts';
import { workflowIdOf } from '../../src/platform/temporal/ids.ts';
import { factsOf } from '../harness/cases.ts';
import { bsn, resident } from '../harness/residents.ts';
import { runMain } from '../harness/processes.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, openStepOf, type Stood } from './journey.ts';
import { scanDatabase } from './leak-scan.ts';
import { expectProblem } from './problem.ts';
import { change } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const by = { ground: 'verzoek-inwoner', by: 'functionaris-7' };
const residentOf = async (id: string): Promise<string> => (await rowOf('cases', id))['resident'] as string;
async function rowOf(table: 'cases' | 'residents', id: string): Promise<Record<string, unknown>> {
  const [row] = await suite.context.db.query({ name: `test_${table}`, text: `select * from ${table} where id = $1` }, [
    id,
  ]);
  return row ?? {};
}

/** A case that has ended, with a form, a comment, a note and an own number. */
async function ended(over: Record<string, unknown> = {}): Promise<Stood> {
  const made = await caseAt(suite, 'toestemming-matig', { note: 'Let op de hond', reference: 'HIS-1', ...over });
  const reason = { code: 'ziekte', comment: 'Wil niet meer' };
  const stopped = await change(suite, 'tester', made.id, 'withdrawal', { reason });
  expect(stopped.json.status, stopped.text).toBe('ended');
  return made;
}

/** Whether Temporal still has the execution of a case. */
async function hasRun(id: string): Promise<boolean> {
  const found = suite.context.temporal.workflow.getHandle(workflowIdOf(id)).describe();
  return found.then(
    () => true,
    (error: unknown) => {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    },
  );
}

describe('after a person was erased', () => {
  let made: Stood;
  let erased: Erased;
  let before: { facts: unknown; trail: unknown };
  const secret = `Wisser${randomUUID().slice(0, 8)}`;
  const number = bsn();
  beforeAll(async () => {
    made = await ended({ resident: resident({ name: { given: 'Jo', family: secret }, bsn: number }) });
    before = {
      facts: await factsOf(suite, made.id),
      trail: (await suite.api('tester', 'GET', `/cases/${made.id}/trail`)).json,
    };
    erased = await erasePerson(suite.context, { case: made.id, ...by });
  });

  test('the decision is on record, with who took it, why, and what was destroyed', async () => {
    const rows = await suite.context.db.query({ name: 'test_erasures', text: 'select * from erasures' });
    expect(rows).toEqual([
      expect.objectContaining({
        resident: await residentOf(made.id),
        ground: by.ground,
        decided_by: by.by,
        destroyed: { keys: 1, hashes: 3, coming: 0, details: 1, forms: 2, begun: 0, commands: 3 },
        deleted_runs: 1,
        left_runs: 0,
      }),
    ]);
    expect(erased).toMatchObject({ before: false, runs: { deleted: 1, left: 0 } });
  });

  test('no route returns anything of who it was, and the case answers without a person', async () => {
    for (const user of ['huisarts', 'tester']) {
      const seen = await suite.api(user, 'GET', `/cases/${made.id}`);
      expect(seen.json, seen.text).toMatchObject({ status: 'ended', resident: null, reference: null });
      expect((await suite.api(user, 'GET', `/cases/${made.id}/forms`)).json.items).toEqual([]);
      for (const path of ['', '/trail', '/consents', '/forms']) {
        const { text } = await suite.api(user, 'GET', `/cases/${made.id}${path}`);
        for (const word of [secret, number, 'hond', 'HIS-1', 'Wil niet meer']) expect(text).not.toContain(word);
      }
    }
    const { items } = (await suite.api('huisarts', 'GET', '/referrals')).json;
    const shown = items.find((item: { id: string }) => item.id === made.id);
    expect(shown).toMatchObject({ resident: null, reference: null });
    expectProblem(await change(suite, 'tester', made.id, 'events', { event: 'verhuisd', at: '2026-11-22' }), 'ended');
  });

  test('nothing that was sealed for them is left, nor anything to find them by', async () => {
    const person = await rowOf('residents', await residentOf(made.id));
    expect(person).toMatchObject({ wrapped_key: null, identity: null });
    const [left] = await suite.context.db.query({
      name: 'test_left',
      text: `select (select count(*)::int from resident_hashes) as hashes, (select count(*)::int from forms) as forms,
               (select count(*)::int from commands where form is not null) as commands,
               (select count(*)::int from cases where details is not null) as details`,
    });
    expect(left).toEqual({ hashes: 0, forms: 0, commands: 0, details: 0 });
    expect((await scanDatabase(suite.databaseUrl, [secret, number])).leaks).toEqual([]);
  });

  test('facts, trail and hashes are as they were, and the log says that it was done', async () => {
    expect(await factsOf(suite, made.id)).toEqual(before.facts);
    expect((await suite.api('tester', 'GET', `/cases/${made.id}/trail`)).json).toEqual(before.trail);
    expect(await verifyChains(suite.context.db)).toMatchObject({ ok: true });
    const lines = await suite.context.db.query({
      name: 'test_erase_lines',
      text: `select subject, action, object, resident, outcome from access_log where event = 'erase'`,
    });
    const line = { subject: by.by, action: 'D', object: made.id, resident: erased.resident, outcome: 0 };
    expect(lines).toEqual([line]);
  });

  test('their executions are gone from Temporal', async () => {
    // Temporal deletes when it comes to it; who finds something left asks again, as docs/operations.md says.
    const left = async (): Promise<boolean> => {
      if (!(await hasRun(made.id))) return false;
      await erasePerson(suite.context, { resident: erased.resident, ...by });
      return true;
    };
    await expect.poll(left, { timeout: 50_000, interval: 2_000 }).toBe(false);
  });

  test('asking it again erases nothing twice', async () => {
    const again = await erasePerson(suite.context, { resident: erased.resident, ground: 'iets-anders', by: 'ander' });
    expect(again).toMatchObject({ erasure: erased.erasure, before: true, destroyed: erased.destroyed });
  });

  test('the same person who is referred again is someone new', async () => {
    const again = await suite.api('huisarts', 'POST', '/referrals', made.referral);
    expect(again.status, again.text).toBe(201);
    expect(await residentOf(again.json.id)).not.toBe(erased.resident);
    const other = await openStepOf(suite, again.json.id, 'valrisicotest');
    expect(other).toBeDefined();
  });
});

describe('nobody is erased', () => {
  test('while a case of theirs lives, and then nothing changes', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await expect(erasePerson(suite.context, { case: made.id, ...by })).rejects.toThrow(/has a live case/);
    const seen = await suite.api('tester', 'GET', `/cases/${made.id}`);
    expect(seen.json.resident).toMatchObject({ birthDate: '1946-05-17' });
    const body = {
      openStep: made.openStep,
      outcome: 'laag',
      form: { gevallen: false, bang: false, moeite: false, looptestSeconden: 3 },
    };
    expect((await decide(suite, 'tester', made.id, body)).status).toBe(200);
  });

  test('by a case or a resident that does not exist, or that is not said', async () => {
    for (const asked of [{ case: randomUUID() }, { resident: randomUUID() }, {}]) {
      await expect(erasePerson(suite.context, { ...asked, ...by })).rejects.toThrow(NotErased);
    }
  });
});

test('a referral that meets an erasure gets the person whole or begins anew, never half', async () => {
  const made = await ended();
  const [erased, again] = await Promise.all([
    erasePerson(suite.context, { case: made.id, ...by }).catch((error: unknown) => error),
    suite.api('huisarts', 'POST', '/referrals', made.referral),
  ]);
  expect(again.status, again.text).toBe(201);
  const seen = await suite.api('huisarts', 'GET', `/cases/${again.json.id}`);
  expect(seen.json.resident).toMatchObject({ birthDate: '1946-05-17' });
  const same = (await residentOf(again.json.id)) === (await residentOf(made.id));
  expect(erased instanceof NotErased).toBe(same);
});

test('the command prints what it did, and ends with 1 when it may not', async () => {
  const { id } = await ended();
  const live = await caseAt(suite, 'valrisicotest');
  const env = {
    DATABASE_URL: suite.databaseUrl,
    TEMPORAL_ADDRESS: suite.temporal.address,
    TEMPORAL_NAMESPACE: suite.temporal.namespace,
    KETENPAD_KEYS: JSON.stringify({
      codec: { current: 'k1', keys: { k1: Buffer.alloc(32, 1).toString('base64') } },
      identity: { current: 'k1', keys: { k1: Buffer.alloc(32, 2).toString('base64') } },
      lookup: Buffer.alloc(32, 3).toString('base64'),
      body: Buffer.alloc(32, 4).toString('base64'),
    }),
  };
  const erase = (...words: string[]) => runMain('erase.ts', words, env);
  const words = ['--ground', by.ground, '--by', by.by];
  const done = erase('--case', id, ...words);
  expect(await done.ended, done.output()).toBe(0);
  expect(JSON.parse(done.output().trim().split('\n').at(-1) ?? '')).toMatchObject({ before: false });
  for (const [wrong, said] of [
    [['--case', live.id, ...words], 'has a live case'],
    [['--case', id, '--ground', 'x'], '--by'],
    [['--case', id, '--ground', 'Een hele zin', '--by', 'x'], '--ground'],
  ] as const) {
    const refused = erase(...wrong);
    expect(await refused.ended, refused.output()).toBe(1);
    expect(refused.output()).toContain(said);
  }
});
