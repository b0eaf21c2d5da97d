import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../src/local/ports.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { type Ask, askWith } from '../harness/api.ts';
import { killFamily, type Running, runMain } from '../harness/processes.ts';
import { matig, referral } from '../harness/residents.ts';

const home = mkdtempSync(join(tmpdir(), 'ketenpad-start-'));
const started: Running[] = [];
afterAll(async () => {
  for (const running of started) killFamily(running.pid);
  await Promise.all(started.map(({ ended }) => ended));
  rmSync(home, { recursive: true, force: true });
});

async function start(port: number, ...args: string[]): Promise<Running> {
  const running = runMain('start.ts', args, { KETENPAD_HOME: home, PORT: String(port) });
  started.push(running);
  await running.says(`Ketenpad is ready: http://127.0.0.1:${port}`);
  return running;
}

test(
  'what was started can be stopped, killed and started again, and every case stands where it was',
  { timeout: 120_000 },
  async () => {
    const port = await freePort();
    const first = await start(port);
    const api: Ask = askWith(
      (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init),
      (user) => requestToken(home, user),
    );
    const made = await api('huisarts', 'POST', '/referrals', referral());
    expect(made.status).toBe(201);

    const second = runMain('start.ts', [], { KETENPAD_HOME: home, PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('already runs');

    first.signal('SIGINT');
    expect(await first.ended).toBe(0);

    const again = await start(port);
    expect((await api('huisarts', 'GET', `/cases/${made.json.id}`)).json).toEqual(made.json);

    killFamily(again.pid);
    await again.ended;
    const after = await start(port);
    expect((await api('huisarts', 'GET', `/cases/${made.json.id}`)).json).toEqual(made.json);
    const decided = await api('tester', 'POST', `/cases/${made.json.id}/decisions`, {
      openStep: made.json.openSteps[0].id,
      outcome: 'matig',
      form: matig,
    });
    expect(decided.status).toBe(200);
    after.signal('SIGTERM');
    expect(await after.ended).toBe(0);
  },
);

test('a wrong setting stops the start at once and is named', async () => {
  const running = runMain('start.ts', [], {
    KETENPAD_HOME: join(home, 'wrong'),
    DATABASE_URL: 'mysql://nowhere',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
  });
  expect(await running.ended).toBe(1);
  expect(running.output()).toContain('DATABASE_URL');
});
