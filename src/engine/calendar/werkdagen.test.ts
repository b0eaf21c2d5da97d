import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, localDateOfDayNumber, parseLocalDate } from './local-date.ts';
import { addWerkdagen, isWerkdag, subtractWerkdagen, werkdagenBetween } from './werkdagen.ts';

const d = parseLocalDate;
const anyDay = fc.integer({ min: 18_262, max: 25_932 }).map(localDateOfDayNumber);

describe('a werkdag', () => {
  test('is every day of 2020-2040 that is no weekend and no holiday of the Algemene termijnenwet', () => {
    const netherlands = new Holidays('NL');
    const counted = new Set<string>();
    for (let year = 2020; year <= 2040; year += 1) {
      for (const holiday of netherlands.getHolidays(year, 'nl')) {
        const onAPar = holiday.name === 'Goede Vrijdag' || holiday.name === 'Bevrijdingsdag';
        if (holiday.type === 'public' || onAPar) counted.add(holiday.date.slice(0, 10));
      }
    }
    for (let day = d('2020-01-01'); day <= '2040-12-31'; day = addDays(day, 1)) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      expect([day, isWerkdag(day)]).toEqual([day, weekday !== 0 && weekday !== 6 && !counted.has(day)]);
    }
  });

  test.each(['2026-12-24', '2026-12-31', '2026-05-04', '2026-05-15', '2025-04-28'])(
    '%s counts: no holiday of that law',
    (text) => {
      expect(isWerkdag(d(text))).toBe(true);
    },
  );
});

describe('counting werkdagen', () => {
  test.each([
    ['an ordinary week', '2026-11-16', 5, '2026-11-23'],
    ['from a Saturday the Monday is day 1', '2026-11-21', 1, '2026-11-23'],
    ['over Easter: Goede Vrijdag and Tweede Paasdag do not count', '2026-04-02', 1, '2026-04-07'],
    ['over Koningsdag and Bevrijdingsdag', '2026-04-24', 6, '2026-05-06'],
    ['Koningsdag on a Saturday costs nothing', '2025-04-25', 1, '2025-04-28'],
    ['over Hemelvaart, the Friday after counts', '2026-05-13', 1, '2026-05-15'],
    ['over Pinksteren', '2026-05-22', 1, '2026-05-26'],
    ['over the turn of the year', '2026-12-24', 5, '2027-01-04'],
    ['Eerste and Tweede Kerstdag on weekdays', '2025-12-24', 2, '2025-12-30'],
    ['zero is the day itself, also on a holiday', '2026-12-25', 0, '2026-12-25'],
  ])('%s', (_what, from, count, to) => {
    expect(addWerkdagen(d(from), count)).toBe(to);
  });

  test('the day reached is a werkdag and the count between is the count asked for', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 150 }), (from, count) => {
        const reached = addWerkdagen(from, count);
        expect(isWerkdag(reached)).toBe(true);
        expect(werkdagenBetween(from, reached)).toBe(count);
        expect(werkdagenBetween(reached, from)).toBe(-count);
      }),
    );
  });

  test('counts add up over a day in between', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 300 }), fc.nat({ max: 300 }), (from, first, second) => {
        const middle = addDays(from, first);
        const end = addDays(middle, second);
        expect(werkdagenBetween(from, middle) + werkdagenBetween(middle, end)).toBe(werkdagenBetween(from, end));
      }),
    );
  });

  test('between a day and itself there is none', () => {
    expect(werkdagenBetween(d('2026-11-23'), d('2026-11-23'))).toBe(0);
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('a count of %d is refused', (count) => {
    expect(() => addWerkdagen(d('2026-11-23'), count)).toThrow(RangeError);
  });
});

describe('counting werkdagen back', () => {
  test.each([
    ['an ordinary week', '2026-11-23', 5, '2026-11-16'],
    ['from a Sunday the Friday is day 1', '2026-11-22', 1, '2026-11-20'],
    ['over Easter', '2026-04-07', 1, '2026-04-02'],
    ['over Koningsdag and Bevrijdingsdag', '2026-05-06', 6, '2026-04-24'],
    ['over the turn of the year', '2027-01-04', 5, '2026-12-24'],
    ['zero is the day itself, also on a holiday', '2026-12-25', 0, '2026-12-25'],
  ])('%s', (_what, from, count, to) => {
    expect(subtractWerkdagen(d(from), count)).toBe(to);
  });

  const werkdag = anyDay.filter(isWerkdag);
  const count = fc.integer({ min: 0, max: 150 });

  test('undoes counting on, and is undone by it, from every werkdag', () => {
    fc.assert(
      fc.property(werkdag, count, (day, days) => {
        expect(subtractWerkdagen(addWerkdagen(day, days), days)).toBe(day);
        expect(addWerkdagen(subtractWerkdagen(day, days), days)).toBe(day);
      }),
    );
  });

  test('of what was counted on from a day off comes to the last werkdag before it', () => {
    const dayOff = anyDay.filter((day) => !isWerkdag(day));
    fc.assert(
      fc.property(dayOff, fc.integer({ min: 1, max: 150 }), (day, days) => {
        expect(subtractWerkdagen(addWerkdagen(day, days), days)).toBe(subtractWerkdagen(day, 1));
      }),
    );
  });

  test('comes to a werkdag with exactly so many from there to the day itself', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 150 }), (day, days) => {
        const reached = subtractWerkdagen(day, days);
        expect(isWerkdag(reached)).toBe(true);
        expect(werkdagenBetween(reached, day)).toBe(isWerkdag(day) ? days : days - 1);
      }),
    );
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('a count of %d is refused', (given) => {
    expect(() => subtractWerkdagen(d('2026-11-23'), given)).toThrow(RangeError);
  });

  test('goes no further back than the calendar does, nor on', () => {
    expect(() => subtractWerkdagen(d('0001-01-03'), 9)).toThrow(RangeError);
    expect(() => addWerkdagen(d('9999-12-30'), 9)).toThrow(RangeError);
  });
});
