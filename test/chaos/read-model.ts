import type { Fact } from '../../src/engine/facts.ts';
import type { Answer } from '../../src/engine/messages.ts';
import type { CaseState } from '../../src/engine/state.ts';
import type { Database, Statement } from '../../src/platform/db/database.ts';

export interface CommandRow {
  readonly id: string;
  readonly case_id: string;
  readonly kind: string;
  readonly key: string | null;
  readonly attempt: number;
  readonly answer: Answer | null;
}

export interface FactRow {
  readonly case_id: string;
  readonly seq: number;
  readonly codes: Fact;
  /** As PostgreSQL writes the codes: what the hash chain is made of. */
  readonly text: string;
  readonly commitment: Buffer | null;
  readonly hash: Buffer;
}

export interface CaseRow {
  readonly id: string;
  readonly resident: string;
  readonly chain: string;
  readonly status: string;
  readonly seq: number;
  readonly state: CaseState | null;
  readonly hash: Buffer;
}

/** Everything that PostgreSQL holds, read past the application. */
export interface ReadModel {
  readonly commands: readonly CommandRow[];
  readonly facts: readonly FactRow[];
  readonly cases: readonly CaseRow[];
}

const COMMANDS: Statement = {
  name: 'chaos_commands',
  text: 'select id, case_id, kind, key, attempt, answer from commands order by number',
};
const FACTS: Statement = {
  name: 'chaos_facts',
  text: 'select case_id, seq, codes, codes::text as text, commitment, hash from facts order by case_id, seq',
};
const CASES: Statement = {
  name: 'chaos_cases',
  text: 'select id, resident, chain, status, seq, state, hash from cases order by id',
};

export async function readModel(db: Database): Promise<ReadModel> {
  return {
    commands: await db.query<CommandRow & Record<string, unknown>>(COMMANDS),
    facts: await db.query<FactRow & Record<string, unknown>>(FACTS),
    cases: await db.query<CaseRow & Record<string, unknown>>(CASES),
  };
}
