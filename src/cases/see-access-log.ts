import { z } from 'zod';
import { permitRole } from '../access/permit.ts';
import { endOfLocalDay, startOfLocalDay } from '../engine/calendar/amsterdam.ts';
import { pseudonymFor } from '../platform/crypto/pseudonym.ts';
import { type AccessRow, readAccess } from '../reading/access-log.ts';
import type { Page } from '../reading/cursor.ts';
import { instant } from '../reading/instant.ts';
import { CaseError } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { badCursor, cursor } from './list-cursor.ts';
import { ownDossiers } from './own-dossiers.ts';
import { type Asking, recordAccess } from './visit.ts';
import { day } from './when.ts';

/** Days in Europe/Amsterdam; both belong to the period. */
export const accessLogQuery = z
  .strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: cursor('access-log').optional(),
    from: day.optional(),
    until: day.optional(),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ['until'],
    error: 'De laatste dag ligt voor de eerste.',
  });

/** What one user did on one day with one kind of data; `at` is the first time. */
export interface AccessItem {
  readonly at: string;
  readonly times: number;
  readonly organisationName: string | null;
  readonly roles: readonly string[];
  /** The user, by a number that says nothing elsewhere: their organisation can be asked who it is. */
  readonly user: string;
  /** null where several residents were shown in a list. */
  readonly chain: string | null;
  readonly data: string;
  readonly action: AccessRow['deed'];
  /** The rule of the access table that allowed it, and how the user stood to the case. */
  readonly rule: { readonly id: string; readonly relation: string | null } | null;
  /** What covers that the user saw who it is about: a referral, a consent, an own file. */
  readonly basis: string | null;
}

/**
 * For a resident: which users of which organisations looked at their data, when and on which ground, newest first. Empty
 * for an account that is nobody's, and for a person who is not known here.
 */
export async function seeAccessLog(
  context: CaseContext,
  asking: Asking,
  query: z.infer<typeof accessLogQuery>,
): Promise<Page<AccessItem>> {
  const { sub: subject } = asking.subject;
  const verdict = permitRole(asking.subject, 'me.access-log');
  if (!verdict.allowed) throw new CaseError('not-found', 'Deze lijst is er alleen voor inwoners.');
  asking.insist();
  const residents = await ownDossiers(context, asking.subject);
  if (residents.length === 0) {
    await recordAccess(context, asking, 'R', null, verdict);
    return { items: [], next: null };
  }
  const from = query.from === undefined ? null : startOfLocalDay(query.from);
  const until = query.until === undefined ? null : endOfLocalDay(query.until);
  const page = await readAccess(context.db, { residents, subject, from, until }, query);
  if (page === undefined) throw badCursor();
  await recordAccess(context, asking, 'R', null, { ...verdict, basis: 'betrokkene' }, residents);
  const names = await context.directory.names();
  return { items: page.items.map((row) => itemOf(context, subject, row, names)), next: page.next };
}

function itemOf(
  { ring }: CaseContext,
  reader: string,
  { at, times, organisation, roles, user, chain, data, deed, policy, relation, basis }: AccessRow,
  names: ReadonlyMap<string, string>,
): AccessItem {
  return {
    at: instant(at),
    times,
    organisationName: organisation === null ? null : (names.get(organisation) ?? null),
    roles,
    user: pseudonymFor(ring, reader, user),
    chain,
    data,
    action: deed,
    rule: policy === null ? null : { id: policy, relation },
    basis: basis === '' ? null : basis,
  };
}
