import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { waitForLock } from '../../scripts/setup/process-lock.mjs';
import { AnotherInstance, takeInstanceLock } from './instance-lock.ts';
import type { ChildProcess } from 'node:child_process';

const homes: string[] = [];
const children: ChildProcess[] = [];
const newHome = () => {
  const home = mkdtempSync(join(tmpdir(), 'ketenpad-lock-'));
  homes.push(home);
  return home;
};
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const home of homes.splice(0)) rmSync(home, { recursive: true });
});

/** Another process that tries to take the lock and tells what came of it, and keeps what it has got. */
async function contender(
  home: string,
): Promise<{ child: ChildProcess; outcome: Promise<{ got: boolean; holder: number }> }> {
  const lock = new URL('../../scripts/setup/process-lock.mjs', import.meta.url).href;
  const program = `import { tryLock } from '${lock}';
    process.once('message', async () => {
      const lock = await tryLock(${JSON.stringify(join(home, 'instance.lock'))});
      process.send({ got: 'release' in lock, holder: lock.heldBy ?? process.pid });
    });
    process.send('here');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.push(child);
  await once(child, 'message');
  return { child, outcome: once(child, 'message').then(([message]) => message) };
}

test('a second process on the same state is refused and told who runs; once that one was killed the state is free', async () => {
  const home = newHome();
  const { child, outcome } = await contender(home);
  child.send('go');
  expect((await outcome).got).toBe(true);
  const refused = await takeInstanceLock(home).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(AnotherInstance);
  expect((refused as AnotherInstance).pid).toBe(child.pid);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = await takeInstanceLock(home);
  lock.release();
  expect(readdirSync(join(home, 'instance.lock'))).toEqual([]);
});

test('of many that try at the same moment, over a dead holder, exactly one gets it', async () => {
  const home = newHome();
  mkdirSync(join(home, 'instance.lock'));
  for (const ending of ['claim', 'held'])
    writeFileSync(join(home, 'instance.lock', `${process.pid}.long-ago.00.${ending}`), '');
  const contenders = await Promise.all(Array.from({ length: 8 }, () => contender(home)));
  for (const { child } of contenders) child.send('go');
  const outcomes = await Promise.all(contenders.map(({ outcome }) => outcome));
  const winners = outcomes.filter(({ got }) => got);
  expect(winners).toHaveLength(1);
});

test('one process cannot take the same state twice', async () => {
  const home = newHome();
  const lock = await takeInstanceLock(home);
  await expect(takeInstanceLock(home)).rejects.toThrow(AnotherInstance);
  lock.release();
  (await takeInstanceLock(home)).release();
});

test('who waits for a lock is told for whom, once, and gets it when it is released', async () => {
  const directory = join(newHome(), 'setup.lock');
  const first = await waitForLock(directory, () => undefined);
  const told: number[] = [];
  const second = await waitForLock(directory, (pid) => {
    told.push(pid);
    first.release();
  });
  expect(told).toEqual([process.pid]);
  second.release();
});
