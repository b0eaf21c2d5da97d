import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseKeyRing } from '../../src/platform/crypto/keyring.ts';
import { dataConverterOptions } from '../../src/platform/temporal/codec.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { playOverHttp } from '../journeys/play-over-http.ts';
import { valpreventieJourneys } from '../journeys/valpreventie.ts';
import { peopleAtWork } from './people-at-work.ts';

// Histories of every shape that a live case may have, made by earlier builds. A file is never changed, and goes only
// when no case of its build can live any more. New ones: KETENPAD_RECORD=<version> npx vitest run --project stack test/replay
const folder = fileURLToPath(new URL('.', import.meta.url));
const keys = readFileSync(join(folder, 'keys.json'), 'utf8').trim();
const kept = readdirSync(folder).filter((file) => file.endsWith('.history.json'));

let suite: Suite;
/** One whose cases continue as new after some thirty events. */
let short: Suite;
beforeAll(async () => {
  [suite, short] = await Promise.all([openSuite({ keys }), openSuite({ keys, continueAfter: 30 })]);
});
afterAll(() => Promise.all([suite.close(), short.close()]));

function replay(history: unknown): Promise<void> {
  const codePath = fileURLToPath(new URL('../../dist/workflow-bundle.js', import.meta.url));
  return Worker.runReplayHistory(
    { workflowBundle: { codePath }, dataConverter: dataConverterOptions(parseKeyRing(keys)) },
    history as never,
  );
}

/** Why a history does not replay; null when it does. */
function problemOf(history: unknown): Promise<string | null> {
  return replay(history).then(
    () => null,
    (error: unknown) => String(error),
  );
}

test.each(kept)('%s, made by an earlier build, replays with the code of now', async (file) => {
  const history = historyFromJSON(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  expect(await problemOf(history)).toBeNull();
});

test('there are kept histories to replay', () => {
  expect(kept.length).toBeGreaterThan(0);
});

/** Shapes that a live case may have: the journey, or the people, that make each, and whether it goes over into new runs. */
const shapes: readonly {
  readonly name: string;
  readonly journey: string | ((suite: Suite) => Promise<string>);
  readonly continues?: true;
}[] = [
  { name: 'people-at-work', journey: peopleAtWork },
  { name: 'group', journey: 'matig risico: van de huisarts via een groep tot zes maanden daarna' },
  {
    name: 'high',
    journey:
      'hoog risico: digitaal naar de huisarts, Otago thuis, verder in de buurt; na een nieuwe val matig, en de gemeente betaalt',
  },
  { name: 'pause-ran-out', journey: 'de pauze loopt af: wie verantwoordelijk is beslist dat het verder gaat' },
  {
    name: 'died',
    journey: 'de inwoner overlijdt tijdens het programma: het traject eindigt, en niemand krijgt nog bericht',
  },
  { name: 'offer-expired', journey: 'het aanbod verloopt: het blijft staan, en kan nog worden aangenomen' },
  {
    name: 'continued',
    journey:
      'de wachtlijst duurt te lang: de klok meldt het en beslist niets, de coördinator vindt een groep in een buurgemeente',
    continues: true,
  },
];

describe.each(shapes)('a case of the shape $name', ({ name, journey: called, continues = false }) => {
  test('replays, each of its runs', async () => {
    const at = continues ? short : suite;
    const runs = await runsOf(at, typeof called === 'string' ? await played(at, called) : await called(at));
    expect(runs.length > 1).toBe(continues);
    for (const [index, history] of runs.entries()) {
      const to = process.env['KETENPAD_RECORD'];
      const file = `${to}-${name}${runs.length > 1 ? `-${index + 1}` : ''}.history.json`;
      if (to !== undefined) writeFileSync(join(folder, file), `${historyToJSON(history)}\n`);
      await expect(replay(history)).resolves.toBeUndefined();
    }
  });
});

/** A case that went through the journey of this name. */
async function played(at: Suite, name: string): Promise<string> {
  const journey = valpreventieJourneys.find((each) => each.name === name);
  if (journey === undefined) throw new Error(`there is no journey ${name}`);
  return (await playOverHttp(at, journey)).case;
}

/** The history of every run of a case, the first one first. */
async function runsOf({ context }: Suite, caseId: string): Promise<Parameters<typeof historyToJSON>[0][]> {
  const runs: Parameters<typeof historyToJSON>[0][] = [];
  for (let runId: string | undefined | null; runId !== '';) {
    const handle = context.temporal.workflow.getHandle(`case:${caseId}`, runId ?? undefined);
    const history = await handle.fetchHistory();
    runs.unshift(history);
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
  }
  return runs;
}

test('a history that the code of now would not make is refused', async () => {
  const file = kept[0] ?? '';
  const history = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    events: { eventType: string; timerStartedEventAttributes?: object }[];
  };
  const events = history.events.filter(({ eventType }) => eventType !== 'EVENT_TYPE_TIMER_STARTED');
  expect(events.length).toBeLessThan(history.events.length);
  await expect(replay(historyFromJSON({ events: renumbered(events) }))).rejects.toThrow(/[Nn]ondeterminis/);
});

function renumbered(events: readonly object[]): object[] {
  return events.map((event, index) => ({ ...event, eventId: String(index + 1) }));
}
