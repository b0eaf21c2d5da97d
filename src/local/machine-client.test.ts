import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, generateKeyPair, importJWK, SignJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokenCheck } from '../access/tokens.ts';
import { type Machine, machineFile, machineSchema, type MachineKey } from './cli-client.ts';
import { users } from './demo-region/users.ts';
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts';
import { publicHalf } from './machine-keys.ts';
import { requestToken } from './request-token.ts';

const audience = 'urn:ketenpad:api';
let home: string;
let provider: IdentityProvider;
let his: Machine;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'ketenpad-his-'));
  provider = await start();
  his = await keptMachine();
});
afterAll(async () => {
  await provider.stop();
  await rm(home, { recursive: true, force: true });
});

function start(): Promise<IdentityProvider> {
  return startIdentityProvider({ directory: join(home, 'idp'), users, audience, production: false, demo: true });
}

async function keptMachine(): Promise<Machine> {
  return machineSchema.parse(JSON.parse(await readFile(join(home, 'idp', machineFile('his')), 'utf8')));
}

const now = (): number => Math.floor(Date.now() / 1000);
const keyOf = (alg: MachineKey['alg']): MachineKey => his.keys.find((key) => key.alg === alg)!;

interface Otherwise {
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  readonly key?: CryptoKey | Uint8Array;
}

/** An assertion as SMART Backend Services ask it, but for what is given. */
async function assertion({ claims, header, key }: Otherwise = {}): Promise<string> {
  const own = keyOf('ES384');
  const all = {
    iss: 'his',
    sub: 'his',
    aud: `${his.issuer}/token`,
    jti: randomUUID(),
    iat: now(),
    exp: now() + 300,
    ...claims,
  };
  return new SignJWT(JSON.parse(JSON.stringify(all)))
    .setProtectedHeader(JSON.parse(JSON.stringify({ alg: 'ES384', kid: own.kid, typ: 'JWT', ...header })))
    .sign(key ?? (await importJWK(own, 'ES384')));
}

