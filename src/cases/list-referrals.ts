import { z } from 'zod';
import { permitRole } from '../access/permit.ts';
import { definitionOf } from '../chains/index.ts';
import { accountableOf } from '../engine/state.ts';
import { choicesOf } from '../engine/choices.ts';
import { roleAmong } from '../engine/parties.ts';
import { milestoneNamed, stepNamed } from '../language/define.ts';
import { instant } from '../reading/instant.ts';
import type { Page } from '../reading/cursor.ts';
import { markSeen, readReferrals, type ReferralRow, type ReferralsQuery } from '../reading/referrals.ts';
import { CaseError } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { badCursor, cursor } from './list-cursor.ts';
import { openPersonal } from './look/personal.ts';
import { shownEnding } from './look/secrecy.ts';
import { moment } from './resident/identity.ts';
import { type Asking, recordAccess } from './visit.ts';

export const referralsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursor('referrals').optional(),
  status: z.enum(['open', 'paused', 'ended']).optional(),
  changedSince: moment.optional(),
});

export interface ReferralItem {
  readonly id: string;
  readonly chain: string;
  readonly status: string;
  readonly ending: string | null;
  readonly reference: string | null;
  readonly resident: Readonly<Record<string, unknown>> | null;
  readonly changedAt: string;
  readonly accountable: {
    readonly role: string;
    readonly organisation: string | null;
    readonly organisationName: string | null;
  } | null;
  readonly awaitsMe: readonly { readonly openStep: string; readonly label: string; readonly dueAt: string }[];
  readonly feedback: readonly {
    readonly id: string;
    readonly at: string;
    readonly from: string;
    readonly kind: string;
    readonly text: string;
    readonly seenAt: string | null;
  }[];
}

/** The practice's referrals with where they stand, what waits for the practice, and what it was told. Showing is the receipt. */
export async function listReferrals(
  context: CaseContext,
  asking: Asking,
  query: ReferralsQuery,
): Promise<Page<ReferralItem>> {
  const { subject } = asking;
  const verdict = permitRole(subject, 'referral.list');
  if (!verdict.allowed || subject.organisation === null)
    throw new CaseError('not-found', 'Deze lijst is niet voor uw rol.');
  asking.insist();
  const page = await readReferrals(context.db, subject.organisation, query);
  if (page === undefined) throw badCursor();
  const now = context.clock.now();
  await recordAccess(context, asking, 'R', null, verdict);
  const unseen = page.items.flatMap((row) => row.messages.flatMap(({ id, seenAt }) => (seenAt === null ? [id] : [])));
  const seen = await markSeen(context.db, unseen, now);
  const names = await context.directory.names();
  return { items: page.items.map((row) => itemOf(context, asking, row, names, seen)), next: page.next };
}

function itemOf(
  context: CaseContext,
  asking: Asking,
  row: ReferralRow,
  names: ReadonlyMap<string, string>,
  seen: ReadonlyMap<string, number>,
): ReferralItem {
  const { state } = row;
  const chain = definitionOf(state.chain, state.version);
  const personal = openPersonal(context.ring, row);
  const accountable = accountableOf(state);
  const mine = new Set(
    choicesOf(chain, state).flatMap(({ opened, parties }) =>
      roleAmong(parties, asking.subject) === undefined ? [] : [opened.id],
    ),
  );
  return {
    id: row.id,
    chain: state.chain,
    status: state.status,
    ending: shownEnding(state.ending),
    reference: personal.reference,
    resident: personal.identity,
    changedAt: instant(row.changed_at),
    accountable:
      accountable === null
        ? null
        : {
            role: accountable.role,
            organisation: accountable.organisation,
            organisationName: names.get(accountable.organisation ?? '') ?? null,
          },
    awaitsMe: state.open
      .filter(({ id }) => mine.has(id))
      .map(({ id, step, dueAt }) => ({
        openStep: id,
        label: stepNamed(chain, step)?.label ?? step,
        dueAt: instant(dueAt),
      })),
    feedback: row.messages.map(({ id, at, milestone, full, seenAt }) => ({
      id,
      at: instant(Date.parse(at)),
      from: chain.label,
      kind: milestone,
      text: milestoneNamed(chain, milestone)?.[full ? 'full' : 'neutral'] ?? '',
      seenAt: seenAtOf(seenAt === null ? seen.get(id) : Date.parse(seenAt)),
    })),
  };
}

function seenAtOf(at: number | undefined): string | null {
  return at === undefined ? null : instant(at);
}
