import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type LogRead, readLog } from './read-log.ts';
import { roomForLog } from './room.ts';

const folder = mkdtempSync(join(tmpdir(), 'ketenpad-log-'));

function written(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function eventsOf(path: string, zone = 'UTC'): Promise<LogRead['events']> {
  return (await readLog({ path, columns: {}, zone })).events;
}

const lines = (...rows: string[]): string => ['case,activity,timestamp,resource', ...rows, ''].join('\n');
const first = { case: '1', activity: 'a', at: Date.UTC(2026, 0, 1, 10) };

test('a case, a step and a person called NA, null or None are kept', async () => {
  const path = written('na.csv', lines('NA,null,2026-01-01T10:00:00Z,None', 'NA,NA,2026-01-02T10:00:00Z,NA'));
  expect(await eventsOf(path)).toEqual([
    { case: 'NA', activity: 'null', at: Date.UTC(2026, 0, 1, 10), resource: 'None' },
    { case: 'NA', activity: 'NA', at: Date.UTC(2026, 0, 2, 10), resource: 'NA' },
  ]);
});

describe('CSV is read as spreadsheets and other systems write it:', () => {
  test.each([
    ['line ends of Windows, and a byte order mark', `\uFEFFcase,activity,timestamp\r\n1,a,2026-01-01 10:00\r\n`],
    ['line ends of old', 'case,activity,timestamp\r1,a,2026-01-01 10:00\r'],
    ['no last line end', 'case,activity,timestamp\n1,a,2026-01-01 10:00'],
    ['semicolons that are told', 'sep=;\ncase;activity;timestamp\n1;a;2026-01-01 10:00\n'],
    ['semicolons, and commas in a name', '"case";"activity";"timestamp";"a,b,c,d"\n1;a;2026-01-01 10:00;\n'],
    ['tabs, and Dutch names', 'Zaaknummer\tStap\tDatum\n1\ta\t01-01-2026 10:00\n'],
    [
      'a begin and an end per line, of which the end counts',
      'Case ID,Activity,Start Timestamp,Complete Timestamp\n1,a,2026/01/01 09:00,2026/01/01 10:00\n',
    ],
    ['bars, and empty lines between', 'CASE_ID|Activity Name|Time Stamp\n\n1|a|2026-01-01 10:00\n\n'],
  ])('%s', async (_what, content) => {
    expect(await eventsOf(written('a.csv', content))).toEqual([first]);
  });

  test('line ends and commas within quotation marks, and a moment without an offset in its zone', async () => {
    const path = written('excel.csv', 'Zaaknummer;Stap;Tijdstip\n"A;1";"eerste\nstap";2026-07-01 10:00\n');
    const at = Date.UTC(2026, 6, 1, 8);
    expect(await eventsOf(path, 'Europe/Amsterdam')).toEqual([{ case: 'A;1', activity: 'eerste\nstap', at }]);
  });
});

describe('XES', () => {
  const event = (more: string): string =>
    `<event><string key="concept:name" value="A &amp; B">${more}</string><date key="time:timestamp" value="2026-01-01T11:00:00.000+01:00"/><string key="org:resource" value="r"/></event>`;
  const xes = `<?xml version="1.0"?><log xmlns="http://www.xes-standard.org/"><global scope="event"><string key="concept:name" value="x"/></global>
    <trace><string key="concept:name" value="NA"/>${event('<string key="concept:name" value="deep"/>')}</trace><trace>${event('')}</trace></log>`;
  const expected = ['NA', 'trace 2'].map((id) => ({ ...first, case: id, activity: 'A & B', resource: 'r' }));

  test('is read by its own attributes, not by those of attributes; a trace without a name gets its number', async () => {
    expect(await eventsOf(written('a.xes', xes))).toEqual(expected);
  });

  test('is read packed, and with a prefix before its names', async () => {
    expect(await eventsOf(written('a.xes.gz', gzipSync(xes)))).toEqual(expected);
    const prefixed = xes.replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:');
    expect(await eventsOf(written('b.xes', prefixed))).toEqual(expected);
  });
});

test('types, steps and cases may be called as what every JavaScript object has', async () => {
  const path = written(
    'proto.json',
    JSON.stringify({
      objects: [{ id: '__proto__', type: 'constructor' }],
      events: [{ id: 'e', type: 'toString', time: '2026-01-01T10:00:00Z', relationships: [{ objectId: '__proto__' }] }],
    }),
  );
  const { events, objects } = await readLog({ path, columns: {}, zone: 'UTC' });
  expect(events).toEqual([{ ...first, case: '__proto__', activity: 'toString' }]);
  expect(objects?.types).toEqual({ constructor: 1 });
});

test('a letter of more bytes is whole where the file is read in parts', async () => {
  const name = 'ë'.repeat(40_000);
  expect(await eventsOf(written('parts.csv', lines(`1,${name},2026-01-01T10:00:00Z,`)))).toEqual([
    { ...first, activity: name },
  ]);
});

test('a log that does not fit in memory is refused while it is read', async () => {
  const path = written('big.csv', lines('1,a,2026-01-01T10:00:00Z,r\n'.repeat(200_000)));
  await expect(readLog({ path, columns: {}, zone: 'UTC' }, roomForLog(90_000_000))).rejects.toThrow(
    /^the log has more than \d+ events, which is what fits in memory\. Split it/,
  );
});
