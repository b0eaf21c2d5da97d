import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { processStart } from '../../scripts/setup/process-identity.mjs';
import { supervise } from './supervise.ts';

const home = mkdtempSync(join(tmpdir(), 'ketenpad-supervise-'));
afterAll(() => rmSync(home, { recursive: true }));

const parentGone = new URL('./parent-gone.ts', import.meta.url).href;
const supervisor = new URL('./supervise.ts', import.meta.url).href;

function program(name: string, text: string): string {
  const file = join(home, `${name}.mts`);
  writeFileSync(file, text);
  return file;
}

const lives = program(
  'lives',
  `import { onParentGone } from '${parentGone}';
   onParentGone(() => process.exit(0));
   process.on('SIGTERM', () => { console.log('ended kindly'); process.exit(0); });
   setInterval(() => {}, 1000);
   process.send?.({ ready: { pid: process.pid, greeting: process.env.GREETING } });
   process.send?.({ news: 1 });`,
);
const options = { env: { PATH: process.env.PATH, GREETING: 'dag' }, logs: join(home, 'logs'), log: () => undefined };

test('a part that is killed is started again at once, and `ready` then means its next life', async () => {
  const part = supervise({ ...options, name: 'part', file: lives, restart: true });
  const news = new Promise((resolve) => part.onMessage(resolve));
  const first = part.pid;
  expect(await part.ready).toEqual({ pid: first, greeting: 'dag' });
  expect(await news).toEqual({ news: 1 });
  part.kill();
  expect(part.pid).toBeUndefined();
  const second = await part.ready;
  expect(second).toEqual({ pid: part.pid, greeting: 'dag' });
  expect(part.pid).not.toBe(first);
  expect(part.restarts).toBe(1);
  await part.stop();
  await part.ended;
  expect(readFileSync(join(home, 'logs', 'part.log'), 'utf8')).toBe('ended kindly\n');
});

test('a part that ends before it was ever ready is not started again, and its last words are shown', async () => {
  const file = program('fails', `console.error('PORT is wrong'); process.exit(3);`);
  const part = supervise({ ...options, name: 'fails', file, restart: true });
  await expect(part.ready).rejects.toThrow(/fails ended \(code 3\)\nPORT is wrong/);
  await part.ended;
  expect(part.restarts).toBe(0);
});

test('a part learns that its supervisor was killed with -9, and ends', async () => {
  const file = program(
    'supervisor',
    `import { supervise } from '${supervisor}';
     const part = supervise({ name: 'orphan', file: '${lives}', env: process.env, logs: '${home}/logs', log: console.log, restart: true });
     await part.ready;
     process.send?.({ pid: part.pid });`,
  );
  const parent = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), file], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [{ pid }] = await once(parent, 'message');
  expect(processStart(pid)).not.toBeNull();
  parent.kill('SIGKILL');
  await expect.poll(() => processStart(pid), { timeout: 10_000 }).toBeNull();
});
