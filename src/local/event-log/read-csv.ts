import { parse } from 'csv-parse';
import type { Readable } from 'node:stream';
import type { LoggedEvent } from '../../audit/traces.ts';
import { chooseColumns, type Columns, type ColumnsAsked } from './columns.ts';
import { LogProblem } from './log-problem.ts';
import { momentReader } from './moment.ts';

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The events of a CSV file with a header, in the order of the file. A case, step or person may be called `NA`. */
export async function* readCsv(
  text: Readable,
  firstLine: string,
  { asked, zone }: { readonly asked: ColumnsAsked; readonly zone: string },
): AsyncGenerator<LoggedEvent> {
  const count = (delimiter: string): number => firstLine.split(delimiter).length;
  const delimiter = DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
  const lines = text.pipe(parse({ delimiter, bom: true, info: true, skip_empty_lines: true, relax_quotes: false }));
  text.once('error', (error) => lines.destroy(error));
  const momentOf = momentReader(zone);
  let header: readonly string[] | undefined;
  let columns: Columns | undefined;
  try {
    for await (const { record, info } of lines as AsyncIterable<Line>) {
      if (header === undefined || columns === undefined) {
        header = record;
        columns = chooseColumns(header, asked);
        continue;
      }
      yield eventOf(header, columns, record, momentOf, info.lines);
    }
  } catch (error) {
    throw asProblem(error);
  }
  if (header === undefined) throw new LogProblem('the file is empty');
}

function eventOf(
  header: readonly string[],
  columns: Columns,
  record: readonly string[],
  momentOf: ReturnType<typeof momentReader>,
  line: number,
): LoggedEvent {
  const at = (column: string | undefined): string | undefined =>
    column === undefined ? undefined : record[header.indexOf(column)];
  const [id, activity] = [at(columns.case) ?? '', at(columns.activity) ?? ''];
  if (id === '') throw new LogProblem(`the case ("${columns.case}") is empty`, line);
  if (activity === '') throw new LogProblem(`the activity ("${columns.activity}") is empty`, line);
  const resource = at(columns.resource) ?? '';
  const stage = stageOf(at(columns.lifecycle));
  const instance = at(columns.instance) ?? '';
  return {
    case: id,
    activity,
    at: momentOf(at(columns.timestamp) ?? '', line),
    ...(resource === '' ? {} : { resource }),
    ...(stage === undefined || instance === '' ? {} : { instance, stage }),
  };
}

/** Begin or end, as XES and others write it; other transitions are events of their own. */
export function stageOf(written: string | undefined): LoggedEvent['stage'] {
  const stage = written?.toLowerCase();
  return stage === 'start' || stage === 'complete' ? stage : undefined;
}

function asProblem(error: unknown): unknown {
  const { code, lines } = error as { code?: unknown; lines?: unknown };
  if (typeof code !== 'string' || !code.startsWith('CSV_')) return error;
  const line = typeof lines === 'number' ? lines : null;
  return code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'
    ? new LogProblem('this line has another number of columns than the first one', line)
    : new LogProblem('a quotation mark is opened and not closed, or stands inside a value', line);
}
