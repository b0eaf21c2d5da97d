import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** The issuer did not answer, or not with what OpenID Connect discovery promises: try again later (503). */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

// Discovery and keys together stay below the 5 seconds within which a caller must hear that something is away.
const patience = 2_000;
/** So long known keys count without asking again: how soon a withdrawn key is missed. Milliseconds, as the next ones. */
const KEYS_FRESH_MS = 30_000;
/** Keys that nobody knows are asked for at most this often: made-up ones must not become a flood at the issuer. */
export const KEYS_COOLDOWN_MS = 5_000;
/** While the issuer is away its last keys still count, but no longer than this. */
export const KEYS_KEPT_MS = 600_000;

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });
const keysSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });

interface KeySet {
  readonly keyFor: JWTVerifyGetKey;
  readonly at: number;
}

/** Finds the issuer's signing keys on first use and follows their rotation. @throws IssuerUnavailable */
export function createIssuerKeys(issuer: string): JWTVerifyGetKey {
  const source = createKeySource(issuer);
  return async (header, token) => {
    const known = await source.current();
    try {
      return await keyIn(known, header, token, issuer);
    } catch (cause) {
      if (!(cause instanceof errors.JWKSNoMatchingKey)) throw cause;
      const newer = await source.newerThan(known);
      if (newer === undefined) throw cause;
      return keyIn(newer, header, token, issuer);
    }
  };
}

interface KeySource {
  readonly current: () => Promise<KeySet>;
  /** undefined when it is too soon to ask again. */
  readonly newerThan: (known: KeySet) => Promise<KeySet | undefined>;
}

function createKeySource(issuer: string): KeySource {
  let known: KeySet | undefined;
  let loading: Promise<KeySet> | undefined;
  let triedAt = 0;
  let failed = false;
  const load = (): Promise<KeySet> => {
    if (loading !== undefined) return loading;
    triedAt = Date.now();
    loading = fetchKeys(issuer)
      .then((loaded) => {
        failed = false;
        known = loaded;
        return loaded;
      })
      .catch((cause: unknown) => {
        failed = true;
        throw new IssuerUnavailable(`no usable discovery document or signing keys from ${issuer}`, { cause });
      })
      .finally(() => (loading = undefined));
    return loading;
  };
  const cooled = (): boolean => Date.now() - triedAt >= KEYS_COOLDOWN_MS;
  return {
    current: async () => {
      if (known === undefined) return load();
      const last = known;
      const age = Date.now() - last.at;
      if (age < KEYS_FRESH_MS) return last;
      if (age >= KEYS_KEPT_MS) return load();
      // Of an issuer that is away one caller has waited already; the others need not.
      if (failed && !cooled()) return last;
      const trying = load().catch(() => last);
      return failed ? last : trying;
    },
    newerThan: async (than) => {
      if (known !== undefined && known !== than) return known;
      return loading !== undefined || cooled() ? load() : undefined;
    },
  };
}

type Given = Parameters<JWTVerifyGetKey>;

async function keyIn(
  { keyFor }: KeySet,
  header: Given[0],
  token: Given[1],
  issuer: string,
): Promise<Awaited<ReturnType<JWTVerifyGetKey>>> {
  try {
    return await keyFor(header, token);
  } catch (cause) {
    if (isAboutTheToken(cause)) throw cause;
    throw new IssuerUnavailable(`no usable signing keys from ${issuer}`, { cause });
  }
}

async function fetchKeys(issuer: string): Promise<KeySet> {
  const found = discoverySchema.parse(await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
  if (found.issuer !== issuer) throw new Error(`it calls itself ${found.issuer}`);
  if (issuer.startsWith('https:') && !found.jwks_uri.startsWith('https:')) throw new Error('jwks_uri is not https');
  const at = Date.now();
  const keys: JSONWebKeySet = keysSchema.parse(await fetchJson(found.jwks_uri));
  return { keyFor: createLocalJWKSet(keys), at };
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}

function isAboutTheToken(cause: unknown): boolean {
  return (
    cause instanceof errors.JWKSNoMatchingKey ||
    cause instanceof errors.JWKSMultipleMatchingKeys ||
    cause instanceof errors.JOSENotSupported
  );
}
