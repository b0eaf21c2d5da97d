import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Exporting, exportPersons, type PersonsExported } from '../../src/cases/audit/export-persons.ts';
import { exportRequest } from '../../src/cases/audit/export-request.ts';
import { verifyChains } from '../../src/cases/verify-chains.ts';
import { erasePerson } from '../../src/cases/erase-person.ts';
import { residentAccounts } from '../../src/local/demo-region/resident-accounts.ts';
import { organisations } from '../../src/local/demo-region/organisations.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { readLog } from '../../src/local/event-log/read-log.ts';
import { caseAt } from '../api/journey.ts';
import { knownIn, START } from '../api/known-in-start.ts';
import { SOCIAL, socialCase } from '../api/social-case.ts';
import { change, dayFrom } from '../api/verbs.ts';
import { onDatabase } from '../harness/on-database.ts';
import { type Running, runMain } from '../harness/processes.ts';
import { bsn, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'ketenpad-export-log-'));
const file = (name: string): string => join(folder, name);
const GGD = 'GGD Twente (fictief)';
const PURPOSE = 'Onderzoek naar wachttijden in de keten';
const secret = 'Zonderling';
const number = bsn();
const inwoner = { ...residentAccounts.get(users.find(({ handle }) => handle === 'inwoner')?.id ?? '') };
interface OcelObject {
  readonly id: string;
  readonly type: string;
  readonly relationships: readonly { readonly objectId: string; readonly qualifier: string }[];
}
let suite: Suite;
let today = '';
/** Every id of a case and a resident, also of those who are in no log. */
let ids: readonly string[] = [];

const asked = (out: string, over: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  recipient: GGD,
  basis: 'wetenschappelijk-onderzoek',
  purpose: PURPOSE,
  from: dayFrom(suite, -1),
  until: today,
  chain: 'alle',
  format: 'csv',
  out: file(out),
  ...over,
});
function exports(
  out: string,
  over: Readonly<Record<string, string>> = {},
  change: Partial<Exporting> = {},
): Promise<PersonsExported> {
  const { db, ring, clock } = suite.context;
  const exporting = { db, ring, clock, say: () => {}, signal: new AbortController().signal, ...change };
  return exportPersons(exporting, exportRequest.parse(asked(out, over)));
}
async function exported(out: string, over: Readonly<Record<string, string>> = {}): Promise<string> {
  await exports(out, over);
  return readFileSync(file(out), 'utf8');
}
/** As a user starts it. */
function runs(out: string, over: Readonly<Record<string, string>> = {}): Running {
  const words = Object.entries(asked(out, over)).flatMap(([name, value]) => [`--${name}`, value]);
  return runMain('export-log.ts', words, {
    DATABASE_URL: suite.databaseUrl,
    TEMPORAL_ADDRESS: suite.temporal.address,
    KETENPAD_KEYS: inject('stack').keys,
  });
}
const linesOfLog = () =>
  onDatabase(suite.databaseUrl, `select * from access_log where event = 'export-log' order by id`);

beforeAll(async () => {
  suite = await openSuite();
  const made = resident({ name: { given: 'Jo', family: secret }, bsn: number, birthDate: '1941-03-09' });
  const falls = await caseAt(suite, 'huisarts-beeld', { resident: made, note: 'Let op de hond', reference: 'HIS-77' });
  const social = await socialCase(suite, { at: 'eerste-contact', who: made });
  const own = await caseAt(suite, 'valrisicotest', { resident: inwoner });
  for (const link of [
    { type: 'parallel', case: social },
    { type: 'zelfde-gezin', case: own.id },
  ]) {
    const linked = await change(suite, 'huisarts', falls.id, 'links', link);
    if (linked.status !== 201) throw new Error(`not linked: ${linked.text}`);
  }
  const signal = { event: 'veiligheidssignaal', at: new Date(suite.clock.now()).toISOString() };
  await change(suite, 'tester', own.id, 'events', signal);
  const gone = await caseAt(suite, 'laag-advies');
  await change(suite, 'tester', gone.id, 'withdrawal', { reason: { code: 'ziekte' } });
  await erasePerson(suite.context, { case: gone.id, ground: 'verzoek', by: 'functionaris-7' });
  await knownIn(suite);
  today = dayFrom(suite, 0);
  const rows = await onDatabase(
    suite.databaseUrl,
    'select id from cases union select id from residents union select id from organisations',
  );
  ids = rows.map(({ id }) => String(id));
});
afterAll(async () => {
  await suite.close();
  rmSync(folder, { recursive: true });
});

