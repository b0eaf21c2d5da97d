import type { KeyRing } from '../../platform/crypto/keyring.ts';
import type { CaseRow } from '../../reading/case-row.ts';
import { keysOf } from '../resident/hashes.ts';
import { identityIn } from '../resident/identity-in.ts';

/**
 * Whether two cases are about one person: where the existence of a case is confidential, every practice has a dossier
 * of its own, and they match as a referral would (contract 3).
 */
export function isSamePerson(ring: KeyRing, own: CaseRow, other: CaseRow): boolean {
  if (own.resident === other.resident) return true;
  const [one, two] = [identityIn(ring, own), identityIn(ring, other)];
  if (one === null || two === null) return false;
  if (one.bsn !== undefined && two.bsn !== undefined) return one.bsn === two.bsn;
  const keys = keysOf(ring, two);
  return keysOf(ring, one).some(({ kind, hash }) => keys.some((key) => key.kind === kind && key.hash.equals(hash)));
}
