/* An event log as every format can tell it: codes, pseudonyms and local days. It has no place for an hour or a text. */

export const logFormats = ['csv', 'xes', 'ocel'] as const;
export type LogFormat = (typeof logFormats)[number];

export interface LogEvent {
  readonly activity: string;
  /** A day in Europe/Amsterdam, 'YYYY-MM-DD'. */
  readonly day: string;
  readonly lifecycle: 'start' | 'complete';
  /** The same for the begin and the end of one step; null where a log tells only ends. */
  readonly step: string | null;
  readonly outcome: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
}

export interface LogCase {
  readonly id: string;
  /** Null where nobody stands behind it. */
  readonly person: string | null;
  readonly chain: string;
  readonly municipality: string | null;
  /** Other cases of the same log, with the type of link. */
  readonly linked: readonly { readonly type: string; readonly case: string }[];
  /** In the order in which they happened. */
  readonly events: readonly LogEvent[];
}

export type LogCases = Iterable<LogCase> | AsyncIterable<LogCase>;

/** A day as a moment. At midnight UTC no tool moves it to the day before, whatever its time zone conversion does. */
export function momentOf({ day }: Pick<LogEvent, 'day'>): string {
  return `${day}T00:00:00Z`;
}
