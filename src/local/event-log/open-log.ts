import { Readable } from 'node:stream';
import { asText } from './as-text.ts';
import { LogProblem } from './log-problem.ts';
import { sourceAt } from './source.ts';

export type Format = 'csv' | 'xes' | 'ocel-json' | 'ocel-xml';

export interface OpenLog {
  readonly format: Format;
  /** The first line, without a byte order mark. */
  readonly firstLine: string;
  /** The whole text, from its beginning at every call. */
  readonly text: () => Readable;
}

/** Opens a log, unpacked when it is gzip, and says by its content what it is. @throws LogProblem when it cannot be read. */
export async function openLog(path: string): Promise<OpenLog> {
  const source = await sourceAt(path);
  const start = await firstPart(asText(source.bytes()));
  if (start.trim() === '') throw new LogProblem('the file is empty');
  return {
    format: formatOf(start.trimStart()),
    firstLine: start.split(/\r?\n/, 1)[0] ?? '',
    text: () => Readable.from(asText(source.bytes())),
  };
}

function formatOf(start: string): Format {
  if (start.startsWith('<')) return /<(?:object|event)-types\b/.test(start) ? 'ocel-xml' : 'xes';
  return /^[{[]/.test(start) ? 'ocel-json' : 'csv';
}

async function firstPart(text: AsyncIterable<string>): Promise<string> {
  for await (const chunk of text) return chunk;
  return '';
}
