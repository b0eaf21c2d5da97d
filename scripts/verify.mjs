// node scripts/verify.mjs: everything that must hold before a change goes in. Stops at the first step that fails.
// The tests come last and have the last word: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const steps = [
  { title: 'format', command: ['npm', 'run', '--silent', 'format:check'] },
  { title: 'lint, import rules, unused code', command: ['npm', 'run', '--silent', 'lint'] },
  { title: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { title: 'generated files unchanged', command: ['npm', 'run', '--silent', 'gen', '--', '--check'] },
];

for (const { title, command } of steps) {
  const since = performance.now();
  const code = await run(command);
  const took = `${((performance.now() - since) / 1000).toFixed(1)} s`;
  if (code !== 0) {
    console.error(`[verify] FAILED: ${title} (${took}). To see it alone: ${command.join(' ')}`);
    process.exit(code);
  }
  console.log(`[verify] ${title}: good (${took})`);
}
console.log('[verify] tests');
process.exit(await run(['npm', 'test', '--silent']));

/** Runs a command on our terminal, and passes on to it what tells us to stop. */
async function run([file, ...args]) {
  const child = spawn(file, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...how) => resolve(how));
  });
  for (const name of signals) process.off(name, pass);
  if (signal !== null) process.exit(128 + constants.signals[signal]);
  return code;
}
