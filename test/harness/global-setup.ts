import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { AUDIENCE } from '../../src/local/local-system.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { loadDemoRegion } from '../../src/local/demo-region/load.ts';
import { ensureNamespace } from '../../src/local/ensure-namespace.ts';
import { startIdentityProvider } from '../../src/local/identity-provider.ts';
import { startPostgres } from '../../src/local/postgres.ts';
import { startTemporal } from '../../src/local/temporal.ts';
import { generateKeyRing } from '../../src/platform/crypto/keyring.ts';
import { applyMigrations } from '../../src/platform/db/migrate.ts';
import { openPrisma } from '../../src/platform/db/prisma.ts';
import { onDatabase } from './on-database.ts';

/** The real servers that all suites share. Each suite makes its own database and task queue on them. */
export interface SharedStack {
  readonly home: string;
  readonly postgresUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly issuer: string;
  readonly audience: string;
  readonly keys: string;
  /** The database that every suite's database is a copy of. */
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    stack: SharedStack;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['KETENPAD_TEST_STACK'];
  if (given === undefined) return startStack(project);
  // A broken build runs on the servers of the run that made it, with a template from its own migrations.
  const stack = JSON.parse(given) as SharedStack;
  const template = `ketenpad_template_${process.pid}`;
  await makeTemplate(stack.postgresUrl, template);
  project.provide('stack', { ...stack, template });
  return async () => {};
}

async function startStack(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'ketenpad-test-'));
  const log = (): void => {};
  const postgres = await startPostgres({ directory: join(home, 'postgres'), log });
  const temporal = await startTemporal({ directory: join(home, 'temporal'), postgres, virtualTime: true, log });
  const namespace = 'test';
  const template = 'ketenpad_template';
  await Promise.all([makeTemplate(postgres.url('postgres'), template), ensureNamespace(temporal.address, namespace)]);
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
    template,
  });
  return async () => {
    await provider.stop();
    await temporal.stop();
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

/** Migrated and filled once; every suite's database is a copy. */
async function makeTemplate(serverUrl: string, template: string): Promise<void> {
  await onDatabase(serverUrl, `create database ${template}`);
  const url = serverUrl.replace(/\/postgres$/, `/${template}`);
  await applyMigrations(url);
  const prisma = openPrisma(url);
  await loadDemoRegion(prisma);
  await prisma.$disconnect();
}