describe('a log of persons', () => {
  test.each(['csv', 'xes', 'ocel'] as const)(
    'as %s holds three cases of two people, and nothing by which to know them',
    async (format) => {
      const text = await exported(`log.${format}`, { format });
      const columns = format === 'ocel' ? { case: 'Case' } : {};
      const { events, objects } = await readLog({ path: file(`log.${format}`), columns, zone: 'UTC' });
      expect(new Set(events.map((event) => event.case)).size).toBe(3);
      expect(new Set(events.map(({ at }) => new Date(at).toISOString()))).toEqual(new Set([`${today}T00:00:00.000Z`]));
      expect(objects?.types['Person'] ?? new Set(text.match(/\bp-[\w-]{43}/g)).size).toBe(2);
      for (const word of [secret, number, '1941-03-09', 'hond', 'HIS-77', '7511AB', 'veiligheid', START, ...ids])
        expect(text).not.toContain(word);
      for (const word of ['valpreventie', SOCIAL, 'enschede', 'valrisicotest', 'hoog', 'tester'])
        expect(text).toContain(word);
      expect(statSync(file(`log.${format}`)).mode & 0o777).toBe(0o600);
    },
  );

  test('as ocel tells the links between cases of one person, and none with those of another', async () => {
    const { objects } = JSON.parse(await exported('linked.json', { format: 'ocel' })) as { objects: OcelObject[] };
    const cases = new Set(objects.filter(({ type }) => type === 'Case').map(({ id }) => id));
    const links = objects
      .filter(({ id }) => cases.has(id))
      .flatMap(({ relationships }) => relationships.filter(({ objectId }) => cases.has(objectId)));
    expect(links.map(({ qualifier }) => qualifier)).toEqual(['parallel', 'parallel']);
  });

  test('is the same for the same recipient and period, and shares no name with that of another', async () => {
    const first = await exported('first.csv');
    expect(await exported('again.csv', { recipient: ' ggd twente (Fictief)' })).toBe(first);
    const namesIn = (text: string): Set<string> => new Set(text.match(/\b[pto]-[\w-]{43}/g));
    const other = await exported('other.csv', { recipient: 'Universiteit Twente' });
    expect(namesIn(first).size).toBe(namesIn(other).size);
    expect([...namesIn(first)].filter((name) => namesIn(other).has(name))).toEqual([]);
  });

  test('is packed when the name of the file says so, and is of one chain when that is asked', async () => {
    await exported('one.csv.gz', { chain: SOCIAL });
    const text = gunzipSync(readFileSync(file('one.csv.gz'))).toString();
    expect(text).toContain(SOCIAL);
    expect(text).not.toContain('valpreventie');
  });

  test('stands in the access log with recipient, ground and purpose, for everybody who is in it and nobody else', async () => {
    const before = (await linesOfLog()).length;
    const said = await exports('logged.csv', { recipient: 'Universiteit Twente' });
    expect(said).toMatchObject({ file: file('logged.csv'), cases: 3, residents: 2 });
    const [line, ...more] = (await linesOfLog()).slice(before);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      subject: 'Universiteit Twente',
      basis: 'wetenschappelijk-onderzoek',
      object: `alle ${dayFrom(suite, -1)}/${today} csv: ${PURPOSE}`,
      purpose: 'HRESCH',
      activity: 'uitgifte',
      request_id: said.export,
      outcome: 0,
    });
    const concerned = await onDatabase(
      suite.databaseUrl,
      `select distinct resident from cases c join residents r on r.id = c.resident where chain <> '${START}' and r.wrapped_key is not null`,
    );
    expect(new Set(line?.['residents'] as string[])).toEqual(new Set(concerned.map((row) => row['resident'])));
    expect((await verifyChains(suite.context.db)).ok).toBe(true);
  });

  test('is seen by the resident in who looked at their data, with who got it', async () => {
    const latest = async (recipient: string, out: string): Promise<unknown> => {
      await exports(out, { recipient });
      return (await suite.api('inwoner', 'GET', '/me/access-log')).json.items[0];
    };
    const given = (recipient: string): object => ({
      roles: ['ontvanger'],
      basis: 'wetenschappelijk-onderzoek',
      rule: { id: 'export-log', relation: recipient },
    });
    const elsewhere = await latest('Onderzoeksbureau Proef', 'seen.csv');
    expect(elsewhere).toMatchObject({ ...given('Onderzoeksbureau Proef'), organisationName: null });
    const { name } = organisations[0]!;
    expect(await latest(name, 'seen-here.csv')).toMatchObject({ ...given(name), organisationName: name });
  });
});

