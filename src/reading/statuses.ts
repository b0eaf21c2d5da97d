import type { Querying, Statement } from '../platform/db/database.ts';

const STATUSES: Statement = { name: 'case_statuses', text: 'select id, status from cases where id = any($1)' };

/** Whether each of these cases is open, paused or ended; one that has only just begun counts as open. */
export async function readStatuses(db: Querying, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ id: string; status: string }>(STATUSES, [ids]);
  return new Map(rows.map(({ id, status }) => [id, status === 'starting' ? 'open' : status]));
}
