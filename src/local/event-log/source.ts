import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { LogProblem } from './log-problem.ts';

/** The bytes of a file, unpacked when it is gzip. Every call reads from the beginning. */
export interface Source {
  readonly bytes: () => AsyncIterable<Buffer>;
}

/** @throws LogProblem when there is nothing at `path` that can be read. */
export async function sourceAt(path: string): Promise<Source> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new LogProblem(`there is no file ${path}`);
  if (found.isDirectory()) throw new LogProblem(`${path} is a folder: name one file`);
  if (!found.isFile()) throw new LogProblem(`${path} is no file`);
  if (found.size === 0) throw new LogProblem('the file is empty');
  const [first = 0, second = 0] = await firstBytes(path);
  const packed = first === 0x1f && second === 0x8b;
  return { bytes: () => (packed ? unpacked(path) : createReadStream(path)) };
}

async function firstBytes(path: string): Promise<Buffer> {
  for await (const chunk of createReadStream(path, { end: 1 })) return chunk as Buffer;
  return Buffer.of();
}

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.once('error', (error) => gunzip.destroy(error));
  try {
    yield* file.pipe(gunzip) as AsyncIterable<Buffer>;
  } finally {
    file.destroy();
  }
}
