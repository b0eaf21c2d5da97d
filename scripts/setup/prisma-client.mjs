import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { runChild } from './run-child.mjs';
import { digest, isStamped, stamped } from './stamp.mjs';

/** The Prisma client, generated from prisma/schema.prisma into src/platform/db/generated. */
export function prismaClient({ root, logFile }) {
  const schema = join(root, 'prisma', 'schema.prisma');
  const output = join(root, 'src', 'platform', 'db', 'generated');
  const stamp = join(root, 'node_modules', '.ketenpad-prisma-stamp');
  const wanted = digest(root, ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']);
  return {
    title: 'generating the database client (Prisma)',
    isCurrent: () => !existsSync(schema) || (isStamped(stamp, wanted) && existsSync(output)),
    run: () => stamped(stamp, wanted, () => generate({ root, schema, logFile })),
  };
}

async function generate({ root, schema, logFile }) {
  const prisma = join(root, 'node_modules', 'prisma', 'build', 'index.js');
  const env = {
    ...process.env,
    // Prisma would download an engine that `generate` does not use: any executable contents it.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  try {
    await runChild(process.execPath, [prisma, 'generate', '--schema', schema], { cwd: root, env, logFile });
  } catch (error) {
    throw new SetupFailure({
      what: `the database client could not be generated (${error.message})`,
      cause: 'prisma/schema.prisma holds a mistake, or node_modules is not whole',
      waysOut: ['mend what the last lines name', 'remove node_modules and run the same command again'],
      tail: error.tail,
    });
  }
}
