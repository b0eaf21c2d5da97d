import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readLog } from '../../local/event-log/read-log.ts';
import { type LogCase, type LogEvent, type LogFormat, logFormats, momentOf } from './log-shape.ts';
import { logText } from './log-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'ketenpad-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function written(format: LogFormat, cases: readonly LogCase[]): Promise<string> {
  const path = join(folder, `log.${format}`);
  await writeFile(
    path,
    logText(format, 'proef', () => cases),
  );
  return path;
}

const event = (over: Partial<LogEvent> = {}): LogEvent => ({
  activity: 'intake',
  day: '2025-03-30',
  lifecycle: 'complete',
  step: null,
  outcome: null,
  role: null,
  organisation: null,
  ...over,
});
const own = (id: string, over: Partial<LogCase> = {}): LogCase => ({
  id,
  person: 'p-1',
  chain: 'vngg',
  municipality: 'enschede',
  linked: [],
  events: [event()],
  ...over,
});

/** Whatever XML can write, and what CSV and XML have a meaning for. */
const word = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }).filter((text) => /^(?!\uFEFF)[^\p{Cc}\uFFFE\uFFFF]+$/u.test(text)),
  fc.constantFrom('NA', 'a,b', '"', 'x\r\ny', 'a\tb', '<&>', ' ', "'", '=1', '\u0085'),
);
const nullable = fc.option(word);
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
const anyEvent: fc.Arbitrary<LogEvent> = fc.record({
  activity: word,
  day: day.map((date) => date.toISOString().slice(0, 10)),
  lifecycle: fc.constantFrom('start', 'complete'),
  step: nullable,
  outcome: nullable,
  role: nullable,
  organisation: nullable,
});
const anyLog: fc.Arbitrary<readonly LogCase[]> = fc.uniqueArray(
  fc.record({
    id: word,
    person: nullable,
    chain: word,
    municipality: nullable,
    linked: fc.constant([]),
    events: fc.array(anyEvent, { minLength: 1, maxLength: 5 }),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 4 },
);

describe.each(['csv', 'xes'] as const)('%s', (format) => {
  test('is read back as it was written, whatever the words are', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, async (log) => {
        const read = await readLog({ path: await written(format, log), columns: {}, zone: 'Europe/Amsterdam' });
        const expected = log.flatMap(({ id, events }) =>
          events.map((each) => ({
            case: id,
            activity: each.activity,
            at: Date.parse(momentOf(each)),
            ...(each.organisation === null ? {} : { resource: each.organisation }),
            ...(each.step === null ? {} : { instance: each.step, stage: each.lifecycle }),
          })),
        );
        expect(read).toEqual({ format, events: expected });
      }),
      { numRuns: 60 },
    );
  });
});

test('csv has a header of the usual names, ends its lines as RFC 4180 says, and leaves open what is not known', async () => {
  const text = readFileSync(await written('csv', [own('t-1', { person: null })]), 'utf8');
  expect(text.split('\r\n')).toEqual([
    'case:concept:name,case:person,case:chain,case:municipality,concept:name,time:timestamp,lifecycle:transition,concept:instance,outcome,org:role,org:resource',
    't-1,,vngg,enschede,intake,2025-03-30T00:00:00Z,complete,,,,',
    '',
  ]);
});

