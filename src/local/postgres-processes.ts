import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processStart } from '../../scripts/setup/process-identity.mjs';

/** Has this postmaster finished its start-up, recovery after a crash included? */
export function postmasterIsReady(data: string, pid: number): boolean {
  const lines = lockFileOf(data);
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

/**
 * Stops what an earlier run left on this data folder: a server whose parent was killed, or processes of a server that was
 * killed itself. Only processes that are seen to work on this very folder are touched.
 */
export async function stopLeftovers(data: string, log: (text: string) => void): Promise<void> {
  const postmaster = Number(lockFileOf(data)[0]);
  const left = processesOn(data, postmaster);
  if (left.length > 0) {
    log(`stopping PostgreSQL processes that an earlier run left (${left.join(', ')})`);
    if (left.includes(postmaster)) process.kill(postmaster, 'SIGINT');
    if (!(await allGone(left, left.includes(postmaster) ? 10_000 : 0))) await killAll(processesOn(data, postmaster));
  }
  // Now nobody works here. A stranger who has the old pid would make PostgreSQL refuse.
  rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** kill -9, the first one halted before, so that it starts no other meanwhile; resolves when all are gone. */
export async function killAll(pids: number[]): Promise<void> {
  for (const pid of pids) send(pid, 'SIGSTOP');
  for (const pid of pids) send(pid, 'SIGKILL');
  await allGone(pids, 5000);
}

/** The PostgreSQL processes that work on this data folder. */
export function processesOn(data: string, postmaster: number): number[] {
  if (process.platform === 'linux') return linuxProcessesIn(data);
  const rows = psRows();
  const ours = rows.some((row) => row.pid === postmaster && row.command.includes(data));
  return ours ? rows.filter((row) => row.pid === postmaster || row.parent === postmaster).map((row) => row.pid) : [];
}

// Every process of PostgreSQL works in the data folder.
function linuxProcessesIn(data: string): number[] {
  let real: string;
  try {
    real = realpathSync(data);
  } catch {
    return [];
  }
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && folderOf(pid) === real && nameOf(pid) === 'postgres');
}

function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function nameOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function psRows(): { pid: number; parent: number; command: string }[] {
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n');
  return lines.map((line) => {
    const [pid, parent, ...command] = line.trim().split(/\s+/);
    return { pid: Number(pid), parent: Number(parent), command: command.join(' ') };
  });
}

function lockFileOf(data: string): string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

async function allGone(pids: number[], withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs;
  for (;;) {
    if (pids.every((pid) => processStart(pid) === null)) return true;
    if (Date.now() >= until) return false;
    await delay(20);
  }
}
