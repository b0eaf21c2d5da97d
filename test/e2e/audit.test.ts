import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { describedBy } from '../harness/described.ts';
import { onDatabase } from '../harness/on-database.ts';
import { runMain } from '../harness/processes.ts';
import { openSystem, type System } from '../harness/system.ts';
import { expectPicturesOfRelease } from './audit/pictures-of-release.ts';

let it: System;
let seeded: Told;
let told: Told;
beforeAll(async () => {
  it = await openSystem();
  seeded = await run('seed.ts', '--cases', '600');
  told = await run('release.ts');
}, 400_000);
afterAll(() => it.close());

interface Told {
  readonly code: number | string;
  readonly output: string;
}

async function run(file: string, ...args: readonly string[]): Promise<Told> {
  const running = runMain(file, [...args], { KETENPAD_HOME: it.home });
  return { code: await running.ended, output: running.output() };
}

const sql = (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  onDatabase(it.system.env['DATABASE_URL'], text, values);

const routes = [
  'flow',
  'durations',
  'bottlenecks',
  'handoffs',
  'outcomes',
  'links',
  'conformance',
  'kerncijfers',
] as const;

describe('after a release', () => {
  test.each(routes)('%s answers both coordinators, for the region and the own municipality', async (route) => {
    expect([seeded, told]).toMatchObject([{ code: 0 }, { code: 0 }]);
    for (const user of ['ketencoordinator', 'regiocoordinator']) {
      for (const place of ['', '&municipality=enschede']) {
        const { status, json } = await it.api(user, 'GET', `/audit/${route}?year=2025${place}`);
        expect([user, place, status]).toEqual([user, place, 200]);
        expect(json).toMatchObject({ period: '2025', release: expect.any(String), asOf: expect.any(String) });
        expect(json.items.length).toBeGreaterThan(0);
        expect(json.definitions.length).toBeGreaterThan(0);
      }
    }
  });

  test('every answer is as the document says', async () => {
    const { ask } = describedBy(it, (await it.api(null, 'GET', '/openapi.json')).json);
    for (const route of routes) {
      for (const query of ['?year=2025', '?quarter=2026-Q2&municipality=borne', '?week=2025-W10'])
        expect((await ask('regiocoordinator', `GET /audit/${route}`, `/audit/${route}${query}`)).status).toBe(200);
    }
    for (const query of ['flow?year=2025&by=month', 'durations?year=2025&by=step'])
      expect((await ask('regiocoordinator', `GET /audit/${query.split('?')[0]}`, `/audit/${query}`)).status).toBe(200);
    await ask('regiocoordinator', 'GET /audit/releases');
  });

  test.each(routes)('%s does not exist for who has no part in it, nor of another municipality', async (route) => {
    const of = async (user: string, query: string): Promise<number> =>
      (await it.api(user, 'GET', `/audit/${route}?${query}`)).status;
    for (const user of ['huisarts', 'czv', 'inwoner', 'beheerder']) expect(await of(user, 'year=2025')).toBe(404);
    expect(await of('ketencoordinator', 'year=2025&municipality=borne')).toBe(404);
    expect(await of('regiocoordinator', 'year=2025&municipality=borne')).toBe(200);
  });

  test.each([
    'from=2025-01-03&to=2025-01-19',
    '',
    'year=2025&quarter=2025-Q1',
    'year=2031',
    'month=2025-13',
    'month=2025-06&municipality=enschede',
    'week=2025-W10&municipality=enschede',
    'year=2025&chain=dementie',
    'year=2025&municipality=deventer',
    'year=2025&by=kern',
    'year=2025&release=gisteren',
  ])('"%s" lies off the grid and is refused with what there is', async (query) => {
    const { status, json } = await it.api('regiocoordinator', 'GET', `/audit/flow?${query}`);
    expect([status, json.code]).toEqual([422, 'invalid-input']);
    expect(json.errors.length).toBeGreaterThan(0);
  });

  test('what came, went and was there is what the facts say, counted by the database itself', async () => {
    let compared = 0;
    for (const [kind, period, from, until] of periods) {
      const { json } = await it.api('regiocoordinator', 'GET', `/audit/flow?${kind}=${period}`);
      const counted = await sql(RECOUNT, [from, until]);
      for (const item of json.items.filter(({ chain }: { chain: string }) => chain !== 'alle')) {
        const own = counted.find(({ chain }) => chain === item.chain) ?? { came: 0, went: 0, there: 0, again: 0 };
        for (const [shown, name] of [
          ['in', 'came'],
          ['out', 'went'],
          ['open', 'there'],
          ['herinstroom', 'again'],
        ] as const) {
          if (typeof item[shown] !== 'number') continue;
          compared += 1;
          expect([period, item.chain, shown, item[shown]]).toEqual([period, item.chain, shown, own[name]]);
        }
      }
    }
    expect(compared).toBeGreaterThan(30);
  });

  test('how cases ended and what was lacking is what the facts say, counted by the database itself', async () => {
    const neutral = ['overleden', 'verhuisd', 'zwangerschap-beeindigd', 'kind-overleden'];
    let compared = 0;
    const reachedShown = new Set<string>();
    for (const [kind, period, from, until] of periods) {
      const counted = await sql(RECOUNT_CODES, [from, until]);
      const of = (chain: string, fact: string, codes: readonly string[]): number =>
        counted.reduce((sum, row) => {
          const fits = row['chain'] === chain && row['fact'] === fact && codes.includes(String(row['code']));
          return fits ? sum + Number(row['n']) : sum;
        }, 0);
      const outcomes = (await it.api('regiocoordinator', 'GET', `/audit/outcomes?${kind}=${period}`)).json.items;
      for (const { id, count, of: inhabitants, share } of reachIn(outcomes)) {
        const [row] = await sql(RECOUNT_REACHED, [from, until, reached[id]]);
        if (typeof count !== 'number') continue;
        reachedShown.add(id);
        expect([period, id, count, share.value]).toEqual([period, id, row?.['n'], count / inhabitants]);
      }
      for (const { chain, endings } of outcomes) {
        for (const { ending, count } of endings) {
          if (typeof count !== 'number') continue;
          compared += count > 0 ? 1 : 0;
          const codes = ending === 'omstandigheden' ? neutral : [ending];
          expect([period, chain, ending, count]).toEqual([period, chain, ending, of(chain, 'ended', codes)]);
        }
      }
      const { items } = (await it.api('regiocoordinator', 'GET', `/audit/conformance?${kind}=${period}`)).json;
      for (const { kind: what, chain, gap, count, municipality } of items) {
        // In Kansrijke Start what confidential steps lack is not told.
        if (what !== 'ketengat' || chain === 'kansrijke-start') continue;
        if (municipality !== undefined || typeof count !== 'number') continue;
        compared += count > 0 ? 1 : 0;
        expect([period, chain, gap, count]).toEqual([period, chain, gap, of(chain, 'gap', [gap])]);
      }
    }
    expect([...reachedShown]).toEqual(Object.keys(reached));
    expect(compared).toBeGreaterThan(5);
  });

  test('what a municipality lacks is told beside the others to who may see them all, and else the own alone', async () => {
    const seen = async (user: string): Promise<ReadonlySet<string>> => {
      const { items } = (await it.api(user, 'GET', '/audit/conformance?year=2025')).json;
      return new Set(items.flatMap(({ municipality }: { municipality?: string }) => municipality ?? []));
    };
    expect((await seen('regiocoordinator')).size).toBe(14);
    expect([...(await seen('ketencoordinator'))]).toEqual(['enschede']);
  });

  test('the log of a closed year holds cases that nobody lived, and is read back by the audit of any log', async () => {
    const path = '/audit/log?year=2025&chain=sociaal-verwijzen';
    const { status, text } = await it.api('ketencoordinator', 'GET', path);
    expect(status).toBe(200);
    const events: Record<string, string>[] = parse(text, { columns: true });
    const cases = new Map<string, string[]>();
    for (const event of events) {
      const id = event['case:concept:name'] ?? '';
      cases.set(id, [...(cases.get(id) ?? []), event['concept:name'] ?? '']);
    }
    const ways = [...cases.values()].map((way) => way.join());
    for (const way of new Set(ways)) expect(ways.filter((each) => each === way).length).toBeGreaterThanOrEqual(10);
    expect((await it.api('huisarts', 'GET', path)).status).toBe(404);
    expect((await it.api('ketencoordinator', 'GET', '/audit/log?year=2031')).status).toBe(422);
  });

  test('a year by month is what the months say, and CSV holds the same as JSON', async () => {
    const { json } = await it.api('regiocoordinator', 'GET', '/audit/flow?year=2025&by=month&chain=valpreventie');
    expect(json.items.map(({ period }: { period: string }) => period)).toHaveLength(12);
    const june = await it.api('regiocoordinator', 'GET', '/audit/flow?month=2025-06&chain=valpreventie');
    expect(json.items[5]).toEqual({ period: '2025-06', ...june.json.items[0] });
    const csv = await it.api('regiocoordinator', 'GET', '/audit/flow?year=2025', undefined, { accept: 'text/csv' });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const rows: Record<string, string>[] = parse(csv.text, { columns: true });
    const { items } = (await it.api('regiocoordinator', 'GET', '/audit/flow?year=2025')).json;
    expect(rows.map(({ in: came }) => came)).toEqual(
      items.map((item: Record<string, unknown>) => (typeof item['in'] === 'number' ? String(item['in']) : '.')),
    );
  });

  test('nothing is published twice of the same periods, and nothing that was can be changed', async () => {
    expect(await run('release.ts')).toMatchObject({
      code: 0,
      output: expect.stringContaining('nothing was published'),
    });
    expect((await it.api('ketencoordinator', 'GET', '/audit/releases')).json.items).toHaveLength(1);
    await expect(sql(`update figures set body = '[]'`)).rejects.toThrow(/only|grow|change/i);
    await expect(sql('delete from releases')).rejects.toThrow(/only|grow|change/i);
  });

  test('the pictures have the numbers of the routes, and show nothing that is hidden', async () => {
    await expectPicturesOfRelease({ home: it.home, url: it.system.url, year: '2025' });
  });

  test('every look at figures is in the access log, and none names a resident', async () => {
    const lines = await sql(`select count(*)::int as looks, count(resident)::int as about from access_log
      where event like 'GET /audit/%' and outcome = 0`);
    expect(lines[0]).toMatchObject({ looks: expect.any(Number), about: 0 });
    expect(lines[0]?.['looks']).toBeGreaterThan(30);
  });
});

const periods = [
  ['year', '2025', '2025-01-01', '2026-01-01'],
  ['quarter', '2025-Q1', '2025-01-01', '2025-04-01'],
  ['quarter', '2026-Q2', '2026-04-01', '2026-07-01'],
  ['month', '2025-10', '2025-10-01', '2025-11-01'],
  ['week', '2025-W14', '2025-03-31', '2025-04-07'],
] as const;

/** What of valpreventie is told beside a norm, and what says so. */
const reached: Readonly<Record<string, readonly string[]>> = {
  'valrisico-ingeschat': ['valrisicotest.laag', 'valrisicotest.matig', 'valrisicotest.hoog'],
  'beweegprogramma-begonnen': ['t0.gedaan', 'otago-intake.passend'],
};

function reachIn(items: readonly { chain: string; reach?: readonly ReachAnswer[] }[]): readonly ReachAnswer[] {
  expect(items.filter(({ reach }) => reach !== undefined).map(({ chain }) => chain)).toEqual(['valpreventie']);
  return items.flatMap(({ reach = [] }) => reach);
}

interface ReachAnswer {
  readonly id: string;
  readonly count: unknown;
  readonly of: number;
  readonly share: { readonly value: unknown };
}

const RECOUNT_REACHED = `
  with own as (select f.case_id, min(f.at) as at from facts f
    where f.fact = 'decided' and (f.codes->>'step') || '.' || (f.codes->>'outcome') = any($3::text[])
      and not exists (select 1 from facts c where c.case_id = f.case_id and c.fact = 'corrected'
        and (c.codes->>'undoes')::int = f.seq)
    group by f.case_id)
  select count(*)::int as n from own join cases c on c.id = own.case_id
  where c.chain = 'valpreventie' and own.at >= $1::date::timestamp at time zone 'Europe/Amsterdam'
    and own.at < $2::date::timestamp at time zone 'Europe/Amsterdam'`;

const RECOUNT_CODES = `
  select c.chain, f.fact, coalesce(f.codes->>'ending', f.codes->>'gap') as code, count(*)::int as n
  from facts f join cases c on c.id = f.case_id
  where f.fact in ('ended', 'gap') and f.at >= $1::date::timestamp at time zone 'Europe/Amsterdam'
    and f.at < $2::date::timestamp at time zone 'Europe/Amsterdam'
  group by c.chain, f.fact, code`;

/** From the facts, by local days. */
const RECOUNT = `
  with day as (select $1::date::timestamp at time zone 'Europe/Amsterdam' as first,
                      $2::date::timestamp at time zone 'Europe/Amsterdam' as next),
  life as (select c.chain, min(f.at) filter (where f.fact = 'started') as came,
             max(f.at) filter (where f.fact = 'ended') as went,
             bool_or(f.fact = 'started' and (f.codes->>'herinstroom') = 'true') as again
           from facts f join cases c on c.id = f.case_id group by c.id, c.chain)
  select chain, count(*) filter (where came >= first and came < next)::int as came,
    count(*) filter (where went >= first and went < next)::int as went,
    count(*) filter (where came < next and (went is null or went >= next))::int as there,
    count(*) filter (where came >= first and came < next and again)::int as again
  from life, day group by chain`;
