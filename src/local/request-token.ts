import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import { z } from 'zod';
import { cliClientFile, cliClientSchema, demoUserGrant, machineFile, machineSchema } from './cli-client.ts';
import { machineClients } from './demo-region/machine-clients.ts';

/** No token could be had; the message says what to do. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
}

const answerSchema = z.union([
  z.object({ access_token: z.string().min(1) }),
  z.object({ error: z.string(), error_description: z.string().optional() }),
]);

interface TokenRequest {
  readonly issuer: string;
  readonly headers?: Record<string, string>;
  readonly body: Record<string, string>;
}

/**
 * An access token for a demo user (valid one hour) or a machine client (five minutes), from the identity provider that
 * runs on this home. @throws NoToken
 */
export async function requestToken(home: string, user: string): Promise<string> {
  const notRunning = `No Ketenpad is running on ${home}. Start it with: npm start`;
  let answer: z.infer<typeof answerSchema>;
  let issuer: string;
  try {
    const isMachine = machineClients.some(({ clientId }) => clientId === user);
    const asked = await (isMachine ? asMachine(home, user) : asUser(home, user));
    issuer = asked.issuer;
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      ...(asked.headers === undefined ? {} : { headers: asked.headers }),
      body: new URLSearchParams(asked.body),
      signal: AbortSignal.timeout(10_000),
    });
    answer = answerSchema.parse(await response.json());
  } catch (cause) {
    throw new NoToken(notRunning, { cause });
  }
  if ('access_token' in answer) return answer.access_token;
  throw new NoToken(`${issuer} gives no token for "${user}": ${answer.error_description ?? answer.error}`);
}

async function asUser(home: string, user: string): Promise<TokenRequest> {
  const { issuer, clientId, clientSecret } = cliClientSchema.parse(readKept(home, cliClientFile));
  const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  return { issuer, headers: { authorization }, body: { grant_type: demoUserGrant, user } };
}

/** The client signs who it is with its own key, once, for a minute (private_key_jwt). */
async function asMachine(home: string, client: string): Promise<TokenRequest> {
  const { issuer, clientId, keys } = machineSchema.parse(readKept(home, machineFile(client)));
  const [key] = keys;
  if (key === undefined) throw new NoToken(`${client} has no key`);
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(`${issuer}/token`)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(await importJWK(key, key.alg));
  return {
    issuer,
    body: {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    },
  };
}

function readKept(home: string, file: string): unknown {
  return JSON.parse(readFileSync(join(home, 'idp', file), 'utf8'));
}
