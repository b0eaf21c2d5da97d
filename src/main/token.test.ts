import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTokenCheck } from '../access/tokens.ts';
import { users } from '../local/demo-region/users.ts';
import { startIdentityProvider, type IdentityProvider } from '../local/identity-provider.ts';

const audience = 'urn:ketenpad:api';
const script = join(import.meta.dirname, 'token.ts');
let home: string;
let provider: IdentityProvider;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'ketenpad-token-'));
  const directory = join(home, 'idp');
  provider = await startIdentityProvider({ directory, users, audience, production: false, demo: true });
});

afterEach(async () => {
  await provider.stop().catch(() => undefined);
  await rm(home, { recursive: true, force: true });
});

function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, KETENPAD_HOME: home };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', script, ...words], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

describe('npm run -s token', () => {
  test('prints a token for the user, and nothing else', async () => {
    const { code, out, err } = await run('tester');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const subject = await createTokenCheck({ issuer: provider.issuer, audience })(`Bearer ${out.trim()}`);
    expect(subject).toMatchObject({ handle: 'tester' });
  });

  test('prints a token for the machine client, of five minutes', async () => {
    const { code, out, err } = await run('his');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const subject = await createTokenCheck({ issuer: provider.issuer, audience })(`Bearer ${out.trim()}`);
    expect(subject).toMatchObject({ machine: true, client: 'his' });
    const { exp, iat } = decodeJwt(out.trim());
    expect(exp! - iat!).toBe(300);
  });

  test('says with --help for whom it can be asked and how long a token lasts', async () => {
    const { code, out, err } = await run('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/one hour\): huisarts,(.|\n)*five minutes\): his/);
  });

  test.each([['nobody'], []])('lists the users when asked for %s', async (...words) => {
    const { code, out, err } = await run(...words);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    for (const { handle } of users) expect(err).toContain(handle);
  });

  test('says how to start when nothing runs', async () => {
    await provider.stop();
    const stopped = await run('huisarts');
    expect(stopped).toMatchObject({ code: 1, out: '', err: expect.stringContaining('npm start') });
    await rm(join(home, 'idp'), { recursive: true });
    expect(await run('huisarts')).toEqual(stopped);
  });
});