async function ask(
  signed: string,
  more: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, string> }> {
  const response = await fetch(`${his.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: signed,
      ...more,
    }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

const refused = { status: 401, body: expect.objectContaining({ error: 'invalid_client' }) };
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the machine client his', () => {
  test.each(['ES384', 'RS384'] as const)('gets a token for its practice with an assertion under %s', async (alg) => {
    const { kid } = keyOf(alg);
    const key = (await importJWK(keyOf(alg), alg)) as CryptoKey;
    const { status, body } = await ask(await assertion({ header: { alg, kid }, key }));
    expect({ status, body }).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 300 } });
    expect(await createTokenCheck({ issuer: provider.issuer, audience })(`Bearer ${body['access_token']}`)).toEqual({
      sub: 'his',
      handle: 'his',
      machine: true,
      roles: ['huisarts'],
      organisation: '9dca28f6-1b07-4561-8118-31a6b1a8c391',
      practitioner: null,
      municipality: null,
      client: 'his',
    });
    const { exp, iat } = decodeJwt(body['access_token']!);
    expect(exp! - iat!).toBe(300);
  });

  test('uses an assertion once', async () => {
    const once = await assertion();
    expect((await ask(once)).status).toBe(200);
    expect(await ask(once)).toEqual(refused);
    const jti = randomUUID();
    expect((await ask(await assertion({ claims: { jti } }))).status).toBe(200);
    expect(await ask(await assertion({ claims: { jti, exp: now() + 200 } }))).toEqual(refused);
  });

  test.each<[string, () => Otherwise | Promise<Otherwise>]>([
    ['for more than five minutes', () => ({ claims: { exp: now() + 330 } })],
    ['that has ended', () => ({ claims: { iat: now() - 400, exp: now() - 100 } })],
    ['that is not valid yet', () => ({ claims: { nbf: now() + 100 } })],
    ['of the future', () => ({ claims: { iat: now() + 100 } })],
    ['without an end', () => ({ claims: { exp: undefined } })],
    ['without a jti', () => ({ claims: { jti: undefined } })],
    ['by another issuer', () => ({ claims: { iss: 'ketenpad-cli' } })],
    ['without an issuer', () => ({ claims: { iss: undefined } })],
    ['for another client', () => ({ claims: { sub: 'ketenpad-cli', iss: 'ketenpad-cli' } })],
    ['for a client that nobody knows', () => ({ claims: { sub: 'other', iss: 'other' } })],
    ['without a subject', () => ({ claims: { sub: undefined } })],
    ['for another audience', () => ({ claims: { aud: 'https://elders.example/token' } })],
    ['for the issuer instead of its token endpoint', () => ({ claims: { aud: his.issuer } })],
    ['for several audiences', () => ({ claims: { aud: [`${his.issuer}/token`, 'https://elders.example'] } })],
    ['without an audience', () => ({ claims: { aud: undefined } })],
    ['under a foreign key', async () => ({ key: (await generateKeyPair('ES384')).privateKey })],
    ['under a key that nobody knows', () => ({ header: { kid: 'other' } })],
    ['that does not name its key', () => ({ header: { kid: undefined } })],
    [
      'under another algorithm',
      async () => ({ header: { alg: 'ES256' }, key: (await generateKeyPair('ES256')).privateKey }),
    ],
    ['under a secret', () => ({ header: { alg: 'HS384' }, key: new TextEncoder().encode('x'.repeat(48)) })],
  ])('gets no token with an assertion %s', async (_name, make) => {
    expect(await ask(await assertion(await make()))).toEqual(refused);
  });

  test('gets no token with an assertion that is not signed, or was changed after it was', async () => {
    const [head, claims, signature] = (await assertion()).split('.');
    const none = encoded({ alg: 'none', kid: keyOf('ES384').kid });
    const longer = encoded({ ...decodeJwt(await assertion()), exp: now() + 200 });
    for (const wrong of [`${none}.${claims}.`, `${head}.${claims}.`, `${head}.${longer}.${signature}`])
      expect(await ask(wrong)).toEqual(refused);
  });

  test('gets no token for a person, for another audience, or with a secret', async () => {
    const user = { grant_type: 'urn:ketenpad:demo-user', user: 'beheerder' };
    expect((await ask(await assertion(), user)).body).toMatchObject({ error: 'invalid_request' });
    const { body } = await ask(await assertion(), { resource: 'https://elders.example' });
    expect(decodeJwt(body['access_token']!).aud).toBe(audience);
    const headers = { authorization: `Basic ${btoa('his:secret')}` };
    const grant = new URLSearchParams({ grant_type: 'client_credentials' });
    const basic = await fetch(`${his.issuer}/token`, { method: 'POST', headers, body: grant });
    expect(basic.status).toBe(401);
  });

  test('keeps its keys over a restart; another installation has others', async () => {
    const signed = await requestToken(home, 'his');
    await provider.stop();
    provider = await start();
    expect(await keptMachine()).toEqual(his);
    expect(await createTokenCheck({ issuer: provider.issuer, audience })(`Bearer ${signed}`)).toMatchObject({
      client: 'his',
    });
    const elsewhere = await mkdtemp(join(tmpdir(), 'ketenpad-his-'));
    const second = await startIdentityProvider({
      directory: elsewhere,
      users,
      audience,
      production: false,
      demo: true,
    });
    const others = machineSchema.parse(JSON.parse(await readFile(join(elsewhere, machineFile('his')), 'utf8')));
    await second.stop();
    await rm(elsewhere, { recursive: true });
    expect(others.keys.map(({ kid }) => kid)).not.toEqual(his.keys.map(({ kid }) => kid));
  });

  test('gives the provider the public half of its keys, and no part that signs', () => {
    const halves = his.keys.map((key) => Object.keys(publicHalf(key)).toSorted());
    expect(halves).toEqual([
      ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'],
      ['alg', 'e', 'kid', 'kty', 'n', 'use'],
    ]);
  });
});
