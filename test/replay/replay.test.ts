import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut } from '../../src/cases/carry-out.ts';
import { parseKeyRing } from '../../src/platform/crypto/keyring.ts';
import { dataConverterOptions } from '../../src/platform/temporal/codec.ts';
import { decideAs, decideMatig, openCase, recordOnly } from '../harness/cases.ts';
import { openSuite, type Suite } from '../harness/suite.ts';

// Histories of every shape that a live case may have, made by earlier builds. A file is never changed, and goes only
// when no case of its build can live any more. New ones: KETENPAD_RECORD=<name> npx vitest run test/replay
const folder = fileURLToPath(new URL('.', import.meta.url));
const keys = readFileSync(join(folder, 'keys.json'), 'utf8').trim();
const kept = readdirSync(folder).filter((file) => file.endsWith('.history.json'));

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite({ keys });
});
afterAll(() => suite.close());

function replay(history: unknown): Promise<void> {
  const codePath = fileURLToPath(new URL('../../dist/workflow-bundle.js', import.meta.url));
  return Worker.runReplayHistory(
    { workflowBundle: { codePath }, dataConverter: dataConverterOptions(parseKeyRing(keys)) },
    history as never,
  );
}

test.each(kept)('%s, made by an earlier build, replays with the code of now', async (file) => {
  await expect(replay(historyFromJSON(JSON.parse(readFileSync(join(folder, file), 'utf8'))))).resolves.toBeUndefined();
});

test('there are kept histories to replay', () => {
  expect(kept.length).toBeGreaterThan(0);
});

test('the history of a case with decisions, a refusal, deadlines and an end replays', async () => {
  const { id } = await openCase(suite);
  await carryOut(suite.context, await recordOnly(suite, id, decideAs('tester', `${id}.aanmelden-matig.1`, 'gedaan')));
  await carryOut(suite.context, await recordOnly(suite, id, decideMatig(id)));
  await suite.moveClock('P6W');
  await carryOut(suite.context, await recordOnly(suite, id, decideAs('tester', `${id}.toestemming-matig.1`, 'nee')));
  const handle = suite.context.temporal.workflow.getHandle(`case:${id}`);
  await handle.result();
  const history = await handle.fetchHistory();
  const name = process.env['KETENPAD_RECORD'];
  if (name !== undefined) writeFileSync(join(folder, `${name}.history.json`), `${historyToJSON(history)}\n`);
  await expect(replay(history)).resolves.toBeUndefined();
});

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
