import type { KeyRing } from '../../platform/crypto/keyring.ts';
import type { CaseRow } from '../../reading/case-row.ts';
import { identityIn } from '../resident/identity-in.ts';
import { isOnePerson } from '../resident/one-person.ts';

/**
 * Whether two cases are about one person: where the existence of a case is confidential, every practice has a dossier
 * of its own, and they match as a referral would (contract 3).
 */
export function isSamePerson(ring: KeyRing, own: CaseRow, other: CaseRow): boolean {
  if (own.resident === other.resident) return true;
  const [one, two] = [identityIn(ring, own), identityIn(ring, other)];
  return one !== null && two !== null && isOnePerson(ring, one, two);
}
