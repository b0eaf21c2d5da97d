import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;

/** CPU time that a process has used, in milliseconds; with `family` also that of its children, dead or alive. */
export function cpuMsOf(pid: number | undefined, family = false): number {
  if (pid === undefined) return 0;
  const own = statOf(pid);
  if (own === undefined) return 0;
  if (!family) return own.self * TICK_MS;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid);
  return (own.self + own.dead + children.reduce((sum, child) => sum + (child?.self ?? 0), 0)) * TICK_MS;
}

function statOf(pid: number): { readonly parent: number; readonly self: number; readonly dead: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name between brackets may hold anything.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (index: number): number => fields[index] ?? 0;
    return { parent: at(1), self: at(11) + at(12), dead: at(13) + at(14) };
  } catch {
    return undefined;
  }
}
