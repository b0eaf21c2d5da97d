import { LogProblem } from './log-problem.ts';

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(Z|[+-]\d{2}:?\d{2})?$/;

/** How a log writes its moments: with their offset from UTC, or in local time. */
type Form = 'with an offset' | 'without an offset';

/** Reads moments of one form; a log that mixes forms would be wrong by hours and nobody would see it. */
export function momentReader(zone: string): (text: string, line: number | null) => number {
  let form: Form | undefined;
  return (text, line) => {
    const [, date, time = '00:00', offset] = ISO.exec(text.trim()) ?? [];
    if (date === undefined) {
      throw new LogProblem(
        `"${text}" is no moment. Write it as 2026-11-22T14:05:00+01:00 or 2026-11-22 14:05:00`,
        line,
      );
    }
    const now: Form = offset === undefined ? 'without an offset' : 'with an offset';
    form ??= now;
    if (form !== now) {
      throw new LogProblem(
        `"${text}" is ${now}, the moments before it were ${form}. Write all of them in one form`,
        line,
      );
    }
    const utc = Date.parse(`${date}T${time}Z`);
    if (Number.isNaN(utc)) throw new LogProblem(`"${text}" is a day or hour that does not exist`, line);
    return offset === undefined ? utc - offsetIn(zone, utc) : Date.parse(`${date}T${time}${offset}`);
  };
}

/** @throws LogProblem when there is no such zone. */
export function insistOnZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new LogProblem(`--tz ${zone} is no time zone. Say for instance Europe/Amsterdam or UTC`);
  }
}

/** How far local time is ahead of UTC where a clock shows `local` (both in milliseconds). */
function offsetIn(zone: string, local: number): number {
  const near = offsetAt(zone, local);
  return offsetAt(zone, local - near);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(zone: string, utc: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  const name = format.formatToParts(utc).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours = '0', minutes = '0'] = /^GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
