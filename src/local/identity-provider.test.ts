import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeJwt, importJWK, SignJWT, type JWTPayload } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createTokenCheck } from '../access/tokens.ts';
import { cliClientSchema, demoUserGrant } from './cli-client.ts';
import { users } from './demo-region/users.ts';
import { startIdentityProvider, type IdentityProvider, type IdentityProviderOptions } from './identity-provider.ts';

const audience = 'urn:ketenpad:api';
const stops: (() => Promise<void>)[] = [];
let directory: string;
let provider: IdentityProvider;

async function newDirectory(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'ketenpad-idp-'));
  stops.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function start(options: Partial<IdentityProviderOptions> = {}): Promise<IdentityProvider> {
  const started = await startIdentityProvider({
    directory,
    users,
    audience,
    production: false,
    demo: true,
    ...options,
  });
  stops.unshift(() => started.stop().catch(() => undefined));
  return started;
}

async function tokenFor(user: string, from = directory): Promise<string> {
  const client = cliClientSchema.parse(JSON.parse(await readFile(join(from, 'idp-cli.json'), 'utf8')));
  const response = await fetch(`${client.issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${client.clientId}:${client.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: demoUserGrant, user }),
  });
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
}

/** Signed with the provider's own key: what differs is only what the test says. */
async function sign(claims: Record<string, unknown>, { typ = 'at+jwt' } = {}): Promise<string> {
  const { signingKey } = z
    .object({ signingKey: z.object({ kid: z.string() }).loose() })
    .parse(JSON.parse(await readFile(join(directory, 'idp-keys.json'), 'utf8')));
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', typ, kid: signingKey.kid })
    .sign(await importJWK(signingKey, 'ES256'));
}

function check(token: string, at = provider) {
  return createTokenCheck({ issuer: at.issuer, audience })(`Bearer ${token}`);
}

beforeEach(async () => {
  directory = await newDirectory();
  provider = await start();
});

afterEach(async () => {
  vi.useRealTimers();
  for (const stop of stops.splice(0)) await stop();
});

describe('a token of the embedded identity provider', () => {
  test.each(users)('says of $handle who that is, and no name', async (user) => {
    const token = await tokenFor(user.handle);
    expect(await check(token)).toEqual({
      sub: user.id,
      handle: user.handle,
      roles: user.roles,
      organisation: user.organisation,
      practitioner: user.practitioner,
      municipality: user.municipality,
      machine: false,
      client: 'ketenpad-cli',
    });
    expect(JSON.stringify(decodeJwt(token))).not.toContain(user.name.split(' ')[0]);
  });

  test('lasts one hour', async () => {
    const { iat, exp } = decodeJwt(await tokenFor('tester'));
    expect(exp! - iat!).toBe(3600);
    expect(Math.abs(iat! - Date.now() / 1000)).toBeLessThan(5);
  });

  test('stays valid over a restart, at the same address', async () => {
    const token = await tokenFor('huisarts');
    await provider.stop();
    const again = await start();
    expect(again.issuer).toBe(provider.issuer);
    expect(await check(token, again)).toMatchObject({ handle: 'huisarts' });
  });

  test('under a key that the provider has no more is refused within a minute, one under its new key accepted at once', async () => {
    const verify = createTokenCheck({ issuer: provider.issuer, audience });
    const old = `Bearer ${await tokenFor('huisarts')}`;
    await verify(old);
    await provider.stop();
    await rm(join(directory, 'idp-keys.json'));
    provider = await start({ port: provider.port });
    const fresh = `Bearer ${await tokenFor('huisarts')}`;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 });
    expect(await verify(fresh)).toMatchObject({ handle: 'huisarts' });
    vi.setSystemTime(Date.now() + 60_000);
    await expect(verify(old)).rejects.toMatchObject({ name: 'Unauthenticated', reason: 'invalid' });
    expect(await verify(fresh)).toMatchObject({ handle: 'huisarts' });
  });

  test('signed with the same key but past its end is expired', async () => {
    const now = Math.floor(Date.now() / 1000);
    const claims = decodeJwt(await tokenFor('huisarts'));
    expect(await check(await sign(claims))).toMatchObject({ handle: 'huisarts' });
    const expired = { name: 'Unauthenticated', reason: 'expired' };
    await expect(check(await sign({ ...claims, iat: now - 3000, exp: now - 10 }))).rejects.toMatchObject(expired);
    await expect(check(await sign({ ...claims, iat: now - 3700, exp: now + 60 }))).rejects.toMatchObject(expired);
  });

  test.each<[string, (claims: JWTPayload) => Record<string, unknown>]>([
    ['for another audience', (claims) => ({ ...claims, aud: 'urn:ketenpad:other' })],
    ['that names another issuer', (claims) => ({ ...claims, iss: 'http://127.0.0.1:1' })],
    ['from the future', (claims) => ({ ...claims, iat: claims.iat! + 600, exp: claims.exp! + 600 })],
    ['without an end', (claims) => ({ ...claims, exp: undefined })],
    ['without a subject', (claims) => ({ ...claims, sub: undefined })],
    ['without roles', (claims) => ({ ...claims, roles: [] })],
    ['with a role that is no id', (claims) => ({ ...claims, roles: ['__proto__'] })],
    ['with an organisation that is no id', (claims) => ({ ...claims, organisation: 'De Wilgenhof' })],
    ['without a client', (claims) => ({ ...claims, client_id: undefined })],
  ])('%s is not valid', async (_name, change) => {
    const claims = change(decodeJwt(await tokenFor('huisarts')));
    await expect(check(await sign(claims))).rejects.toMatchObject({ name: 'Unauthenticated', reason: 'invalid' });
  });

  test('of another kind, such as an id token, is not valid', async () => {
    const claims = decodeJwt(await tokenFor('huisarts'));
    const invalid = { name: 'Unauthenticated', reason: 'invalid' };
    await expect(check(await sign(claims, { typ: 'JWT' }))).rejects.toMatchObject(invalid);
  });

  test('without a signature, or changed after it was signed, is not valid', async () => {
    const invalid = { name: 'Unauthenticated', reason: 'invalid' };
    const [header, payload, signature] = (await tokenFor('huisarts')).split('.');
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    const beheerder = Buffer.from(JSON.stringify(decodeJwt(await tokenFor('beheerder')))).toString('base64url');
    const flipped = `${signature![0] === 'A' ? 'B' : 'A'}${signature!.slice(1)}`;
    for (const token of [
      `${none}.${payload}.`,
      `${none}.${payload}.${signature}`,
      `${header}.${payload}.`,
      `${header}.${beheerder}.${signature}`,
      `${header}.${payload}.${flipped}`,
    ]) {
      await expect(check(token)).rejects.toMatchObject(invalid);
    }
  });

  test('of another installation is not valid', async () => {
    const elsewhere = await newDirectory();
    await start({ directory: elsewhere });
    const foreign = await tokenFor('huisarts', elsewhere);
    await expect(check(foreign)).rejects.toMatchObject({ name: 'Unauthenticated', reason: 'invalid' });
  });
});

describe('the embedded identity provider', () => {
  test('refuses to start in production and on state that is not demo, and leaves nothing behind', async () => {
    const empty = await newDirectory();
    const inside = join(empty, 'idp');
    await expect(start({ directory: inside, production: true })).rejects.toThrow('production');
    await expect(start({ directory: inside, demo: false })).rejects.toThrow('demo');
    await expect(stat(inside)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('keeps its keys and the secret of the command line readable for the owner only', async () => {
    for (const file of ['idp-keys.json', 'idp-cli.json', 'idp-his.json']) {
      expect((await stat(join(directory, file))).mode & 0o777).toBe(0o600);
    }
  });

  test('answers on loopback only', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside) {
      await expect(fetch(`http://${address}:${provider.port}/jwks`)).rejects.toThrow('fetch failed');
    }
    expect((await fetch(`${provider.issuer}/jwks`)).status).toBe(200);
  });

  test('gives no token without its secret, for an unknown user, or with a grant it does not have', async () => {
    const { clientSecret } = cliClientSchema.parse(JSON.parse(await readFile(join(directory, 'idp-cli.json'), 'utf8')));
    const ask = async (secret: string, body: Record<string, string>) => {
      const headers = { authorization: `Basic ${btoa(`ketenpad-cli:${secret}`)}` };
      const response = await fetch(`${provider.issuer}/token`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(body),
      });
      return [response.status, await response.json()];
    };
    const refusal = (error: string) => expect.objectContaining({ error });
    const asked = { grant_type: demoUserGrant, user: 'huisarts' };
    expect(await ask('guess', asked)).toEqual([401, refusal('invalid_client')]);
    expect(await ask(clientSecret, { ...asked, user: '__proto__' })).toEqual([400, refusal('invalid_grant')]);
    expect(await ask(clientSecret, { grant_type: demoUserGrant })).toEqual([400, refusal('invalid_grant')]);
    expect(await ask(clientSecret, { grant_type: 'client_credentials' })).toEqual([400, refusal('invalid_request')]);
  });

  test('takes another port when its own was taken meanwhile, and keeps that one', async () => {
    const elsewhere = await newDirectory();
    const keys = JSON.parse(await readFile(join(directory, 'idp-keys.json'), 'utf8'));
    await writeFile(join(elsewhere, 'idp-keys.json'), JSON.stringify({ ...keys, port: provider.port }));
    const second = await start({ directory: elsewhere });
    expect(second.port).not.toBe(provider.port);
    await second.stop();
    expect((await start({ directory: elsewhere })).port).toBe(second.port);
  });

  test('says which file to remove when its keys cannot be read', async () => {
    await provider.stop();
    await writeFile(join(directory, 'idp-keys.json'), '{"port": 1');
    await expect(start()).rejects.toThrow(join(directory, 'idp-keys.json'));
  });

  test('prints nothing when it is loaded', async () => {
    const module = JSON.stringify(join(import.meta.dirname, 'identity-provider.ts'));
    const words = ['--import', 'tsx', '--input-type=module', '--eval', `await import(${module})`];
    expect(await promisify(execFile)(process.execPath, words)).toEqual({ stdout: '', stderr: '' });
  });

  test('prints nothing, neither at its start nor at a request that fails', async () => {
    const printed = [
      vi.spyOn(process.stdout, 'write'),
      vi.spyOn(process.stderr, 'write'),
      vi.spyOn(console, 'info'),
      vi.spyOn(console, 'warn'),
      vi.spyOn(console, 'error'),
    ];
    try {
      const { issuer } = await start({ directory: await newDirectory() });
      const accept = { headers: { accept: 'text/html' } };
      await fetch(`${issuer}/auth?client_id=nobody`, accept);
      await fetch(`${issuer}/auth?client_id=ketenpad-cli&response_type=code&scope=openid`, accept);
      await fetch(`${issuer}/token`, { method: 'POST', headers: { origin: 'http://localhost' }, body: 'grant_type=x' });
      expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
    } finally {
      printed.forEach((spy) => spy.mockRestore());
    }
  });
});
