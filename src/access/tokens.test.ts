import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { KEYS_COOLDOWN_MS, KEYS_KEPT_MS } from './issuer-keys.ts';
import { createTokenCheck, IssuerUnavailable, type TokenCheck } from './tokens.ts';

const audience = 'urn:ketenpad:api';
const sub = 'c4be4b52-6b3f-4a55-8ae6-9a9c9d2c3f11';
let server: Server;
let issuer: string;
let key: CryptoKey;
let check: TokenCheck;
let asked: string[];
let answers: Record<string, unknown>;

/** A real issuer over HTTP, whose documents a test may break. */
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const answer = answers[request.url ?? ''];
    response.writeHead(answer === undefined ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pair = await generateKeyPair('ES256');
  key = pair.privateKey;
  answers = {
    '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
    '/keys': { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] },
  };
  check = createTokenCheck({ issuer, audience });
});

afterEach(() => {
  vi.useRealTimers();
  server.close();
  server.closeAllConnections();
});

function token(claims = {}, kid = 'k1', end: number | string = '1h'): Promise<string> {
  return new SignJWT({ roles: ['tester', 'poh'], client_id: 'pages', sub, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(end)
    .sign(key);
}

async function refusal(header: string | undefined): Promise<unknown> {
  return check(header).then(
    () => 'accepted',
    (error: unknown) => error,
  );
}

describe('the token check', () => {
  test('takes absent claims for null, and the authorised party for the client', async () => {
    expect(await check(`bearer ${await token({ client_id: undefined, azp: 'pages' })}`)).toEqual({
      sub,
      roles: ['tester', 'poh'],
      organisation: null,
      practitioner: null,
      municipality: null,
      machine: false,
      client: 'pages',
    });
  });

  test.each([
    ['missing', undefined],
    ['missing', ''],
    ['not-bearer', 'Basic eA=='],
    ['not-bearer', 'Bearer'],
    ['not-bearer', 'Bearer a b'],
    ['not-bearer', 'Bearer é'],
    ['invalid', 'Bearer x'],
    ['invalid', 'Bearer a.b.c'],
    ['invalid', 'Bearer e30.e30.'],
  ])('refuses as %s the header %j, in Dutch, without asking the issuer', async (reason, header) => {
    const detail = expect.stringMatching(/^(?=.*toegangstoken).*(Stuur|Vraag) .*\.$/);
    expect(await refusal(header)).toMatchObject({ name: 'Unauthenticated', reason, detail });
    expect(asked).toEqual([]);
  });

  test('refuses a token under a key that the issuer does not have', async () => {
    const foreign = await token({}, 'k2');
    expect(await refusal(`Bearer ${foreign}`)).toMatchObject({ name: 'Unauthenticated', reason: 'invalid' });
  });

  test('asks the issuer once, however many tokens come in at once', async () => {
    const headers = await Promise.all([1, 2, 3, 4].map(async () => `Bearer ${await token()}`));
    await Promise.all(headers.map((header) => check(header)));
    expect(asked).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  test('remembers a token that passed, unchangeable, and never past the moment that it expires', async () => {
    const header = `Bearer ${await token()}`;
    const subject = await check(header);
    expect(await check(header)).toBe(subject);
    expect(Object.isFrozen(subject) && Object.isFrozen(subject.roles)).toBe(true);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_610_000 });
    expect(await refusal(header)).toMatchObject({ name: 'Unauthenticated', reason: 'expired' });
  });

  test('forgets the oldest of more than a thousand tokens, and checks it anew', async () => {
    const first = `Bearer ${await token()}`;
    const subject = await check(first);
    for (let n = 0; n < 1_000; n += 1) await check(`Bearer ${await token()}`);
    const anew = await check(first);
    expect(anew).toEqual(subject);
    expect(anew).not.toBe(subject);
  });

  test.each<[string, () => void]>([
    ['is away', () => server.close()],
    ['gives no discovery document', () => delete answers['/.well-known/openid-configuration']],
    [
      'calls itself something else',
      () => (answers['/.well-known/openid-configuration'] = { issuer: 'http://x', jwks_uri: `${issuer}/keys` }),
    ],
    ['gives no keys', () => delete answers['/keys']],
    ['gives keys that are none', () => (answers['/keys'] = { keys: 'none' })],
  ])('blames the issuer, not the caller, when the issuer %s', async (_name, breakIt) => {
    const header = `Bearer ${await token()}`;
    breakIt();
    expect(await refusal(header)).toBeInstanceOf(IssuerUnavailable);
  });

  test('accepts again as soon as the issuer is back', async () => {
    const header = `Bearer ${await token()}`;
    const whole = answers;
    answers = {};
    expect(await refusal(header)).toBeInstanceOf(IssuerUnavailable);
    answers = whole;
    expect(await check(header)).toMatchObject({ sub });
  });

  test('takes for a machine only the client itself, without a person and for five minutes at most', async () => {
    const iat = Math.floor(Date.now() / 1_000);
    const machine = { sub: 'his', client_id: 'his', iat };
    const signed = (claims: object, seconds: number): Promise<string> => token(claims, 'k1', iat + seconds);
    expect(await check(`Bearer ${await signed(machine, 300)}`)).toMatchObject({ machine: true, client: 'his' });
    const invalid = { name: 'Unauthenticated', reason: 'invalid' };
    for (const [claims, seconds] of [
      [machine, 301],
      [{ ...machine, practitioner: sub }, 300],
      [{ ...machine, client_id: 'other' }, 300],
      [{ ...machine, sub: 'h is', client_id: 'h is' }, 300],
    ] as const)
      expect(await refusal(`Bearer ${await signed(claims, seconds)}`)).toMatchObject(invalid);
  });
});

describe("the issuer's keys", () => {
  const later = (ms: number): void => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
  const rotate = async (kid: string, keepOld: boolean): Promise<void> => {
    const pair = await generateKeyPair('ES256');
    key = pair.privateKey;
    const { keys } = answers['/keys'] as { keys: object[] };
    const fresh = { ...(await exportJWK(pair.publicKey)), kid, alg: 'ES256', use: 'sig' };
    answers['/keys'] = { keys: keepOld ? [...keys, fresh] : [fresh] };
  };
  const keysAsked = (): number => asked.filter((url) => url === '/keys').length;

  test('are followed: a token under a new key is accepted without a restart', async () => {
    await check(`Bearer ${await token()}`);
    await rotate('k2', true);
    later(KEYS_COOLDOWN_MS);
    expect(await check(`Bearer ${await token({}, 'k2')}`)).toMatchObject({ sub });
  });

  test('stop counting within a minute of being withdrawn, also for a token that had just passed', async () => {
    const early = `Bearer ${await token()}`;
    const late = `Bearer ${await token()}`;
    const unseen = `Bearer ${await token()}`;
    await check(early);
    await rotate('k2', false);
    later(29_000);
    await check(late);
    later(31_000);
    for (const header of [early, late, unseen])
      expect(await refusal(header)).toMatchObject({ name: 'Unauthenticated', reason: 'invalid' });
    expect(await check(`Bearer ${await token({}, 'k2')}`)).toMatchObject({ sub });
  });

  test('are not asked for again by a flood of tokens under keys that nobody has', async () => {
    await check(`Bearer ${await token()}`);
    for (let n = 0; n < 50; n += 1) await refusal(`Bearer ${await token({}, `made-up-${n}`)}`);
    expect(keysAsked()).toBe(1);
    later(KEYS_COOLDOWN_MS);
    await Promise.all(
      Array.from({ length: 50 }, async (_each, n) => refusal(`Bearer ${await token({}, `more-${n}`)}`)),
    );
    expect(keysAsked()).toBe(2);
  });

  test('keep counting while the issuer is away, but not for ever', async () => {
    await check(`Bearer ${await token()}`);
    answers = {};
    later(KEYS_KEPT_MS / 2);
    expect(await check(`Bearer ${await token()}`)).toMatchObject({ sub });
    later(KEYS_KEPT_MS / 2);
    expect(await refusal(`Bearer ${await token()}`)).toBeInstanceOf(IssuerUnavailable);
  });

  test('are public keys, and no more than an issuer can have', async () => {
    const [good] = (answers['/keys'] as { keys: object[] }).keys;
    answers['/keys'] = { keys: [{ kty: 'oct', k: 'c2VjcmV0', kid: 'k1', alg: 'HS256' }] };
    const secret = new TextEncoder().encode('secret');
    const header = { alg: 'HS256', typ: 'at+jwt', kid: 'k1' };
    const signed = new SignJWT(decodeJwt(await token())).setProtectedHeader(header).sign(secret);
    expect(await refusal(`Bearer ${await signed}`)).toMatchObject({ name: 'Unauthenticated', reason: 'invalid' });
    answers['/keys'] = { keys: Array.from({ length: 101 }, () => good) };
    check = createTokenCheck({ issuer, audience });
    expect(await refusal(`Bearer ${await token()}`)).toBeInstanceOf(IssuerUnavailable);
  });
});
