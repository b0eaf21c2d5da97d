import { Unauthenticated } from '../access/tokens.ts';
import { CaseError } from '../cases/case-error.ts';
import { Unavailable } from '../platform/unavailable.ts';
import { Problem } from './problem.ts';

const RETRY_AFTER_SECONDS = '2';

/** Any error as a problem. What we do not know becomes `internal`, without its message. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof CaseError) return new Problem(error.code, error.message, error.more);
  if (error instanceof Unauthenticated) {
    return new Problem('unauthenticated', error.detail, {}, { 'www-authenticate': 'Bearer' });
  }
  if (error instanceof Unavailable || isIssuerAway(error)) {
    return new Problem(
      'unavailable',
      'Een onderdeel reageert nu niet. Wat al is vastgelegd, gaat niet verloren.',
      {},
      { 'retry-after': RETRY_AFTER_SECONDS },
    );
  }
  return new Problem('internal', 'Er ging iets mis aan onze kant.');
}

function isIssuerAway(error: unknown): boolean {
  return error instanceof Error && error.name === 'IssuerUnavailable';
}
