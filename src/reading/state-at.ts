import { rebuildStored } from '../engine/migrate.ts';
import type { Fact } from '../engine/facts.ts';
import type { CaseState } from '../engine/state.ts';
import type { Querying, Statement } from '../platform/db/database.ts';

const FACTS: Statement = {
  name: 'facts_until',
  text: 'select codes from facts where case_id = $1 and seq <= $2 order by seq',
};

/** The facts of a case up to a number, in order. */
export async function readFacts(db: Querying, caseId: string, until: number): Promise<readonly Fact[]> {
  return (await db.query<{ codes: Fact }>(FACTS, [caseId, until])).map(({ codes }) => codes);
}

/** A case as it stood after one of its facts: what a repeated request was first answered with. */
export async function stateAt(db: Querying, caseId: string, seq: number): Promise<CaseState> {
  return rebuildStored(await readFacts(db, caseId, seq));
}
