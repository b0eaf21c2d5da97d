import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runFiguresBench } from '../../bench/figures/run-figures-bench.ts';
import { onParentGone } from '../local/parent-gone.ts';
import { ownEnvironment } from './own-environment.ts';
import { progressOf } from './progress.ts';

// `npm run -s bench:figures -- --cases 1000000 --json`: a region of so many cases, its release, and the answers over HTTP.
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '1000000' }, json: { type: 'boolean', default: false } },
});
const cases = Number(values.cases);
if (!(Number.isInteger(cases) && cases > 0)) throw new Error('--cases must be a whole number');
const log = progressOf('bench:figures');
const cancel = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => cancel.abort());
onParentGone(() => cancel.abort());
const home = mkdtempSync(join(tmpdir(), 'ketenpad-figures-'));
try {
  const found = await runFiguresBench({ home, cases, env: ownEnvironment(), log, signal: cancel.signal });
  console.log(values.json ? JSON.stringify(found) : JSON.stringify(found, null, 2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = cancel.signal.aborted ? 130 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
