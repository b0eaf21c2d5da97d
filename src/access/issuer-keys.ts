import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** The issuer did not answer, or not with what OpenID Connect discovery promises: try again later (503). */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

// Discovery and keys together stay below the 5 seconds within which a caller must hear that something is away.
const patience = 2_000;
const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/** Finds the issuer's signing keys on first use and keeps them; a failed attempt is not kept. */
export function createIssuerKeys(issuer: string): JWTVerifyGetKey {
  let keySet: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    keySet ??= discover(issuer).catch((cause: unknown) => {
      keySet = undefined;
      throw new IssuerUnavailable(`no usable discovery document from ${issuer}`, { cause });
    });
    const keyFor = await keySet;
    try {
      return await keyFor(header, token);
    } catch (cause) {
      if (isAboutTheToken(cause)) throw cause;
      throw new IssuerUnavailable(`no usable signing keys from ${issuer}`, { cause });
    }
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  const found = discoverySchema.parse(await response.json());
  if (found.issuer !== issuer) throw new Error(`it calls itself ${found.issuer}`);
  if (issuer.startsWith('https:') && !found.jwks_uri.startsWith('https:')) throw new Error('jwks_uri is not https');
  return createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: patience });
}

function isAboutTheToken(cause: unknown): boolean {
  return (
    cause instanceof errors.JWKSNoMatchingKey ||
    cause instanceof errors.JWKSMultipleMatchingKeys ||
    cause instanceof errors.JOSENotSupported
  );
}
