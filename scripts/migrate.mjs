// node scripts/migrate.mjs new NAME
// Writes prisma/migrations/<time>_NAME/migration.sql: the difference between the schema beside the last migration and the
// schema of now. Needs no database. Applying is src/main/migrate.ts.
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const migrations = join(root, 'prisma', 'migrations');
const schemaPath = join(root, 'prisma', 'schema.prisma');

const [command, name, ...rest] = process.argv.slice(2);
if (command !== 'new' || !/^[a-z0-9][a-z0-9_-]*$/.test(name ?? '') || rest.length > 0) {
  console.error('usage: npm run migrate:new -- NAME   (small letters, digits, - and _)');
  process.exit(1);
}

async function writeMigration() {
  const schema = readFileSync(schemaPath, 'utf8');
  const engine = await openEngine(schema);
  const difference = await engine.diff({
    from: lastSchema(),
    to: { tag: 'schemaDatamodel', files: [{ path: schemaPath, content: schema }] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  if (difference.exitCode !== 2) return 'The schema has not changed since the last migration: nothing was written.';
  const folder = join(migrations, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), difference.stdout);
  writeFileSync(join(folder, 'schema.prisma'), schema);
  writeFileSync(join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n');
  return `Written: ${join(folder, 'migration.sql')}. Read it, and add by hand what Prisma cannot say.`;
}

function lastSchema() {
  const last = existsSync(migrations)
    ? readdirSync(migrations, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
        .at(-1)
    : undefined;
  if (!last) return { tag: 'empty' };
  const content = readFileSync(join(migrations, last, 'schema.prisma'), 'utf8');
  return { tag: 'schemaDatamodel', files: [{ path: schemaPath, content }] };
}

// Before it compares two schemas the engine asks a database one thing, its version. Everything else is refused.
const version = {
  columnNames: ['exists', 'version', 'numeric_version'],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, 'PostgreSQL 18.4', 180_004]],
};
const never = () => Promise.reject(new Error('comparing schemas asks no database'));
const connection = {
  provider: 'postgres',
  adapterName: 'none',
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  queryRaw: ({ sql }) => (sql.includes('version()') ? Promise.resolve(version) : never()),
  executeRaw: never,
  executeScript: never,
  startTransaction: never,
  dispose: () => Promise.resolve(),
};
const connect = () => Promise.resolve(connection);
const noDatabase = { provider: 'postgres', adapterName: 'none', connect, connectToShadowDb: connect };

async function openEngine(schema) {
  // Node cannot import .wasm as a module without a flag.
  const module = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const wasm = readFileSync(module.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engineModule });
  engineModule.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const adapter = bindMigrationAwareSqlAdapterFactory(noDatabase);
  return engineModule.SchemaEngine.new({ datamodels: [[schemaPath, schema]] }, () => {}, adapter);
}

try {
  console.log(await writeMigration());
  process.exit(0);
} catch (error) {
  console.error(`No migration was written: ${error.message ?? error}`);
  process.exit(1);
}
