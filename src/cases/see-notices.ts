import { z } from 'zod';
import { permitRole } from '../access/permit.ts';
import { definitionOf, definitions } from '../chains/index.ts';
import { milestoneNamed } from '../language/define.ts';
import type { Page } from '../reading/cursor.ts';
import { instant } from '../reading/instant.ts';
import { type NoticeRow, readNotices } from '../reading/notices.ts';
import { markSeen } from '../reading/referrals.ts';
import { CaseError } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { badCursor, cursor } from './list-cursor.ts';
import { type Asking, recordAccess } from './visit.ts';

export const noticesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursor('notices').optional(),
});

/** Something that the organisation is told of a case in which it had a part, without what is in it. */
export interface NoticeItem {
  readonly id: string;
  readonly case: string;
  readonly at: string;
  readonly from: string;
  readonly kind: string;
  readonly text: string;
  readonly seenAt: string;
}

/** What the own organisation was told of cases that others referred, newest first. Showing is the receipt. */
export async function seeNotices(
  context: CaseContext,
  asking: Asking,
  query: z.infer<typeof noticesQuery>,
): Promise<Page<NoticeItem>> {
  const { subject } = asking;
  const verdict = permitRole(subject, 'notice.read');
  if (!verdict.allowed || subject.organisation === null) {
    throw new CaseError('not-found', 'Er zijn geen berichten voor uw rol.');
  }
  asking.insist();
  const page = await readNotices(context.db, subject.organisation, chainsOf(subject.roles), query);
  if (page === undefined) throw badCursor();
  const now = context.clock.now();
  await recordAccess(context, asking, 'R', null, verdict);
  const unseen = page.items.flatMap(({ id, seen_at: at }) => (at === null ? [id] : []));
  const seen = await markSeen(context.db, unseen, now);
  return { items: page.items.map((row) => itemOf(row, row.seen_at ?? seen.get(row.id) ?? now)), next: page.next };
}

/** The chains in which one of these roles has a part. */
function chainsOf(roles: readonly string[]): readonly string[] {
  return Object.entries(definitions).flatMap(([name, versions]) =>
    versions.some((chain) => roles.some((role) => Object.hasOwn(chain.roles, role))) ? [name] : [],
  );
}

function itemOf({ id, case_id: caseId, chain: name, version, at, milestone }: NoticeRow, seenAt: number): NoticeItem {
  const chain = definitionOf(name, version);
  return {
    id,
    case: caseId,
    at: instant(at),
    from: chain.label,
    kind: milestone,
    text: milestoneNamed(chain, milestone)?.neutral ?? '',
    seenAt: instant(seenAt),
  };
}
