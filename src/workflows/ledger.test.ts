import { describe, expect, test } from 'vitest';
import { decide, refer, send, started, versions } from '../../test/journeys/one-ledger.ts';
import { DAY, decision, MONDAY } from '../../test/journeys/start-case.ts';
import type { Fact } from '../engine/facts.ts';
import type { Envelope } from '../engine/messages.ts';
import { Refused } from '../engine/refused.ts';
import { Ledger } from './ledger.ts';

function kindsOf(facts: readonly Fact[] | undefined): string[] | undefined {
  return facts?.map(({ fact }) => fact);
}

describe('a command', () => {
  test('gets the number of its last fact, every fact that its sender did not know, and the whole case', () => {
    const ledger = started();
    const reply = ledger.execute(decide('c2', 'matig', 2), MONDAY + DAY);
    expect(reply.answer).toEqual({ seq: 5 });
    expect(kindsOf(reply.facts)).toEqual(['decided', 'informed', 'opened']);
    expect(reply.head).toBe(ledger.state);
    expect(reply.head).toMatchObject({ seq: 5, open: [{ step: 'toestemming-matig' }] });
  });

  test('brings what other commands and the clock did since, when nobody has projected it', () => {
    const ledger = started();
    const late = ledger.state!.open[0]!.dueAt + 1;
    expect(kindsOf(ledger.execute(decide('c2', 'matig'), late).facts)).toEqual([
      'started',
      'opened',
      'late',
      'decided',
      'informed',
      'opened',
    ]);
  });

  test('that comes a second time gets the same answer and has no second effect', () => {
    const ledger = started();
    const first = ledger.execute(decide('c2', 'matig'), MONDAY + DAY);
    const second = ledger.execute({ ...decide('c2', 'matig'), attempt: 2 }, MONDAY + 2 * DAY);
    expect(second).toEqual(first);
  });

  test('that comes a second time tells the case as it is by now', () => {
    const ledger = started();
    ledger.execute(decide('c2', 'matig'), MONDAY + DAY);
    ledger.execute(send('c3', decision('tester', 'traject.toestemming-matig.1', 'ja')), MONDAY + DAY);
    const again = ledger.execute(decide('c2', 'matig'), MONDAY + 2 * DAY);
    expect(again.answer).toEqual({ seq: 5 });
    expect(again.head.seq).toBe(8);
    expect(again.facts.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('under another id is another command: an id, not a content, counts once', () => {
    const ledger = started();
    ledger.execute(decide('c2', 'matig'), MONDAY + DAY);
    expect(ledger.execute(decide('c3', 'matig'), MONDAY + DAY).answer).toMatchObject({
      refused: { code: 'not-allowed-now' },
    });
  });

  test('of a version that this worker does not have is a mistake of the program', () => {
    const ledger = new Ledger({}, undefined);
    expect(() => ledger.execute(refer, MONDAY)).toThrow('no version 1 of this chain');
  });
});

describe('a refusal', () => {
  test('is an answer: it names its code and says why', () => {
    const { answer } = started().execute(decide('c2', 'bestaat-niet'), MONDAY);
    expect(answer).toEqual({
      refused: { code: 'invalid-input', detail: 'Deze uitkomst hoort niet bij deze stap.' },
    });
  });

  test('spends the id: the same command is refused also when it would be possible by now', () => {
    const ledger = started();
    const early = send('c2', decision('tester', 'traject.toestemming-matig.1', 'ja'));
    expect(ledger.execute(early, MONDAY).answer).toMatchObject({ refused: { code: 'not-allowed-now' } });
    ledger.execute(decide('c3', 'matig'), MONDAY);
    expect(ledger.execute(early, MONDAY).answer).toMatchObject({ refused: { code: 'not-allowed-now' } });
    expect(ledger.execute({ ...early, id: 'c4' }, MONDAY).answer).toEqual({ seq: 8 });
  });

  test('leaves the case as it was, but for the deadlines that were due', () => {
    const ledger = started();
    const late = ledger.state!.open[0]!.dueAt + 1;
    const reply = ledger.execute(decide('c2', 'bestaat-niet', 2), late);
    expect(kindsOf(reply.facts)).toEqual(['late']);
    expect(reply.head).toMatchObject({ seq: 3, open: [{ step: 'valrisicotest', late: true }] });
  });

  test('of a rehearsal leaves no trace: the id is free', () => {
    const ledger = started();
    const early = send('c2', decision('tester', 'traject.toestemming-matig.1', 'ja'));
    expect(() => ledger.rehearse(early, MONDAY)).toThrow(Refused);
    expect(ledger.state!.seq).toBe(2);
    ledger.execute(decide('c3', 'matig'), MONDAY);
    expect(() => ledger.rehearse(early, MONDAY)).not.toThrow();
    expect(ledger.execute(early, MONDAY).answer).toEqual({ seq: 8 });
  });

  test('is not rehearsed again once it was given: the answer is there', () => {
    const ledger = started();
    ledger.execute(decide('c2', 'bestaat-niet'), MONDAY);
    expect(() => ledger.rehearse(decide('c2', 'bestaat-niet'), MONDAY)).not.toThrow();
  });
});

describe('what PostgreSQL does not know yet', () => {
  test('is everything, as long as nobody says otherwise', () => {
    const ledger = started();
    ledger.execute(decide('c2', 'laag'), MONDAY);
    const batch = ledger.unprojected();
    expect(batch?.facts.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(batch?.head).toBe(ledger.state);
  });

  test('is dropped up to what is known, and no further', () => {
    const ledger = started();
    ledger.execute(decide('c2', 'laag'), MONDAY);
    ledger.learn(3);
    expect(ledger.unprojected()?.facts.map(({ seq }) => seq)).toEqual([4, 5]);
    ledger.learn(2);
    expect(ledger.unprojected()?.facts.map(({ seq }) => seq)).toEqual([4, 5]);
    expect(ledger.carry().projectedTo).toBe(3);
    ledger.learn(5);
    expect(ledger.unprojected()).toBeNull();
  });

  test('is learned from every sender: it says what it knew when it sent', () => {
    const ledger = started();
    const reply = ledger.execute(decide('c2', 'matig', 2), MONDAY);
    expect(reply.facts.map(({ seq }) => seq)).toEqual([3, 4, 5]);
    expect(ledger.unprojected()?.facts.map(({ seq }) => seq)).toEqual([3, 4, 5]);
  });

  test('is what the clock did, too', () => {
    const ledger = started();
    ledger.learn(2);
    expect(ledger.unprojected()).toBeNull();
    ledger.tick(ledger.wakeAt!);
    expect(kindsOf(ledger.unprojected()?.facts)).toEqual(['reminded']);
  });
});

describe('a case that was asked more than it can remember', () => {
  const stray = (index: number): Envelope => decide(`stray-${index}`, 'bestaat-niet', 0);

  test('forgets the oldest answers, of which nobody can still be waiting', () => {
    const ledger = started();
    ledger.learn(2);
    for (let index = 0; index < 150; index += 1) ledger.execute(stray(index), MONDAY);
    const { answers } = ledger.carry();
    expect(answers).toHaveLength(100);
    expect(answers[0]![0]).toBe('stray-50');
    expect(answers.at(-1)![0]).toBe('stray-149');
  });

  test('keeps the answer of every command whose facts are not known to be projected', () => {
    const ledger = started();
    ledger.execute(decide('c2', 'matig'), MONDAY);
    for (let index = 0; index < 150; index += 1) ledger.execute(stray(index), MONDAY);
    expect(ledger.execute(decide('c2', 'laag'), MONDAY).answer).toEqual({ seq: 5 });
    expect(ledger.carry().answers.map(([id]) => id)).toEqual(expect.arrayContaining(['c1', 'c2']));
  });
});

test('nothing can be asked of a case that has not started', () => {
  const ledger = new Ledger(versions, undefined);
  expect(ledger.state).toBeNull();
  expect(ledger.wakeAt).toBeNull();
  expect(ledger.unprojected()).toBeNull();
  ledger.tick(MONDAY);
  expect(ledger.state).toBeNull();
  expect(() => ledger.carry()).toThrow('the case has not started');
});
