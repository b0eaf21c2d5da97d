import type { Querying, Statement } from '../platform/db/database.ts';

export interface OwnCaseRow {
  readonly id: string;
  readonly chain: string;
  readonly version: number;
  readonly status: string;
  readonly ending: string | null;
  readonly started_at: number;
}

const OWN: Statement = {
  name: 'own_cases',
  text: `select id, chain, version, status, ending, started_at from cases
         where resident = any($1::uuid[]) and state is not null order by started_at desc, id`,
};

/** Every case of a person, by the person's dossiers. */
export function readOwnCases(db: Querying, residents: readonly string[]): Promise<readonly OwnCaseRow[]> {
  return db.query<OwnCaseRow & Record<string, unknown>>(OWN, [residents]);
}
