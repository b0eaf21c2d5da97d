import type { Querying, Statement } from '../platform/db/database.ts';
import { instant } from './instant.ts';

/** A role that an organisation fulfils in a chain. */
export interface Taker {
  readonly role: string;
  readonly organisation: string;
}

/** How long each resident waited for a taker, in days; who still waits has waited so long already. */
export interface Waits extends Taker {
  readonly days: readonly number[];
  readonly waiting: readonly number[];
  /** Residents with whom the taker is busy now. */
  readonly busy: number;
}

/**
 * From when something first came to a taker in a case until it took that up, by a decision other than no. What went
 * elsewhere, or stopped, before that is no waiting time of this taker. Of a resident with several cases the last counts.
 * Of a taker with very much to do the last thousand openings of the year tell enough.
 */
const WAITS: Statement = {
  name: 'waits',
  text: `with takers as (select role, organisation from unnest($2::text[], $3::text[]) as t(role, organisation)),
         begun as (
           select distinct on (t.role, t.organisation, f.case_id) t.role, t.organisation, c.resident, f.at, f.case_id,
             f.opening, f.seq
           from takers t
           cross join lateral (
             select case_id, seq, at, step, codes->>'openStep' as opening, codes->>'stage' as stage,
               codes->>'confidential' as confidential
             from facts where fact = 'opened' and codes->>'organisation' = t.organisation and codes->>'role' = t.role
               and at >= $4 order by at desc limit 1000) f
           join cases c on c.id = f.case_id and c.chain = $1
           where f.stage in ('open', 'offered') and f.confidential is null and f.step <> all($6::text[])
           order by t.role, t.organisation, f.case_id, f.seq),
         first as (
           select distinct on (role, organisation, resident) * from begun order by role, organisation, resident, at desc),
         waited as (
           select role, organisation, at, exists (select 1 from open_steps s where s.id = first.opening) as open,
             (select min(d.at) from facts d where d.case_id = first.case_id and d.seq > first.seq and d.fact = 'decided'
                and d.codes->>'openStep' = first.opening and d.codes->'actor'->>'organisation' = first.organisation
                and d.codes->>'outcome' <> 'geweigerd') as taken
           from first),
         told as (
           select role, organisation,
             json_agg(extract(epoch from taken - at) / 86400) filter (where taken is not null) as days,
             json_agg(greatest(extract(epoch from $5::timestamptz - at), 0) / 86400)
               filter (where taken is null and open) as waiting
           from waited group by role, organisation)
         select t.role, t.organisation, coalesce(told.days, '[]') as days, coalesce(told.waiting, '[]') as waiting,
           (select count(distinct c.resident)::int from open_steps s join cases c on c.id = s.case_id
             where s.organisation = t.organisation::uuid and s.role = t.role and s.chain = $1
               and s.stage not in ('offered', 'returned') and not s.unfilled and not s.confidential) as busy
         from takers t left join told on told.role = t.role and told.organisation = t.organisation`,
};

/** As many takers as one statement measures well within the time that it may take. */
const BATCH = 8;

const YEAR_MS = 365 * 86_400_000;

/** Measured over the year before `now` (milliseconds), from own cases. `common`: steps that are no work of a role. */
export async function readWaits(
  db: Querying,
  chain: string,
  takers: readonly Taker[],
  now: number,
  common: readonly string[],
): Promise<readonly Waits[]> {
  const found: Waits[] = [];
  for (let from = 0; from < takers.length; from += BATCH) {
    const some = takers.slice(from, from + BATCH);
    const columns = [some.map(({ role }) => role), some.map(({ organisation }) => organisation)];
    const values = [chain, ...columns, instant(now - YEAR_MS), instant(now), common];
    found.push(...(await db.query<Waits & Record<string, unknown>>(WAITS, values)));
  }
  return found;
}
