import type { Querying, Statement } from '../platform/db/database.ts';

/** A form or a comment as it is kept: sealed, under the number of the fact that it came with. */
export interface FormRow {
  readonly id: string;
  readonly seq: number;
  readonly step: string;
  readonly at: number;
  readonly data: Buffer;
}

const FORMS: Statement = {
  name: 'forms_until',
  text: 'select id, seq, step, at, data from forms where case_id = $1 and seq <= $2 order by seq',
};

/** What was filled in up to a fact of a case, in order. */
export async function readForms(db: Querying, caseId: string, until: number): Promise<readonly FormRow[]> {
  return db.query<FormRow & Record<string, unknown>>(FORMS, [caseId, until]);
}