test('xes names its standard, and the extension of every key with a prefix', async () => {
  const full = event({ step: 's', outcome: 'ja', role: 'r', organisation: 'o' });
  const text = readFileSync(await written('xes', [own('t-1', { events: [full] })]), 'utf8');
  expect(text).toContain('<log xes.version="1849-2016" ');
  const declared = [...text.matchAll(/ prefix="([a-z]+)"/g)].map(([, prefix]) => prefix);
  const used = [...text.matchAll(/ key="([a-z]+):/g)].map(([, prefix]) => prefix);
  expect(new Set(used)).toEqual(new Set(declared));
  for (const part of [
    '<global scope="trace">',
    '<global scope="event">',
    '<classifier name="Activity" keys="concept:name"/>',
  ])
    expect(text).toContain(part);
});

test('xes stays sound XML with signs that XML has no way to write', async () => {
  const odd = own('a\u0000b\u001Fc\uFFFEd\uD800e');
  const { events } = await readLog({ path: await written('xes', [odd]), columns: {}, zone: 'UTC' });
  expect(events.map((each) => each.case)).toEqual(['a\uFFFDb\uFFFDc\uFFFDd\uFFFDe']);
});

describe('ocel', () => {
  const ajv = new Ajv({ strict: false });
  formats.default(ajv);
  const schema: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../test/event-logs/ocel2.schema.json'), 'utf8'),
  );
  const isOcel = ajv.compile(schema as object);

  test('fits the schema of OCEL 2.0, whatever the words are', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, async (log) => {
        const found: unknown = JSON.parse(readFileSync(await written('ocel', log), 'utf8'));
        expect(isOcel(found), JSON.stringify(isOcel.errors)).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(isOcel({ objects: [], events: [{}], objectTypes: [], eventTypes: [] })).toBe(false);
  });

  const both: readonly LogCase[] = [
    own('t-1', {
      linked: [{ type: 'vervolg', case: 't-2' }],
      events: [
        event({ lifecycle: 'start', step: 't-1.1', organisation: 'o-1' }),
        event({ step: 't-1.1', organisation: 'o-1', outcome: 'passend' }),
      ],
    }),
    own('t-2', { chain: 'kngg', events: [event({ organisation: 'o-1' }), event({ activity: 'einde' })] }),
    own('t-3', { person: 'p-2' }),
  ];

  test('a person with cases in two chains is one object, and every relation has its qualifier', async () => {
    const { objects } = await readLog({ path: await written('ocel', both), columns: { case: 'Person' }, zone: 'UTC' });
    expect(objects).toMatchObject({
      events: 5,
      activities: 2,
      types: { Person: 2, Case: 3, Step: 1, Organisation: 1 },
      eventToObject: 5 + 5 + 2 + 3,
      objectToObject: 3 + 1 + 1,
    });
    const log = JSON.parse(readFileSync(await written('ocel', both), 'utf8'));
    expect(log.objects.find(({ id }: { id: string }) => id === 't-1').relationships).toEqual([
      { objectId: 'p-1', qualifier: 'person' },
      { objectId: 't-2', qualifier: 'vervolg' },
    ]);
    expect(log.events[1]).toEqual({
      id: 'e2',
      type: 'intake',
      time: '2025-03-30T00:00:00Z',
      attributes: [
        { name: 'lifecycle', value: 'complete' },
        { name: 'outcome', value: 'passend' },
      ],
      relationships: [
        { objectId: 't-1', qualifier: 'case' },
        { objectId: 'p-1', qualifier: 'person' },
        { objectId: 't-1.1', qualifier: 'step' },
        { objectId: 'o-1', qualifier: 'organisation' },
      ],
    });
  });

  test('nothing is related to an object, or of a type, that the log does not hold', async () => {
    const log = JSON.parse(readFileSync(await written('ocel', both), 'utf8'));
    const ids = new Set(log.objects.map(({ id }: { id: string }) => id));
    const named = [...log.objects, ...log.events].flatMap(({ relationships }) => relationships);
    for (const { objectId } of named) expect(ids).toContain(objectId);
    const typesIn = (list: { type: string }[]) => new Set(list.map(({ type }) => type));
    expect(typesIn(log.objects)).toEqual(new Set(log.objectTypes.map(({ name }: { name: string }) => name)));
    expect(typesIn(log.events)).toEqual(new Set(log.eventTypes.map(({ name }: { name: string }) => name)));
  });
});

test.each(logFormats)('%s is given in parts: never more than one case is asked for ahead', async (format) => {
  let asked = 0;
  const endless = function* (): Generator<LogCase> {
    for (;;) yield own(`t-${(asked += 1)}`);
  };
  let parts = 0;
  for await (const _part of logText(format, 'proef', endless)) if ((parts += 1) === 100) break;
  expect(asked).toBeLessThanOrEqual(100);
});
