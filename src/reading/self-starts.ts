import type { Querying, Statement } from '../platform/db/database.ts';

export interface StartedRow {
  readonly case_id: string;
  readonly resident: string;
  readonly wrapped_key: Buffer | null;
  readonly identity: Buffer | null;
}

const STARTED: Statement = {
  name: 'self_started',
  text: `select s.case_id, c.resident, r.wrapped_key, r.identity
         from self_starts s join cases c on c.id = s.case_id join residents r on r.id = c.resident
         where s.account = $1`,
};
const ADD: Statement = { name: 'add_self_start', text: 'insert into self_starts (case_id, account) values ($1, $2)' };
const MINE: Statement = {
  name: 'is_self_start',
  text: 'select 1 as mine from self_starts where case_id = $1 and account = $2',
};

/** Every case that was started with an account. */
export function readStarted(db: Querying, account: string): Promise<readonly StartedRow[]> {
  return db.query<StartedRow & Record<string, unknown>>(STARTED, [account]);
}

export async function addSelfStart(tx: Querying, caseId: string, account: string): Promise<void> {
  await tx.query(ADD, [caseId, account]);
}

export async function isStartedBy(db: Querying, caseId: string, account: string): Promise<boolean> {
  return (await db.query(MINE, [caseId, account])).length > 0;
}
