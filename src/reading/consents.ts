import type { Querying, Statement } from '../platform/db/database.ts';

/** A consent that came with the referral. */
export interface ConsentRow {
  readonly purpose: string;
  readonly given: boolean;
  readonly by: string;
  readonly at: number;
}

const CONSENTS: Statement = {
  name: 'consents',
  text: 'select purpose, given, by, at from consents where case_id = $1 order by at, purpose',
};

export async function readConsents(db: Querying, caseId: string): Promise<readonly ConsentRow[]> {
  return db.query<ConsentRow & Record<string, unknown>>(CONSENTS, [caseId]);
}
