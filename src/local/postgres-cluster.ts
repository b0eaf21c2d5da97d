import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PostgresPrograms } from './postgres-programs.ts';
import type { Unprivileged } from './unprivileged.ts';

export const postgresUser = 'ketenpad';

export type ClusterOptions = {
  directory: string;
  data: string;
  programs: PostgresPrograms;
  runAs: Unprivileged | undefined;
  log: (text: string) => void;
  signal: AbortSignal | undefined;
};

/** Makes the data folder when there is none, whole or not at all. Answers the password of the superuser. */
export async function createCluster({
  directory,
  data,
  programs,
  runAs,
  log,
  signal,
}: ClusterOptions): Promise<string> {
  const password = keptPassword(join(directory, 'password'));
  for (const name of readdirSync(directory)) {
    if (name.startsWith('new-')) rmSync(join(directory, name), { recursive: true, force: true });
  }
  if (existsSync(data)) return password;
  log('making the database');
  const fresh = join(directory, `new-${randomBytes(4).toString('hex')}`);
  const passwordFile = `${fresh}.password`;
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of runAs ? [fresh, passwordFile] : []) chownSync(path, runAs?.uid ?? 0, runAs?.gid ?? 0);
  try {
    const who = ['-U', postgresUser, '--pwfile', passwordFile, '--auth=scram-sha-256'];
    const command = [programs.initdb, '-D', fresh, ...who, '--encoding=UTF8', '--locale=C', '--data-checksums'];
    await run(runAs ? runAs.wrap(command) : { command }, directory, signal);
    renameSync(fresh, data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
  return password;
}

// Kept before the first use of it: an interrupted start finds the same one again.
function keptPassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const password = randomBytes(24).toString('base64url');
  writeFileSync(`${file}.new`, password, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return password;
}

type Command = { command: string[]; uid?: number; gid?: number };

function run({ command, ...user }: Command, cwd: string, signal: AbortSignal | undefined): Promise<void> {
  const [file = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      killSignal: 'SIGTERM',
      ...user,
      ...(signal ? { signal } : {}),
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    let failure: Error | undefined;
    child.on('error', (error) => (failure = error));
    child.on('close', (code) => {
      if (code === 0) return resolve();
      reject(
        failure ?? new Error(`The database could not be made (initdb ended with ${code}):\n${output.slice(-2000)}`),
      );
    });
  });
}
