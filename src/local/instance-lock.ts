import { join } from 'node:path';
import { tryLock } from '../../scripts/setup/process-lock.mjs';

/** Another process works on the same state. */
export class AnotherInstance extends Error {
  readonly pid: number;
  constructor(home: string, pid: number) {
    super(`process ${pid} already runs on ${home}`);
    this.name = 'AnotherInstance';
    this.pid = pid;
  }
}

/** Takes the state in `home` for this process; throws AnotherInstance when a living process has it. */
export async function takeInstanceLock(home: string): Promise<{ release(): void }> {
  const lock = await tryLock(join(home, 'instance.lock'));
  if ('heldBy' in lock) throw new AnotherInstance(home, lock.heldBy);
  return lock;
}
