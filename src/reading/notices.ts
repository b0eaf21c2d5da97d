import type { Querying, Statement } from '../platform/db/database.ts';
import { keysOfCursor, type Page, pageOf } from './cursor.ts';
import { instant } from './instant.ts';

/** What an organisation was told of a case that others referred. */
export interface NoticeRow {
  readonly id: string;
  readonly case_id: string;
  readonly chain: string;
  readonly version: number;
  readonly at: number;
  readonly milestone: string;
  readonly seen_at: number | null;
}

export interface NoticesQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const NOTICES: Statement = {
  name: 'notices',
  text: `select m.id, m.case_id, c.chain, c.version, m.at, m.milestone, m.seen_at
         from messages m join cases c on c.id = m.case_id
         where m.organisation = $1 and c.referrer <> $1 and c.chain = any($2::text[])
           and ($3::timestamptz is null or (m.at, m.id) < ($3, $4))
         order by m.at desc, m.id desc limit $5`,
};

/** @returns undefined when the cursor is not one of this list. */
export async function readNotices(
  db: Querying,
  organisation: string,
  chains: readonly string[],
  query: NoticesQuery,
): Promise<Page<NoticeRow> | undefined> {
  const after = query.cursor === undefined ? [] : keysOfCursor('notices', query.cursor);
  if (after === undefined) return undefined;
  const values = [organisation, chains, after[0] ?? null, after[1] ?? null, query.limit + 1];
  const rows = await db.query<NoticeRow & Record<string, unknown>>(NOTICES, values);
  return pageOf(
    'notices',
    rows,
    query.limit,
    (row) => [instant(row.at), row.id],
    (row) => row,
  );
}
