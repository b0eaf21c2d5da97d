import type { Querying, Statement } from '../platform/db/database.ts';
import { keysOfCursor, type Page, pageOf } from './cursor.ts';
import { instant } from './instant.ts';

/** A look or a change in a case of one person, without who it was. */
export interface AccessRow {
  readonly id: number;
  readonly at: number;
  readonly organisation: string | null;
  readonly roles: readonly string[];
  readonly action: string;
  readonly chain: string;
}

/** An account that is tied to a person by configuration is one of a demo. */
const FIND: Statement = {
  name: 'resident_of_account',
  text: `select distinct h.resident from resident_hashes h join residents r on r.id = h.resident
         join unnest($1::text[], $2::bytea[]) as k(kind, hash) on k.kind = h.kind and k.hash = h.hash
         where r.wrapped_key is not null and exists (select 1 from installation where demo) limit 2`,
};
/** Who was refused saw nothing, and who tried is not for the person to guess at. */
const LOOKS: Statement = {
  name: 'access_to_resident',
  text: `select l.id, l.at, l.organisation, l.roles, l.action, c.chain
         from cases c join access_log l on l.object = c.id::text
         where c.resident = $1 and l.outcome = 0 and l.subject <> $2
           and ($3::timestamptz is null or (l.at, l.id) < ($3, $4::bigint))
         order by l.at desc, l.id desc limit $5`,
};

/** The one person who is found by these keys; undefined for none and for several. */
export async function findByKeys(
  db: Querying,
  keys: readonly { readonly kind: string; readonly hash: Buffer }[],
): Promise<string | undefined> {
  const columns = [keys.map(({ kind }) => kind), keys.map(({ hash }) => hash)];
  const [first, second] = await db.query<{ resident: string }>(FIND, columns);
  return second === undefined ? first?.resident : undefined;
}

/** Who had to do with the cases of a person, other than the person, newest first. @returns undefined when the cursor is not one of this list. */
export async function readAccess(
  db: Querying,
  of: { readonly resident: string; readonly subject: string },
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<AccessRow> | undefined> {
  const after = query.cursor === undefined ? [] : keysOfCursor('access-log', query.cursor);
  if (after === undefined) return undefined;
  const values = [of.resident, of.subject, after[0] ?? null, after[1] ?? null, query.limit + 1];
  const rows = await db.query<AccessRow & Record<string, unknown>>(LOOKS, values);
  return pageOf(
    'access-log',
    rows,
    query.limit,
    ({ at, id }) => [instant(at), id],
    (row) => row,
  );
}
