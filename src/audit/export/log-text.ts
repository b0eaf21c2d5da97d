import { csvLog } from './csv-log.ts';
import type { LogCases, LogFormat } from './log-shape.ts';
import { ocelLog } from './ocel-log.ts';
import { xesLog } from './xes-log.ts';

/**
 * The text of a log, in parts. `cases` is called once for CSV and XES, and twice for OCEL; what it gives must be the same
 * both times. Cases are never held together: memory is that of the largest one.
 */
export function logText(format: LogFormat, name: string, cases: () => LogCases): AsyncGenerator<string> {
  switch (format) {
    case 'csv':
      return csvLog(cases());
    case 'xes':
      return xesLog(name, cases());
    case 'ocel':
      return ocelLog(cases);
  }
}
