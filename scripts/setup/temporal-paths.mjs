import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

export const temporalVersion = '1.32.0';

/** Where the two Temporal programs of this version are kept, shared by every clone on this machine. */
export function temporalPaths(env = process.env) {
  const cache = isAbsolute(env.XDG_CACHE_HOME ?? '') ? env.XDG_CACHE_HOME : join(homedir(), '.cache');
  const directory = join(cache, 'ketenpad');
  const ending = process.platform === 'win32' ? '.exe' : '';
  return {
    directory,
    server: join(directory, `temporal-server-${temporalVersion}${ending}`),
    sqlTool: join(directory, `temporal-sql-tool-${temporalVersion}${ending}`),
  };
}
