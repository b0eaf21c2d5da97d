import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { feestdagenOf, type FeestdagName } from './holidays.ts';

const netherlands = new Holidays('NL');
const years = Array.from({ length: 21 }, (_, index) => 2020 + index);

/** `date-holidays` lists these two as days off for schools only; the Algemene termijnenwet art. 3 counts them. */
const ON_A_PAR: readonly FeestdagName[] = ['goede-vrijdag', 'bevrijdingsdag'];
/** Everything else it knows about is no holiday of that law; a name it adds later must be judged here. */
const NO_HOLIDAY = [
  'Nationale Dodenherdenking',
  'Moederdag',
  'Vaderdag',
  'Prinsjesdag',
  'Sint-Maarten',
  'Sinterklaasavond',
  'Koninkrijksdag',
  'Oudejaarsavond',
];

function dateOf(year: number, name: FeestdagName): string | undefined {
  return feestdagenOf(year).find((feestdag) => feestdag.name === name)?.date;
}

describe('the holidays of a year', () => {
  test.each(years)('are, in %i, the public holidays of date-holidays, Goede Vrijdag and Bevrijdingsdag', (year) => {
    const known = netherlands.getHolidays(year, 'nl').filter((holiday) => !NO_HOLIDAY.includes(holiday.name));
    const day = (holiday: { date: string }): string => holiday.date.slice(0, 10);
    const ours = feestdagenOf(year);

    expect(ours.filter((feestdag) => !ON_A_PAR.includes(feestdag.name)).map((feestdag) => feestdag.date)).toEqual(
      known.filter((holiday) => holiday.type === 'public').map(day),
    );
    expect(ours.filter((feestdag) => ON_A_PAR.includes(feestdag.name)).map((feestdag) => feestdag.date)).toEqual(
      known.filter((holiday) => holiday.type !== 'public').map(day),
    );
  });

  test.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2035, '2035-03-25'],
    [2038, '2038-04-25'],
    [2000, '2000-04-23'],
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
  ])('Easter of %i is %s', (year, date) => {
    expect(dateOf(year, 'eerste-paasdag')).toBe(date);
  });

  test('Koningsdag is 27 April, and Saturday 26 April when that is a Sunday', () => {
    expect(dateOf(2026, 'koningsdag')).toBe('2026-04-27');
    expect(dateOf(2025, 'koningsdag')).toBe('2025-04-26');
    expect(dateOf(2031, 'koningsdag')).toBe('2031-04-26');
  });

  test('Bevrijdingsdag counts every year, not only once in five', () => {
    expect([2025, 2026, 2027].map((year) => dateOf(year, 'bevrijdingsdag'))).toEqual([
      '2025-05-05',
      '2026-05-05',
      '2027-05-05',
    ]);
  });

  test('are told in order of date, eleven each year', () => {
    for (const year of years) {
      const dates = feestdagenOf(year).map((feestdag) => feestdag.date);
      expect(dates).toEqual(dates.toSorted());
      expect(dates).toHaveLength(11);
    }
  });
});
