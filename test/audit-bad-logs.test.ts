import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { knownLog, runAudit, written } from './event-logs/run-audit.ts';

const csv = (...rows: string[]): string => ['case,activity,timestamp', ...rows, ''].join('\n');
const at = '2026-01-01T10:00:00Z';
const one = csv(`1,a,${at}`);
const event = `<event><string key="concept:name" value="a"/><date key="time:timestamp" value="${at}"/></event>`;
const xes = (inner = event): string =>
  `<?xml version="1.0"?>\n<log><trace><string key="concept:name" value="1"/>\n${inner}</trace></log>\n`;
const patients = gunzipSync(readFileSync(knownLog('patients.csv.gz')));
const objects = readFileSync(knownLog('ocel20_example.json'), 'utf8');
const objectsXml = readFileSync(knownLog('ocel20_example.xml'), 'utf8');

type BadLog = readonly [
  what: string,
  name: string,
  content: string | Buffer,
  says: string,
  options?: readonly string[],
];

const badLogs: readonly BadLog[] = [
  ['an empty file', 'empty.csv', '', 'the file is empty'],
  ['a file of empty lines', 'blank.csv', '\n\n', 'the file is empty'],
  ['a packed empty file', 'empty.gz', gzipSync(''), 'the file is empty'],
  ['a header only', 'header.csv', csv(), 'the log has no events'],
  ['no column of moments', 'no-time.csv', 'case,activity\n1,a\n', 'Say --timestamp <column>. The columns are: case'],
  ['a column that is not there', 'a.csv', one, 'there is no column "zaak" for --case', ['--case', 'zaak']],
  ['a key that is not in XES', 'a.xes', xes(), 'no "zaak", which is asked for as --case', ['--case', 'zaak']],
  ['a person key that is not in XES', 'b.xes', xes(), 'no event has "wie"', ['--resource', 'wie']],
  ['a type that is not in OCEL', 't.json', objects, 'no objects of type "Zaak". The types are: ', ['--case', 'Zaak']],
  ['two columns of one name', 'twice.csv', `case,activity,timestamp,case\n1,a,${at},2\n`, 'two columns "case"'],
  ['a word for a moment', 'word.csv', csv(`1,a,${at}`, '1,b,tomorrow'), 'line 3: "tomorrow" is no moment'],
  ['a day that does not exist', 'day.csv', csv('1,a,2026-02-30 10:00'), 'line 2: "2026-02-30 10:00" is a day or hour'],
  ['a day with slashes', 'us.csv', csv('1,a,12/31/2025 10:00'), 'line 2: "12/31/2025 10:00" can be two days'],
  ['no moment', 'none.csv', csv('1,a,'), 'line 2: the moment ("timestamp") is empty'],
  ['two forms of moments', 'forms.csv', csv(`1,a,${at}`, '1,b,2026-01-01 10:00'), 'line 3: '],
  ['no case', 'no-case.csv', csv(`,a,${at}`), 'line 2: the case ("case") is empty'],
  ['no activity', 'no-activity.csv', csv(`1,,${at}`), 'line 2: the activity ("activity") is empty'],
  [
    'a line with a column less',
    'ragged.csv',
    csv(`1,a,${at}`, '1,b'),
    'line 3: this line has another number of columns',
  ],
  ['a quotation mark that stays open', 'quote.csv', csv(`1,"a,${at}`), 'a quotation mark is opened and not closed'],
  ['a line without end', 'long.csv', csv(`1,a,${'x'.repeat(2e6)}`), 'line 2: this line is longer than a million'],
  ['an XML value without end', 'long.xes', `<log><trace a="${'x'.repeat(2e7)}`, 'a value is longer than ten million'],
  ['a JSON value without end', 'long.json', `{"a": "${'x'.repeat(2e7)}`, 'a value is longer than ten million'],
  ['two CSV files in one', 'two.csv', one + one, 'line 3: the names of the columns come again'],
  ['two packed files in one', 'two.gz', Buffer.concat([gzipSync(one), gzipSync(one)]), 'line 3: the names of the'],
  [
    'a gzip with CSV after it',
    'tail.gz',
    Buffer.concat([gzipSync(one), Buffer.from(one)]),
    'something else follows it',
  ],
  ['XES after CSV', 'csv-xes.csv', one + xes(), 'line 3: '],
  ['CSV after XES', 'xes-csv.xes', xes() + one, 'line 3: the log ends here, and more follows'],
  ['two XES files in one', 'xes-xes.xes', xes() + xes(), 'line 3: the log ends here, and more follows'],
  ['CSV after JSON', 'json-csv.json', objects + one, 'or more follows after its end'],
  ['two JSON files in one', 'json-json.json', objects + objects, 'or more follows after its end'],
  ['a gzip that is cut off', 'cut.gz', gzipSync(patients).subarray(0, 30_000), 'the gzip is cut off'],
  ['a gzip that is damaged', 'harm.gz', harmed(gzipSync(patients)), 'the gzip is damaged'],
  ['XES that is cut off', 'cut.xes', xes().slice(0, 150), 'line 3: the XML is cut off'],
  ['XES that is cut off at its end', 'cut2.xes', xes().slice(0, -5), 'the XML is cut off'],
  ['an XES event without a moment', 'bare.xes', xes('<event/>'), 'line 3: this event has no "concept:name"'],
  ['JSON that is cut off', 'cut.json', objects.slice(0, 6000), 'the JSON is cut off'],
  ['JSON that is something else', 'other.json', '{"a": 1}', 'the file is no OCEL 2.0'],
  ['XML that is something else', 'page.html', '<html></html>', 'the file is XML, and no XES'],
  ['bytes', 'bytes.bin', Buffer.concat([Buffer.from([1, 0]), randomBytes(1000)]), 'this is no text'],
  ['packed bytes', 'bytes.gz', gzipSync(Buffer.from([1, 0, 2])), 'this is no text'],
  ['a spreadsheet', 'sheet.xlsx', Buffer.from('PK\u0003\u0004'), 'this is a zip or a spreadsheet'],
  ['UTF-16', 'utf16.csv', Buffer.from(`\uFEFF${one}`, 'utf16le'), 'the text is UTF-16'],
  ['Latin-1', 'latin.csv', Buffer.from(csv(`1,a,${at}`, `Zo\u00EB,a,${at}`), 'latin1'), 'line 3: the text is no UTF-8'],
  [
    'a relation to no object, in JSON',
    'r.json',
    objects.replace('"objectId": "P1"', '"objectId": "X"'),
    'objects, item 1',
  ],
  ['a relation to no object, in XML', 'r.xml', objectsXml.replace('object-id="P1"', 'object-id="X"'), 'line 68: this'],
  ['an event about no object', 'e.json', withoutObject(objects), 'events, item 1: this event is about an object that'],
];

