import { dayNumberOf, weekdayOfDayNumber } from './day-number.ts';
import { type LocalDate, localDateFrom, localDateOfDayNumber } from './local-date.ts';

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
  const easter = easterDayNumber(year);
  const fixed = (name: FeestdagName, month: number, day: number): Feestdag => ({
    name,
    date: localDateFrom({ year, month, day }),
  });
  const onDay = (name: FeestdagName, day: number): Feestdag => ({ name, date: localDateOfDayNumber(day) });
  const feestdagen = [
    fixed('nieuwjaarsdag', 1, 1),
    onDay('goede-vrijdag', easter - 2),
    onDay('eerste-paasdag', easter),
    onDay('tweede-paasdag', easter + 1),
    onDay('koningsdag', koningsdagDayNumber(year)),
    fixed('bevrijdingsdag', 5, 5),
    onDay('hemelvaartsdag', easter + 39),
    onDay('eerste-pinksterdag', easter + 49),
    onDay('tweede-pinksterdag', easter + 50),
    fixed('eerste-kerstdag', 12, 25),
    fixed('tweede-kerstdag', 12, 26),
  ];
  return feestdagen.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
