import { accessSync, constants, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { isRunning, processStart } from './process-identity.mjs';
import { waitForLock } from './process-lock.mjs';
import { runChild } from './run-child.mjs';
import { buildTemporal } from './temporal-build.mjs';
import { downloadTemporal } from './temporal-download.mjs';
import { temporalPaths, temporalVersion } from './temporal-paths.mjs';

/** The Temporal server: a running one by TEMPORAL_ADDRESS, else from the cache, the official release, or built with Go. */
export function temporalServer({ root, logFile, report, signal }) {
  const paths = temporalPaths();
  const isCurrent = () => Boolean(process.env.TEMPORAL_ADDRESS) || [paths.server, paths.sqlTool].every(isExecutable);
  return {
    title: `bringing the Temporal server ${temporalVersion}`,
    isCurrent,
    run: async () => {
      const onWait = (pid) => report.say(`waiting for process ${pid}, which is bringing the Temporal server too`);
      const lock = await waitForLock(join(paths.directory, 'setup.lock'), onWait, signal);
      try {
        if (!isCurrent()) await bring({ paths, root, logFile, report, signal });
      } finally {
        lock.release();
      }
    },
  };
}

async function bring({ paths, root, logFile, report, signal }) {
  removeAbandoned(paths.directory);
  const ways = [
    { name: 'the official release', bringInto: (into) => downloadTemporal({ into, logFile, signal }) },
    { name: 'building it with Go (minutes, once)', bringInto: (into) => buildTemporal({ into, root, logFile }) },
  ];
  const failures = [];
  for (const { name, bringInto } of ways) {
    const into = mkdtempSync(join(paths.directory, `bringing-${process.pid}.${processStart(process.pid)}-`));
    try {
      await report.step(`Temporal server ${temporalVersion}: ${name}`, async () => {
        const found = await bringInto(into);
        await mustBeThisVersion(found.server, logFile);
        renameSync(found.sqlTool, paths.sqlTool);
        renameSync(found.server, paths.server);
      });
      return;
    } catch (error) {
      signal.throwIfAborted();
      failures.push(`${name}: ${error.message}${error.tail ? `\n${error.tail}` : ''}`);
      report.saySoftly(`${name} did not work: ${error.message}`);
    } finally {
      rmSync(into, { recursive: true, force: true });
    }
  }
  throw noLuck(paths, failures);
}

async function mustBeThisVersion(server, logFile) {
  try {
    await runChild(server, ['--version'], { cwd: dirname(server), env: process.env, logFile });
  } catch (error) {
    throw new Error(`the program that came does not run here (${error.message})`, { cause: error });
  }
}

// What a set-up left that was killed. A living one of another clone keeps its own.
function removeAbandoned(directory) {
  for (const name of readdirSync(directory)) {
    const [, pid, start] = /^bringing-(\d+)\.(.+)-[^-]+$/.exec(name) ?? [];
    if (pid && !isRunning({ pid: Number(pid), start })) rmSync(join(directory, name), { recursive: true, force: true });
  }
}

function noLuck(paths, failures) {
  return new SetupFailure({
    what: `there is no Temporal server ${temporalVersion}, and it could not be brought`,
    cause: 'GitHub cannot be reached from here, and Go is missing, too old, or cannot reach its modules',
    waysOut: [
      'install Go 1.26.8 or newer (https://go.dev/dl) and run the same command again',
      `put the programs of the official release ${temporalVersion} at ${paths.server} and ${paths.sqlTool}`,
      'set TEMPORAL_ADDRESS to a Temporal server that runs already',
    ],
    tail: ['tried, in this order:', ...failures].join('\n'),
  });
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
