import { type LogCase, type LogCases, type LogEvent, momentOf } from './log-shape.ts';

type Column = readonly [name: string, of: (own: LogCase, event: LogEvent) => string | null];

/** The names are those of XES, which tools that read CSV guess as well. */
const COLUMNS: readonly Column[] = [
  ['case:concept:name', ({ id }) => id],
  ['case:person', ({ person }) => person],
  ['case:chain', ({ chain }) => chain],
  ['case:municipality', ({ municipality }) => municipality],
  ['concept:name', (_, { activity }) => activity],
  ['time:timestamp', (_, event) => momentOf(event)],
  ['lifecycle:transition', (_, { lifecycle }) => lifecycle],
  ['concept:instance', (_, { step }) => step],
  ['outcome', (_, { outcome }) => outcome],
  ['org:role', (_, { role }) => role],
  ['org:resource', (_, { organisation }) => organisation],
];

/** A log as CSV (RFC 4180) with a header, one event per line, one part of text per case. */
export async function* csvLog(cases: LogCases): AsyncGenerator<string> {
  yield lineOf(COLUMNS.map(([name]) => name));
  for await (const own of cases) {
    yield own.events.map((event) => lineOf(COLUMNS.map(([, of]) => of(own, event) ?? ''))).join('');
  }
}

function lineOf(values: readonly string[]): string {
  return `${values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')}\r\n`;
}
