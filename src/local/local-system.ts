import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../platform/db/database.ts';
import { type Installation, readInstallation } from '../platform/db/installation.ts';
import { applyMigrations } from '../platform/db/migrate.ts';
import { openPrisma } from '../platform/db/prisma.ts';
import { loadDemoRegion } from './demo-region/load.ts';
import { users } from './demo-region/users.ts';
import { ensureDatabase } from './ensure-database.ts';
import { ensureNamespace } from './ensure-namespace.ts';
import { startIdentityProvider } from './identity-provider.ts';
import { localKeys } from './local-keys.ts';
import { type RunningPostgres, startPostgres } from './postgres.ts';
import { type Supervised, supervise } from './supervise.ts';
import { type RunningTemporal, startTemporal } from './temporal.ts';

export const AUDIENCE = 'urn:ketenpad:api';
const NAMESPACE = 'ketenpad';
const DATABASE = 'ketenpad';
const NOT_DEMO =
  'This database holds real work: the demo users and movable time are for demo state only. Set OIDC_ISSUER, or another DATABASE_URL.';

export interface LocalOptions {
  readonly home: string;
  readonly port: number;
  readonly virtualTime: boolean;
  /** Settings that were given from outside: with DATABASE_URL, TEMPORAL_ADDRESS or OIDC_ISSUER nothing of that kind is started. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: (text: string) => void;
  readonly signal?: AbortSignal;
}

export interface LocalSystem {
  readonly url: string;
  readonly postgres: RunningPostgres | null;
  readonly temporal: RunningTemporal | null;
  readonly api: Supervised;
  readonly worker: Supervised;
  /** The settings of the processes, for more of them. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Watches PostgreSQL and Temporal, and starts them again when they end unasked. */
  keepUp(): void;
  /** Starts PostgreSQL or Temporal again after it was killed, on the same data and address. */
  restart(part: 'postgres' | 'temporal'): Promise<void>;
  stop(): Promise<void>;
}

/** Brings up everything on this machine, each part as a process of its own; what is there already is found again. */
export async function startLocalSystem(options: LocalOptions): Promise<LocalSystem> {
  const { home, port, virtualTime, env, log } = options;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step().catch((error: unknown) => log(String(error)));
  };
  try {
    const withSignal = options.signal === undefined ? {} : { signal: options.signal };
    const startPg = () => startPostgres({ directory: join(home, 'postgres'), log, ...withSignal });
    let postgres = env['DATABASE_URL'] === undefined ? await startPg() : null;
    undo.push(async () => postgres?.stop());
    if (postgres !== null) await ensureDatabase(postgres, DATABASE);
    const databaseUrl = env['DATABASE_URL'] ?? postgres?.url(DATABASE) ?? '';

    const startTp = async (): Promise<RunningTemporal | null> => {
      if (env['TEMPORAL_ADDRESS'] !== undefined) return null;
      if (postgres === null) throw new Error('DATABASE_URL is set but TEMPORAL_ADDRESS is not: set both, or neither');
      return startTemporal({ directory: join(home, 'temporal'), postgres, virtualTime, log, ...withSignal });
    };
    const [started, installation] = await Promise.all([startTp(), prepareDatabase(databaseUrl, virtualTime)]);
    if (!installation.demo && (env['OIDC_ISSUER'] === undefined || virtualTime)) throw new Error(NOT_DEMO);
    let temporal = started;
    undo.push(async () => temporal?.stop());
    if (temporal !== null) await ensureNamespace(temporal.address, NAMESPACE);

    const issuer = env['OIDC_ISSUER'] ?? (await startIssuer(options, undo));
    const settings = {
      OIDC_AUDIENCE: AUDIENCE,
      TEMPORAL_NAMESPACE: NAMESPACE,
      KETENPAD_KEYS: env['KETENPAD_KEYS'] ?? localKeys(home),
      ...env,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: env['TEMPORAL_ADDRESS'] ?? temporal?.address ?? '',
      OIDC_ISSUER: issuer,
      KETENPAD_VIRTUAL_TIME: virtualTime ? '1' : '0',
      KETENPAD_BUNDLE:
        env['KETENPAD_BUNDLE'] ?? fileURLToPath(new URL('../../dist/workflow-bundle.js', import.meta.url)),
    };
    const logs = join(home, 'logs');
    mkdirSync(logs, { recursive: true, mode: 0o700 });
    const run = (name: 'api' | 'worker'): Supervised => {
      const file = fileURLToPath(new URL(`../main/${name}.ts`, import.meta.url));
      const part = supervise({ name, file, env: settings, logs, log, restart: true });
      undo.push(() => part.stop());
      return part;
    };
    const worker = run('worker');
    const api = run('api');
    await Promise.all([worker.ready, api.ready]);
    let stopped = false;
    undo.push(async () => void (stopped = true));
    const restart = async (part: 'postgres' | 'temporal'): Promise<void> => {
      if (part === 'postgres') postgres = await startPg();
      else temporal = await startTp();
    };
    const watch = async (part: 'postgres' | 'temporal'): Promise<void> => {
      for (;;) {
        const running = part === 'postgres' ? postgres : temporal;
        if (running === null) return;
        await running.exited;
        if (stopped) return;
        log(`${part} ended unasked; starting it again`);
        await restart(part).catch((error: unknown) => log(`${part} does not start: ${String(error)}`));
      }
    };
    return {
      url: `http://127.0.0.1:${port}`,
      get postgres() {
        return postgres;
      },
      get temporal() {
        return temporal;
      },
      api,
      worker,
      env: settings,
      restart,
      keepUp: () => void Promise.all([watch('postgres'), watch('temporal')]),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Migrates, loads the demo region into a new database, and refuses to run moved state on the wall clock. */
async function prepareDatabase(url: string, virtualTime: boolean): Promise<Installation> {
  await applyMigrations(url);
  const prisma = openPrisma(url);
  const db = openDatabase(url, 1);
  try {
    await loadDemoRegion(prisma);
    const installation = await readInstallation(db);
    if (installation.clockMoved && !virtualTime) {
      throw new Error(
        'In this state the time was moved. Start it with `npm start -- --virtual-time`, or with another KETENPAD_HOME.',
      );
    }
    return installation;
  } finally {
    await Promise.allSettled([prisma.$disconnect(), db.close()]);
  }
}

async function startIssuer({ home, env, log }: LocalOptions, undo: (() => Promise<unknown>)[]): Promise<string> {
  const provider = await startIdentityProvider({
    directory: join(home, 'idp'),
    users,
    audience: AUDIENCE,
    production: env['NODE_ENV'] === 'production',
    demo: true,
    onError: (error: unknown) => log(`identity provider: ${error instanceof Error ? error.name : 'error'}`),
  });
  undo.push(() => provider.stop());
  return provider.issuer;
}
