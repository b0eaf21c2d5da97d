import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { z } from 'zod';
import { appendAccess } from '../access/log.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Querying, Statement } from '../platform/db/database.ts';
import { deleteRuns } from '../platform/temporal/delete-runs.ts';
import { workflowIdOf } from '../platform/temporal/ids.ts';

const RESIDENT_OF: Statement = { name: 'resident_of_case', text: 'select resident from cases where id = $1' };
/** The strongest lock: a referral of this person that is being made is seen, and one that begins now waits. */
const LOCK: Statement = { name: 'lock_to_erase', text: 'select id from residents where id = $1 for update' };
const CASES: Statement = {
  name: 'cases_to_erase',
  text: 'select id, status from cases where resident = $1 order by id',
};
const DONE: Statement = { name: 'erasure_of', text: 'select id, at, destroyed from erasures where resident = $1' };
const OPEN_COMMANDS: Statement = {
  name: 'open_commands_to_erase',
  text: 'select 1 from commands where case_id = any($1) and answer is null limit 1',
};
/** A person can have a dossier of their own with a practice, where it is confidential that they are in a chain. */
const OTHERS: Statement = {
  name: 'other_dossiers',
  text: `select distinct o.resident from resident_hashes h
         join resident_hashes o on o.kind = h.kind and o.hash = h.hash and o.resident <> h.resident
         where h.resident = $1 order by 1`,
};
const FORGET = {
  keys: `update residents set wrapped_key = null, identity = null where id = $1 and wrapped_key is not null returning 1`,
  hashes: 'delete from resident_hashes where resident = $1 returning 1',
  coming: 'delete from coming_hashes where resident = $1 returning 1',
  details: 'update cases set details = null where resident = $1 and details is not null returning 1',
  forms: 'delete from forms where case_id in (select id from cases where resident = $1) returning 1',
  begun: 'delete from self_starts where case_id in (select id from cases where resident = $1) returning 1',
  // What was asked is forgotten too, so a repeat cannot be told from another request.
  commands: `update commands set form = null, digest = ''::bytea
             where case_id in (select id from cases where resident = $1) returning 1`,
} as const;
const RECORD: Statement = {
  name: 'record_erasure',
  text: 'insert into erasures (id, resident, at, ground, decided_by, destroyed) values ($1, $2, $3, $4, $5, $6::jsonb)',
};
const RECORD_RUNS: Statement = {
  name: 'record_erased_runs',
  text: 'update erasures set deleted_runs = deleted_runs + $2, left_runs = $3 where resident = $1',
};

const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64);
/** Who is erased, on which ground, and who decided that: codes and ids, no names. */
export const erasureSchema = z.strictObject({
  case: z.uuid().optional(),
  resident: z.uuid().optional(),
  ground: code,
  by: code,
});

export interface Erased {
  readonly erasure: string;
  readonly resident: string;
  readonly at: string;
  /** The person had been erased before; only what was left in Temporal was tried again. */
  readonly before: boolean;
  readonly destroyed: Readonly<Record<string, number>>;
  /** Other dossiers that are found by the same keys: erase these too where they are the same person's. */
  readonly others: readonly string[];
  /** Executions in Temporal; `left` is null while Temporal cannot say how many there are. */
  readonly runs: { readonly deleted: number; readonly left: number | null };
}

/** It was not done, and the message says what to do. */
export class NotErased extends Error {
  override readonly name = 'NotErased';
}

interface Erasing {
  readonly db: Database;
  readonly temporal: Client;
  readonly clock: Clock;
}

/**
 * Destroys the key of a person and all that is personal, with the decision on record. Facts and figures stay, and their
 * hashes still fit. @throws NotErased while a case of theirs lives, and for somebody who is not known.
 */
export async function erasePerson(
  { db, temporal, clock }: Erasing,
  asked: z.infer<typeof erasureSchema>,
): Promise<Erased> {
  const resident = await residentOf(db, asked);
  const at = new Date(clock.now()).toISOString();
  const done = await db.transaction((tx) => forget(tx, resident, { ...asked, at }));
  const ids = done.cases.map(workflowIdOf);
  const runs = await deleteRuns(temporal, ids);
  await db.query(RECORD_RUNS, [resident, runs.deleted, runs.left]);
  const { erasure, before, destroyed, others } = done;
  return { erasure, resident, at: done.at, before, destroyed, others, runs };
}

async function residentOf(db: Database, asked: z.infer<typeof erasureSchema>): Promise<string> {
  if ((asked.case === undefined) === (asked.resident === undefined)) {
    throw new NotErased('Say who: --case <id> or --resident <id>, and not both.');
  }
  if (asked.resident !== undefined) return asked.resident;
  const [row] = await db.query<{ resident: string }>(RESIDENT_OF, [asked.case]);
  if (row === undefined) throw new NotErased('There is no such case.');
  return row.resident;
}

type Done = Pick<Erased, 'erasure' | 'before' | 'destroyed' | 'others' | 'at'> & { readonly cases: readonly string[] };

async function forget(
  tx: Querying,
  resident: string,
  { ground, by, at }: { readonly ground: string; readonly by: string; readonly at: string },
): Promise<Done> {
  if ((await tx.query(LOCK, [resident])).length === 0) throw new NotErased('There is no such resident.');
  const rows = await tx.query<{ id: string; status: string }>(CASES, [resident]);
  const cases = rows.map(({ id }) => id);
  const [earlier] = await tx.query<{ id: string; at: number; destroyed: Record<string, number> }>(DONE, [resident]);
  if (earlier !== undefined) {
    const { id, at: then, destroyed } = earlier;
    return { erasure: id, before: true, destroyed, others: [], at: new Date(then).toISOString(), cases };
  }
  const live = rows.filter(({ status }) => status !== 'ended').map(({ id }) => id);
  if (live.length > 0) {
    throw new NotErased(`Nothing was erased: this person has a live case (${live.join(', ')}). End it first.`);
  }
  if ((await tx.query(OPEN_COMMANDS, [cases])).length > 0) {
    throw new NotErased(
      'Nothing was erased: a request on a case of this person is still being carried out. Try again.',
    );
  }
  const others = (await tx.query<{ resident: string }>(OTHERS, [resident])).map((other) => other.resident);
  const destroyed: Record<string, number> = {};
  for (const [what, text] of Object.entries(FORGET)) {
    destroyed[what] = (await tx.query({ name: `erase_${what}`, text }, [resident])).length;
  }
  const erasure = randomUUID();
  await tx.query(RECORD, [erasure, resident, at, ground, by, JSON.stringify(destroyed)]);
  for (const object of cases.length === 0 ? [null] : cases)
    await recordDeletion(tx, { erasure, resident, object, by, at });
  return { erasure, before: false, destroyed, others, at, cases };
}

/** One line of the access log per case: who decided stands as the user, and the decision as the request. */
async function recordDeletion(
  tx: Querying,
  {
    erasure,
    resident,
    object,
    by,
    at,
  }: { readonly [part in 'erasure' | 'resident' | 'by' | 'at']: string } & {
    readonly object: string | null;
  },
): Promise<void> {
  await appendAccess(tx, {
    subject: {
      sub: by,
      machine: false,
      roles: ['beheerder'],
      organisation: null,
      practitioner: null,
      municipality: null,
      client: 'ketenpad-erase',
    },
    action: 'D',
    event: 'erase',
    object,
    residents: object === null ? [resident] : undefined,
    outcome: 0,
    requestId: erasure,
    at: Date.parse(at),
  });
}
