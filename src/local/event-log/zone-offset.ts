import { LogProblem } from './log-problem.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** @throws LogProblem when there is no such zone. */
export function insistOnZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new LogProblem(`--tz ${zone} is no time zone. Say for instance Europe/Amsterdam or UTC`);
  }
}

/**
 * From what a clock in `zone` shows (read as if it were UTC) to the moment, both in milliseconds. An hour that comes
 * twice counts as the first of both; one that is skipped counts as the hour after.
 */
export function clockIn(zone: string): (shown: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const byDay = new Map<number, number | null>();
  const before = (shown: number): number => {
    const offset = offsetAt(format, shown - DAY_MS);
    const [early, late] = [shown - offset, shown - offsetAt(format, shown + DAY_MS)];
    return offsetAt(format, early) === offset || offsetAt(format, late) !== shown - late ? early : late;
  };
  return (shown) => {
    const day = Math.floor(shown / DAY_MS);
    let offset = byDay.get(day);
    if (offset === undefined) {
      const around = [-1, 0, 1, 2].map((days) => offsetAt(format, (day + days) * DAY_MS));
      offset = around.every((each) => each === around[0]) ? (around[0] ?? null) : null;
      byDay.set(day, offset);
    }
    return offset === null ? before(shown) : shown - offset;
  };
}

/** How far local time is ahead of UTC, in milliseconds. */
function offsetAt(format: Intl.DateTimeFormat, moment: number): number {
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = /^GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * 60_000 + Number(seconds) * 1000);
}
