import { createHmac } from 'node:crypto';
import type { KeyRing } from '../../platform/crypto/keyring.ts';
import { lookupHash } from '../../platform/crypto/lookup-hash.ts';

/** Crockford's base32: no I, L, O or U, which people mistake for other signs. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
const GROUP = 5;

type Keys = Pick<KeyRing, 'lookup'>;

/**
 * The code of an invitation, 50 bits that follow from its random id and the region's key: it need not be kept, and a
 * repeat of the request is told the same one.
 */
export function codeOf(ring: Keys, invitation: string): string {
  const bytes = createHmac('sha256', ring.lookup).update(`invitation:${invitation}`).digest();
  const signs = Array.from(bytes.subarray(0, LENGTH), (byte) => SIGNS.charAt(byte & 31)).join('');
  return `${signs.slice(0, GROUP)}-${signs.slice(GROUP)}`;
}

/** As people write it: small letters, no or other separators, O for 0, I or L for 1. undefined: no code can look so. */
export function normaliseCode(given: string): string | undefined {
  const signs = given.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return signs.length === LENGTH && Array.from(signs).every((sign) => SIGNS.includes(sign)) ? signs : undefined;
}

/** Under what it is found again. */
export function hashOfCode(ring: Keys, normalised: string): Buffer {
  return lookupHash(ring, 'invitation', normalised);
}
