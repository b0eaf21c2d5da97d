import type { Querying, Statement } from '../platform/db/database.ts';

/** How many people live in a municipality, on which day, and who counted them. */
export interface InhabitantsRow {
  readonly municipality: string;
  readonly inhabitants: number;
  /** Of these 65 and older; null: nobody said. */
  readonly over65: number | null;
  readonly source: string;
  readonly date: string;
}

const INHABITANTS: Statement = {
  name: 'inhabitants',
  text: `select municipality, inhabitants, over_65 as "over65", source, to_char(date, 'YYYY-MM-DD') as date from inhabitants order by municipality`,
};

export async function readInhabitants(db: Querying): Promise<readonly InhabitantsRow[]> {
  return db.query<InhabitantsRow>(INHABITANTS);
}
