import { LogProblem, type Place } from './log-problem.ts';
import { clockIn } from './zone-offset.ts';

const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})/;
/** As it is written in the Netherlands. With slashes, day and month could be either. */
const DAY_FIRST = /^(\d{1,2})-(\d{1,2})-(\d{4})/;
const SLASHES = /^\d{1,2}\/\d{1,2}\/\d{4}/;
const TIME = /^[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([AaPp])\.?[Mm]\.?)?/;
const OFFSET = /^ ?(?:Z|UTC|([+-])(\d{2})(?::?(\d{2}))?)$/;
const EXAMPLES = '2026-11-22T14:05:00+01:00, 2026-11-22 14:05 or 22-11-2026 14:05';
const UNCLEAR = `is no moment. Write it as ${EXAMPLES}`;
const SWAPPED = `can be two days: day and month may be swapped. Write it as ${EXAMPLES}`;

/** How a log writes its moments: with their offset from UTC, or in local time. */
type Form = 'with an offset' | 'without an offset';

export type MomentReader = (text: string, place: Place) => number;

/** Reads moments of one form, to milliseconds since 1970; a log that mixes forms would be wrong by hours and nobody would see it. */
export function momentReader(zone: string): MomentReader {
  const toMoment = clockIn(zone);
  let form: Form | undefined;
  return (text, place) => {
    const { shown, offset } = readMoment(text.trim(), place);
    const now: Form = offset === null ? 'without an offset' : 'with an offset';
    form ??= now;
    if (form !== now) {
      throw new LogProblem(
        `"${text}" is ${now}, the moments before it were ${form}. Write all of them in one form`,
        place,
      );
    }
    return offset === null ? toMoment(shown) : shown - offset;
  };
}

/** What the clock showed, as if it were UTC, and how far it was ahead of UTC (both in milliseconds). */
function readMoment(text: string, place: Place): { readonly shown: number; readonly offset: number | null } {
  const refuse = (why: string): never => {
    throw new LogProblem(`"${text}" ${why}`, place);
  };
  const [year, month, day, length] = dateIn(text) ?? refuse(SLASHES.test(text) ? SWAPPED : UNCLEAR);
  const time = TIME.exec(text.slice(length));
  const rest = text.slice(length + (time?.[0].length ?? 0));
  const zone = OFFSET.exec(rest);
  if (rest !== '' && zone === null) refuse(UNCLEAR);
  const [, hour = '0', minute = '0', second = '0', fraction = '0', half] = time ?? [];
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const date = Date.UTC(year, month - 1, day);
  const isDay = new Date(date).getUTCMonth() === month - 1 && new Date(date).getUTCDate() === day && year > 99;
  const isHour = hours < 24 && Number(minute) < 60 && Number(second) < 60 && (half === undefined || Number(hour) < 13);
  if (!isDay || !isHour) refuse('is a day or hour that does not exist');
  const shown = date + ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(`0.${fraction}`) * 1000;
  if (zone === null) return { shown, offset: null };
  const [, sign, ahead = '0', minutes = '0'] = zone;
  return { shown, offset: (sign === '-' ? -1 : 1) * (Number(ahead) * 60 + Number(minutes)) * 60_000 };
}

/** Year, month and day, and how many characters they take. */
function dateIn(text: string): readonly [number, number, number, number] | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const [all, year, month, day] = yearFirst;
    return [Number(year), Number(month), Number(day), all.length];
  }
  const [all = '', day, month, year] = DAY_FIRST.exec(text) ?? [];
  return all === '' ? undefined : [Number(year), Number(month), Number(day), all.length];
}
