import { civilOf, dayNumberOf, weekdayOfDayNumber } from './day-number.ts';
import { type LocalDate, localDateOfDayNumber } from './local-date.ts';

export type FeestdagName =
  | 'nieuwjaarsdag'
  | 'goede-vrijdag'
  | 'eerste-paasdag'
  | 'tweede-paasdag'
  | 'koningsdag'
  | 'bevrijdingsdag'
  | 'hemelvaartsdag'
  | 'eerste-pinksterdag'
  | 'tweede-pinksterdag'
  | 'eerste-kerstdag'
  | 'tweede-kerstdag';

export interface Feestdag {
  readonly name: FeestdagName;
  readonly date: LocalDate;
}

/** Easter Sunday as a day number: the anonymous Gregorian algorithm (Meeus, Jones and Butcher). */
function easterDayNumber(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const monthAndDay = epact + weekday - 7 * late + 114;
  return dayNumberOf({ year, month: Math.floor(monthAndDay / 31), day: (monthAndDay % 31) + 1 });
}

/** Koningsdag is 27 April, or the Saturday before when that is a Sunday. */
function koningsdagDayNumber(year: number): number {
  const birthday = dayNumberOf({ year, month: 4, day: 27 });
  return weekdayOfDayNumber(birthday) === 7 ? birthday - 1 : birthday;
}

/**
 * The Dutch holidays of a year, in order of date, by the law as it stands since Koningsdag (2014).
 *
 * Algemene termijnenwet art. 3: paragraph 1 names Nieuwjaarsdag, Tweede Paasdag, Tweede Pinksterdag, both Kerstdagen,
 * Hemelvaartsdag, Koningsdag and 5 May (every year, not one in five); paragraph 2 puts Goede Vrijdag on a par with them.
 * Eerste Paasdag and Eerste Pinksterdag are Sundays, so the law need not name them; they are here for their names.
 * The bridging days that a decree may add under paragraph 3 are left out: see docs/adr/0003-werkdagen.md.
 */
export function feestdagenOf(year: number): readonly Feestdag[] {
  return dayNumbersOf(year)
    .toSorted(([, a], [, b]) => a - b)
    .map(([name, day]) => ({ name, date: localDateOfDayNumber(day) }));
}

/** Whether a day number is one of them: the same by arithmetic alone, for those who count many days. */
export function isFeestdag(day: number): boolean {
  return dayNumbersOf(civilOf(day).year).some(([, feestdag]) => feestdag === day);
}

function dayNumbersOf(year: number): readonly (readonly [FeestdagName, number])[] {
  const easter = easterDayNumber(year);
  return [
    ['nieuwjaarsdag', dayNumberOf({ year, month: 1, day: 1 })],
    ['goede-vrijdag', easter - 2],
    ['eerste-paasdag', easter],
    ['tweede-paasdag', easter + 1],
    ['koningsdag', koningsdagDayNumber(year)],
    ['bevrijdingsdag', dayNumberOf({ year, month: 5, day: 5 })],
    ['hemelvaartsdag', easter + 39],
    ['eerste-pinksterdag', easter + 49],
    ['tweede-pinksterdag', easter + 50],
    ['eerste-kerstdag', dayNumberOf({ year, month: 12, day: 25 })],
    ['tweede-kerstdag', dayNumberOf({ year, month: 12, day: 26 })],
  ];
}
