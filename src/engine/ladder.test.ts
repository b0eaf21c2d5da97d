import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MONDAY } from '../../test/journeys/start-case.ts';
import { knob, sourced } from '../language/define.ts';
import { endOfLocalDay, localDateOf, startOfLocalDay } from './calendar/amsterdam.ts';
import { parseDuration } from './calendar/duration.ts';
import { parseLocalDate } from './calendar/local-date.ts';
import { addWerkdagen } from './calendar/werkdagen.ts';
import { climb, dueAtOf, firstRung, lengthOf } from './ladder.ts';
import type { Rung } from './messages.ts';

const endOf = (date: string): number => endOfLocalDay(parseLocalDate(date));
/** The first moment after a local day. */
const after = (date: string): number => endOf(date) + 1;
const dueAfter = (openedAt: number, length: string): number => dueAtOf(openedAt, parseDuration(length));

describe('the length of a term', () => {
  const term = knob('10wd', { min: '5wd', max: '20wd' });

  test('is that of the place when one was set there', () => {
    expect(lengthOf(term, { value: '5wd', layer: 'kern' })).toEqual(parseDuration('5wd'));
  });

  test('is the assumed or the sourced value of the chain otherwise', () => {
    expect(lengthOf(term, undefined)).toEqual(parseDuration('10wd'));
    expect(lengthOf(sourced('P3M', 'BRON'), undefined)).toEqual(parseDuration('P3M'));
  });
});

describe('a term ends with the last millisecond of its last local day', () => {
  test.each<[string, number, string, string]>([
    ['days from a morning', MONDAY, 'P10D', '2026-03-12'],
    ['days from a minute before midnight', Date.UTC(2026, 2, 2, 22, 59), 'P1D', '2026-03-03'],
    ['days from a minute after midnight', Date.UTC(2026, 2, 2, 23, 1), 'P1D', '2026-03-04'],
    ['weeks over the start of summer time', MONDAY, 'P4W', '2026-03-30'],
    ['months from the 31st', Date.UTC(2026, 0, 31, 12), 'P1M', '2026-02-28'],
    ['werkdagen over a weekend', MONDAY, '5wd', '2026-03-09'],
    ['werkdagen over Easter', Date.UTC(2026, 3, 1, 12), '3wd', '2026-04-08'],
  ])('%s', (_name, openedAt, length, last) => {
    const dueAt = dueAfter(openedAt, length);
    expect(dueAt).toBe(endOf(last));
    expect(localDateOf(dueAt + 1)).not.toBe(last);
  });
});

test('the reminder comes at three quarters of the term', () => {
  const dueAt = MONDAY + 8 * DAY;
  expect(firstRung(MONDAY, dueAt)).toEqual({ kind: 'reminder', at: MONDAY + 6 * DAY, count: 0 });
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
