import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processStart } from '../../scripts/setup/process-identity.mjs';
import { temporalPaths, temporalVersion } from '../../scripts/setup/temporal-paths.mjs';
import { rememberedPorts } from './ports.ts';
import { launchServer } from './server-process.ts';
import { stopRecorded } from './temporal-leftover.ts';
import { temporalAnswers } from './temporal-answers.ts';
import { ensureTemporalSchemas } from './temporal-schema.ts';
import { dynamicConfiguration, portNames, serverEnvironment } from './temporal-settings.ts';
import type { PostgresAddress } from './postgres.ts';
import type { ServerProcess } from './server-process.ts';

export type RunningTemporal = {
  /** host:port of the frontend. */
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves when the server has ended, for whatever reason. */
  readonly exited: Promise<void>;
};

export type TemporalOptions = {
  /** Holds ports, settings and log; made when it is not there. */
  directory: string;
  postgres: PostgresAddress;
  /** Lets tests and the demo move time. Never in production. */
  virtualTime: boolean;
  log: (text: string) => void;
  /** Ends a start that is under way, cleanly; `startTemporal` then rejects. */
  signal?: AbortSignal;
};

/** Starts the Temporal server on its databases in `postgres`, which it makes the first time; resolves when it answers. */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const { directory, postgres, virtualTime, log, signal } = options;
  const programs = temporalPaths();
  if (![programs.server, programs.sqlTool].every((file) => existsSync(file))) {
    throw new Error(`There is no Temporal server ${temporalVersion} at ${programs.server}: run \`npm run setup\`.`);
  }
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o700);
  const record = join(directory, 'temporal.pid');
  await stopRecorded(record, log);
  await ensureTemporalSchemas({ postgres, sqlTool: programs.sqlTool, version: temporalVersion, log });
  signal?.throwIfAborted();
  const ports = await rememberedPorts(join(directory, 'ports.json'), portNames);
  const dynamicFile = join(directory, 'dynamic-config.yaml');
  writeFileSync(dynamicFile, dynamicConfiguration(virtualTime));
  const logFile = join(directory, 'temporal.log');
  const server = await launchServer({
    command: [programs.server, '--allow-no-auth', 'start'],
    env: serverEnvironment({ postgres, ports, dynamicFile }),
    cwd: directory,
    logFile,
    whenWeDie: 'TERM',
  });
  writeFileSync(record, JSON.stringify({ pid: server.pid, start: processStart(server.pid) ?? '' }));
  void server.exited.then(() => rmSync(record, { force: true }));
  const address = `127.0.0.1:${ports.frontendGrpc}`;
  await health(server, address, logFile, signal);
  const stop = () => server.stop('SIGTERM', 10_000);
  return { address, pid: server.pid, exited: server.exited, stop, kill: () => server.stop('SIGKILL', 1000) };
}

async function health(server: ServerProcess, address: string, logFile: string, signal?: AbortSignal): Promise<void> {
  const over = new AbortController();
  void server.exited.then(() => over.abort());
  try {
    await temporalAnswers(address, signal ? AbortSignal.any([signal, over.signal]) : over.signal);
  } catch (error) {
    if (server.ended()) throw new Error(`Temporal did not start. It wrote in ${logFile}:\n${server.tail()}`);
    await server.stop('SIGTERM', 10_000);
    throw error;
  }
}
