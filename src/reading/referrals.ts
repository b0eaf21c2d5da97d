import { migrate } from '../engine/migrate.ts';
import type { CaseState } from '../engine/state.ts';
import type { Querying, Statement } from '../platform/db/database.ts';
import { keysOfCursor, type Page, pageOf } from './cursor.ts';
import { instant } from './instant.ts';

export interface ReferralsQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly status?: 'open' | 'paused' | 'ended' | undefined;
  /** Only what changed at or after this moment (RFC 3339). */
  readonly changedSince?: string | undefined;
}

export interface ReferralRow {
  readonly id: string;
  readonly state: CaseState;
  readonly changed_at: number;
  readonly wrapped_key: Buffer | null;
  readonly identity: Buffer | null;
  readonly resident: string;
  readonly details: Buffer | null;
  readonly messages: readonly {
    readonly id: string;
    readonly seq: number;
    readonly at: string;
    readonly milestone: string;
    readonly full: boolean;
    readonly seenAt: string | null;
  }[];
}

/** Whose referrals: of a practice, in these versions of chains (`id@version`). */
export interface ReferralsOf {
  readonly practice: string;
  readonly versions: readonly string[];
}

const ROWS = `select c.id, c.state, c.changed_at, c.resident, r.wrapped_key, r.identity, c.details,
           coalesce((select json_agg(json_build_object('id', m.id, 'seq', m.seq, 'at', m.at, 'milestone', m.milestone,
                       'full', m."full", 'seenAt', m.seen_at) order by m.seq)
                     from messages m where m.case_id = c.id and m.organisation = $1), '[]') as messages
         from cases c join residents r on r.id = c.resident
         where c.referrer = $1 and c.state is not null and c.chain || '@' || c.version = any($2::text[])`;

/** The practice's referrals, newest change first. */
const NEWEST: Statement = {
  name: 'referrals',
  text: `${ROWS} and ($3::text is null or c.status = $3)
           and ($4::timestamptz is null or (c.changed_at, c.id) < ($4, $5))
         order by c.changed_at desc, c.id desc limit $6`,
};
/** Those that changed, in order of change: what changes during the paging comes later on. */
const SINCE: Statement = {
  name: 'referrals_since',
  text: `${ROWS} and ($3::text is null or c.status = $3)
           and ($4::timestamptz is null or (c.changed_at, c.id) > ($4, $5))
           and c.changed_at >= $7::timestamptz
         order by c.changed_at, c.id limit $6`,
};
/** Those of one person, found by keyed hashes; what ended before $5 is no longer found. */
const OF_PERSON: Statement = {
  name: 'referrals_of_person',
  text: `${ROWS} and c.resident in (select h.resident from resident_hashes h
             join unnest($3::text[], $4::bytea[]) as k(kind, hash) on k.kind = h.kind and k.hash = h.hash)
           and (c.status <> 'ended' or c.ended_at >= $5::timestamptz)
         order by c.changed_at desc, c.id desc limit 100`,
};
/** Being shown is the receipt: of two who are shown it at once, the first counts for both. */
const SEEN: Statement = {
  name: 'messages_seen',
  text: `with shown as (select id from messages where id = any($1) order by id for no key update)
         update messages m set delivered_at = coalesce(m.delivered_at, $2), seen_at = coalesce(m.seen_at, $2)
         from shown where m.id = shown.id returning m.id, m.seen_at`,
};

/** The list whose cursors go with a query: pages in another order are those of another list. */
function listOfReferrals({ changedSince }: Pick<ReferralsQuery, 'changedSince'>): 'referrals' | 'referrals-since' {
  return changedSince === undefined ? 'referrals' : 'referrals-since';
}

/** @returns undefined when the cursor is not one of this list. */
export async function readReferrals(
  db: Querying,
  { practice, versions }: ReferralsOf,
  query: ReferralsQuery,
): Promise<Page<ReferralRow> | undefined> {
  const list = listOfReferrals(query);
  const after = query.cursor === undefined ? [] : keysOfCursor(list, query.cursor);
  if (after === undefined) return undefined;
  const values = [practice, versions, query.status ?? null, after[0] ?? null, after[1] ?? null, query.limit + 1];
  const rows = await db.query<ReferralRow & Record<string, unknown>>(
    query.changedSince === undefined ? NEWEST : SINCE,
    query.changedSince === undefined ? values : [...values, query.changedSince],
  );
  return pageOf(list, rows, query.limit, (row) => [instant(row.changed_at), row.id], current);
}

/** The practice's referrals of whoever has one of these hashes: live ones, and those that ended at or after `since` (milliseconds). */
export async function readReferralsOfPerson(
  db: Querying,
  { practice, versions }: ReferralsOf,
  hashes: readonly { readonly kind: string; readonly hash: Buffer }[],
  since: number,
): Promise<readonly ReferralRow[]> {
  const columns = [hashes.map(({ kind }) => kind), hashes.map(({ hash }) => hash)];
  const values = [practice, versions, ...columns, instant(since)];
  return (await db.query<ReferralRow & Record<string, unknown>>(OF_PERSON, values)).map(current);
}

function current(row: ReferralRow): ReferralRow {
  return { ...row, state: migrate(row.state) };
}

/** Records that these messages are shown to the practice at `now`. @returns when each was seen first (milliseconds). */
export async function markSeen(
  db: Querying,
  ids: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; seen_at: number }>(SEEN, [ids, instant(now)]);
  return new Map(rows.map(({ id, seen_at: at }) => [id, at]));
}
