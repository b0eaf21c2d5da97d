import { CsvError, parse } from 'csv-parse';
import type { Readable } from 'node:stream';
import type { LoggedEvent } from '../../audit/traces.ts';
import { chooseColumns, type Columns, type ColumnsAsked } from './columns.ts';
import { LogProblem } from './log-problem.ts';
import { type MomentReader, momentReader } from './moment.ts';

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Longer than any line of a log: a file without line ends must not fill the memory. */
const LONGEST_LINE = 1_000_000;

/** The events of a CSV file with a header, in the order of the file. A case, step or person may be called `NA`. */
export async function* readCsv(
  text: Readable,
  firstLine: string,
  { asked, zone }: { readonly asked: ColumnsAsked; readonly zone: string },
): AsyncGenerator<LoggedEvent> {
  const momentOf = momentReader(zone);
  let header: readonly string[] | undefined;
  let eventOf: ((record: readonly string[], line: number) => LoggedEvent) | undefined;
  for await (const { record, info } of linesOf(text, firstLine)) {
    if (header === undefined || eventOf === undefined) {
      header = record;
      eventOf = eventReader(header, chooseColumns(header, asked), momentOf);
      continue;
    }
    if (record.every((value, index) => value === header?.[index])) {
      throw new LogProblem('the names of the columns come again: give one log per file', info.lines);
    }
    yield eventOf(record, info.lines);
  }
}

async function* linesOf(text: Readable, firstLine: string): AsyncGenerator<Line> {
  // Excel may say on a line of its own what stands between the values.
  const isTold = /^sep=.$/.test(firstLine);
  const bare = firstLine.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  const lines = text.pipe(
    parse({
      delimiter: DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ',',
      from_line: isTold ? 2 : 1,
      info: true,
      max_record_size: LONGEST_LINE,
      skip_empty_lines: true,
    }),
  );
  text.once('error', (error) => lines.destroy(error));
  try {
    yield* lines as AsyncIterable<Line>;
  } catch (error) {
    throw asProblem(error);
  }
}

function eventReader(
  header: readonly string[],
  columns: Columns,
  momentOf: MomentReader,
): (record: readonly string[], line: number) => LoggedEvent {
  const reader = (what: keyof Columns): ((record: readonly string[]) => string) => {
    const column = columns[what];
    const index = column === undefined ? -1 : header.indexOf(column);
    return (record) => record[index] ?? '';
  };
  const [caseOf, activityOf, writtenOf] = [reader('case'), reader('activity'), reader('timestamp')];
  const [resourceOf, instanceOf, lifecycleOf] = [reader('resource'), reader('instance'), reader('lifecycle')];
  return (record, line) => {
    const [id, activity] = [caseOf(record), activityOf(record)];
    if (id === '') throw new LogProblem(`the case ("${columns.case}") is empty`, line);
    if (activity === '') throw new LogProblem(`the activity ("${columns.activity}") is empty`, line);
    const written = writtenOf(record);
    if (written === '') throw new LogProblem(`the moment ("${columns.timestamp}") is empty`, line);
    const [resource, instance, stage] = [resourceOf(record), instanceOf(record), stageOf(lifecycleOf(record))];
    return {
      case: id,
      activity,
      at: momentOf(written, line),
      ...(resource === '' ? {} : { resource }),
      ...(stage === undefined || instance === '' ? {} : { instance, stage }),
    };
  };
}

/** Begin or end, as XES and others write it; other transitions are events of their own. */
export function stageOf(written: string | undefined): LoggedEvent['stage'] {
  const stage = written?.toLowerCase();
  return stage === 'start' || stage === 'complete' ? stage : undefined;
}

function asProblem(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = typeof error['lines'] === 'number' ? error['lines'] : null;
  if (error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH')
    return new LogProblem('this line has another number of columns than the first one', line);
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new LogProblem('this line is longer than a million characters', line);
  return new LogProblem('a quotation mark is opened and not closed, or stands inside a value', line);
}
