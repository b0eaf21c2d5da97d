import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const largest = 20 * 1024 * 1024;

/** Makes the folder of a log file, sets a log of over 20 MB aside, and answers where the next line will stand. */
export function rotateLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) return 0;
  const { size } = statSync(file);
  if (size < largest) return size;
  renameSync(file, `${file}.old`);
  return 0;
}

/** The last 20 lines of what was written from byte `from` on. */
export function tailOf(file: string, from: number): string {
  const start = Math.max(from, statSync(file).size - 8192);
  const buffer = Buffer.alloc(8192);
  const handle = openSync(file, 'r');
  const length = readSync(handle, buffer, 0, buffer.length, start);
  closeSync(handle);
  return buffer.toString('utf8', 0, length).trimEnd().split('\n').slice(-20).join('\n');
}
