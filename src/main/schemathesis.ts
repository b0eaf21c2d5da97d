import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runSchemathesis } from '../../test/schemathesis/run-schemathesis.ts';
import { bringTool, toolOf } from '../../test/schemathesis/tool.ts';
import { ownEnvironment } from './own-environment.ts';
import { progressOf } from './progress.ts';

// `npm run -s schemathesis`: every route called with made-up data, on a system of its own, as several users. One JSON
// object with what was found; exit 1 when something was. Without Python it says so, and that is no failure.

const { values } = parseArgs({
  options: {
    examples: { type: 'string', default: '5' },
    users: { type: 'string', default: 'huisarts,tester,valpreventie-coordinator,ketencoordinator,inwoner,beheerder' },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
  strict: true,
});
const log = progressOf('schemathesis');

const cacheHome = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
const skipped = bringTool(cacheHome, log);
if (skipped === undefined) process.exitCode = await run();
else console.log(JSON.stringify({ skipped }));

async function run(): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'ketenpad-schemathesis-'));
  try {
    const found = await runSchemathesis({
      home,
      program: toolOf(cacheHome).program,
      env: ownEnvironment(),
      users: values.users.split(','),
      examples: Number(values.examples),
      ...(values.only === undefined ? {} : { only: values.only }),
      log,
    });
    console.log(JSON.stringify(found, null, 2));
    return found.failures === 0 ? 0 : 1;
  } finally {
    if (values.keep) log(`kept: ${home}`);
    else rmSync(home, { recursive: true, force: true });
  }
}
