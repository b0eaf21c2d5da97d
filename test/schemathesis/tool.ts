import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = '4.32.5';
const OLDEST_PYTHON = [3, 10];

/** Where the tool is kept, for every clone on the machine. */
export function toolOf(cacheHome: string): { readonly folder: string; readonly program: string } {
  const folder = join(cacheHome, 'ketenpad', `schemathesis-${VERSION}`);
  return { folder, program: join(folder, 'bin', 'schemathesis') };
}

export function isThere(cacheHome: string): boolean {
  return existsSync(toolOf(cacheHome).program);
}

/** Brings the tool into a virtual environment of its own. @returns why it is not there; undefined when it is. */
export function bringTool(cacheHome: string, log: (text: string) => void): string | undefined {
  if (isThere(cacheHome)) return undefined;
  const python = ['python3', 'python'].find(isNewEnough);
  if (python === undefined) return `Python ${OLDEST_PYTHON.join('.')} or newer is not there`;
  const { folder, program } = toolOf(cacheHome);
  mkdirSync(join(cacheHome, 'ketenpad'), { recursive: true });
  log(`bringing schemathesis ${VERSION} ...`);
  const steps = [
    [python, ['-m', 'venv', folder]],
    [join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', `schemathesis==${VERSION}`]],
  ] as const;
  for (const [file, args] of steps) {
    const { status, stderr } = spawnSync(file, args, { encoding: 'utf8' });
    if (status === 0) continue;
    // Half a tool would be taken for a whole one.
    rmSync(folder, { recursive: true, force: true });
    return `schemathesis could not be installed: ${stderr?.trim().split('\n').at(-1) ?? 'no Python package index'}`;
  }
  return existsSync(program) ? undefined : 'schemathesis was installed without its program';
}

function isNewEnough(python: string): boolean {
  const { stdout } = spawnSync(python, ['-c', 'import sys; print(sys.version_info[:2])'], { encoding: 'utf8' });
  const [major = 0, minor = 0] = (stdout?.match(/\d+/g) ?? []).map(Number);
  return major > OLDEST_PYTHON[0]! || (major === OLDEST_PYTHON[0] && minor >= OLDEST_PYTHON[1]!);
}
