import { isUtf8 } from 'node:buffer';
import { LogProblem } from './log-problem.ts';

const NEW_LINE = 0x0a;

/** Bytes as text, without a byte order mark. @throws LogProblem with the line where the text is no UTF-8. */
export async function* asText(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let lines = 0;
  let unfinished: Buffer | undefined;
  for await (const chunk of bytes) {
    if (unfinished === undefined) refuseWhatIsNoText(chunk);
    const since = unfinished ?? Buffer.of();
    const text = decoded(
      () => decoder.decode(chunk, { stream: true }),
      () => lines + lineThatIsWrong(Buffer.concat([since, chunk])),
    );
    if (text !== '') yield text;
    lines += linesIn(chunk).length;
    unfinished = chunk.subarray(chunk.lastIndexOf(NEW_LINE) + 1);
  }
  decoded(
    () => decoder.decode(),
    () => lines + 1,
  );
}

function decoded(decode: () => string, line: () => number): string {
  try {
    return decode();
  } catch {
    throw new LogProblem('the text is no UTF-8. Save the log as UTF-8', line());
  }
}

function linesIn(chunk: Buffer): readonly number[] {
  const ends: number[] = [];
  for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, at + 1)) ends.push(at);
  return ends;
}

/** The first line, counted from one, that is no UTF-8; else the last one. */
function lineThatIsWrong(chunk: Buffer): number {
  const ends = linesIn(chunk);
  const wrong = ends.findIndex((end, index) => !isUtf8(chunk.subarray((ends[index - 1] ?? -1) + 1, end)));
  return wrong < 0 ? ends.length + 1 : wrong + 1;
}

function refuseWhatIsNoText(start: Buffer): void {
  const [first = 0, second = 0] = start;
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (utf16) throw new LogProblem('the text is UTF-16. Save the log as UTF-8');
  if (first === 0x50 && second === 0x4b) {
    throw new LogProblem('this is a zip or a spreadsheet. Unpack it, or save the sheet as CSV (UTF-8)');
  }
  if (start.includes(0)) throw new LogProblem('this is no text. A log is CSV, XES or OCEL 2.0, gzip of these too');
}
