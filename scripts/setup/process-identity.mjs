import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * The moment a process was started, as opaque text that fits in a file name; null when it is gone.
 * With the pid it names one process for ever, where a pid alone is given out again.
 */
export function processStart(pid) {
  try {
    if (process.platform === 'linux') return linuxStart(pid);
    if (process.platform === 'win32') return process.kill(pid, 0) ? 'running' : null;
    return psStart(pid);
  } catch (error) {
    // Gone: no such file, no such process, or ps answers 1. Anything else must not make a living process look dead.
    if (['ENOENT', 'ESRCH'].includes(error.code) || error.status === 1) return null;
    throw error;
  }
}

/** Does this very process still run (and not merely one that got its pid)? */
export function isRunning({ pid, start }) {
  return processStart(pid) === start;
}

function linuxStart(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands between brackets and may hold anything, brackets too.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie holds nothing any more; where init does not reap, it would stay "running" for ever.
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  // Ticks count from boot: machines that boot alike give the same pid the same tick.
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  return `${boot}-${fields[19]}`;
}

function psStart(pid) {
  const row = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state, ...moment] = row.trim().split(/\s+/);
  return state.startsWith('Z') ? null : String(Date.parse(moment.join(' ')));
}
