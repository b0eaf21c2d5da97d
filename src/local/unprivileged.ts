import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** How a program is run as somebody who is not root; `wrap` puts in front of a command what that takes. */
export type Unprivileged = {
  uid: number;
  gid: number;
  wrap(command: string[]): { command: string[]; uid?: number; gid?: number };
};

/**
 * PostgreSQL refuses to run as root. Undefined when we are not root; else the owner of `owned` when that exists, the user
 * `postgres`, or `nobody`, with the right to pass through folders closed to them when one of `paths` lies in such a folder.
 */
export function unprivileged(owned: string, paths: readonly string[]): Unprivileged | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = ownerOf(owned) ?? userOf('postgres') ?? userOf('nobody') ?? { uid: 65_534, gid: 65_534 };
  const closed = paths.flatMap(ancestors).find((folder) => (statSync(folder).mode & 0o001) === 0);
  const capability = closed === undefined ? undefined : passThrough();
  if (closed !== undefined && capability === undefined) throw mustNotBeRoot(closed);
  if (capability === undefined) return { uid, gid, wrap: (command) => ({ command, uid, gid }) };
  const setpriv = ['setpriv', '--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups'];
  const rights = ['--inh-caps', `+${capability}`, '--ambient-caps', `+${capability}`];
  // Without this bit access(2), by which PostgreSQL looks for its own programs, forgets the right.
  return {
    uid,
    gid,
    wrap: (command) => ({ command: [...setpriv, ...rights, '--securebits', '+no_setuid_fixup', ...command] }),
  };
}

// Containers often withhold the narrow right (2) and leave the wide one (1).
function passThrough(): 'dac_read_search' | 'dac_override' | undefined {
  if (process.platform !== 'linux') return undefined;
  if (spawnSync('setpriv', ['--securebits', '+no_setuid_fixup', 'true']).status !== 0) return undefined;
  const effective = /CapEff:\s*([0-9a-f]+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  const has = (bit: bigint) => ((BigInt(`0x${effective}`) >> bit) & 1n) === 1n;
  if (has(2n)) return 'dac_read_search';
  return has(1n) ? 'dac_override' : undefined;
}

function ownerOf(path: string): { uid: number; gid: number } | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined || found.uid === 0 ? undefined : { uid: found.uid, gid: found.gid };
}

function userOf(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

function ancestors(path: string): string[] {
  const above = dirname(path);
  return above === path ? [path] : [...ancestors(above), above];
}

function mustNotBeRoot(closed: string): Error {
  return new Error(
    [
      'PostgreSQL refuses to run as root, and no other user can enter ' + closed,
      'Ways out:',
      ' - run this as an ordinary user',
      ` - open the folder to others (chmod o+x ${closed}), or install setpriv (util-linux)`,
      ' - set DATABASE_URL to a PostgreSQL that runs already',
    ].join('\n'),
  );
}
