import { v5 } from '../../cases/derived-id.ts';
import { localDateOf, startOfLocalDay } from '../../engine/calendar/amsterdam.ts';
import { addDays, dayNumber, localDateOfDayNumber, parseLocalDate } from '../../engine/calendar/local-date.ts';
import type { Placement } from '../../engine/messages.ts';
import { DAY_MS } from './office-hours.ts';

/** Weeks between the first meetings of two groups, where many people live and elsewhere. */
const OFTEN: Readonly<Record<string, number>> = { enschede: 13, almelo: 20, hengelo: 20 };
const SELDOM = 26;
const MEETS_DAYS = 14 * 7 - 3;
/** A group is formed so long before its first meeting. */
const FORMED_DAYS = 16;
/** The Monday from which the weeks are counted. */
const FIRST_MONDAY = dayNumber(parseLocalDate('2020-01-06'));

/** The next group in a municipality that can still be formed after this moment (ms), and when that is done (ms). */
export function nextGroup(
  namespace: string,
  municipality: string,
  organisation: string,
  after: number,
): { readonly place: Placement; readonly formedAt: number } {
  const every = (OFTEN[municipality] ?? SELDOM) * 7;
  const earliest = dayNumber(localDateOf(after)) + FORMED_DAYS + 1;
  const starts = localDateOfDayNumber(FIRST_MONDAY + Math.ceil((earliest - FIRST_MONDAY) / every) * every);
  const group = v5(namespace, `group/${organisation}/${municipality}/${starts}`);
  return {
    place: { group, organisation, starts, ends: addDays(starts, MEETS_DAYS) },
    formedAt: startOfLocalDay(starts) - FORMED_DAYS * DAY_MS,
  };
}
