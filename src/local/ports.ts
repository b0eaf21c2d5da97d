import { randomInt } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { z } from 'zod';

// Below the range that systems give to outgoing connections, so that nothing sits there by chance at the next start.
const range = { from: 20_000, to: 32_000 };

const Remembered = z.record(z.string(), z.int().min(1).max(65_535));

/**
 * A free loopback port for every name, the same at every start: they are kept in `file`, and chosen anew only where one
 * was taken meanwhile.
 */
export async function rememberedPorts<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const before = read(file);
  const ports: Record<string, number> = {};
  for (const name of names) {
    const taken = Object.values(ports);
    const last = before[name];
    const keep = last !== undefined && !taken.includes(last) && (await isFree(last));
    ports[name] = keep ? last : await freePort(taken);
  }
  writeFileSync(`${file}.new`, JSON.stringify(ports));
  renameSync(`${file}.new`, file);
  return ports as Record<Name, number>;
}

/** A loopback port on which nothing listens now. */
export async function freePort(except: readonly number[] = []): Promise<number> {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const port = randomInt(range.from, range.to);
    if (!except.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(`no free port found between ${range.from} and ${range.to} on 127.0.0.1`);
}

/** Does nothing listen on this loopback port? */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function read(file: string): Record<string, number> {
  try {
    return Remembered.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
