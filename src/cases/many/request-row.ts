import type { Querying, Statement } from '../../platform/db/database.ts';
import type { Origin } from '../recording.ts';

const ADD_REQUEST: Statement = {
  name: 'add_request_row',
  text: `insert into commands (id, case_id, kind, subject, path, key, digest, payload, recorded_at, lease_until, attempt, answer, answered_at)
         values ($1, '00000000-0000-0000-0000-000000000000', $2, $3, $4, $5, $6, '{}', clock_timestamp(), clock_timestamp(), 1, $7::jsonb, clock_timestamp())
         on conflict (subject, path, key) do nothing returning id`,
};
const SET_ASKED: Statement = { name: 'set_asked', text: 'update commands set payload = $2::jsonb where id = $1' };
const READ_REQUEST: Statement = {
  name: 'read_request_row',
  text: 'select payload, answer from commands where id = $1',
};
const TELL: Statement = {
  name: 'keep_told',
  text: `update commands set answer = answer || jsonb_build_object('told', $2::jsonb) where id = $1 and answer->'told' is null`,
};

/**
 * A request about many cases, or about none, as a row of `commands`: it belongs to no case and is answered from the
 * start, so nobody carries it out. It takes the key. `answer` is what is known of it already. @returns false when the key is taken.
 */
export async function addRequestRow(
  tx: Querying,
  id: string,
  kind: 'clock' | 'group' | 'reassign',
  { subject, path, key, digest }: Origin,
  answer: object,
): Promise<boolean> {
  return (await tx.query(ADD_REQUEST, [id, kind, subject, path, key, digest, JSON.stringify(answer)])).length > 0;
}

/** What it asked of each case. */
export async function setPayload(tx: Querying, id: string, payload: object): Promise<void> {
  await tx.query(SET_ASKED, [id, JSON.stringify(payload)]);
}

/** The row as it stands; whoever wrote it knows its shape. */
export async function readRequestRow(db: Querying, id: string): Promise<unknown> {
  return (await db.query(READ_REQUEST, [id]))[0];
}

/** Keeps what the caller is told, so that a repeat hears the same; what was kept before stays. */
export async function keepAnswer(db: Querying, id: string, told: unknown): Promise<void> {
  await db.query(TELL, [id, JSON.stringify(told)]);
}
