import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isRunning, processStart } from './process-identity.mjs';

// Two files per candidate, named after pid, start and a number of its own. A claim is written before the others are
// looked at, so of two candidates at least one sees the other; who sees another withdraws. Names are never used twice,
// so clearing up after a dead process cannot hit a living one.

/** Takes the lock in `directory`, or tells who holds it: `{ release }` or `{ heldBy: pid }`. */
export async function tryLock(directory) {
  mkdirSync(directory, { recursive: true });
  const me = `${process.pid}.${processStart(process.pid)}.${randomBytes(4).toString('hex')}`;
  for (let attempt = 1; ; attempt++) {
    writeFileSync(claimOf(directory, me), '', { flag: 'wx' });
    const others = livingClaims(directory).filter((name) => name !== me);
    if (others.length === 0) {
      writeFileSync(heldOf(directory, me), '');
      return { release: () => remove(directory, me) };
    }
    remove(directory, me);
    const holder = others.find((name) => existsSync(heldOf(directory, name)));
    if (holder || attempt === 100) return { heldBy: identityOf(holder ?? others[0]).pid };
    await delay(5 + Math.random() * 40);
  }
}

/** Waits for the lock; `onWait(pid)` is called once for every holder that is waited for. */
export async function waitForLock(directory, onWait, signal) {
  let told = 0;
  for (;;) {
    const lock = await tryLock(directory);
    if ('release' in lock) return lock;
    if (lock.heldBy !== told) onWait((told = lock.heldBy));
    await delay(100, undefined, { signal });
  }
}

const claimOf = (directory, name) => join(directory, `${name}.claim`);
const heldOf = (directory, name) => join(directory, `${name}.held`);

function livingClaims(directory) {
  const names = readdirSync(directory)
    .filter((file) => file.endsWith('.claim'))
    .map((file) => file.slice(0, -'.claim'.length));
  const living = names.filter((name) => isRunning(identityOf(name)));
  for (const name of names) if (!living.includes(name)) remove(directory, name);
  return living;
}

function identityOf(name) {
  const [pid, start] = name.split('.');
  return { pid: Number(pid), start };
}

function remove(directory, name) {
  rmSync(heldOf(directory, name), { force: true });
  rmSync(claimOf(directory, name), { force: true });
}
