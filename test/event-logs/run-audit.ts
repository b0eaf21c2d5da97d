import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'ketenpad-log-'));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

/** Runs the command in a process of its own, as `npm run -s audit` does, with at most `heapMb` of heap. */
export function runAudit(args: readonly string[], heapMb?: number): Promise<Ran> {
  const heap = heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`];
  return run(process.execPath, [...heap, '--import', 'tsx', 'src/main/audit.ts', ...args]);
}

/** Runs a program in the folder of the project. */
export function run(program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((done) => {
    const options = { cwd: root, maxBuffer: 1e8 };
    const child = execFile(program, args, options, (_error, out, said) => {
      done({ code: child.exitCode ?? -1, out, said });
    });
  });
}

/** Writes a log for one test, and says where it is. */
export function written(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** One of the logs with known answers. */
export function knownLog(name: string): string {
  return join(import.meta.dirname, name);
}
