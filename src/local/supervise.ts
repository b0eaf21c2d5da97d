import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { rotateLog, tailOf } from './log-file.ts';
import type { ChildProcess } from 'node:child_process';

export type SuperviseOptions = {
  name: string;
  /** The TypeScript file to run. */
  file: string;
  args?: string[];
  /** The whole environment of the child. */
  env: Record<string, string | undefined>;
  /** What the child writes is appended to `<logs>/<name>.log`, and shown only when it dies before it was ready. */
  logs: string;
  log: (text: string) => void;
  /** Start it again when it dies unasked: at once, and while it dies before it is ready after longer and longer pauses. */
  restart: boolean;
};

export type Supervised = {
  readonly name: string;
  /** Of the running child; undefined between two lives. */
  readonly pid: number | undefined;
  /**
   * Resolves with what the child of now (or, between two lives, the next one) says by `process.send({ ready: ... })`.
   * Rejects with the tail of its log when a first life, or one that is not followed by another, ends before that.
   */
  readonly ready: Promise<unknown>;
  /** How often it was started again. */
  readonly restarts: number;
  /** Resolves when the child is gone and will not be started again. */
  readonly ended: Promise<void>;
  onMessage(listener: (message: unknown) => void): void;
  send(message: object): void;
  /** SIGTERM; after ten seconds SIGKILL. It is not started again. */
  stop(): Promise<void>;
  /** SIGKILL, as chaos would; with `restart` the next life follows. */
  kill(): void;
};

const Ready = z.object({ ready: z.unknown() });
const pause = { first: 250, most: 5000 };
const patienceMs = 10_000;

type Life = {
  child: ChildProcess;
  from: number;
  gone: Promise<void>;
  ready: Deferred<unknown>;
  isReady: boolean;
  over: boolean;
};

/** Runs a part of the system as a process of its own that notices (`disconnect`) when this process is gone. */
export function supervise(options: SuperviseOptions): Supervised {
  const { name, log, restart } = options;
  const logFile = join(options.logs, `${name}.log`);
  const listeners: ((message: unknown) => void)[] = [];
  const ended = deferred<void>();
  let nextReady = deferred<unknown>();
  let stopping = false;
  let restarts = 0;
  let diedEarly = 0;
  let everReady = false;
  let retry: NodeJS.Timeout | undefined;
  let life = begin();

  function begin(): Life {
    const from = rotateLog(logFile);
    const child = start(options, logFile);
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const born: Life = { child, from, gone, ready: nextReady, isReady: false, over: false };
    nextReady = deferred();
    child.on('message', (message) => hear(born, message));
    child.on('error', (error) => log(`${name}: ${error.message}`));
    child.once('exit', (code, signal) => bury(born, signal ?? `code ${code}`));
    return born;
  }

  function hear(of: Life, message: unknown): void {
    const said = Ready.safeParse(message);
    if (!said.success) return listeners.forEach((listener) => listener(message));
    of.isReady = everReady = true;
    diedEarly = 0;
    of.ready.resolve(said.data.ready);
  }

  function bury(dead: Life, how: string): void {
    dead.over = true;
    if (stopping || !restart || !everReady) {
      const failure = new Error(`${name} ended (${how})\n${tailOf(logFile, dead.from)}`);
      dead.ready.reject(failure);
      nextReady.reject(failure);
      return ended.resolve();
    }
    // Who still waits for this life waits for the next one.
    nextReady.promise.then(dead.ready.resolve, dead.ready.reject);
    const wait = diedEarly === 0 ? 0 : Math.min(pause.first * 2 ** (diedEarly - 1), pause.most);
    if (!dead.isReady) log(`${name} ended (${how}) before it was ready; next try in ${wait} ms`);
    diedEarly += 1;
    retry = setTimeout(() => {
      restarts += 1;
      life = begin();
    }, wait);
  }

  return {
    name,
    ended: ended.promise,
    get pid() {
      return life.over ? undefined : life.child.pid;
    },
    get ready() {
      return (life.over ? nextReady : life.ready).promise;
    },
    get restarts() {
      return restarts;
    },
    onMessage: (listener) => void listeners.push(listener),
    send: (message) => void (life.child.connected && life.child.send(message)),
    stop: async () => {
      stopping = true;
      clearTimeout(retry);
      life.child.kill('SIGTERM');
      const late = setTimeout(() => life.child.kill('SIGKILL'), patienceMs);
      await life.gone;
      clearTimeout(late);
      ended.resolve();
    },
    kill: () => {
      life.child.kill('SIGKILL');
      // From now on `ready` means the next life.
      life.over = true;
    },
  };
}

function start({ file, args = [], env }: SuperviseOptions, logFile: string): ChildProcess {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const output = openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, ['--import', tsx, file, ...args], {
    env,
    // A group of its own: Ctrl-C is for the supervisor, who stops its parts in order.
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  closeSync(output);
  return child;
}

type Deferred<T> = { promise: Promise<T>; resolve: (value: T) => void; reject: (error: Error) => void };

function deferred<T>(): Deferred<T> {
  let settle: Omit<Deferred<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  // Nobody need be waiting.
  promise.catch(() => undefined);
  if (!settle) throw new Error('a promise runs its executor at once');
  return { promise, ...settle };
}
