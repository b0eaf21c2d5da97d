import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MONDAY } from '../../test/journeys/start-case.ts';
import { endOfLocalDay, localDateOf, startOfLocalDay } from './calendar/amsterdam.ts';
import { addDuration, parseDuration } from './calendar/duration.ts';
import { parseLocalDate } from './calendar/local-date.ts';
import { addWerkdagen } from './calendar/werkdagen.ts';
import type { Rung, Span } from './facts.ts';
import { climb, firstRung as firstRungOf, rungAfterMove } from './ladder.ts';

const endOf = (date: string): number => endOfLocalDay(parseLocalDate(date));
/** The first moment after a local day. */
const after = (date: string): number => endOf(date) + 1;
const dueAfter = (openedAt: number, length: string): number =>
  endOfLocalDay(addDuration(localDateOf(openedAt), parseDuration(length)));
const firstRung = (openedAt: number, dueAt: number): Rung => firstRungOf(openedAt, { notBefore: null, dueAt });

test('the reminder comes at three quarters of the term', () => {
  const dueAt = MONDAY + 8 * DAY;
  expect(firstRung(MONDAY, dueAt)).toEqual({ kind: 'reminder', at: MONDAY + 6 * DAY, count: 0 });
});

describe('the reminder of a window', () => {
  const dueAt = MONDAY + 8 * DAY;

  test('comes at three quarters from its first day, not from the opening', () => {
    expect(firstRungOf(MONDAY, { notBefore: MONDAY + 4 * DAY, dueAt }).at).toBe(MONDAY + 7 * DAY);
  });

  test('that had begun when the step opened counts from the opening', () => {
    expect(firstRungOf(MONDAY, { notBefore: MONDAY - 4 * DAY, dueAt }).at).toBe(MONDAY + 6 * DAY);
  });

  test('of which the first day comes after its last is not later than the last', () => {
    expect(firstRungOf(MONDAY, { notBefore: MONDAY + 20 * DAY, dueAt }).at).toBe(dueAt);
  });
});

describe('up the ladder in time', () => {
  const dueAt = endOf('2026-03-12');
  const reminder = firstRung(MONDAY, dueAt);

  test('after the reminder comes lateness, right after the last local day', () => {
    const { fact, rung } = climb(reminder, dueAt, reminder.at);
    expect(fact).toBe('reminded');
    expect(rung).toEqual({ kind: 'overdue', at: startOfLocalDay(parseLocalDate('2026-03-13')), count: 0 });
  });

  test('five werkdagen after the term it escalates', () => {
    const { fact, rung } = climb({ kind: 'overdue', at: dueAt + 1, count: 0 }, dueAt, dueAt + 1);
    expect(fact).toBe('late');
    expect(rung).toEqual({ kind: 'escalation', at: after('2026-03-19'), count: 1 });
  });

  test('and every twenty werkdagen after that it escalates again, holidays left out', () => {
    const first = climb({ kind: 'escalation', at: after('2026-03-19'), count: 1 }, dueAt, after('2026-03-19') + HOUR);
    expect(first).toEqual({ fact: 'escalated', rung: { kind: 'escalation', at: after('2026-04-20'), count: 2 } });
    const second = climb(first.rung, dueAt, first.rung.at);
    expect(second).toEqual({ fact: 'escalated', rung: { kind: 'escalation', at: after('2026-05-21'), count: 3 } });
  });
});

describe('up the ladder after an outage', () => {
  const dueAt = endOf('2026-03-12');
  const reminder = firstRung(MONDAY, dueAt);

  test('a reminder is still sent on the last day of the term', () => {
    expect(climb(reminder, dueAt, dueAt).fact).toBe('reminded');
  });

  test('a reminder whose term has passed is not sent any more: the step is late', () => {
    const { fact, rung } = climb(reminder, dueAt, dueAt + 1);
    expect(fact).toBe('late');
    expect(rung).toEqual({ kind: 'escalation', at: after('2026-03-19'), count: 1 });
  });

  test('an escalation that was due meanwhile follows at the next millisecond', () => {
    const now = endOf('2026-06-01');
    expect(climb(reminder, dueAt, now).rung).toEqual({ kind: 'escalation', at: now + 1, count: 1 });
  });

  test('missed repeats count once, and the next is counted from now', () => {
    const now = endOf('2026-09-01') - 6 * HOUR;
    const { rung } = climb({ kind: 'escalation', at: after('2026-03-19'), count: 1 }, dueAt, now);
    expect(rung.count).toBe(2);
    expect(rung.at).toBe(endOfLocalDay(addWerkdagen(parseLocalDate('2026-09-01'), 20)) + 1);
  });
});

