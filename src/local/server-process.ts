import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { rotateLog, tailOf } from './log-file.ts';

/** A server that runs beside us, and that does not outlive us where the system can see to that. */
export type ServerProcess = {
  readonly pid: number;
  /** Resolves when it has ended, for whatever reason. */
  readonly exited: Promise<void>;
  ended(): boolean;
  /** Sends the signal, and SIGKILL after `graceMs`; resolves when it has ended. */
  stop(signal: NodeJS.Signals, graceMs: number): Promise<void>;
  /** The last lines that it wrote since this start. */
  tail(): string;
};

export type Launch = {
  command: string[];
  env: Record<string, string>;
  logFile: string;
  cwd?: string;
  uid?: number;
  gid?: number;
  /** What it gets when we die by kill -9 (Linux with setpriv only). */
  whenWeDie: 'INT' | 'TERM' | 'KILL';
};

/** Starts a server; everything it writes is appended to its log file. Rejects when it cannot be started at all. */
export async function launchServer(launch: Launch): Promise<ServerProcess> {
  const { logFile, env, cwd, uid, gid } = launch;
  const from = rotateLog(logFile);
  const output = openSync(logFile, 'a', 0o600);
  const [file = '', ...args] = withParentDeath(launch.whenWeDie, launch.command);
  const child = spawn(file, args, {
    env,
    // A group of its own: Ctrl-C is for us, who stop our servers in order.
    detached: true,
    stdio: ['ignore', output, output],
    ...(cwd === undefined ? {} : { cwd }),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  closeSync(output);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await once(child, 'spawn');
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file} has no process id`);
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  return { pid, exited, ended, tail: () => tailOf(logFile, from), stop: (...how) => stop(child, exited, ...how) };
}

async function stop(child: ChildProcess, exited: Promise<void>, signal: NodeJS.Signals, graceMs: number) {
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await exited;
  clearTimeout(late);
}

let supported: boolean | undefined;

// setpriv becomes the server itself (exec), so that the pid is the server's.
function withParentDeath(signal: string, command: string[]): string[] {
  if (process.platform !== 'linux') return command;
  if (command[0] === 'setpriv') return ['setpriv', '--pdeathsig', signal, ...command.slice(1)];
  supported ??= spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true']).status === 0;
  return supported ? ['setpriv', '--pdeathsig', signal, ...command] : command;
}
