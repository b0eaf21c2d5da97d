// node scripts/setup.mjs [--quiet] [--then src/main/x.ts [arguments ...]]
// Brings everything a fresh clone needs, then runs the file. Plain Node: there may be no node_modules yet.
import { dirname, join, resolve } from 'node:path';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { dependencies } from './setup/dependencies.mjs';
import { SetupFailure } from './setup/failure.mjs';
import { handOver } from './setup/hand-over.mjs';
import { prismaClient } from './setup/prisma-client.mjs';
import { waitForLock } from './setup/process-lock.mjs';
import { createReport } from './setup/report.mjs';
import { stopChildren } from './setup/run-child.mjs';
import { temporalServer } from './setup/temporal-server.mjs';
import { workflowBundle } from './setup/workflow-bundle.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { quiet, file, rest } = readArguments(process.argv.slice(2));
const report = createReport({ quiet });
const stop = new AbortController();
let stopped = false;

const onSignal = {};
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  onSignal[name] = async () => {
    if (stopped) return;
    stopped = true;
    report.say('stopping; what is half done will be done again next time');
    stop.abort(new Error('stopped'));
    await stopChildren();
    process.exitCode = 128 + constants.signals[name];
  };
  process.on(name, onSignal[name]);
}

// npm passes a signal on to its shell, which ends without telling us: then the shell's going is the signal.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

try {
  await setUp();
} catch (error) {
  if (!stopped) {
    console.error(explained(error).text ?? `[setup] FAILED: ${error.stack}`);
    process.exitCode = 1;
  }
}
if (process.exitCode === undefined && !stopped && file) {
  for (const name of Object.keys(onSignal)) process.off(name, onSignal[name]);
  await handOver(file, rest, root);
}

async function setUp() {
  const since = Date.now();
  mustBeNode20();
  const logFile = join(resolve(root, process.env.KETENPAD_HOME || '.ketenpad'), 'setup.log');
  const context = { root, logFile, report, signal: stop.signal };
  const makers = [dependencies, prismaClient, temporalServer, workflowBundle];
  if (makers.every((make) => make(context).isCurrent())) return;
  const onWait = (pid) => report.say(`waiting for process ${pid}, which is setting up the same folder`);
  const lock = await waitForLock(join(root, '.ketenpad', 'setup.lock'), onWait, stop.signal);
  try {
    for (const make of makers) {
      stop.signal.throwIfAborted();
      const step = make(context);
      // The Temporal server has more than one way to come, each a step of its own.
      if (!step.isCurrent()) await (make === temporalServer ? step.run() : report.step(step.title, step.run));
    }
  } finally {
    lock.release();
  }
  report.saySoftly(`all is there (${((Date.now() - since) / 1000).toFixed(1)} s)`);
}

function explained(error) {
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code)) return error;
  return new SetupFailure({
    what: error.message,
    cause: error.code === 'ENOSPC' ? 'the disk is full' : 'you may not write there',
    waysOut: [
      'free some space, or take a folder that is yours',
      'set XDG_CACHE_HOME or KETENPAD_HOME to another folder',
    ],
  });
}

function mustBeNode20() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 20)) return;
  throw new SetupFailure({
    what: `this is Node ${process.versions.node}; Ketenpad needs 20.20 or newer`,
    cause: 'an older Node comes first on the PATH',
    waysOut: ['install Node 20.20 or newer from https://nodejs.org or with your version manager'],
  });
}

function readArguments(args) {
  const at = args.indexOf('--then');
  const own = at === -1 ? args : args.slice(0, at);
  const [file, ...rest] = at === -1 ? [] : args.slice(at + 1);
  if (own.every((argument) => argument === '--quiet') && (file || at === -1)) {
    return { quiet: own.length > 0, file, rest };
  }
  console.error(`[setup] usage: node scripts/setup.mjs [--quiet] [--then FILE [arguments ...]]`);
  process.exit(1);
}
