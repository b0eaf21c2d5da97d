import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWTHeaderParameters } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { users } from '../../src/local/demo-region/users.ts';
import { referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, type Stood } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';
import { tokenOf } from './raw.ts';

let suite: Suite;
let open: Stood;
let own: CryptoKey | Uint8Array;
let kid: string;
beforeAll(async () => {
  suite = await openSuite();
  open = await caseAt(suite, 'valrisicotest');
  const kept = JSON.parse(readFileSync(join(inject('stack').home, 'idp', 'idp-keys.json'), 'utf8'));
  own = await importJWK(kept.signingKey, 'ES256');
  kid = kept.signingKey.kid;
});
afterAll(() => suite.close());

const now = (): number => Math.floor(Date.now() / 1000);
const huisarts = users.find(({ handle }) => handle === 'huisarts');

/** A token as the issuer makes them, but for what is given. */
async function signed(
  claims: Record<string, unknown> = {},
  header: Partial<JWTHeaderParameters> = {},
  key = own,
): Promise<string> {
  const { issuer, audience } = inject('stack');
  const all = {
    sub: huisarts?.id,
    roles: huisarts?.roles,
    organisation: huisarts?.organisation,
    practitioner: huisarts?.practitioner,
    client_id: 'ketenpad-cli',
    iss: issuer,
    aud: audience,
    jti: randomUUID(),
    iat: now(),
    exp: now() + 600,
    ...claims,
  };
  return new SignJWT(JSON.parse(JSON.stringify(all)))
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt', ...header })
    .sign(key, { crit: { 'urn:x': true } });
}

