import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The Node types of this version leave it out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

type MigrationList = Parameters<engineModule.SchemaEngine['applyMigrations']>[0]['migrationsList'];

const MIGRATIONS = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));
const SCHEMA = fileURLToPath(new URL('../../../prisma/schema.prisma', import.meta.url));

/** Applies what is not applied yet, with Prisma's own engine and bookkeeping. Returns the names of what it applied. */
export async function applyMigrations(databaseUrl: string): Promise<readonly string[]> {
  instantiate();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: [[SCHEMA, readFileSync(SCHEMA, 'utf8')]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(wholeScripts(pool)),
  );
  try {
    const result: { appliedMigrationNames: string[] } = await engine.applyMigrations({
      migrationsList: listMigrations(),
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.appliedMigrationNames;
  } finally {
    engine.free();
    await pool.end();
  }
}

/**
 * The adapter of 7.10.0 cuts a script at every semicolon, also within a function, and runs the pieces apart. Here a
 * migration is sent whole: PostgreSQL runs it as one transaction, so that a crash leaves all of it or nothing.
 */
function wholeScripts(pool: pg.Pool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    connection.executeScript = async (script) => void (await pool.query(script));
    return connection;
  };
  return factory;
}

let instantiated = false;

/** Node does not import .wasm without a flag, so the module is instantiated by hand, once. */
function instantiate(): void {
  if (instantiated) return;
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const compiled = new WebAssembly.Module(readFileSync(file));
  const instance = new WebAssembly.Instance(compiled, { './schema_engine_bg.js': engineModule });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  instantiated = true;
}

function listMigrations(): MigrationList {
  const lockfile = join(MIGRATIONS, 'migration_lock.toml');
  const names = readdirSync(MIGRATIONS, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names.toSorted().map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(MIGRATIONS, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}
