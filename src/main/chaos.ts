import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runChaos } from '../../test/chaos/run-chaos.ts';
import { startLocalSystem } from '../local/local-system.ts';
import { onParentGone } from '../local/parent-gone.ts';
import { freePort } from '../local/ports.ts';
import { ownEnvironment } from './own-environment.ts';
import { progressOf } from './progress.ts';

// `npm run -s chaos -- --operations N --json`: load with kill -9 of all four parts; exit 1 when the promise was broken.

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    operations: { type: 'string', default: '1000' },
    kills: { type: 'string' },
    clients: { type: 'string', default: '8' },
    seed: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
  strict: true,
});

const log = progressOf('chaos');
const cancel = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => cancel.abort());
onParentGone(() => cancel.abort());
process.exit(await chaos());

async function chaos(): Promise<number> {
  const operations = whole('operations', values.operations);
  // Five rounds of all four in every thousand operations, and never less than one.
  const kills = whole('kills', values.kills ?? String(4 * Math.max(1, Math.ceil(operations / 200))));
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1e9) : whole('seed', values.seed);
  const home = mkdtempSync(join(tmpdir(), 'ketenpad-chaos-'));
  let stop = async (): Promise<void> => {};
  try {
    log(`${operations} operations, ${kills} kills, seed ${seed}`);
    const system = await startLocalSystem({
      home,
      port: await freePort(),
      virtualTime: false,
      // Cases continue as new early, to be killed there.
      env: { ...ownEnvironment(), KETENPAD_CONTINUE_AFTER: '18' },
      log,
      signal: cancel.signal,
    });
    stop = () => system.stop();
    const clients = whole('clients', values.clients);
    const { findings, ...result } = await runChaos({
      system,
      home,
      operations,
      kills,
      clients,
      seed,
      log,
      signal: cancel.signal,
    });
    for (const { verdict, what } of findings.slice(0, 50)) log(`${verdict}: ${what}`);
    console.log(values.json ? JSON.stringify(result) : result);
    return findings.length + result.unanswered + result.unexpected === 0 ? 0 : 1;
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
