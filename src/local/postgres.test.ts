import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isFree } from './ports.ts';
import { ensureDatabase, withConnection } from './ensure-database.ts';
import { processesOn } from './postgres-processes.ts';
import { startPostgres } from './postgres.ts';
import type { RunningPostgres } from './postgres.ts';

// mkdtemp makes a folder that only its owner can enter: run as root, PostgreSQL is somebody else.
const home = mkdtempSync(join(tmpdir(), 'ketenpad-postgres-'));
const directory = join(home, 'deep', 'postgres');
const data = join(directory, 'data');
const start = () => startPostgres({ directory, log: () => undefined });
let postgres: RunningPostgres;

const write = (value: number) =>
  withConnection(postgres, 'proef', (client) => client.query('insert into kept values ($1)', [value]));
const read = async () => {
  const { rows } = await withConnection(postgres, 'proef', (client) =>
    client.query('select value from kept order by 1'),
  );
  return rows.map(({ value }) => value);
};

beforeAll(async () => {
  postgres = await start();
  await ensureDatabase(postgres, 'proef');
  await withConnection(postgres, 'proef', (client) => client.query('create table kept (value int)'));
}, 30_000);
afterEach(async () => {
  await postgres.stop();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the embedded PostgreSQL', { timeout: 30_000 }, () => {
  test('keeps what was committed, and its port, over kill -9, which leaves no process behind', async () => {
    await write(1);
    await postgres.kill();
    expect(processesOn(data, postgres.pid)).toEqual([]);
    const { port } = postgres;
    postgres = await start();
    expect([postgres.port, await read()]).toEqual([port, [1]]);
  });

  test('stops the server that an earlier run left on the same folder, and takes over its data', async () => {
    postgres = await start();
    const left = postgres;
    await write(2);
    postgres = await start();
    await left.exited;
    expect(await read()).toEqual([1, 2]);
  });

  test('stops the processes of a server that was killed alone, with work still running', async () => {
    postgres = await start();
    const busy = withConnection(postgres, 'proef', (client) => {
      client.on('error', () => undefined);
      return client.query('select count(*) from generate_series(1, 1000000000)');
    }).catch(() => 'cut off');
    process.kill(postgres.pid, 'SIGKILL');
    postgres = await start();
    expect(await busy).toBe('cut off');
    expect(await read()).toEqual([1, 2]);
  });

  test('leaves a stranger alone who has got the pid of the last server', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(stranger, 'spawn');
    writeFileSync(join(data, 'postmaster.pid'), `${stranger.pid}\n${data}\n`);
    postgres = await start();
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill('SIGKILL');
  });

  test('refuses a port that is taken, and leaves nothing running', async () => {
    postgres = await start();
    const other = join(home, 'other');
    await expect(startPostgres({ directory: other, port: postgres.port, log: () => undefined })).rejects.toThrow(
      'is taken',
    );
    expect(await isFree(postgres.port)).toBe(false);
  });

  test('writes neither statements nor their values to its log', async () => {
    postgres = await start();
    const query = (text: string, values: unknown[]) =>
      withConnection(postgres, 'proef', (client) => client.query(text, values));
    await expect(query('select $1::int', ['Jansen-geheim'])).rejects.toThrow('Jansen-geheim');
    await expect(query('select * from "Pietersen-geheim"', [])).rejects.toThrow('does not exist');
    await expect(query('insert into kept select 1/0 where $1 = $1', ['Klaassen-geheim'])).rejects.toThrow(
      'division by zero',
    );
    await postgres.stop();
    expect(processesOn(data, postgres.pid)).toEqual([]);
    const log = readFileSync(join(directory, 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('geheim');
  });

  test('makes its data whole or not at all: a making that was cut off is done again', async () => {
    const interrupted = join(home, 'interrupted');
    const stop = new AbortController();
    const log = () => setImmediate(() => stop.abort(new Error('stopped')));
    await expect(startPostgres({ directory: interrupted, log, signal: stop.signal })).rejects.toThrow('abort');
    expect(existsSync(join(interrupted, 'data'))).toBe(false);
    expect(readdirSync(interrupted)).toEqual(['password']);
    postgres = await startPostgres({ directory: interrupted, log: () => undefined });
    await postgres.stop();
  });
});
