import { createHash } from 'node:crypto';
import type { Database } from '../platform/db/database.ts';
import { accessLinks, caseHeads, factLinks, type Link, ONE_MOMENT } from '../reading/chained.ts';

/** A row that does not follow from what stands before it. */
export interface BrokenAccessLine {
  readonly lane: number;
  readonly number: number;
  /** The id of the row; null for a row that is not there. */
  readonly id: number | null;
  /** `changed`: the row is not what it was; `missing`: from this number on, rows are gone. */
  readonly why: 'changed' | 'missing';
}

export interface BrokenFact {
  readonly case: string;
  readonly seq: number;
  readonly why: 'changed' | 'missing' | 'not-the-head';
}

export interface Verified<Broken> {
  /** Lanes of the access log, or cases. */
  readonly chains: number;
  readonly rows: number;
  readonly broken: number;
  readonly first: Broken | null;
}

export interface Verification {
  readonly ok: boolean;
  readonly accessLog: Verified<BrokenAccessLine>;
  readonly facts: Verified<BrokenFact>;
}

/** Told now and then how many rows were read. */
export type Progress = (what: 'access-log' | 'facts', rows: number) => void;

const EVERY = 10_000;
const START: Buffer = Buffer.alloc(0);

/**
 * Recomputes every hash of the access log and of the facts, and says which rows do not fit. The end of a lane that was
 * cut off leaves no trace within the database; the end of a case does, for the case holds its own head.
 */
export async function verifyChains(db: Database, progress: Progress = () => {}): Promise<Verification> {
  return db.transaction(async (tx) => {
    await tx.query(ONE_MOMENT);
    const accessLog = await verifyAccessLog(accessLinks(tx), progress);
    const heads = new Map<string, { readonly seq: number; readonly hash: Buffer }>();
    for await (const page of caseHeads(tx)) for (const { id, seq, hash } of page) heads.set(id, { seq, hash });
    const facts = await verifyFacts(factLinks(tx), heads, progress);
    return { ok: accessLog.broken === 0 && facts.broken === 0, accessLog, facts };
  });
}

async function verifyAccessLog(
  lines: ReturnType<typeof accessLinks>,
  progress: Progress,
): Promise<Verified<BrokenAccessLine>> {
  const found = tally<BrokenAccessLine>();
  let before = { lane: -1, number: 0, hash: START };
  for await (const line of each(lines)) {
    if (line.lane !== before.lane) {
      found.chains += 1;
      before = { lane: line.lane, number: 0, hash: START };
    }
    const { id, lane, number } = line;
    if (number !== before.number + 1) found.isBroken({ lane, number: before.number + 1, id: null, why: 'missing' });
    else if (!hashAfter(before.hash, line).equals(line.hash)) found.isBroken({ lane, number, id, why: 'changed' });
    // What follows is judged by the hash that stands here, so that one broken row counts once.
    before = { lane, number, hash: line.hash };
    found.rows += 1;
    if (found.rows % EVERY === 0) progress('access-log', found.rows);
  }
  progress('access-log', found.rows);
  return found.told();
}

async function verifyFacts(
  facts: ReturnType<typeof factLinks>,
  heads: Map<string, { readonly seq: number; readonly hash: Buffer }>,
  progress: Progress,
): Promise<Verified<BrokenFact>> {
  const found = tally<BrokenFact>();
  let before = { id: '', seq: 0, hash: START };
  const close = (): void => {
    const head = heads.get(before.id);
    heads.delete(before.id);
    const { id, seq } = before;
    if (id === '') return;
    if (head !== undefined && head.seq > seq) found.isBroken({ case: id, seq: seq + 1, why: 'missing' });
    else if (head === undefined || head.seq !== seq || !head.hash.equals(before.hash)) {
      found.isBroken({ case: id, seq, why: 'not-the-head' });
    }
  };
  for await (const fact of each(facts)) {
    const { case_id: id, seq } = fact;
    if (id !== before.id) {
      close();
      found.chains += 1;
      before = { id, seq: 0, hash: START };
    }
    if (seq !== before.seq + 1) found.isBroken({ case: id, seq: before.seq + 1, why: 'missing' });
    else if (!hashAfter(before.hash, fact, fact.commitment).equals(fact.hash)) {
      found.isBroken({ case: id, seq, why: 'changed' });
    }
    before = { id, seq, hash: fact.hash };
    found.rows += 1;
    if (found.rows % EVERY === 0) progress('facts', found.rows);
  }
  close();
  // Cases of which not one fact is left.
  for (const [id, { seq }] of heads) if (seq > 0) found.isBroken({ case: id, seq: 1, why: 'missing' });
  progress('facts', found.rows);
  return found.told();
}

async function* each<Row>(pages: AsyncGenerator<readonly Row[]>): AsyncGenerator<Row, void, undefined> {
  for await (const page of pages) yield* page;
}

function hashAfter(before: Buffer, { text }: Link, commitment: Buffer | null = null): Buffer {
  const hash = createHash('sha256').update(before).update(text, 'utf8');
  return (commitment === null ? hash : hash.update(commitment)).digest();
}

function tally<Broken>(): {
  chains: number;
  rows: number;
  isBroken(row: Broken): void;
  told(): Verified<Broken>;
} {
  let broken = 0;
  let first: Broken | null = null;
  return {
    chains: 0,
    rows: 0,
    isBroken(row) {
      broken += 1;
      first ??= row;
    },
    told() {
      return { chains: this.chains, rows: this.rows, broken, first };
    },
  };
}
