import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { carryOut } from '../../src/cases/carry-out.ts';
import { send } from '../../src/cases/send.ts';
import { completedUpdates, decideAs, decideMatig, factsOf, openCase, recordOnly, stateOf } from '../harness/cases.ts';
import { openSuite, type Suite } from '../harness/suite.ts';

describe('time', () => {
  let suite: Suite;
  beforeAll(async () => {
    suite = await openSuite();
  });
  afterAll(() => suite.close());

  test('a term that runs out reminds, becomes late, tells the referrer and escalates, each once, in order, projected by the case itself', async () => {
    const { id } = await openCase(suite);
    await suite.moveClock('P8W');
    const kinds = (await factsOf(suite, id)).map(({ fact }) => fact);
    expect(kinds).toEqual(['started', 'opened', 'reminded', 'late', 'informed', 'escalated', ...kinds.slice(6)]);
    expect(kinds.slice(6).every((fact) => fact === 'escalated')).toBe(true);
    expect((await stateOf(suite, id)).status).toBe('open');
  });

  test('a decision takes effect after every deadline that was due before it, also when the case was left behind', async () => {
    const { id, openStep } = await openCase(suite);
    const before = await stateOf(suite, id);
    // The clock goes on while nothing moves this case: as after an outage of the worker.
    suite.clock.moveTo((before.open[0]?.dueAt ?? 0) + 60_000);
    const decided = await suite.api('tester', 'POST', `/cases/${id}/decisions`, {
      openStep,
      outcome: 'laag',
      form: { gevallen: false, bang: false, moeite: false },
    });
    expect(decided.status).toBe(200);
    const kinds = (await factsOf(suite, id)).map(({ fact }) => fact);
    expect(kinds.indexOf('late')).toBeGreaterThan(0);
    expect(kinds.indexOf('late')).toBeLessThan(kinds.indexOf('decided'));
  });
});

describe('a long time', () => {
  let suite: Suite;
  beforeAll(async () => {
    suite = await openSuite();
  });
  afterAll(() => suite.close());

  // Alone on two cores it takes between two and three seconds; other tests run beside this one, so it may try again.
  test('two virtual years of one case over HTTP pass in five seconds and leave no orphan', { retry: 2 }, async () => {
    const { id } = await openCase(suite);
    const started = performance.now();
    for (let month = 0; month < 24; month += 1) {
      expect((await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P30D' })).status).toBe(200);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
    expect((await suite.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
    expect((await stateOf(suite, id)).status).toBe('open');
  });
});

describe('continue-as-new', () => {
  let suite: Suite;
  beforeAll(async () => {
    suite = await openSuite({ continueAfter: 14 });
  });
  afterAll(() => suite.close());

  test('a case goes on in a new run, with nothing lost and every id remembered', async () => {
    const { id } = await openCase(suite);
    const runs = new Set([await runOf(suite, id)]);
    const first = await recordOnly(suite, id, decideMatig(id));
    const { answer } = await carryOut(suite.context, first);
    for (const [step, outcome] of [
      ['toestemming-matig', 'ja'],
      ['aanmelden-matig', 'gedaan'],
    ] as const) {
      await carryOut(suite.context, await recordOnly(suite, id, decideAs('tester', `${id}.${step}.1`, outcome)));
    }
    await vi.waitFor(async () => {
      runs.add(await runOf(suite, id));
      expect(runs.size).toBeGreaterThan(1);
    });
    expect(await completedUpdates(suite, id)).not.toContain(first.id);

    const before = await factsOf(suite, id);
    const again = await send(suite.context, { ...first, attempt: 2, knownSeq: before.length });
    expect(again).toMatchObject({ reply: { answer, facts: [] } });
    expect(await factsOf(suite, id)).toEqual(before);
    expect(before.map(({ seq }) => seq)).toEqual(before.map((_fact, index) => index + 1));
  });

  test('deadlines of a case that went on in a new run still come', async () => {
    const { id } = await openCase(suite);
    await carryOut(suite.context, await recordOnly(suite, id, decideMatig(id)));
    await carryOut(suite.context, await recordOnly(suite, id, decideAs('tester', `${id}.toestemming-matig.1`, 'ja')));
    await suite.moveClock('P30D');
    expect((await factsOf(suite, id)).map(({ fact }) => fact)).toContain('escalated');
  });
});

describe('a refused Update when a run is nearly full', () => {
  let suite: Suite;
  beforeAll(async () => {
    // The referral makes seven events; the task of the next Update comes to nine.
    suite = await openSuite({ worker: false, continueAfter: 8 });
  });
  afterAll(() => suite.close());

  test('leaves no trace: a worker that knows only the history goes on with the case', async () => {
    const first = await suite.startWorker();
    const { id } = await openCase(suite);
    const before = await eventsOf(suite, id);
    const refused = await recordOnly(suite, id, decideAs('tester', `${id}.aanmelden-matig.1`, 'gedaan'));
    expect((await carryOut(suite.context, refused)).answer).toMatchObject({ refused: { code: 'not-allowed-now' } });
    await first.stop();
    expect(await eventsOf(suite, id)).toEqual(before);
    await suite.startWorker();
    const decided = await carryOut(suite.context, await recordOnly(suite, id, decideMatig(id))).catch(
      () => 'no answer',
    );
    expect(decided).toMatchObject({ answer: { seq: expect.any(Number) } });
  });
});

/** The kinds of event in the history of a case, in order. */
async function eventsOf(suite: Suite, caseId: string): Promise<readonly unknown[]> {
  const { events } = await suite.context.temporal.workflow.getHandle(`case:${caseId}`).fetchHistory();
  return (events ?? []).map(({ eventType }) => eventType);
}

async function runOf(suite: Suite, caseId: string): Promise<string> {
  return (await suite.context.temporal.workflow.getHandle(`case:${caseId}`).describe()).runId;
}
