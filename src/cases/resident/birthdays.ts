import { addMonths, isLocalDate, type LocalDate, parseLocalDate } from '../../engine/calendar/local-date.ts';
import { parseDuration } from '../../engine/calendar/duration.ts';
import type { AnyChain } from '../../language/define.ts';

/** Every birthday that the terms of a chain hang on, of someone born on this day (YYYY-MM-DD); some lie ahead. */
export function birthdaysOf({ birthdays = {} }: AnyChain, birthDate: string): Readonly<Record<string, LocalDate>> {
  return Object.fromEntries(
    Object.entries(birthdays).map(([anchor, years = 'P0Y']) => [anchor, birthdayOf(birthDate, yearsIn(years))]),
  );
}

/** Those that lie ahead: who turns 12 today is 12. */
export function birthdaysAhead(chain: AnyChain, birthDate: string, today: string): Readonly<Record<string, LocalDate>> {
  return Object.fromEntries(Object.entries(birthdaysOf(chain, birthDate)).filter(([, day]) => day > today));
}

/** In a year without 29 February who was born on it is a year older on 1 March, as Dutch law has it. */
function birthdayOf(birthDate: string, years: number): LocalDate {
  const day = `${String(Number(birthDate.slice(0, 4)) + years).padStart(4, '0')}${birthDate.slice(4)}`;
  return isLocalDate(day) ? day : addMonths(parseLocalDate(`${day.slice(0, 4)}-02-01`), 1);
}

function yearsIn(text: string): number {
  const duration = parseDuration(text);
  if (duration.kind !== 'calendar') throw new RangeError(`${text} is not a number of years`);
  return duration.years;
}
