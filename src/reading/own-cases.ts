import type { Querying, Statement } from '../platform/db/database.ts';

export interface OwnCaseRow {
  readonly id: string;
  readonly chain: string;
  readonly version: number;
  readonly status: string;
  readonly ending: string | null;
  readonly started_at: number;
  /** What was told about it; nothing since a safety signal that is still looked into. */
  readonly told: readonly { readonly at: string; readonly milestone: string }[];
}

const OWN: Statement = {
  name: 'own_cases',
  text: `select c.id, c.chain, c.version, c.status, c.ending, c.started_at,
           coalesce((select json_agg(json_build_object('at', f.at, 'milestone', f.codes->>'milestone') order by f.seq)
                     from facts f where f.case_id = c.id and f.fact = 'informed'
                       and not exists (select 1 from open_steps o
                                       where o.case_id = c.id and o.step = 'veiligheid' and o.opened_at <= f.at)), '[]') as told
         from cases c
         where (c.resident = any($1::uuid[]) or c.id = any($2::uuid[])) and c.state is not null
         order by c.started_at desc, c.id`,
};

/** Every case of a person, by the person's dossiers, and those that were started for a child. */
export function readOwnCases(
  db: Querying,
  residents: readonly string[],
  started: readonly string[],
): Promise<readonly OwnCaseRow[]> {
  return db.query<OwnCaseRow & Record<string, unknown>>(OWN, [residents, started]);
}
