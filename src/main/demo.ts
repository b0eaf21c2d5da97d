import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotAsTold } from '../local/demo/as-told.ts';
import { playStory } from '../local/demo/story.ts';
import { tellFigures } from '../local/demo/tell-figures.ts';
import { type LocalSystem, startLocalSystem } from '../local/local-system.ts';
import { onParentGone } from '../local/parent-gone.ts';
import { freePort } from '../local/ports.ts';
import { requestToken } from '../local/request-token.ts';
import { ownEnvironment } from './own-environment.ts';

/** `npm run demo`: a story through the real system, on state of its own that is gone afterwards. */

const started = performance.now();
const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1);
const log = (text: string): void => console.log(`[demo] ${seconds()} s: ${text}`);

const cancel = new AbortController();
const stop = (): void => {
  if (!cancel.signal.aborted) log('stopping');
  cancel.abort();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
onParentGone(stop);
const cancelled = new Promise<never>((_resolve, reject) =>
  cancel.signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true }),
);
cancelled.catch(() => undefined);

async function play(home: string): Promise<void> {
  log('starting PostgreSQL, Temporal, the API and a worker');
  const { LOG_LEVEL: _level, ...env } = ownEnvironment();
  const options = {
    home,
    port: await freePort(),
    virtualTime: true,
    env,
    log,
    signal: cancel.signal,
  };
  const system = await startLocalSystem(options);
  try {
    log(`everything is up on ${system.url}\n`);
    const told = {
      url: system.url,
      env: system.env,
      token: (user: string) => requestToken(home, user),
      print: console.log,
    };
    await Promise.race([playStory(told), cancelled]);
    await Promise.race([tellFigures(told), cancelled]);
    console.log(`\nDe demo is geslaagd: alles ging zoals verteld, in ${seconds()} seconden.`);
  } finally {
    await throwAway(system);
  }
}

/** The state is removed in a moment: Temporal need not finish its work, nor PostgreSQL write what is in its memory. */
async function throwAway(system: LocalSystem): Promise<void> {
  await Promise.allSettled([system.api.stop(), system.worker.stop()]);
  const { temporal, postgres } = system.servers;
  await temporal?.kill();
  if (postgres !== null) {
    try {
      process.kill(postgres.pid, 'SIGQUIT');
    } catch {
      // It was gone already.
    }
    await postgres.exited;
  }
  await system.stop();
}

const home = mkdtempSync(join(tmpdir(), 'ketenpad-demo-'));
try {
  await play(home);
} catch (error) {
  if (!cancel.signal.aborted) {
    const told = error instanceof NotAsTold;
    console.error(`\nDe demo is mislukt. ${told || !(error instanceof Error) ? String(error) : error.stack}`);
  }
  process.exitCode = cancel.signal.aborted ? 130 : 1;
} finally {
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
process.exit();
