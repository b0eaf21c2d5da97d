import type { KeyRing } from '../../platform/crypto/keyring.ts';
import { keysOf } from './hashes.ts';
import type { Identity } from './identity.ts';

/** Whether two identities are of one person, as a referral matches them: by one key; two different BSNs never are (contract 3). */
export function isOnePerson(ring: KeyRing, one: Identity, two: Identity): boolean {
  if (one.bsn !== undefined && two.bsn !== undefined) return one.bsn === two.bsn;
  const keys = keysOf(ring, two);
  return keysOf(ring, one).some(({ kind, hash }) => keys.some((key) => key.kind === kind && key.hash.equals(hash)));
}
