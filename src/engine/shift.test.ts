import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../test/journeys/start-case.ts';
import { endOfLocalDay, localDateOf, startOfLocalDay } from './calendar/amsterdam.ts';
import { addDays, daysBetween, localDateOfDayNumber, parseLocalDate } from './calendar/local-date.ts';
import { addWerkdagen, werkdagenBetween } from './calendar/werkdagen.ts';
import type { Rung, Span } from './facts.ts';
import { shiftedDay, shiftedRung, shiftedSpan } from './shift.ts';

const day = parseLocalDate;
const span = (due: string, differs: Partial<Span> = {}): Span => ({
  notBefore: null,
  aim: null,
  dueAt: endOfLocalDay(day(due)),
  moves: true,
  counts: 'days',
  ...differs,
});

describe('a term after a pause', () => {
  test.each<[string, string, string, string, Span['counts'], string]>([
    ['has the days left that it had', '2026-03-20', '2026-03-12', '2026-04-11', 'days', '2026-04-19'],
    ['has the werkdagen left that it had', '2026-03-20', '2026-03-12', '2026-04-02', 'werkdagen', '2026-04-14'],
    ['that ended that day ends the day it goes on', '2026-03-12', '2026-03-12', '2026-04-11', 'days', '2026-04-11'],
    ['that was over has no days left, and none less', '2026-03-01', '2026-03-12', '2026-04-11', 'days', '2026-04-11'],
    ['that did not last a day is where it was', '2026-03-20', '2026-03-12', '2026-03-12', 'werkdagen', '2026-03-20'],
  ])('%s', (_name, due, began, resumed, counts, expected) => {
    const moved = shiftedSpan(span(due, { counts }), day(began), day(resumed));
    expect(localDateOf(moved.dueAt)).toBe(expected);
  });

  test('keeps its first day and its aim as many days further on, but never after its last', () => {
    const window = span('2026-03-10', {
      notBefore: startOfLocalDay(day('2026-03-09')),
      aim: endOfLocalDay(day('2026-03-09')),
      counts: 'werkdagen',
    });
    // From Friday to Monday three days pass and one werkdag: two werkdagen on is Wednesday, three days on Thursday.
    const moved = shiftedSpan(window, day('2026-03-06'), day('2026-03-09'));
    expect(localDateOf(moved.dueAt)).toBe('2026-03-11');
    expect(localDateOf(moved.notBefore!)).toBe('2026-03-11');
    expect(moved.aim).toBe(moved.dueAt);
    expect(moved.notBefore).toBe(startOfLocalDay(day('2026-03-11')));
  });

  const dayNumber = fc.integer({ min: 19_000, max: 24_000 });

  test('never ends sooner, and ends at the end of a local day', () => {
    fc.assert(
      fc.property(dayNumber, fc.nat(400), fc.nat(400), fc.boolean(), (began, left, lasted, werkdagen) => {
        const from = localDateOfDayNumber(began);
        const due = werkdagen ? addWerkdagen(from, left) : addDays(from, left);
        const before = span(due, { counts: werkdagen ? 'werkdagen' : 'days' });
        const moved = shiftedSpan(before, from, addDays(from, lasted));
        expect(moved.dueAt).toBeGreaterThanOrEqual(before.dueAt);
        expect(moved.dueAt).toBe(endOfLocalDay(localDateOf(moved.dueAt)));
      }),
    );
  });

  test('has exactly as much left as before, in its own count', () => {
    fc.assert(
      fc.property(dayNumber, fc.nat(400), fc.nat(400), (began, left, lasted) => {
        const [from, to] = [localDateOfDayNumber(began), localDateOfDayNumber(began + lasted)];
        const due = localDateOfDayNumber(began + left);
        const inDays = shiftedSpan(span(due), from, to);
        expect(daysBetween(to, localDateOf(inDays.dueAt))).toBe(left);
        const inWerkdagen = shiftedSpan(span(due, { counts: 'werkdagen' }), from, to);
        expect(werkdagenBetween(to, localDateOf(inWerkdagen.dueAt))).toBe(werkdagenBetween(from, due));
      }),
    );
  });
});

test('a moment that waits keeps the beginning of its day, also when the clocks change meanwhile', () => {
  const before = startOfLocalDay(day('2026-03-20'));
  expect(shiftedDay(before, day('2026-03-10'), day('2026-04-10'))).toBe(startOfLocalDay(day('2026-04-20')));
  expect(startOfLocalDay(day('2026-04-20')) - before).toBe(31 * DAY - HOUR);
});

describe('the rung of a term after a pause', () => {
  const moved = { before: 1000, after: 5000, lost: 300, now: 2000 };

  test.each<[Rung, number]>([
    [{ kind: 'reminder', at: 900, count: 0 }, 4900],
    [{ kind: 'overdue', at: 1001, count: 0 }, 5001],
    [{ kind: 'escalation', at: 1900, count: 3 }, 2200],
  ])('%j comes at %i', (rung, at) => {
    expect(shiftedRung(rung, moved)).toEqual({ ...rung, at });
  });

  test.each<Rung>([
    { kind: 'reminder', at: 0, count: 0 },
    { kind: 'overdue', at: 0, count: 0 },
    { kind: 'escalation', at: 0, count: 1 },
  ])('$kind is never in the past', (rung) => {
    expect(shiftedRung(rung, { before: 1000, after: 1000, lost: 0, now: 9000 }).at).toBe(9001);
  });
});
