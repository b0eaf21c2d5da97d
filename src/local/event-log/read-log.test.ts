import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { logFigures } from '../../audit/log-figures.ts';
import { LogProblem } from './log-problem.ts';
import { type LogAsked, type LogRead, readLog } from './read-log.ts';

const logs = join(import.meta.dirname, '../../../test/event-logs');
const folder = mkdtempSync(join(tmpdir(), 'ketenpad-log-'));

function written(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function read(path: string, differs: Partial<LogAsked> = {}): Promise<LogRead> {
  return readLog({ path, columns: {}, zone: 'UTC', ...differs });
}

/** What is said of a log that cannot be read. */
async function problem(path: string, differs: Partial<LogAsked> = {}): Promise<string> {
  const error: unknown = await read(path, differs).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(LogProblem);
  return error instanceof LogProblem ? error.message : '';
}

describe('logs of others', () => {
  test('patients: the counts, spans, shares and idle times that PM4Py, R and bupaR give', async () => {
    const { events } = await read(join(logs, 'patients.csv.gz'));
    const figures = logFigures(events, Date.UTC(2017, 6, 1));
    expect(figures.counts).toEqual({ cases: 500, events: 5442, activities: 7, variants: 7 });
    expect(figures.variants.slice(0, 3).map(({ cases }) => cases)).toEqual([258, 234, 2]);
    const days = Object.entries(figures.spans ?? {}).map(([name, value]) => [name, (value / 86_400).toFixed(5)]);
    expect(Object.fromEntries(days)).toMatchObject({
      min: '1.49609',
      median: '6.08551',
      max: '23.10676',
      deviation: '3.22424',
    });
    expect(figures.throughput).toMatchObject({ n: 186, ended: 180, open: 6 });
    const { value, lower, upper } = figures.throughput.p50;
    expect([value, lower, upper].map((day) => day?.toFixed(5))).toEqual(['5.78690', '5.36818', '6.47752']);
    expect(figures.throughput.survival['7']?.toFixed(6)).toBe('0.372052');
    const idle = Object.entries(figures.work.idle).map(([who, day]) => `${who} ${day.toFixed(4)}`);
    expect(idle).toEqual([
      'r7 464.4199',
      'r1 450.2124',
      'r4 442.6260',
      'r5 430.1764',
      'r3 429.1064',
      'r6 425.5362',
      'r2 214.7436',
    ]);
    expect(figures.work.processing?.mean.toFixed(6)).toBe('1.156228');
  });

  test('running-example: six cases in six ways', async () => {
    const { events } = await read(join(logs, 'running-example.csv'));
    const { counts, spans } = logFigures(events, null);
    expect(counts).toEqual({ cases: 6, events: 42, activities: 8, variants: 6 });
    expect(spans).toMatchObject({ min: 520_920, median: 815_940, mean: 966_890, max: 1_576_440 });
  });

  test('the OCEL 2.0 example: what is in it, and its cases by the type of object that is asked', async () => {
    const path = join(logs, 'ocel20_example.json');
    const { objects } = await read(path);
    expect(objects).toMatchObject({ events: 13, objects: 9, eventToObject: 20, objectToObject: 7, activities: 8 });
    expect(objects?.types).toEqual({ Invoice: 3, Payment: 3, 'Purchase Order': 2, 'Purchase Requisition': 1 });
    const orders = await read(path, { columns: { case: 'Purchase Order' } });
    expect(new Set(orders.events.map((event) => event.case)).size).toBe(2);
    expect(await problem(path, { columns: { case: 'Zaak' } })).toContain('The types are: ');
  });
});

const lines = (...rows: string[]): string => linesOf(rows);
const linesOf = (rows: readonly string[]): string => ['case,activity,timestamp,resource', ...rows, ''].join('\n');

describe('a log of any system', () => {
  test('keeps a case, a step and a person called NA, null or None', async () => {
    const path = written('na.csv', lines('NA,null,2026-01-01T10:00:00Z,None', 'NA,NA,2026-01-02T10:00:00Z,NA'));
    expect((await read(path)).events).toEqual([
      { case: 'NA', activity: 'null', at: Date.UTC(2026, 0, 1, 10), resource: 'None' },
      { case: 'NA', activity: 'NA', at: Date.UTC(2026, 0, 2, 10), resource: 'NA' },
    ]);
  });

  test('keeps events of one moment in the order of the file', async () => {
    const at = '2026-01-01T10:00:00Z';
    const path = written('same.csv', lines(`1,c,${at},`, `1,a,${at},`, `1,b,${at},`));
    expect(logFigures((await read(path)).events, null).variants[0]?.activities).toEqual(['c', 'a', 'b']);
  });

  test('reads semicolons, quotes with line breaks, a byte order mark and a moment without an offset in its zone', async () => {
    const path = written('excel.csv', '\uFEFFZaaknummer;Stap;Tijdstip\n"A;1";"eerste\nstap";2026-07-01 10:00\n');
    const { events } = await read(path, { zone: 'Europe/Amsterdam' });
    expect(events).toEqual([{ case: 'A;1', activity: 'eerste\nstap', at: Date.UTC(2026, 6, 1, 8) }]);
  });

  test('reads XES, also packed; attributes of attributes are not those of the event', async () => {
    const xes = `<?xml version="1.0"?><log xmlns="http://www.xes-standard.org/"><global scope="event"><string key="concept:name" value="x"/></global>
      <trace><string key="concept:name" value="NA"/><event><string key="concept:name" value="A &amp; B"><string key="concept:name" value="deep"/></string>
      <date key="time:timestamp" value="2026-01-01T10:00:00.000+01:00"/><string key="org:resource" value="r"/></event></trace></log>`;
    const expected = [{ case: 'NA', activity: 'A & B', at: Date.UTC(2026, 0, 1, 9), resource: 'r' }];
    expect((await read(written('a.xes', xes))).events).toEqual(expected);
    expect((await read(written('a.xes.gz', gzipSync(xes)))).events).toEqual(expected);
  });

  test('holds 300,000 events', async () => {
    const rows = Array.from(
      { length: 300_000 },
      (_, index) => `c${index % 20_000},step ${index % 30},2026-01-01T10:00:00Z,r`,
    );
    expect(logFigures((await read(written('big.csv', linesOf(rows)))).events, null).counts.events).toBe(300_000);
  });
});

describe('a log that cannot be read says what to do', () => {
  const xml = (inner: string): string => written('bad.xes', `<log><trace>${inner}</trace></log>`);
  const patients = gunzipSync(readFileSync(join(logs, 'patients.csv.gz')));

  test.each<[string, () => string, string]>([
    ['no such file', () => join(folder, 'none.csv'), 'there is no file'],
    ['an empty file', () => written('empty.csv', ''), 'the file is empty'],
    ['no events', () => written('header.csv', lines()), 'the log has no events'],
    ['no time stamp column', () => written('t.csv', 'case,activity\n1,a\n'), 'Say --timestamp <column>'],
    ['a moment that is none', () => written('m.csv', lines('1,a,tomorrow,')), 'line 2: "tomorrow" is no moment'],
    ['a day that does not exist', () => written('d.csv', lines('1,a,2026-13-01T10:00:00Z,')), 'line 2'],
    [
      'two forms of moments',
      () => written('f.csv', lines('1,a,2026-01-01T10:00:00Z,', '1,b,2026-01-01 10:00,')),
      'line 3: ',
    ],
    [
      'a line of another length',
      () => written('l.csv', lines('1,a,2026-01-01T10:00:00Z,', '1,b')),
      'line 3: this line has another number of columns',
    ],
    ['a quote that is not closed', () => written('q.csv', lines('1,"a,2026-01-01T10:00:00Z,')), 'a quotation mark'],
    [
      'a case without a name',
      () => written('c.csv', lines(',a,2026-01-01T10:00:00Z,')),
      'line 2: the case ("case") is empty',
    ],
    ['a gzip that is cut off', () => written('g.gz', gzipSync(patients).subarray(0, 9_000)), 'the gzip is cut off'],
    [
      'an XES event without a moment',
      () => xml('<event><string key="concept:name" value="a"/></event>'),
      'an event has no "time:timestamp"',
    ],
    ['XML that stops', () => written('x.xes', '<log><trace>'), 'this is no sound XML'],
    ['XML that is something else', () => written('h.xml', '<html></html>'), 'its first element is not <log>'],
    ['JSON that stops', () => written('j.json', '{"objects": [{"id": "a", "type": "b"'), 'JSON'],
    ['JSON that is something else', () => written('o.json', '{"a": 1}'), 'no OCEL 2.0'],
  ])('%s', async (_what, path, says) => {
    expect(await problem(path())).toContain(says);
  });

  test('a column or a zone that does not exist', async () => {
    const path = join(logs, 'running-example.csv');
    expect(await problem(path, { columns: { case: 'zaak' } })).toContain('there is no column "zaak" for --case');
    expect(await problem(path, { zone: 'Twente' })).toContain('--tz Twente is no time zone');
  });
});
