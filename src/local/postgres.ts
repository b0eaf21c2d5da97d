import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, isFree, rememberedPorts } from './ports.ts';
import { createCluster, postgresUser } from './postgres-cluster.ts';
import { killAll, postmasterIsReady, processesOn, stopLeftovers } from './postgres-processes.ts';
import { postgresPrograms } from './postgres-programs.ts';
import { postgresSettings } from './postgres-settings.ts';
import { launchServer } from './server-process.ts';
import { unprivileged } from './unprivileged.ts';
import type { ServerProcess } from './server-process.ts';

/** Where a PostgreSQL server is and who may come in. */
export type PostgresAddress = { host: string; port: number; user: string; password: string };

export type RunningPostgres = PostgresAddress & {
  readonly pid: number;
  /** The URL of one of its databases. */
  url(database: string): string;
  /** Clean and at once: clients are cut off, nothing committed is lost. */
  stop(): Promise<void>;
  /** kill -9 of the server and all its processes; resolves when they are gone. */
  kill(): Promise<void>;
  /** Resolves when the server has ended, for whatever reason. */
  readonly exited: Promise<void>;
};

export type PostgresOptions = {
  /** Holds data, password, port and log; made when it is not there. */
  directory: string;
  /** Default: a free one, the same at every start. */
  port?: number;
  log: (text: string) => void;
  /** Ends a start that is under way, cleanly; `startPostgres` then rejects. */
  signal?: AbortSignal;
};

/** Starts PostgreSQL on its own data, which it makes the first time. What an earlier run left is stopped first. */
export async function startPostgres({ directory, port, log, signal }: PostgresOptions): Promise<RunningPostgres> {
  const programs = postgresPrograms();
  const data = join(directory, 'data');
  const logFile = join(directory, 'postgres.log');
  mkdirSync(directory, { recursive: true });
  // As root the server is another user, who must be able to pass.
  chmodSync(directory, process.getuid?.() === 0 ? 0o711 : 0o700);
  const runAs = unprivileged(data, [data, programs.postgres]);
  await stopLeftovers(data, log);
  const password = await createCluster({ directory, data, programs, runAs, log, signal });
  signal?.throwIfAborted();
  const settled = await choosePort(directory, port);
  const command = [programs.postgres, '-D', data, ...postgresSettings(settled)];
  const server = await launchServer({
    ...(runAs ? runAs.wrap(command) : { command }),
    env: { LC_ALL: 'C', TZ: 'UTC' },
    cwd: directory,
    logFile,
    whenWeDie: 'INT',
  });
  await readiness(server, data, logFile, signal);
  return running(server, data, { host: '127.0.0.1', port: settled, user: postgresUser, password });
}

async function choosePort(directory: string, wanted: number | undefined): Promise<number> {
  if (wanted === undefined) return (await rememberedPorts(join(directory, 'ports.json'), ['postgres'])).postgres;
  if (await isFree(wanted)) return wanted;
  throw new Error(`Port ${wanted} for PostgreSQL is taken; ${await freePort()} is free.`);
}

async function readiness(server: ServerProcess, data: string, logFile: string, signal?: AbortSignal): Promise<void> {
  while (!postmasterIsReady(data, server.pid)) {
    if (server.ended()) throw new Error(`PostgreSQL did not start. It wrote in ${logFile}:\n${server.tail()}`);
    if (signal?.aborted) {
      await server.stop('SIGINT', 10_000);
      signal.throwIfAborted();
    }
    await delay(10);
  }
}

function running(server: ServerProcess, data: string, address: PostgresAddress): RunningPostgres {
  const { host, port, user, password } = address;
  return {
    ...address,
    pid: server.pid,
    exited: server.exited,
    url: (database) => `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`,
    stop: () => server.stop('SIGINT', 15_000),
    kill: async () => {
      if (!server.ended()) await killAll([server.pid, ...processesOn(data, server.pid)]);
      await server.exited;
    },
  };
}
