import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { users } from '../local/demo-region/users.ts';
import { AnotherInstance, takeInstanceLock } from '../local/instance-lock.ts';
import { startLocalSystem } from '../local/local-system.ts';
import { onParentGone } from '../local/parent-gone.ts';
import { checkGiven } from '../platform/config.ts';
import { announce } from './announce.ts';

const { values } = parseArgs({ options: { 'virtual-time': { type: 'boolean', default: false } }, strict: true });
const home = resolve(process.env['KETENPAD_HOME'] ?? '.ketenpad');
const port = Number(process.env['PORT'] ?? 8080);
const started = performance.now();
const say = (text: string): void => console.log(`[start] ${text}`);

const cancel = new AbortController();
let stop = async (): Promise<void> => cancel.abort();
let stopping = false;
const end = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  say('stopping');
  await stop();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
onParentGone(() => void end());

try {
  checkGiven(process.env);
  const lock = await takeInstanceLock(home);
  try {
    const system = await startLocalSystem({
      home,
      port,
      virtualTime: values['virtual-time'],
      env: process.env,
      log: say,
      signal: cancel.signal,
    });
    const ended = new Promise<void>((done) => {
      stop = async () => {
        await system.stop();
        done();
      };
    });
    if (cancel.signal.aborted) await stop();
    else {
      system.servers.keepUp();
      announce(system.url, users, performance.now() - started);
    }
    await ended;
  } finally {
    lock.release();
  }
  process.exit(0);
} catch (error) {
  if (cancel.signal.aborted) process.exit(0);
  if (error instanceof AnotherInstance)
    console.error(
      `Ketenpad already runs on ${home} (process ${error.pid}). Stop it first, or set another KETENPAD_HOME and PORT.`,
    );
  else console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
