import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runWalks } from '../../test/walks/run-walks.ts';
import { startLocalSystem } from '../local/local-system.ts';
import { onParentGone } from '../local/parent-gone.ts';
import { freePort } from '../local/ports.ts';
import { ownEnvironment } from './own-environment.ts';
import { progressOf } from './progress.ts';

// `npm run -s walk -- --states N --json`: random walks over HTTP; exit 1 when an action is not what its list says.

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    states: { type: 'string', default: '1000' },
    lanes: { type: 'string', default: '6' },
    refusals: { type: 'string' },
    chains: { type: 'string' },
    seed: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
  strict: true,
});

const log = progressOf('walk');
const cancel = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => cancel.abort());
onParentGone(() => cancel.abort());
process.exit(await walks());

async function walks(): Promise<number> {
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1e9) : whole('seed', values.seed);
  const home = mkdtempSync(join(tmpdir(), 'ketenpad-walk-'));
  let stop = async (): Promise<void> => {};
  try {
    log(`${values.states} states, seed ${seed}`);
    const system = await startLocalSystem({
      home,
      port: await freePort(),
      virtualTime: true,
      // Nobody asks too often here.
      env: { ...ownEnvironment(), KETENPAD_RATE_LIMIT: '1000000', LOG_LEVEL: 'error' },
      log,
      signal: cancel.signal,
    });
    stop = () => system.stop();
    const result = await runWalks({
      url: system.url,
      home,
      seed,
      states: whole('states', values.states),
      lanes: whole('lanes', values.lanes),
      ...(values.refusals === undefined ? {} : { refusals: whole('refusals', values.refusals) }),
      ...(values.chains === undefined ? {} : { chains: values.chains.split(',') }),
      log,
      signal: cancel.signal,
    });
    console.log(values.json ? JSON.stringify(result) : result);
    const { wrong, missing, orphans } = result;
    return wrong.length + missing.length + orphans === 0 ? 0 : 1;
  } catch (error) {
    if (!cancel.signal.aborted) console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    return cancel.signal.aborted ? 130 : 1;
  } finally {
    await stop();
    if (values.keep) log(`kept: ${home}`);
    else rmSync(home, { recursive: true, force: true });
  }
}

function whole(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new Error(`--${name} must be a whole number`);
}
