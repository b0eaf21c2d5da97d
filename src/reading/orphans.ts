import { accountableOf, type CaseState } from '../engine/state.ts';
import type { Querying, Statement } from '../platform/db/database.ts';

/** Live cases that nobody has to move: no open step, no moment, or recorded without a command that will start it. */
const SUSPECTS: Statement = {
  name: 'orphans',
  text: `select c.id, c.state from cases c
         where c.status <> 'ended' and (
           (c.state is null and not exists (select 1 from commands m where m.case_id = c.id and m.answer is null))
           or (c.state is not null and (c.wake_at is null or not exists (select 1 from open_steps s where s.case_id = c.id)
               or exists (select 1 from open_steps s where s.case_id = c.id and s.organisation is null)))
         ) order by c.id`,
};

/** The ids of live cases without an accountable party, a next action or a due moment. */
export async function readOrphans(db: Querying): Promise<readonly string[]> {
  const rows = await db.query<{ id: string; state: CaseState | null }>(SUSPECTS);
  return rows.filter(({ state }) => state === null || !isCared(state)).map(({ id }) => id);
}

function isCared(state: CaseState): boolean {
  return state.open.length > 0 && accountableOf(state)?.organisation !== null;
}
