import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { temporalVersion } from '../scripts/setup/temporal-paths.mjs';
import { freePort } from '../src/local/ports.ts';
import { startLocalSystem } from '../src/local/local-system.ts';
import { supervise } from '../src/local/supervise.ts';
import { type Database, openDatabase } from '../src/platform/db/database.ts';
import { measure, type Plan } from './measure.ts';
import { type BenchReport, reportOf } from './report.ts';

export interface BenchOptions extends Plan {
  /** An empty folder for everything that this run keeps. */
  readonly home: string;
  /** The file that runs a part (`--part bare-worker`, `--part load`) as a process of its own. */
  readonly partFile: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Brings up a whole system, measures it, and takes it down again, also when it is stopped half-way. */
export async function runBench(options: BenchOptions): Promise<BenchReport> {
  const { home, log, signal, env } = options;
  const undo: (() => Promise<unknown>)[] = [];
  try {
    const system = await startLocalSystem({ home, port: await freePort(), virtualTime: false, env, log, signal });
    undo.push(() => system.stop());
    const run = (part: 'bare-worker' | 'load') => {
      const child = supervise({
        name: part,
        file: options.partFile,
        args: ['--part', part],
        env: { ...system.env, KETENPAD_HOME: home },
        logs: join(home, 'logs'),
        log,
        restart: false,
      });
      undo.push(() => child.stop());
      return child;
    };
    const bareWorker = run('bare-worker');
    const load = run('load');
    await Promise.all([bareWorker.ready, load.ready]);
    const db = openDatabase(system.env['DATABASE_URL'] ?? '', 1);
    undo.push(() => db.close());
    const measurement = await measure({ system, db, bareWorker, load, log, signal }, options);
    const { seconds, rounds, levels } = options;
    return reportOf(measurement, { seconds, rounds, levels }, await environmentOf(db));
  } finally {
    for (const step of undo.toReversed()) await step().catch((error: unknown) => log(String(error)));
  }
}

const packages = ['@temporalio/client', '@hono/node-server', 'hono', 'pg'];

async function environmentOf(db: Database): Promise<Readonly<Record<string, unknown>>> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const version = (name: string): string =>
    z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))).version;
  const [row] = await db.query<{ version: string; fsync: string; commit: string }>({
    name: 'bench_environment',
    text: `select current_setting('server_version') as version, current_setting('fsync') as fsync,
             current_setting('synchronous_commit') as commit`,
  });
  const git = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' });
  const dirty = spawnSync('git', ['status', '--porcelain', '--', 'src', 'bench'], { cwd: root, encoding: 'utf8' });
  return {
    commit: `${git.stdout.trim()}${dirty.stdout.trim() === '' ? '' : ' with changes'}`,
    node: process.versions.node,
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? '',
    postgresql: row?.version,
    fsync: row?.fsync,
    synchronous_commit: row?.commit,
    temporal: temporalVersion,
    ...Object.fromEntries(packages.map((name) => [name, version(name)])),
  };
}
