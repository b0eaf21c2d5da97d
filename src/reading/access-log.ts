import type { Querying, Statement } from '../platform/db/database.ts';
import { keysOfCursor, type Page, pageOf } from './cursor.ts';
import { instant } from './instant.ts';

/** Looks and changes of one day, by one user, at one kind of data of one person, on the same ground. */
export interface AccessRow {
  /** The first of them. */
  readonly id: number;
  readonly at: number;
  readonly times: number;
  readonly organisation: string | null;
  readonly roles: readonly string[];
  readonly user: string;
  /** null for a list. */
  readonly chain: string | null;
  readonly data: string;
  readonly deed: 'bekeken' | 'vastgelegd' | 'gewist' | 'uitgegeven';
  readonly policy: string | null;
  readonly relation: string | null;
  readonly basis: string | null;
}

/** What part of the access log: whose data (a person can have several dossiers), without what this account did itself, and from when to when (milliseconds). */
export interface AccessOf {
  readonly residents: readonly string[];
  readonly subject: string;
  readonly from: number | null;
  readonly until: number | null;
}

/** An account that is tied to a person by configuration is one of a demo. */
const FIND: Statement = {
  name: 'resident_of_account',
  text: `select distinct h.resident, r.circle from resident_hashes h join residents r on r.id = h.resident
         join unnest($1::text[], $2::bytea[]) as k(kind, hash) on k.kind = h.kind and k.hash = h.hash
         where r.wrapped_key is not null and exists (select 1 from installation where demo)`,
};
/**
 * Who was refused saw nothing, and who tried is not for the person to guess at. A coordinator of what is stuck sees no
 * person. What exactly was changed could tell what is not the resident's to read here: a change has one kind of data.
 */
const LOOKS: Statement = {
  name: 'access_to_resident',
  text: `with shown as (select * from access_log where resident = any($1::uuid[])
           union all select * from access_log where residents && $1::uuid[] and residents is not null),
         lines as (
           select s.*, c.chain, split_part(s.basis, ':', 1) as covered,
             case when s.activity = 'uitgifte' then 'uitgegeven' when s.action = 'D' then 'gewist' when s.action in ('C', 'U') then 'vastgelegd' else 'bekeken' end as deed,
             case when s.activity = 'uitgifte' then 'uitgifte' when s.action not in ('R', 'E') then 'traject'
                  when s.event like '%/forms' then 'formulieren' when s.event like '%/trail' then 'verloop'
                  when s.event like '%/consents' then 'toestemmingen' when s.event like '%/questions' then 'vragen'
                  when s.event like '% /referrals%' and s.resident is null then 'verwijzingen'
                  when s.event like '% /worklist%' then 'werklijst' when s.event like '% /groups%' then 'groep'
                  else 'traject' end as data
           from shown s left join cases c on c.id = (case when s.object_type = 'traject' then s.object end)::uuid
           where s.outcome = 0 and s.subject <> $2 and s.relation is distinct from 'coordinator'
             and ($3::timestamptz is null or s.at >= $3) and ($4::timestamptz is null or s.at <= $4))
         select min(id) as id, min(at) as at, count(*)::int as times, organisation, roles, subject as user, chain, data, deed,
           policy, relation, covered as basis
         from lines
         group by (at at time zone 'Europe/Amsterdam')::date, organisation, roles, subject, chain, data, deed, policy, relation, covered
         having $5::timestamptz is null or (min(at), min(id)) < ($5, $6::bigint)
         order by min(at) desc, min(id) desc limit $7`,
};

/** The dossiers of the one person who is found by these keys: none when they are several people's. */
export async function findByKeys(
  db: Querying,
  keys: readonly { readonly kind: string; readonly hash: Buffer }[],
): Promise<readonly string[]> {
  const columns = [keys.map(({ kind }) => kind), keys.map(({ hash }) => hash)];
  const found = await db.query<{ resident: string; circle: string | null }>(FIND, columns);
  const circles = new Set(found.map(({ circle }) => circle));
  return circles.size === found.length ? found.map(({ resident }) => resident) : [];
}

/** Who had to do with the data of a person, newest first. @returns undefined when the cursor is not one of this list. */
export async function readAccess(
  db: Querying,
  { residents, subject, from, until }: AccessOf,
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<AccessRow> | undefined> {
  const after = query.cursor === undefined ? [] : keysOfCursor('access-log', query.cursor);
  if (after === undefined) return undefined;
  const period = [from, until].map((at) => (at === null ? null : instant(at)));
  const values = [residents, subject, ...period, after[0] ?? null, after[1] ?? null, query.limit + 1];
  const rows = await db.query<AccessRow & Record<string, unknown>>(LOOKS, values);
  return pageOf(
    'access-log',
    rows,
    query.limit,
    ({ at, id }) => [instant(at), id],
    (row) => row,
  );
}
