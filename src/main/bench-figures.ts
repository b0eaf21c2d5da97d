import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runFiguresBench } from '../../bench/figures/run-figures-bench.ts';
import { onParentGone } from '../local/parent-gone.ts';

// `npm run -s bench:figures -- --cases 1000000 --json`: a region of so many cases, its release, and the answers over HTTP.
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '1000000' }, json: { type: 'boolean', default: false } },
});
const cases = Number(values.cases);
if (!(Number.isInteger(cases) && cases > 0)) throw new Error('--cases must be a whole number');
const started = performance.now();
const log = (text: string): void =>
  console.error(`[bench:figures] ${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);
const cancel = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => cancel.abort());
onParentGone(() => cancel.abort());
const home = mkdtempSync(join(tmpdir(), 'ketenpad-figures-'));
const foreign = /^(DATABASE_URL|TEMPORAL_|OIDC_|KETENPAD_|PORT$|NODE_ENV$)/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
try {
  const found = await runFiguresBench({ home, cases, env, log, signal: cancel.signal });
  console.log(values.json ? JSON.stringify(found) : JSON.stringify(found, null, 2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = cancel.signal.aborted ? 130 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
