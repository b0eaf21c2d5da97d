import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

function token(claims = {}, kid = 'k1'): Promise<string> {
  return new SignJWT({ roles: ['tester', 'poh'], client_id: 'his', sub, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('1h')
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
    const headers = await Promise.all(['a', 'b', 'c', 'd'].map(async (jti) => `Bearer ${await token({ jti })}`));
    await Promise.all(headers.map((header) => check(header)));
    expect(asked).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  test('remembers a token that passed, unchangeable, until the moment that it expires', async () => {
    const header = `Bearer ${await token()}`;
    const subject = await check(header);
    expect(await check(header)).toBe(subject);
    expect(Object.isFrozen(subject) && Object.isFrozen(subject.roles)).toBe(true);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_610_000 });
    expect(await refusal(header)).toMatchObject({ name: 'Unauthenticated', reason: 'expired' });
  });

  test('forgets the oldest of more than a thousand tokens, and checks it anew', async () => {
    const first = `Bearer ${await token({ jti: 'first' })}`;
    const subject = await check(first);
    for (let n = 0; n < 1_000; n += 1) await check(`Bearer ${await token({ jti: String(n) })}`);
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
});
