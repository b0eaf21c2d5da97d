import { errors, jwtVerify, type JWTVerifyGetKey, type JWTVerifyResult } from 'jose';
import { createIssuerKeys, IssuerUnavailable } from './issuer-keys.ts';
import { subjectSchema, type Subject } from './subject.ts';

export { IssuerUnavailable } from './issuer-keys.ts';

const details = {
  missing: 'Er is geen toegangstoken meegestuurd. Stuur de header "Authorization: Bearer <token>" mee.',
  'not-bearer': 'De header Authorization heeft niet de vorm "Bearer <token>". Stuur het toegangstoken in die vorm mee.',
  // One text for every check that a token can fail: who guesses learns nothing.
  expired: 'Het toegangstoken is verlopen of hier niet geldig. Vraag een nieuw toegangstoken aan voor deze omgeving.',
  invalid: 'Het toegangstoken is verlopen of hier niet geldig. Vraag een nieuw toegangstoken aan voor deze omgeving.',
} as const;

/** The caller did not prove who it is (401). `detail` is Dutch, for the caller, and does not say which check failed. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  readonly reason: keyof typeof details;
  readonly detail: string;

  constructor(reason: keyof typeof details, options?: ErrorOptions) {
    super(`access token ${reason}`, options);
    this.reason = reason;
    this.detail = details[reason];
  }
}

export type TokenCheck = (authorizationHeader: string | undefined) => Promise<Subject>;

/** Seconds, as the next ones. */
const lifetime = 3_600;
const machineLifetime = 300;
const tolerance = 5;
const remembered = 1_000;
/** How long a token that passed is taken for good, in milliseconds. */
const REMEMBERED_MS = 30_000;

/**
 * Checks the Authorization header of a request against one issuer and audience, by the wall clock.
 * Throws Unauthenticated (401) or IssuerUnavailable (503). A token that passed is remembered for half a minute and keys
 * are asked for anew as often, so a key that the issuer withdraws is refused here within a minute; while the issuer is
 * away, within ten and a half.
 */
export function createTokenCheck({ issuer, audience }: { issuer: string; audience: string }): TokenCheck {
  const keys = createIssuerKeys(issuer);
  const passed = new Map<string, { readonly subject: Subject; readonly until: number }>();

  return async (authorizationHeader) => {
    const token = bearerOf(authorizationHeader);
    const known = passed.get(token);
    if (known !== undefined && Date.now() < known.until) return known.subject;
    passed.delete(token);

    const { payload } = await verify(token, keys, { issuer, audience });
    const parsed = subjectSchema.safeParse(payload);
    if (!parsed.success) throw new Unauthenticated('invalid', { cause: parsed.error });

    const { exp = 0, iat = 0 } = payload;
    if (parsed.data.machine && exp - iat > machineLifetime) throw new Unauthenticated('invalid');
    const [oldest] = passed.size < remembered ? [] : passed.keys();
    if (oldest !== undefined) passed.delete(oldest);
    passed.set(token, {
      subject: parsed.data,
      until: Math.min(exp * 1_000, (iat + lifetime) * 1_000, Date.now() + REMEMBERED_MS),
    });
    return parsed.data;
  };
}

function bearerOf(header: string | undefined): string {
  if (header === undefined || header.trim() === '') throw new Unauthenticated('missing');
  const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(header)?.[1];
  if (token === undefined) throw new Unauthenticated('not-bearer');
  return token;
}

async function verify(
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, audience }: { issuer: string; audience: string },
): Promise<JWTVerifyResult> {
  try {
    return await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ['ES256', 'PS256', 'RS256'],
      typ: 'at+jwt',
      requiredClaims: ['sub', 'iat', 'exp', 'jti'],
      clockTolerance: tolerance,
      maxTokenAge: lifetime,
    });
  } catch (cause) {
    if (cause instanceof IssuerUnavailable) throw cause;
    // The signature is checked before the times: only the issuer's own tokens are ever called expired.
    throw new Unauthenticated(cause instanceof errors.JWTExpired ? 'expired' : 'invalid', { cause });
  }
}
