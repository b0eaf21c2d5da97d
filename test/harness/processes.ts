import { execFileSync, type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A command of the project running as a process of its own, as a user starts it. */
export interface Running {
  readonly pid: number;
  /** Everything it has printed so far. */
  output(): string;
  /** Resolves when it prints this; rejects when it ends before. */
  says(text: string): Promise<void>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  signal(name: NodeJS.Signals): void;
}

export function runMain(file: string, args: readonly string[], env: Record<string, string | undefined>): Running {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', `src/main/${file}`, ...args], {
    cwd: root,
    env: { ...process.env, VITEST: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let printed = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => {
      printed += part.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal ?? '')),
  );
  return {
    pid: child.pid ?? 0,
    output: () => printed,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!printed.includes(text)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
        void ended.then((how) => reject(new Error(`ended (${how}) before it said "${text}":\n${printed}`)));
      }),
    ended,
    signal: (name) => void child.kill(name),
  };
}

/** This process and all that came from it, the youngest last. */
function familyOf(pid: number): readonly number[] {
  const rows = execFileSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const family = [pid];
  for (const parent of family) {
    for (const [child, of] of rows) if (of === parent && child !== undefined) family.push(child);
  }
  return family;
}

/** kill -9 of a process and everything that came from it, at once. */
export function killFamily(pid: number): void {
  for (const one of familyOf(pid)) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // It went with its parent.
    }
  }
}
