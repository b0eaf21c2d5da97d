import { z } from 'zod';
import { localDateOf } from '../engine/calendar/amsterdam.ts';
import { isLocalDate, type LocalDate } from '../engine/calendar/local-date.ts';
import { moment } from './resident/identity.ts';

/** A clock of someone else may run so far ahead of ours, in milliseconds. */
export const AHEAD_MS = 5 * 60_000;

const YEARS = { first: '1900', last: '2200' };

function isPlausible(value: string): value is LocalDate {
  return isLocalDate(value) && value >= YEARS.first && value < YEARS.last;
}

/** A day of a case, as JJJJ-MM-DD. */
export const day = z
  .string('Vul een datum in als JJJJ-MM-DD.')
  .max(30, 'Vul een datum in als JJJJ-MM-DD.')
  .refine(isPlausible, 'Deze datum kan niet. Vul een datum in als JJJJ-MM-DD.');

/** When something happened: a day, or a moment. */
export interface When {
  /** The local day in Europe/Amsterdam. */
  readonly day: LocalDate;
  /** Milliseconds since 1970; null when only the day was given. */
  readonly at: number | null;
}

const ASK = 'Vul een datum in (2026-11-21) of een tijdstip (2026-11-21T10:00:00Z).';

export const when = z
  .string(ASK)
  .max(40, ASK)
  .transform((value, context): When => {
    if (isPlausible(value)) return { day: value, at: null };
    const parsed = moment.safeParse(value);
    if (parsed.success) {
      const at = Date.parse(parsed.data);
      return { day: localDateOf(at), at };
    }
    context.addIssue({ code: 'custom', message: ASK });
    return z.NEVER;
  });
