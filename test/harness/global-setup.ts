import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { AUDIENCE } from '../../src/local/local-system.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { loadDemoRegion } from '../../src/local/demo-region/load.ts';
import { ensureDatabase } from '../../src/local/ensure-database.ts';
import { ensureNamespace } from '../../src/local/ensure-namespace.ts';
import { startIdentityProvider } from '../../src/local/identity-provider.ts';
import { startPostgres } from '../../src/local/postgres.ts';
import { startTemporal } from '../../src/local/temporal.ts';
import { generateKeyRing } from '../../src/platform/crypto/keyring.ts';
import { applyMigrations } from '../../src/platform/db/migrate.ts';
import { openPrisma } from '../../src/platform/db/prisma.ts';

/** The real servers that all suites share. Each suite makes its own database and task queue on them. */
export interface SharedStack {
  readonly home: string;
  readonly postgresUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly issuer: string;
  readonly audience: string;
  readonly keys: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    stack: SharedStack;
  }
}

export const TEMPLATE = 'ketenpad_template';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'ketenpad-test-'));
  const log = (): void => {};
  const postgres = await startPostgres({ directory: join(home, 'postgres'), log });
  const temporal = await startTemporal({ directory: join(home, 'temporal'), postgres, virtualTime: true, log });
  const namespace = 'test';
  await Promise.all([makeTemplate(postgres), ensureNamespace(temporal.address, namespace)]);
  const provider = await startIdentityProvider({
    directory: join(home, 'idp'),
    users,
    audience: AUDIENCE,
    production: false,
    demo: true,
  });
  project.provide('stack', {
    home,
    postgresUrl: postgres.url('postgres'),
    temporalAddress: temporal.address,
    namespace,
    issuer: provider.issuer,
    audience: AUDIENCE,
    keys: generateKeyRing(),
  });
  return async () => {
    await provider.stop();
    await temporal.stop();
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

/** Migrated and filled once; every suite's database is a copy. */
async function makeTemplate(postgres: Awaited<ReturnType<typeof startPostgres>>): Promise<void> {
  await ensureDatabase(postgres, TEMPLATE);
  const url = postgres.url(TEMPLATE);
  await applyMigrations(url);
  const prisma = openPrisma(url);
  await loadDemoRegion(prisma);
  await prisma.$disconnect();
}
