import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseImpossibleKnobs } from '../cases/refuse-impossible-knobs.ts';
import { openDatabase } from '../platform/db/database.ts';
import { readInstallation } from '../platform/db/installation.ts';
import { applyMigrations } from '../platform/db/migrate.ts';
import { openPrisma } from '../platform/db/prisma.ts';
import { loadDemoRegion } from './demo-region/load.ts';
import { users } from './demo-region/users.ts';
import { startIdentityProvider } from './identity-provider.ts';
import { localKeys } from './local-keys.ts';
import type { LocalOptions } from './local-options.ts';
import { LocalServers } from './local-servers.ts';
import { type Supervised, supervise } from './supervise.ts';

export const AUDIENCE = 'urn:ketenpad:api';
const NAMESPACE = 'ketenpad';
const NOT_DEMO =
  'This database holds real work: the demo users and movable time are for demo state only. Set OIDC_ISSUER, or another DATABASE_URL.';

export interface LocalSystem {
  readonly url: string;
  readonly servers: LocalServers;
  readonly api: Supervised;
  readonly worker: Supervised;
  /** The settings of the processes, for more of them. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stop: () => Promise<void>;
}

/** Brings up everything on this machine, each part as a process of its own; what is there already is found again. */
export async function startLocalSystem(options: LocalOptions): Promise<LocalSystem> {
  const { home, port, log } = options;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step().catch((error: unknown) => log(String(error)));
  };
  try {
    const servers = new LocalServers(options, NAMESPACE);
    undo.push(() => servers.stop());
    await servers.start((databaseUrl) => prepareDatabase(databaseUrl, options));
    const env = settingsOf(options, servers, options.env['OIDC_ISSUER'] ?? (await startIssuer(options, undo)));
    const worker = runPart('worker', options, env, undo);
    const api = runPart('api', options, env, undo);
    await Promise.all([worker.ready, api.ready]);
    return { url: `http://127.0.0.1:${port}`, servers, api, worker, env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function settingsOf(
  { home, port, virtualTime, env }: LocalOptions,
  servers: LocalServers,
  issuer: string,
): LocalSystem['env'] {
  return {
    OIDC_AUDIENCE: AUDIENCE,
    TEMPORAL_NAMESPACE: NAMESPACE,
    KETENPAD_KEYS: env['KETENPAD_KEYS'] ?? localKeys(home),
    KETENPAD_BUNDLE: fileURLToPath(new URL('../../dist/workflow-bundle.js', import.meta.url)),
    ...env,
    PORT: String(port),
    DATABASE_URL: servers.databaseUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    OIDC_ISSUER: issuer,
    KETENPAD_VIRTUAL_TIME: virtualTime ? '1' : '0',
  };
}

function runPart(
  name: 'api' | 'worker',
  { home, log }: LocalOptions,
  env: LocalSystem['env'],
  undo: (() => Promise<unknown>)[],
): Supervised {
  const logs = join(home, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  const file = fileURLToPath(new URL(`../main/${name}.ts`, import.meta.url));
  const part = supervise({ name, file, env, logs, log, restart: true });
  undo.push(() => part.stop());
  return part;
}

/** Migrates, loads the demo region into a new database, and refuses what does not fit the state or the chains. */
async function prepareDatabase(url: string, { virtualTime, env }: LocalOptions): Promise<void> {
  await applyMigrations(url);
  const prisma = openPrisma(url);
  const db = openDatabase(url, 1);
  try {
    await loadDemoRegion(prisma);
    await refuseImpossibleKnobs(db);
    const { demo, clockMoved } = await readInstallation(db);
    if (!demo && (env['OIDC_ISSUER'] === undefined || virtualTime)) throw new Error(NOT_DEMO);
    if (clockMoved && !virtualTime) {
      throw new Error(
        'In this state the time was moved. Start it with `npm start -- --virtual-time`, or with another KETENPAD_HOME.',
      );
    }
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
