import { z } from 'zod';
import { permitRole } from '../access/permit.ts';
import { type AccessRow, findByKeys, readAccess } from '../reading/access-log.ts';
import type { Page } from '../reading/cursor.ts';
import { instant } from '../reading/instant.ts';
import { CaseError } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { badCursor, cursor } from './list-cursor.ts';
import { keysOf } from './resident/hashes.ts';
import { type Asking, recordAccess } from './visit.ts';

export const accessLogQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursor('access-log').optional(),
});

export interface AccessItem {
  readonly at: string;
  readonly organisationName: string | null;
  readonly roles: readonly string[];
  readonly chain: string;
  /** What exactly was changed could tell what is not the resident's to read here. */
  readonly action: 'bekeken' | 'vastgelegd';
}

/**
 * For a resident: which organisations looked at their data, in which role and when, newest first. Empty for an account
 * that is nobody's, and for a person who is not known here.
 */
export async function seeAccessLog(
  context: CaseContext,
  asking: Asking,
  query: z.infer<typeof accessLogQuery>,
): Promise<Page<AccessItem>> {
  const { sub } = asking.subject;
  const verdict = permitRole(asking.subject, 'me.access-log');
  if (!verdict.allowed) throw new CaseError('not-found', 'Deze lijst is er alleen voor inwoners.');
  asking.insist();
  const identity = context.residentAccounts.get(sub);
  const resident = identity === undefined ? undefined : await findByKeys(context.db, keysOf(context.ring, identity));
  const nothing: Page<AccessRow> = { items: [], next: null };
  const page = resident === undefined ? nothing : await readAccess(context.db, { resident, subject: sub }, query);
  if (page === undefined) throw badCursor();
  await recordAccess(context, asking, 'R', null, verdict);
  const names = await context.directory.names();
  return { items: page.items.map((row) => itemOf(row, names)), next: page.next };
}

function itemOf({ at, organisation, roles, chain, action }: AccessRow, names: ReadonlyMap<string, string>): AccessItem {
  return {
    at: instant(at),
    organisationName: organisation === null ? null : (names.get(organisation) ?? null),
    roles,
    chain,
    action: action === 'R' ? 'bekeken' : 'vastgelegd',
  };
}
