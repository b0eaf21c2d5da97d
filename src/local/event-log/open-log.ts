import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { LogProblem } from './log-problem.ts';

export type Format = 'csv' | 'xml' | 'json';

export interface OpenLog {
  readonly format: Format;
  /** The first line, without what may stand before it. */
  readonly firstLine: string;
  readonly text: Readable;
}

/** Opens a log, unpacked when it is gzip, and says by its content what it is. @throws LogProblem when it cannot be read. */
export async function openLog(path: string): Promise<OpenLog> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new LogProblem(`there is no file ${path}`);
  if (found.size === 0) throw new LogProblem('the file is empty');
  const packed = await isGzip(path);
  const open = (): Readable => {
    const file = createReadStream(path);
    if (!packed) return file.setEncoding('utf8');
    const unpacked = createGunzip();
    file.once('error', (error) => unpacked.destroy(error));
    return file.pipe(unpacked).setEncoding('utf8');
  };
  const start = await firstPart(open());
  const sign = start.trimStart().charAt(0);
  const format: Format = sign === '<' ? 'xml' : sign === '{' ? 'json' : 'csv';
  return { format, firstLine: start.split(/\r?\n/, 1)[0] ?? '', text: open() };
}

async function isGzip(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { end: 1 })) {
    const bytes = chunk as Buffer;
    return bytes[0] === 0x1f && bytes[1] === 0x8b;
  }
  return false;
}

async function firstPart(text: Readable): Promise<string> {
  for await (const chunk of text as AsyncIterable<string>) return chunk.replace(/^\uFEFF/, '');
  return '';
}
