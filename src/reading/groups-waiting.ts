import type { CaseState } from '../engine/state.ts';
import type { Querying, Statement } from '../platform/db/database.ts';

/** How many wait for a group in one area. */
export interface WaitingRow {
  readonly municipality: string;
  readonly kern: string | null;
  readonly waiting: number;
  /** Since when the first of them waits (milliseconds). */
  readonly since: number;
  /** The knobs of the case that came last. */
  readonly knobs: CaseState['knobs'];
}

/** A case that is paused cannot be placed, so it does not count. */
const WAITING: Statement = {
  name: 'groups_waiting',
  text: `select s.municipality, case when $4 then s.kern end as kern, count(*)::int as waiting, min(s.opened_at) as since,
           (array_agg(c.state->'knobs' order by s.opened_at desc))[1] as knobs
         from open_steps s join cases c on c.id = s.case_id
         where s.step = $2 and s.chain = $1 and s.organisation = $3 and c.status = 'open'
         group by 1, 2 order by 1, 2 nulls first`,
};

/** Per kern, or per municipality, who waits at this step with this organisation. */
export async function readWaiting(
  db: Querying,
  of: { readonly chain: string; readonly step: string; readonly organisation: string; readonly perKern: boolean },
): Promise<readonly WaitingRow[]> {
  return db.query<WaitingRow & Record<string, unknown>>(WAITING, [of.chain, of.step, of.organisation, of.perKern]);
}
