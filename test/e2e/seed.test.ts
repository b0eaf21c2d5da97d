import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { users } from '../../src/local/demo-region/users.ts';
import { noHold } from '../../src/platform/hold.ts';
import { workflowIdOf } from '../../src/platform/temporal/ids.ts';
import { runMain } from '../harness/processes.ts';
import { onDatabase } from '../harness/on-database.ts';
import { openSystem, type System } from '../harness/system.ts';

let it: System;
let first: Told;
beforeAll(async () => {
  it = await openSystem({}, true);
  first = await seed('60');
}, 180_000);
afterAll(() => it.close());

interface Told {
  readonly code: number | string;
  readonly output: string;
  readonly told: Readonly<Record<string, number>>;
}

async function seed(cases: string, number = '1'): Promise<Told> {
  const running = runMain('seed.ts', ['--cases', cases, '--seed', number], { KETENPAD_HOME: it.home });
  const code = await running.ended;
  const output = running.output();
  const line = output.split('\n').findLast((each) => each.startsWith('{')) ?? '{}';
  return { code, output, told: JSON.parse(line) as Told['told'] };
}

const sql = (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  onDatabase(it.system.env['DATABASE_URL'], text, values);

interface Choice {
  readonly user: string;
  readonly id: string;
  readonly body: { readonly openStep: string; readonly outcome: string };
}

/** What a demo user can decide in a seeded case without a form or a reason. */
async function firstChoice(): Promise<Choice> {
  for (const { handle } of users.filter(({ organisation }) => organisation !== null)) {
    const { json } = await it.api(handle, 'GET', '/worklist');
    for (const item of json?.items ?? []) {
      if (item.case === null) continue;
      const possible = (await it.api(handle, 'GET', `/cases/${item.case}/actions`)).json.items ?? [];
      for (const { action, openStep, outcomes = [] } of possible) {
        const outcome = outcomes.find((each: Record<string, unknown>) => isPlain(each));
        if (action !== 'decide' || outcome === undefined) continue;
        return { user: handle, id: item.case, body: { openStep, outcome: outcome.id } };
      }
    }
  }
  throw new Error('nobody can decide anything');
}

function isPlain(outcome: Record<string, unknown>): boolean {
  return outcome['allowed'] === true && outcome['form'] === undefined && outcome['reasons'] === undefined;
}

describe('a region that is put into a running demo', () => {
  test('is there as asked, with all that real cases have: the log is sound and there are no orphans', async () => {
    expect(first.output).toContain('"cases":60');
    expect(first).toMatchObject({ code: 0, told: { cases: 60, added: 60, there: 0 } });
    const [counted] = await sql(`select count(*)::int as cases, count(*) filter (where status <> 'ended')::int as open,
      (select count(*)::int from commands where answer is null) as unanswered,
      (select count(*)::int from forms) as forms, (select count(*)::int from consents) as consents from cases`);
    expect(counted).toMatchObject({ cases: 60, unanswered: 0, open: first.told['started'] });
    expect(counted?.['forms']).toBeGreaterThan(20);
    expect(counted?.['consents']).toBeGreaterThan(40);
    const verified = runMain('verify-log.ts', [], { KETENPAD_HOME: it.home });
    expect(await verified.ended, verified.output()).toBe(0);
    expect((await it.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
  });

  test('can be read by whoever referred, with the name of somebody who does not exist', async () => {
    const { json } = await it.api('huisarts', 'GET', '/referrals');
    const [referred] = json.items;
    const seen = await it.api('huisarts', 'GET', `/cases/${referred.id}`);
    expect(seen.status).toBe(200);
    expect(seen.json.resident.name.family).toMatch(/Voorbeeld|Verzonnen|Proef|Nergens|Niemand/);
    expect((await it.api('huisarts-2', 'GET', `/cases/${referred.id}`)).status).toBe(404);
  });

  test('can be looked at by whoever works in it: the case, its trail, forms, consents and what can be done', async () => {
    let forms = 0;
    for (const { handle } of users.filter(({ organisation }) => organisation !== null)) {
      const { json } = await it.api(handle, 'GET', '/worklist?limit=5');
      for (const { case: id } of json?.items ?? []) {
        if (id === null) continue;
        for (const look of ['', '/trail', '/actions', '/consents', '/forms']) {
          const seen = await it.api(handle, 'GET', `/cases/${id}${look}`);
          expect([200, 403, 404], `${handle} ${look} ${seen.text}`).toContain(seen.status);
          forms += look === '/forms' && seen.status === 200 ? seen.json.items.length : 0;
        }
      }
    }
    expect(forms).toBeGreaterThan(0);
  });

  test('goes on: a decision on an open case is taken, and its deadlines pass', { timeout: 180_000 }, async () => {
    const { user, id, body } = await firstChoice();
    const [before] = await sql('select seq from cases where id = $1', [id]);
    const decided = await it.api(user, 'POST', `/cases/${id}/decisions`, body);
    expect(decided.status, decided.text).toBe(200);
    const [after] = await sql('select seq from cases where id = $1', [id]);
    expect(after?.['seq']).toBeGreaterThan(before?.['seq'] as number);

    const [coming] = await sql(`select id, seq, ceil(extract(epoch from wake_at - now()) / 86400)::int as days
      from cases where status <> 'ended' order by wake_at limit 1`);
    const days = Number(coming?.['days']);
    expect((await it.api('beheerder', 'POST', '/dev/clock', { advance: `P${days}D` })).status).toBe(200);
    const [rung] = await sql(
      'select fact from facts where case_id = $1 and seq > $2 and command is null order by seq limit 1',
      [coming?.['id'], coming?.['seq']],
    );
    expect(rung?.['fact']).toMatch(/reminded|late|escalated|expired|unscheduled|resumed/);
    expect((await it.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
  });

  test('is not put in twice: a larger one of the same seed adds what is new', { timeout: 120_000 }, async () => {
    // Also when time has gone on: the region is the one of its first day.
    expect((await it.api('beheerder', 'POST', '/dev/clock', { advance: 'P21D' })).status).toBe(200);
    const again = await seed('60');
    expect(again).toMatchObject({ code: 0, told: { added: 0, there: 60, started: 0 } });
    const larger = await seed('80');
    const [counted] = await sql('select count(*)::int as cases from cases');
    expect(larger.told).toMatchObject({ added: (counted?.['cases'] as number) - 60 });
    expect(larger.told['added']).toBeGreaterThan(10);
  });

  test('is whole after an interruption: the next run brings the rest, and every open case has a run', async () => {
    const killed = runMain('seed.ts', ['--cases', '160', '--seed', '9'], { KETENPAD_HOME: it.home });
    await killed.says('[seed] 1');
    killed.signal('SIGKILL');
    await killed.ended;
    const [half] = await sql('select count(*)::int as cases from cases');
    const rest = await seed('160', '9');
    expect(rest.code, rest.output).toBe(0);
    expect(rest.told['there']).toBeGreaterThan(0);
    expect((rest.told['there'] ?? 0) + (rest.told['added'] ?? 0)).toBe(160);
    const [whole] = await sql('select count(*)::int as cases from cases');
    expect(Number(whole?.['cases']) - Number(half?.['cases'])).toBe(rest.told['added']);
    const { context, close } = it.another(noHold);
    const open = await sql(`select id from cases where status <> 'ended'`);
    const runs = await Promise.all(
      open.map(({ id }) => context.temporal.workflow.getHandle(workflowIdOf(String(id))).describe()),
    );
    expect(runs.filter(({ status }) => status.name !== 'RUNNING')).toEqual([]);
    await close();
  }, 120_000);

  test('is refused where the state is not marked as demo', async () => {
    await sql('update installation set demo = false');
    const refused = await seed('5');
    await sql('update installation set demo = true');
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('not marked as demo');
  });
});
