import { join } from 'node:path';
import { runChild } from './run-child.mjs';

/** Builds both programs with Go, pinned by tools/temporal/go.sum, into the folder `into`. */
export async function buildTemporal({ into, root, logFile }) {
  const programs = ['go.temporal.io/server/cmd/server', 'go.temporal.io/server/cmd/tools/sql'];
  // -mod=readonly: what go.sum does not pin is refused instead of fetched. A slash at the end: a folder is meant.
  const args = [
    'build',
    '-mod=readonly',
    '-buildvcs=false',
    '-trimpath',
    '-ldflags=-s -w',
    '-o',
    `${into}/`,
    ...programs,
  ];
  try {
    await runChild('go', args, { cwd: join(root, 'tools', 'temporal'), env: process.env, logFile });
  } catch (error) {
    if (error.missing) throw new Error('Go is not on the PATH', { cause: error });
    throw error;
  }
  const ending = process.platform === 'win32' ? '.exe' : '';
  return { server: join(into, `server${ending}`), sqlTool: join(into, `sql${ending}`) };
}
