import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { verifyChains } from '../../src/cases/verify-chains.ts';
import { onDatabase } from '../harness/on-database.ts';
import { runMain } from '../harness/processes.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt } from './journey.ts';

let suite: Suite;
let id: string;
beforeAll(async () => {
  suite = await openSuite();
  ({ id } = await caseAt(suite, 'wachtlijst-kern'));
  await Promise.all(Array.from({ length: 40 }, () => suite.api('tester', 'GET', `/cases/${id}`)));
});
afterAll(() => suite.close());

/** Someone with the rights of a superuser changes what only grows, and takes care that nothing refuses. */
const tamper = (text: string, values: (string | number)[] = []): Promise<Record<string, unknown>[]> =>
  onDatabase(
    suite.databaseUrl,
    `set session_replication_role = replica; ${text.replaceAll('$1', `'${values[0] ?? ''}'`)}`,
  );

interface Line {
  readonly id: number;
  readonly lane: number;
  readonly number: number;
}

/** A line in the middle of the longest lane. */
async function middle(): Promise<Line> {
  const [line] = await suite.context.db.query<Line & Record<string, unknown>>({
    name: 'test_middle',
    text: `select id, lane, number from access_log l
           where lane = (select lane from access_log group by lane having count(*) > 3 order by count(*) desc, lane limit 1)
             and number = 2`,
  });
  if (line === undefined) throw new Error('no lane is long enough');
  return line;
}

const sound = { ok: true, accessLog: { broken: 0, first: null }, facts: { broken: 0, first: null } };
// oxlint-disable-next-line vitest/no-standalone-expect -- each test must begin with what holds, and put it back
beforeEach(async () => expect(await verifyChains(suite.context.db)).toMatchObject(sound));

test('every line and every fact is read, also while others write', async () => {
  const looks = Array.from({ length: 20 }, () => suite.api('tester', 'GET', `/cases/${id}`));
  const [verified] = await Promise.all([verifyChains(suite.context.db), ...looks]);
  expect(verified).toMatchObject(sound);
  const [counted] = await suite.context.db.query<{ lines: number; facts: number; lanes: number }>({
    name: 'test_counts',
    text: `select (select count(*)::int from access_log) as lines, (select count(*)::int from facts) as facts,
                  (select count(distinct lane)::int from access_log) as lanes`,
  });
  const { accessLog, facts } = await verifyChains(suite.context.db);
  expect({ lines: accessLog.rows, facts: facts.rows, lanes: accessLog.chains }).toEqual(counted);
  expect(facts.chains).toBe(1);
});

test.each<[what: string, change: string]>([
  ['who looked', `subject = 'iemand-anders'`],
  ['when', `at = at + interval '1 millisecond'`],
  ['whose data it was', `resident = null`],
  ['the outcome', `outcome = 4`],
  ['the address', `access_point = '10.0.0.1'`],
  ['the rule', `policy = 'K9'`],
  ['the hash itself', `hash = sha256(hash)`],
])('names the line of the access log in which someone changed %s', async (_what, change) => {
  const line = await middle();
  const [before] = await onDatabase(suite.databaseUrl, 'select * from access_log where id = $1', [line.id]);
  await tamper(`update access_log set ${change} where id = $1`, [line.id]);
  const verified = await verifyChains(suite.context.db);
  expect(verified.ok).toBe(false);
  expect(verified.accessLog.first).toEqual({ ...line, why: 'changed' });
  await tamper(`delete from access_log where id = $1`, [line.id]);
  await putBack('access_log', before);
});

test('names the place where lines of a lane were cut out', async () => {
  const line = await middle();
  const [before] = await onDatabase(suite.databaseUrl, 'select * from access_log where id = $1', [line.id]);
  await tamper('delete from access_log where id = $1', [line.id]);
  const { accessLog } = await verifyChains(suite.context.db);
  expect(accessLog).toMatchObject({ broken: 1, first: { lane: line.lane, number: 2, id: null, why: 'missing' } });
  await putBack('access_log', before);
});

test.each<[what: string, change: string, first: object]>([
  ['a changed fact', `update facts set codes = codes || '{"x": 1}' where case_id = $1 and seq = 3`, { seq: 3 }],
  ['a changed commitment', `update facts set commitment = sha256('x') where case_id = $1 and seq = 3`, { seq: 3 }],
  ['a fact taken out', `delete from facts where case_id = $1 and seq = 3`, { seq: 3, why: 'missing' }],
  ['the last facts taken off', `delete from facts where case_id = $1 and seq > 3`, { seq: 4, why: 'missing' }],
  ['all facts taken away', `delete from facts where case_id = $1`, { seq: 1, why: 'missing' }],
  ['another head', `update cases set hash = sha256('x') where id = $1`, { why: 'not-the-head' }],
])('names the case and the fact after %s', async (_what, change, first) => {
  const facts = await onDatabase(suite.databaseUrl, 'select * from facts where case_id = $1 order by seq', [id]);
  const [head] = await onDatabase(suite.databaseUrl, 'select hash from cases where id = $1', [id]);
  await tamper(change, [id]);
  const verified = await verifyChains(suite.context.db);
  expect(verified.ok).toBe(false);
  expect(verified.facts).toMatchObject({ broken: 1, first: { case: id, ...first } });
  await tamper('delete from facts where case_id = $1', [id]);
  for (const fact of facts) await putBack('facts', fact);
  await onDatabase(suite.databaseUrl, 'update cases set hash = $2 where id = $1', [id, head?.['hash']]);
});

test('the command prints counts, and ends with 1 when a row is broken', async () => {
  const env = { DATABASE_URL: suite.databaseUrl };
  const good = runMain('verify-log.ts', [], env);
  expect(await good.ended, good.output()).toBe(0);
  expect(JSON.parse(good.output().split('\n').at(-2) ?? '')).toMatchObject(sound);
  expect(good.output()).toContain('[verify-log] access-log: ');
  const line = await middle();
  const [before] = await onDatabase(suite.databaseUrl, 'select * from access_log where id = $1', [line.id]);
  await tamper(`update access_log set client = 'x' where id = $1`, [line.id]);
  const bad = runMain('verify-log.ts', [], env);
  expect(await bad.ended, bad.output()).toBe(1);
  expect(JSON.parse(bad.output().split('\n').at(-2) ?? '')).toMatchObject({ ok: false, accessLog: { first: line } });
  await tamper('delete from access_log where id = $1', [line.id]);
  await putBack('access_log', before);
});

async function putBack(table: 'access_log' | 'facts', row: Record<string, unknown> | undefined): Promise<void> {
  const names = Object.keys(row ?? {});
  const places = names.map((_name, index) => `$${index + 1}`);
  await onDatabase(
    suite.databaseUrl,
    `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${places.join(', ')})`,
    Object.values(row ?? {}),
  );
}