function harmed(packed: Buffer): Buffer {
  const copy = Buffer.from(packed);
  copy.fill(0xff, 1000, 1010);
  return copy;
}

function withoutObject(log: string): string {
  const events = log.indexOf('"events"');
  return log.slice(0, events) + log.slice(events).replace('"objectId": "PR1"', '"objectId": "X"');
}

describe.concurrent(
  'a log that cannot be read ends with exit 2, says what to do, and prints no figure:',
  { timeout: 60_000 },
  () => {
    const named = badLogs.map(([what, name, content, says, options = []]) => ({ what, name, content, says, options }));
    test.each(named)('$what', async ({ name, content, says, options }) => {
      const { code, out, said } = await runAudit([written(name, content), ...options, '--json']);
      expect(said).toContain(says);
      expect(said.split('\n')).toHaveLength(2);
      expect({ code, out }).toEqual({ code: 2, out: '' });
    });
  },
);

const running = knownLog('running-example.csv');

const badOptions: readonly (readonly [what: string, args: readonly string[], says: string])[] = [
  ['a file that is not there', ['/no/such/log.csv'], 'there is no file /no/such/log.csv'],
  ['a folder', [folder()], 'is a folder: name one file'],
  ['no log', [], 'name one log'],
  ['two logs', [running, running], 'name one log'],
  ['an option that there is not', [running, '--asof', '2026-01-01'], "Unknown option '--asof'"],
  ['a zone that does not exist', [running, '--tz', 'Twente'], '--tz Twente is no time zone'],
  ['a day that does not exist', [running, '--as-of', '2026-02-30'], '--as-of: "2026-02-30" is a day or hour that'],
  ['a day in words', [running, '--as-of', 'yesterday'], '--as-of: "yesterday" is no moment'],
  ['a window that is turned round', [running, '--from', '2011-02-01', '--until', '2011-01-01'], '--until is not after'],
  ['a window after --as-of', [running, '--as-of', '2011-01-01', '--until', '2011-02-01'], '--until is after --as-of'],
];

function folder(): string {
  const path = join(dirname(written('here', '')), 'logs');
  mkdirSync(path, { recursive: true });
  return path;
}

describe.concurrent(
  'a question that makes no sense ends with exit 2, says why, and prints no figure:',
  { timeout: 60_000 },
  () => {
    test.each(badOptions)('%s', async (_what, args, says) => {
      const { code, out, said } = await runAudit([...args, '--json']);
      expect(said).toContain(says);
      expect({ code, out }).toEqual({ code: 2, out: '' });
    });
  },
);