describe('nothing is written, and nothing entered,', () => {
  let before = 0;
  beforeAll(async () => {
    before = (await linesOfLog()).length;
  });
  const left = async (out: string): Promise<void> => {
    expect(readdirSync(folder).filter((name) => name.startsWith(out))).toEqual([]);
    expect((await linesOfLog()).length).toBe(before);
  };

  test.each<[string, Record<string, string>, string]>([
    ['of days to come', { until: '2199-01-01' }, 'lies ahead'],
    ['of a chain that nobody may know of', { chain: START }, 'confidential'],
    ['when nobody consented to that', { basis: 'toestemming' }, 'Nothing was written'],
    ['of days on which no case began', { from: '2020-01-01', until: '2020-12-31' }, 'Nothing was written'],
    ['where there is no such folder', { out: '/tmp/no-such-folder/none.csv' }, 'ENOENT'],
  ])('%s', async (_what, over, says) => {
    await expect(exports('none.csv', over)).rejects.toThrow(says);
    await left('none.csv');
  });

  test.each([
    ['over a file that is there', 'there.csv', 'there.csv'],
    ['beside another export that writes it', 'busy.csv', 'busy.csv.part'],
  ])('%s, which stays as it is', async (_what, out, there) => {
    writeFileSync(file(there), 'of another');
    await expect(exports(out)).rejects.toThrow('is there already');
    expect(readFileSync(file(there), 'utf8')).toBe('of another');
    expect((await linesOfLog()).length).toBe(before);
  });

  test('when it is stopped while it reads', async () => {
    const stop = new AbortController();
    const say = (): void => stop.abort();
    await expect(exports('read.csv', {}, { say, signal: stop.signal })).rejects.toThrow(/abort/i);
    await left('read.csv');
  });

  test('when the access log does not take it', async () => {
    const { ring, clock, db } = suite.context;
    const deaf = { ...db, query: () => Promise.reject(new Error('away')) };
    await expect(exports('deaf.csv', {}, { db: deaf, ring, clock })).rejects.toThrow('away');
    await left('deaf.csv');
  });
});

describe('npm run export-log', () => {
  test('prints what went out, and says meanwhile how far it is', async () => {
    const run = runs('command.csv');
    expect(await run.ended, run.output()).toBe(0);
    expect(run.output()).toContain('[export-log] 5 cases looked at, 3 in the log');
    const said = JSON.parse(run.output().trim().split('\n').at(-1) ?? '');
    expect(said).toEqual({ export: expect.any(String), file: file('command.csv'), cases: 3, residents: 2 });
  });

  test('names the options that are wrong, and ends with 1', async () => {
    const run = runs('wrong.csv', { basis: 'nieuwsgierig', purpose: '' });
    expect(await run.ended, run.output()).toBe(1);
    expect(run.output()).toContain('--basis, --purpose: missing or not right');
  });

  test('leaves no file behind when it is stopped just before the file would get its name', async () => {
    const holding = new pg.Client({ connectionString: suite.databaseUrl });
    await holding.connect();
    await holding.query('begin; lock table access_log in access exclusive mode');
    const run = runs('stopped.csv');
    await run.says('in the access log');
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual(['stopped.csv.part']);
    run.signal('SIGINT');
    expect(await run.ended, run.output()).toBe(1);
    await holding.end();
    expect(run.output()).toContain('Stopped: nothing is left behind.');
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });
});
