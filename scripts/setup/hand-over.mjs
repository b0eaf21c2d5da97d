import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';

/** Runs a TypeScript file in our place: same terminal, same signals, same exit code. */
export async function handOver(file, args, root) {
  const tsx = pathToFileURL(createRequire(resolve(root, 'package.json')).resolve('tsx')).href;
  // The channel carries no messages: when we are killed with -9 the child sees it close.
  const child = spawn(process.execPath, ['--import', tsx, resolve(root, file), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const seen = new Map();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward(child, signal, seen));
  const [code, signal] = await new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (...how) => done(how));
  });
  process.exit(signal ? 128 + constants.signals[signal] : code);
}

// Ctrl-C reaches the whole group, the child too, and npm passes its own on: the child would be told three times.
function forward(child, signal, seen) {
  const now = Date.now();
  const repeated = now - (seen.get(signal) ?? -Infinity) < 1000;
  const first = !seen.has(signal);
  if (!repeated) seen.set(signal, now);
  if (repeated || (signal === 'SIGINT' && first && terminalToldTheChild())) return;
  child.kill(signal);
}

function terminalToldTheChild() {
  if (!process.stdin.isTTY && !process.stdout.isTTY && !process.stderr.isTTY) return false;
  if (process.platform !== 'linux') return true;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const [, , group, , , foreground] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return group === foreground;
}
