import type { KeyRing } from '../../platform/crypto/keyring.ts';
import { lookupHash } from '../../platform/crypto/lookup-hash.ts';
import {
  normaliseHouseNumber,
  normaliseName,
  normalisePhone,
  normalisePostalCode,
} from '../../platform/crypto/normalise-identity.ts';
import type { Identity } from './identity.ts';

export interface ResidentKey {
  readonly kind: 'bsn' | 'address' | 'phone';
  readonly hash: Buffer;
}

/** The keyed hashes by which this person is found again: BSN, or name and birth date with address or phone (contract 3). */
export function keysOf(ring: KeyRing, identity: Identity): readonly ResidentKey[] {
  const { name, birthDate, bsn, postalCode, houseNumber, phone } = identity;
  const who = [normaliseName(name.family), normaliseName(name.given), birthDate];
  const keys: ResidentKey[] = [];
  if (bsn !== undefined) keys.push({ kind: 'bsn', hash: lookupHash(ring, 'bsn', bsn) });
  if (postalCode !== undefined && houseNumber !== undefined) {
    const address = [...who, normalisePostalCode(postalCode), normaliseHouseNumber(houseNumber)];
    keys.push({ kind: 'address', hash: lookupHash(ring, 'address', address) });
  }
  if (phone !== undefined)
    keys.push({ kind: 'phone', hash: lookupHash(ring, 'phone', [...who, normalisePhone(phone)]) });
  return keys;
}
