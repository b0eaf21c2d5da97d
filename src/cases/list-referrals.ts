import { z } from 'zod';
import { permitRole } from '../access/permit.ts';
import { definitions } from '../chains/index.ts';
import type { Page } from '../reading/cursor.ts';
import { instant } from '../reading/instant.ts';
import { readReferrals, type ReferralsOf, type ReferralsQuery } from '../reading/referrals.ts';
import { CaseError } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { badCursor, cursor } from './list-cursor.ts';
import { drawReferrals, type ReferralItem } from './referral-item.ts';
import { moment } from './resident/identity.ts';
import { type Asking, recordAccess } from './visit.ts';

export const referralsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursor('referrals').or(cursor('referrals-since')).optional(),
  status: z.enum(['open', 'paused', 'ended']).optional(),
  changedSince: moment.optional(),
});

export interface ReferralsPage extends Page<ReferralItem> {
  /** From when to ask for changes the next time, so that none is missed. */
  readonly asOf: string;
}

/** A change stands in the read model within the time that a statement may take, and some more. */
const SETTLED_MS = 10_000;

/**
 * The practice's referrals with where they stand, what waits for the practice, and what it was told. Showing is the
 * receipt. With changedSince in order of change: what changes while someone pages comes again further on.
 */
export async function listReferrals(
  context: CaseContext,
  asking: Asking,
  query: ReferralsQuery,
): Promise<ReferralsPage> {
  const verdict = permitRole(asking.subject, 'referral.list');
  const of = referralsOf(asking);
  if (!verdict.allowed || of === null) throw new CaseError('not-found', 'Deze lijst is niet voor uw rol.');
  asking.insist();
  const asOf = instant(context.clock.now() - SETTLED_MS);
  const page = await readReferrals(context.db, of, query);
  if (page === undefined) throw badCursor();
  const residents = [...new Set(page.items.map(({ resident }) => resident))];
  await recordAccess(context, asking, 'R', null, verdict, residents);
  return { items: await drawReferrals(context, asking.subject, page.items), next: page.next, asOf };
}

/** The referrals that this person may follow: of the own organisation, where their role may refer (relationsOf agrees). */
export function referralsOf({ subject }: Pick<Asking, 'subject'>): ReferralsOf | null {
  if (subject.organisation === null) return null;
  const mine = Object.values(definitions)
    .flat()
    .filter(({ entries }) => subject.roles.some((role) => Object.hasOwn(entries, role)));
  return { practice: subject.organisation, versions: mine.map(({ id, version }) => `${id}@${version}`) };
}
