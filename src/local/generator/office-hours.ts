import { localDateOf, startOfLocalDay } from '../../engine/calendar/amsterdam.ts';
import { addDays } from '../../engine/calendar/local-date.ts';
import { isWerkdag } from '../../engine/calendar/werkdagen.ts';
import type { Random } from './random.ts';

export const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;
const OPENS = 8 * 60 * MINUTE_MS;
const LASTS_MINUTES = 10 * 60;

/** The same moment when people are at work then, else one on the first werkdag after it, 8 to 18 h in Amsterdam (ms). */
export function atWork(moment: number, random: Random): number {
  let day = localDateOf(moment);
  const closes = OPENS + LASTS_MINUTES * MINUTE_MS;
  const since = moment - startOfLocalDay(day);
  if (isWerkdag(day) && since >= OPENS && since < closes) return Math.round(moment);
  if (since >= closes) day = addDays(day, 1);
  while (!isWerkdag(day)) day = addDays(day, 1);
  // From seven hours after midnight on no clock changes: the hour of the day is that of the clock on the wall.
  const noon = startOfLocalDay(addDays(day, 1)) - 12 * 60 * MINUTE_MS;
  return noon + (random.whole(0, LASTS_MINUTES - 1) - 4 * 60) * MINUTE_MS;
}
