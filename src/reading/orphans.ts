import { migrate } from '../engine/migrate.ts';
import type { CaseState } from '../engine/state.ts';
import type { Querying, Statement } from '../platform/db/database.ts';

/** A live case with what the read model keeps of it beside its state. */
export interface LiveCase {
  readonly id: string;
  /** null until the first facts have arrived. */
  readonly state: CaseState | null;
  /** A command that will bring it further is on its way. */
  readonly expected: boolean;
  readonly wake_at: number | null;
  /** Steps on a worklist, and those of them that are on nobody's. */
  readonly listed: number;
  readonly unheld: number;
}

const LIVE: Statement = {
  name: 'live_cases',
  text: `select c.id, c.state, c.wake_at,
           exists (select 1 from commands m where m.case_id = c.id and m.answer is null) as expected,
           (select count(*)::int from open_steps s where s.case_id = c.id) as listed,
           (select count(*)::int from open_steps s where s.case_id = c.id and s.organisation is null) as unheld
         from cases c where c.status <> 'ended' and c.id > $1 order by c.id limit $2`,
};

const FIRST = '00000000-0000-0000-0000-000000000000';
const AT_ONCE = 500;

/** Every live case, in parts, so that a large region does not have to be held at once. */
export async function* readLiveCases(db: Querying): AsyncGenerator<LiveCase> {
  let after = FIRST;
  for (;;) {
    const rows = await db.query<LiveCase & Record<string, unknown>>(LIVE, [after, AT_ONCE]);
    for (const row of rows) yield row.state === null ? row : { ...row, state: migrate(row.state) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return;
    after = last.id;
  }
}
