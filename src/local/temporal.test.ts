import { Client, Connection } from '@temporalio/client';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withConnection } from './ensure-database.ts';
import { ensureNamespace } from './ensure-namespace.ts';
import { startPostgres } from './postgres.ts';
import { stopRecorded } from './temporal-leftover.ts';
import { startTemporal } from './temporal.ts';
import type { RunningPostgres } from './postgres.ts';
import type { RunningTemporal } from './temporal.ts';

const home = mkdtempSync(join(tmpdir(), 'ketenpad-temporal-'));
const directory = join(home, 'temporal');
let postgres: RunningPostgres;
let temporal: RunningTemporal;
const said: string[] = [];
const start = (virtualTime = false) =>
  startTemporal({ directory, postgres, virtualTime, log: (text) => said.push(text) });

async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: temporal.address });
  try {
    return await work(new Client({ connection, namespace: 'proef' }));
  } finally {
    await connection.close();
  }
}
const startWorkflow = (workflowId: string) =>
  withClient((client) => client.workflow.start('leeg', { workflowId, taskQueue: 'niemand' }));
const statusOf = (workflowId: string) =>
  withClient(async (client) => (await client.workflow.getHandle(workflowId).describe()).status.name);

beforeAll(async () => {
  postgres = await startPostgres({ directory: join(home, 'postgres'), log: () => undefined });
  temporal = await start();
}, 60_000);
afterAll(async () => {
  await temporal.stop();
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
}, 30_000);

describe('the embedded Temporal server', { timeout: 30_000 }, () => {
  test('a namespace that was made can be used at once, and making it again changes nothing', async () => {
    await ensureNamespace(temporal.address, 'proef');
    await startWorkflow('eerste');
    await ensureNamespace(temporal.address, 'proef');
    expect(await statusOf('eerste')).toBe('RUNNING');
  });

  test('keeps what was acknowledged, and its address, over kill -9, and prepares its databases only once', async () => {
    await temporal.kill();
    const { address } = temporal;
    said.length = 0;
    temporal = await start();
    expect([temporal.address, await statusOf('eerste'), said]).toEqual([address, 'RUNNING', []]);
    await startWorkflow('tweede');
  });

  test('stops the server that an earlier run left on the same folder', async () => {
    const left = temporal;
    temporal = await start();
    await left.exited;
    expect(temporal.pid).not.toBe(left.pid);
    expect(await statusOf('tweede')).toBe('RUNNING');
  });

  test('time can be moved only where that was asked for', async () => {
    const config = () => readFileSync(join(directory, 'dynamic-config.yaml'), 'utf8');
    expect(config()).not.toContain('TimeSkipping');
    await temporal.stop();
    temporal = await start(true);
    expect(config()).toContain('frontend.WorkflowTimeSkippingEnabled');
  });

  test('makes a schema anew that was cut off in the making, and touches no database of somebody else', async () => {
    await temporal.stop();
    expect(existsSync(join(directory, 'temporal.pid'))).toBe(false);
    const query = (database: string, text: string) =>
      withConnection(postgres, database, (client) => client.query(text));
    await query('temporal_visibility', 'drop table executions_visibility cascade');
    await query('postgres', 'comment on database temporal_visibility is null');
    await expect(start()).rejects.toThrow('was not made by Ketenpad');
    await query('postgres', `comment on database temporal_visibility is 'ketenpad: schema in the making'`);
    temporal = await start();
    await query('temporal_visibility', 'select from executions_visibility');
    expect(await statusOf('eerste')).toBe('RUNNING');
  });

  test('leaves a stranger alone who has got the pid of the last server', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(stranger, 'spawn');
    const file = join(home, 'recorded.pid');
    writeFileSync(file, JSON.stringify({ pid: stranger.pid, start: 'another-moment' }));
    await stopRecorded(file, (text) => said.push(text));
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    expect(existsSync(file)).toBe(false);
    stranger.kill('SIGKILL');
  });
});