const openedAt = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) });
const length = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((days) => `P${days}D`),
  fc.integer({ min: 0, max: 24 }).map((months) => `P${months}M`),
  fc.integer({ min: 0, max: 60 }).map((days) => `${days}wd`),
);

describe('for every opening and every term', () => {
  test('opening, reminder and end of the term follow each other', () => {
    fc.assert(
      fc.property(openedAt, length, (at, text) => {
        const dueAt = dueAfter(at, text);
        const { at: remindAt } = firstRung(at, dueAt);
        expect(remindAt).toBeGreaterThanOrEqual(at);
        expect(remindAt).toBeLessThanOrEqual(dueAt);
      }),
    );
  });

  test('the next rung is always later than the moment at which this one was found', () => {
    const lateness = fc.integer({ min: 0, max: 900 * DAY });
    fc.assert(
      fc.property(openedAt, length, fc.array(lateness, { minLength: 1, maxLength: 8 }), (at, text, found) => {
        const dueAt = dueAfter(at, text);
        let rung: Rung = firstRung(at, dueAt);
        for (const later of found) {
          const now = rung.at + later;
          rung = climb(rung, dueAt, now).rung;
          expect(rung.at).toBeGreaterThan(now);
        }
      }),
    );
  });

  test('the ladder goes up only: reminded at most once, late exactly once, escalations counted one by one', () => {
    fc.assert(
      fc.property(
        openedAt,
        length,
        fc.array(fc.integer({ min: 0, max: 90 * DAY }), { minLength: 4, maxLength: 8 }),
        (at, text, found) => {
          const dueAt = dueAfter(at, text);
          let rung: Rung = firstRung(at, dueAt);
          const climbed = found.map((later) => {
            const { fact, rung: next } = climb(rung, dueAt, rung.at + later);
            rung = next;
            return fact;
          });
          const escalated = climbed.filter((fact) => fact === 'escalated').length;
          expect(climbed.join(' ')).toMatch(/^(reminded )?late( escalated)+$/);
          expect(rung.count).toBe(escalated + 1);
        },
      ),
    );
  });
});

describe('the rung of a term that has moved', () => {
  const opened = MONDAY;
  const span = (dueAt: number): Span => ({ notBefore: null, aim: null, dueAt, moves: false, counts: 'days' });
  const now = MONDAY + 10 * DAY;
  const reminder: Rung = { kind: 'reminder', at: MONDAY + 6 * DAY, count: 0 };
  const overdue: Rung = { kind: 'overdue', at: MONDAY + 8 * DAY, count: 0 };
  const escalation: Rung = { kind: 'escalation', at: MONDAY + 15 * DAY, count: 2 };

  test.each<[string, Rung, number, Rung]>([
    [
      'ahead, not reminded: three quarters of the new term',
      reminder,
      40,
      { kind: 'reminder', at: MONDAY + 30 * DAY, count: 0 },
    ],
    [
      'ahead, not reminded, and three quarters have passed: at once',
      reminder,
      12,
      { kind: 'reminder', at: now + 1, count: 0 },
    ],
    [
      'ahead, reminded: not again, late after its new end',
      overdue,
      40,
      { kind: 'overdue', at: MONDAY + 40 * DAY + 1, count: 0 },
    ],
    [
      'ahead, late and escalated: from the beginning, but not reminded',
      escalation,
      40,
      { kind: 'overdue', at: MONDAY + 40 * DAY + 1, count: 0 },
    ],
    ['passed, not reminded: late at once', reminder, 3, { kind: 'overdue', at: now + 1, count: 0 }],
    ['passed, reminded: late at once', overdue, 3, { kind: 'overdue', at: now + 1, count: 0 }],
    ['passed, late already: the escalation stays where it was', escalation, 3, escalation],
  ])('%s', (_name, rung, days, expected) => {
    expect(rungAfterMove(rung, span(MONDAY + days * DAY), opened, now)).toEqual(expected);
  });

  test('is always later than now', () => {
    const rung = fc.record({
      kind: fc.constantFrom<Rung['kind'][]>('reminder', 'overdue', 'escalation'),
      at: fc.integer({ min: 0, max: 3 * now }),
      count: fc.nat(5),
    });
    fc.assert(
      fc.property(
        rung,
        fc.integer({ min: opened, max: 3 * now }),
        fc.integer({ min: opened, max: 3 * now }),
        (from, dueAt, at) => {
          expect(rungAfterMove(from, span(dueAt), opened, at).at).toBeGreaterThan(at);
        },
      ),
    );
  });
});
