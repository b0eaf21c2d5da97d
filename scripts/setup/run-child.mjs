import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const running = new Set();
let stopping = false;

/** A command of the set-up that failed, with the last it wrote: `output`, and of that the last lines, `tail`. */
export class ChildFailed extends Error {
  constructor(command, how, output, missing) {
    super(`${command} ${how}`);
    this.output = output;
    this.tail = output.trimEnd().split('\n').slice(-15).join('\n');
    this.missing = missing;
  }
}

/** Runs a command to its end. What it writes goes to the log file; it throws ChildFailed unless the command ends with 0. */
export async function runChild(command, args, { cwd, env, logFile }) {
  if (stopping) throw new ChildFailed(command, 'was not started: the set-up is being stopped', '', false);
  mkdirSync(dirname(logFile), { recursive: true });
  appendFileSync(logFile, `\n${new Date().toISOString()} ${command} ${args.join(' ')}\n`);
  const windows = process.platform === 'win32';
  const [file, ...before] = diesWithUs(command);
  // In a group of its own: stopped with all it started, and not hit by a Ctrl-C that is meant for us.
  const child = spawn(file, [...before, ...args], {
    cwd,
    env,
    detached: !windows,
    shell: windows && !command.endsWith('.exe'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (data) => {
    appendFileSync(logFile, data);
    output = (output + data).slice(-64_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  running.add(child);
  const [how, missing] = await new Promise((resolve) => {
    child.on('error', (error) => resolve([`could not be started: ${error.message}`, error.code === 'ENOENT']));
    child.on('close', (code, signal) =>
      resolve([code === 0 ? '' : signal ? `was ended by ${signal}` : `ended with ${code}`, code === 127]),
    );
  });
  running.delete(child);
  if (how) throw new ChildFailed(command, how, output, missing);
}

/** Stops every command that still runs, first kindly, after `grace` milliseconds for good. */
export async function stopChildren(grace = 5000) {
  stopping = true;
  const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of running) signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => running.forEach((child) => signalGroup(child, 'SIGKILL')), grace);
  await Promise.all(ends);
  clearTimeout(timer);
}

function signalGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

// A set-up killed with -9 must not leave an npm behind that goes on deleting under the next one.
let parentDeath;
function diesWithUs(command) {
  parentDeath ??=
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0
      ? ['setpriv', '--pdeathsig', 'KILL']
      : [];
  return [...parentDeath, command];
}
