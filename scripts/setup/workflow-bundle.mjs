import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { runChild } from './run-child.mjs';
import { digest, isStamped, stamped } from './stamp.mjs';

const sources = [
  'src/workflows',
  'src/engine',
  'src/language',
  'src/chains',
  'src/main/bundle.ts',
  'package-lock.json',
];

/** The workflow code in one file, so that a worker need not bundle it at every start. */
export function workflowBundle({ root, logFile }) {
  const maker = join(root, 'src', 'main', 'bundle.ts');
  const output = join(root, 'dist', 'workflow-bundle.js');
  const stamp = join(root, 'dist', 'workflow-bundle.stamp');
  const wanted = () => digest(root, sources);
  return {
    title: 'bundling the workflows',
    isCurrent: () => !existsSync(maker) || (existsSync(output) && isStamped(stamp, wanted())),
    run: () => stamped(stamp, wanted(), () => bundle({ root, maker, output, logFile })),
  };
}

async function bundle({ root, maker, output, logFile }) {
  try {
    await runChild(process.execPath, ['--import', 'tsx', maker, output], { cwd: root, env: process.env, logFile });
  } catch (error) {
    throw new SetupFailure({
      what: `the workflows could not be bundled (${error.message})`,
      cause:
        'a file under src/workflows, engine, language or chains holds a mistake or imports what a workflow may not',
      waysOut: ['mend what the last lines name', 'see it whole with `npx tsc --noEmit`'],
      tail: error.tail,
    });
  }
}
