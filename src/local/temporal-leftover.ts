import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { isRunning } from '../../scripts/setup/process-identity.mjs';

const Recorded = z.object({ pid: z.int().positive(), start: z.string() });

/** Stops the server that an earlier run recorded in `file` and left behind; a stranger with its pid is left alone. */
export async function stopRecorded(file: string, log: (text: string) => void): Promise<void> {
  const recorded = read(file);
  if (recorded && isRunning(recorded)) {
    log(`stopping the Temporal server that an earlier run left (${recorded.pid})`);
    process.kill(recorded.pid, 'SIGTERM');
    const patience = Date.now() + 10_000;
    while (isRunning(recorded)) {
      if (Date.now() > patience) process.kill(recorded.pid, 'SIGKILL');
      await delay(20);
    }
  }
  rmSync(file, { force: true });
}

function read(file: string): z.infer<typeof Recorded> | undefined {
  try {
    return Recorded.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
