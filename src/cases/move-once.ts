import { randomUUID } from 'node:crypto';
import type { Database, Statement } from '../platform/db/database.ts';
import { addRequestRow } from './many/request-row.ts';
import { type Origin, sameRequest } from './recording.ts';

const FIND: Statement = {
  name: 'find_move',
  text: 'select id, case_id, digest, answer from commands where subject = $1 and path = $2 and key = $3',
};
/** Runs a move of the clock once per key: a repeat gets the first answer, and waits while the first is under way. */
export type MoveOnce = (db: Database, origin: Origin, move: () => Promise<number>) => Promise<number>;

/** @throws CaseError `idempotency-mismatch` from a call whose key was used for another body. */
export function createMoveOnce(): MoveOnce {
  const underWay = new Map<string, { readonly digest: Buffer; readonly now: Promise<number> }>();
  return async (db, origin, move) => {
    if (origin.key === null) return move();
    const name = JSON.stringify([origin.subject, origin.path, origin.key]);
    const running = underWay.get(name);
    if (running !== undefined) {
      sameRequest({ id: '', case_id: '', digest: running.digest }, origin);
      return running.now;
    }
    const now = moveAndKeep(db, origin, move);
    underWay.set(name, { digest: origin.digest, now });
    return now.finally(() => underWay.delete(name));
  };
}

async function moveAndKeep(db: Database, origin: Origin, move: () => Promise<number>): Promise<number> {
  const { subject, path, key } = origin;
  const [kept] = await db.query<{ id: string; case_id: string; digest: Buffer; answer: { now: number } }>(FIND, [
    subject,
    path,
    key,
  ]);
  if (kept !== undefined) {
    sameRequest(kept, origin);
    return kept.answer.now;
  }
  const now = await move();
  await addRequestRow(db, randomUUID(), 'clock', origin, { now });
  return now;
}
