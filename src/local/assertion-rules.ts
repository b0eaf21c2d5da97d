import { InvalidClientAuth } from 'oidc-provider/lib/helpers/errors.js';
import { z } from 'zod';

/** How far ahead a client's assertion may end, in seconds. */
const ASSERTION_SECONDS = 300;

const SLACK_SECONDS = 5;

const seconds = z.number().int();
const claimsSchema = z.object({ aud: z.string(), exp: seconds, iat: seconds.optional(), nbf: seconds.optional() });

/**
 * What SMART Backend Services ask of an assertion beyond signature, algorithm, subject, issuer and a jti that is new:
 * the provider sees to those. @throws InvalidClientAuth
 */
export function insistOnAssertion(issuer: string, claims: unknown, header: { readonly kid?: unknown }): void {
  const refuse = (why: string): never => {
    throw new InvalidClientAuth(why);
  };
  if (typeof header.kid !== 'string') refuse('the assertion does not say with which key it was signed');
  const { success, data } = claimsSchema.safeParse(claims);
  if (!success) return refuse('aud and the times must be one text and whole seconds');
  const now = Date.now() / 1_000;
  if (data.aud !== `${issuer}/token`) refuse('aud must be the token endpoint');
  if (data.exp > now + ASSERTION_SECONDS + SLACK_SECONDS) refuse('the assertion may not last longer than 300 seconds');
  if (data.iat !== undefined && data.iat > now + SLACK_SECONDS) refuse('the assertion is of the future');
}