const parts = (token: string): string[] => token.split('.');
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const bad: Record<string, () => Promise<string | null>> = {
  'no token': async () => null,
  'an empty header': async () => '',
  'a password': async () => 'Basic eDp5',
  'no scheme': async () => tokenOf('huisarts'),
  'a word': async () => 'Bearer hallo',
  'a token of 100 kB': async () => `Bearer ${'a'.repeat(100_000)}`,
  'an expired token': async () => `Bearer ${await signed({ iat: now() - 7_200, exp: now() - 3_600 })}`,
  'a token from the future': async () => `Bearer ${await signed({ iat: now() + 3_600, exp: now() + 7_200 })}`,
  'a token for more than an hour': async () => `Bearer ${await signed({ iat: now() - 3_700, exp: now() + 86_400 })}`,
  'a token that is not valid yet': async () => `Bearer ${await signed({ nbf: now() + 600 })}`,
  'a token without an end': async () => `Bearer ${await signed({ exp: undefined })}`,
  'an unsigned token': async () => `Bearer ${encoded({ alg: 'none', typ: 'at+jwt' })}.${parts(await signed())[1]}.`,
  'a token whose signature was taken off': async () =>
    `Bearer ${parts(await signed())
      .slice(0, 2)
      .join('.')}.`,
  'a tampered signature': async () => {
    const token = await signed();
    return `Bearer ${token.slice(0, -4)}${token.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
  },
  'claims that were changed after signing': async () => {
    const [head, , signature] = parts(await signed());
    const beheerder = users.find(({ handle }) => handle === 'beheerder');
    const { issuer: iss, audience: aud } = inject('stack');
    const end = { jti: randomUUID(), iat: now(), exp: now() + 600 };
    const claims = { sub: beheerder?.id, roles: ['beheerder'], client_id: 'x', iss, aud, ...end };
    return `Bearer ${head}.${encoded(claims)}.${signature}`;
  },
  'a token of a foreign key': async () => {
    const { privateKey } = await generateKeyPair('ES256');
    return `Bearer ${await signed({}, {}, privateKey)}`;
  },
  'a token of a key that the issuer has no more': async () => {
    const { privateKey } = await generateKeyPair('ES256');
    return `Bearer ${await signed({}, { kid: 'rotated-out' }, privateKey)}`;
  },
  'a token that is signed in a way that is not agreed': async () => {
    const { privateKey } = await generateKeyPair('ES384');
    return `Bearer ${await signed({}, { alg: 'ES384' }, privateKey)}`;
  },
  'a token with a header that nobody knows but must': async () =>
    `Bearer ${await signed({}, { crit: ['urn:x'], 'urn:x': 1 })}`,
  'a foreign key that the token brings itself': async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    return `Bearer ${await signed({}, { jwk: await exportJWK(publicKey), kid: 'mine' }, privateKey)}`;
  },
  'a signature with the public key as a secret': async () => {
    const secret = new TextEncoder().encode(JSON.stringify({ kid }));
    return `Bearer ${await signed({}, { alg: 'HS256' }, secret)}`;
  },
  'a token for another audience': async () => `Bearer ${await signed({ aud: 'https://elders.example' })}`,
  'a token of another issuer': async () => `Bearer ${await signed({ iss: 'https://elders.example' })}`,
  'a token of another kind': async () => `Bearer ${await signed({}, { typ: 'JWT' })}`,
  'a token for several audiences, not this one': async () => `Bearer ${await signed({ aud: ['a', 'b'] })}`,
  'a token without a kind': async () => `Bearer ${await signed({}, { typ: undefined } as never)}`,
  'a token without a number': async () => `Bearer ${await signed({ jti: undefined })}`,
  'a token without a moment of issue': async () => `Bearer ${await signed({ iat: undefined })}`,
  'a token without a client': async () => `Bearer ${await signed({ client_id: undefined })}`,
  'a token of a machine for more than five minutes': async () =>
    `Bearer ${await signed({ sub: 'his', client_id: 'his' })}`,
  'a token of a machine that says it is a person': async () =>
    `Bearer ${await signed({ sub: 'his', client_id: 'his', exp: now() + 300 })}`,
  'a token without roles': async () => `Bearer ${await signed({ roles: [] })}`,
  'a token for nobody': async () => `Bearer ${await signed({ sub: undefined })}`,
  'a token for a name instead of an id': async () => `Bearer ${await signed({ sub: 'Marieke' })}`,
};

describe('who does not prove who they are', () => {
  test('is let in with the same token when nothing is wrong with it', async () => {
    const answer = await suite.api(null, 'GET', '/me', undefined, { authorization: `Bearer ${await signed()}` });
    expect(answer.json).toMatchObject({ id: huisarts?.id, roles: ['huisarts'], organisation: huisarts?.organisation });
  });

  test.each(Object.entries(bad))(
    'is refused with %s by every route, hears nothing of what is there, and stores nothing',
    async (_name, make) => {
      const authorization = await make();
      const headers = authorization === null ? {} : { authorization };
      const routes = [
        ['GET', '/me'],
        ['GET', '/referrals'],
        ['GET', '/worklist'],
        ['GET', '/orphans'],
        ['GET', '/chains/valpreventie'],
        ['GET', `/cases/${open.id}`],
        ['GET', `/cases/${open.id}/actions`],
        ['GET', `/cases/${open.id}/trail`],
        ['POST', `/cases/${open.id}/decisions`, { openStep: open.openStep, outcome: 'laag' }],
        ['POST', '/referrals', referral()],
        ['POST', '/dev/clock', { advance: 'P1D' }],
      ] as const;
      await storesNothing(suite, async () => {
        for (const [method, path, body] of routes) {
          const answer = await suite.api(null, method, path, body, headers);
          expectProblem(answer, 'unauthenticated');
          expect(answer.text).not.toContain(open.id === path.split('/')[2] ? open.openStep : 'valrisicotest');
        }
      });
    },
  );
});

describe('a token that is wrong', () => {
  test('is refused in the same words, whatever is wrong with it', async () => {
    const answers = new Set<string>();
    for (const [name, make] of Object.entries(bad)) {
      const authorization = await make();
      if (!authorization?.startsWith('Bearer ')) continue;
      const { json, headers } = await suite.api(null, 'GET', `/cases/${open.id}`, undefined, { authorization });
      const { requestId, ...body } = json;
      const rest = [...headers].filter(([header]) => header !== 'x-request-id');
      expect(requestId, name).toMatch(/^[0-9a-f-]{36}$/);
      answers.add(JSON.stringify([body, rest]));
    }
    expect([...answers]).toHaveLength(1);
  });
});

describe("a token that is the issuer's own", () => {
  test('gives no more than its claims: without an organisation there is nothing to hold', async () => {
    const authorization = `Bearer ${await signed({ organisation: null })}`;
    const ask = (method: string, path: string, body?: object) => suite.api(null, method, path, body, { authorization });
    expectProblem(await ask('GET', `/cases/${open.id}`), 'not-found');
    expectProblem(await ask('GET', '/referrals'), 'not-found');
    expectProblem(await ask('POST', '/referrals', referral()), 'forbidden');
    expect((await ask('GET', '/worklist')).json.items).toEqual([]);
  });

  test("of a holder's organisation with roles outside the chain does not open its cases", async () => {
    const made = await caseAt(suite, 'wachtlijst-kern');
    const tester = users.find(({ handle }) => handle === 'tester');
    for (const roles of [['ketencoordinator'], ['beheerder'], ['constructor'], ['secretaresse']]) {
      const authorization = `Bearer ${await signed({ organisation: tester?.organisation, roles, municipality: 'enschede' })}`;
      for (const { id } of [open, made]) {
        expectProblem(await suite.api(null, 'GET', `/cases/${id}`, undefined, { authorization }), 'not-found');
      }
    }
    const authorization = `Bearer ${await signed({ organisation: tester?.organisation, roles: ['tester'] })}`;
    expect((await suite.api(null, 'GET', `/cases/${open.id}`, undefined, { authorization })).status).toBe(200);
  });
});
