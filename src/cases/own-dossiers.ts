import type { Subject } from '../access/subject.ts';
import { findByKeys } from '../reading/access-log.ts';
import type { CaseContext } from './context.ts';
import { keysOf } from './resident/hashes.ts';

/** Whose account it is, when it is a resident's. */
export const RESIDENT = 'inwoner';

/** The dossiers of the person whom this account belongs to; none for an account that is nobody's. */
export async function ownDossiers(
  { db, ring, residentAccounts }: Pick<CaseContext, 'db' | 'ring' | 'residentAccounts'>,
  { sub, roles }: Pick<Subject, 'sub' | 'roles'>,
): Promise<readonly string[]> {
  const identity = roles.includes(RESIDENT) ? residentAccounts.get(sub) : undefined;
  return identity === undefined ? [] : findByKeys(db, keysOf(ring, identity));
}
