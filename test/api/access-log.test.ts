import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { users } from '../../src/local/demo-region/users.ts';
import type { Answer } from '../harness/api.ts';
import { laag, matig, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, type Stood } from './journey.ts';
import { jsonHeaders, rawApi } from './raw.ts';

let suite: Suite;
let open: Stood;
beforeAll(async () => {
  suite = await openSuite();
  open = await caseAt(suite, 'valrisicotest');
});
afterAll(() => suite.close());

interface Line {
  readonly [column: string]: unknown;
}

/** The lines that a request left. */
async function linesOf(answer: Answer): Promise<Line[]> {
  return suite.context.db.query<Line>(
    {
      name: 'test_lines',
      text: `select subject, organisation, roles, client, action, event, object, relation, policy, outcome, at
             from access_log where request_id = $1 order by id`,
    },
    [answer.headers.get('x-request-id')],
  );
}

function who(handle: string): Line {
  const user = users.find((candidate) => candidate.handle === handle);
  if (user === undefined) throw new Error(`no ${handle}`);
  return { subject: user.id, organisation: user.organisation, roles: [...user.roles], client: 'ketenpad-cli' };
}

describe('one line in the access log is left by', () => {
  const expectLine = async (answer: Answer, line: Line): Promise<void> => {
    const lines = await linesOf(answer);
    expect(lines).toEqual([{ ...line, at: expect.any(Number) }]);
    expect(Math.abs((lines[0]?.['at'] as number) - suite.clock.now())).toBeLessThan(60_000);
  };

  test.each([
    ['', 'GET /cases/{id}'],
    ['/actions', 'GET /cases/{id}/actions'],
    ['/trail', 'GET /cases/{id}/trail'],
  ])(
    'each look at a case (GET /cases/{id}%s): by who has the regie, the referrer and someone from whom it is hidden',
    async (tail, event) => {
      const look = (user: string): Promise<Answer> => suite.api(user, 'GET', `/cases/${open.id}${tail}`);
      const line = { action: 'R', event, object: open.id, outcome: 0 };
      await expectLine(await look('tester'), { ...who('tester'), ...line, policy: 'K1', relation: 'regie' });
      await expectLine(await look('huisarts'), { ...who('huisarts'), ...line, policy: 'K4', relation: 'referrer' });
      const refused = { ...line, action: 'E', policy: null, relation: null, outcome: 4 };
      await expectLine(await look('huisarts-2'), { ...who('huisarts-2'), ...refused });
      await expectLine(await look('ketencoordinator'), { ...who('ketencoordinator'), ...refused });
    },
  );

  test('a look by who contributed before', async () => {
    const made = await caseAt(suite, 'wachtlijst-kern');
    const line = {
      action: 'R',
      event: 'GET /cases/{id}',
      object: made.id,
      outcome: 0,
      policy: 'K6',
      relation: 'contributor',
    };
    await expectLine(await suite.api('tester', 'GET', `/cases/${made.id}`), { ...who('tester'), ...line });
  });

  test('a look at a case by its number in capitals, under the number that it has', async () => {
    const answer = await suite.api('tester', 'GET', `/cases/${open.id.toUpperCase()}`);
    await expectLine(answer, {
      ...who('tester'),
      action: 'R',
      event: 'GET /cases/{id}',
      object: open.id,
      outcome: 0,
      policy: 'K1',
      relation: 'regie',
    });
  });

  test('asking for a case that does not exist', async () => {
    const answer = await suite.api('huisarts', 'GET', `/cases/${randomUUID()}`);
    await expectLine(answer, {
      ...who('huisarts'),
      action: 'E',
      event: 'GET /cases/{id}',
      object: null,
      policy: null,
      relation: null,
      outcome: 4,
    });
  });

  test.each([
    ['huisarts', '/referrals', 'R2'],
    ['tester', '/worklist', 'R3'],
    ['ketencoordinator', '/worklist', 'R3'],
    ['beheerder', '/orphans', 'R5'],
  ])('a list that %s reads (%s)', async (user, path, policy) => {
    const line = { action: 'R', event: `GET ${path}`, object: null, outcome: 0, policy, relation: null };
    await expectLine(await suite.api(user, 'GET', path), { ...who(user), ...line });
  });

  const create = { action: 'C', event: 'POST /referrals', outcome: 0, policy: 'R1', relation: null };

  test('a referral, and each repeat of it', async () => {
    const [key, body] = [randomUUID(), referral()];
    const refer = (): Promise<Answer> => suite.api('huisarts', 'POST', '/referrals', body, { 'idempotency-key': key });
    const answers = await Promise.all([refer(), refer(), refer()]);
    const found = (await Promise.all(answers.map(linesOf))).flat();
    expect(found.map(({ action }) => String(action)).toSorted()).toEqual(['C', 'R', 'R']);
    for (const line of found)
      expect(line).toMatchObject({
        ...who('huisarts'),
        event: create.event,
        object: answers[0].json.id,
        outcome: 0,
        policy: 'R1',
      });
    await expectLine(await refer(), { ...who('huisarts'), ...create, action: 'R', object: answers[0].json.id });
  });

  test('a referral that is refused, under the case when the caller may know it', async () => {
    const refused = { ...who('huisarts'), ...create, action: 'E', outcome: 4, policy: null };
    await expectLine(await suite.api('huisarts', 'POST', '/referrals', referral({ chain: 'x' })), {
      ...refused,
      object: null,
    });
    await expectLine(await suite.api('huisarts', 'POST', '/referrals', open.referral), { ...refused, object: open.id });
    const other = await suite.api('huisarts-2', 'POST', '/referrals', open.referral);
    await expectLine(other, { ...refused, ...who('huisarts-2'), object: null });
    const byOther = await suite.api('beheerder', 'POST', '/referrals', referral());
    await expectLine(byOther, { ...refused, ...who('beheerder'), object: null });
  });

  test('a decision, and each repeat of it', async () => {
    const made = await caseAt(suite, 'valrisicotest');
    const key = { 'idempotency-key': randomUUID() };
    const body = { openStep: made.openStep, outcome: 'laag', form: laag };
    const line = {
      ...who('tester'),
      event: 'POST /cases/{id}/decisions',
      object: made.id,
      outcome: 0,
      policy: 'K1',
      relation: 'regie',
    };
    await expectLine(await decide(suite, 'tester', made.id, body, key), { ...line, action: 'U' });
    await expectLine(await decide(suite, 'tester', made.id, body, key), { ...line, action: 'R' });
  });

  test('a decision that is refused, whatever the ground', async () => {
    const line = {
      action: 'E',
      event: 'POST /cases/{id}/decisions',
      object: open.id,
      outcome: 4,
      policy: null,
      relation: null,
    };
    const good = { openStep: open.openStep, outcome: 'matig', form: matig };
    await expectLine(await decide(suite, 'huisarts', open.id, good), { ...who('huisarts'), ...line });
    await expectLine(await decide(suite, 'huisarts-2', open.id, good), { ...who('huisarts-2'), ...line });
    await expectLine(await decide(suite, 'tester', open.id, { x: 1 }), { ...who('tester'), ...line });
    await expectLine(await decide(suite, 'tester', open.id, { ...good, outcome: 'laag' }), {
      ...who('tester'),
      ...line,
    });
    await expectLine(await decide(suite, 'tester', open.id, { ...good, openStep: 'x' }), { ...who('tester'), ...line });
    await expectLine(await decide(suite, 'tester', open.id, good, { 'if-match': '"1"' }), {
      ...who('tester'),
      ...line,
    });
    const raw = rawApi(suite);
    const path = `/cases/${open.id}/decisions`;
    await expectLine(await raw.request('tester', 'POST', path, { body: '{', headers: jsonHeaders }), {
      ...who('tester'),
      ...line,
    });
    await expectLine(
      await raw.request('tester', 'POST', path, { body: '{}', headers: { 'content-type': 'text/plain' } }),
      { ...who('tester'), ...line },
    );
  });
});

describe('the access log and the facts', () => {
  test('only grow: no row of them can be changed, taken away or emptied out', async () => {
    await decide(suite, 'tester', (await caseAt(suite, 'laag-advies')).id, {});
    for (const table of ['access_log', 'facts']) {
      for (const statement of [
        `update ${table} set at = now()`,
        `delete from ${table}`,
        `truncate ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await expect(
          suite.context.db.query({ name: `test_${statement}`.slice(0, 60), text: statement }),
          statement,
        ).rejects.toMatchObject({ code: 'KP009' });
      }
      const [row] = await suite.context.db.query<{ rows: number }>({
        name: `test_count_${table}`,
        text: `select count(*)::int as rows from ${table}`,
      });
      expect(row?.rows).toBeGreaterThan(0);
    }
  });

  test('a request without a login leaves a line of nobody', async () => {
    const lines = await linesOf(await suite.api(null, 'GET', `/cases/${open.id}`));
    const nobody = { subject: 'onbekend', client: 'onbekend', organisation: null, roles: [], object: null };
    expect(lines).toEqual([
      expect.objectContaining({ ...nobody, action: 'E', event: 'GET /cases/{id}', outcome: 4, policy: null }),
    ]);
  });
});
