import type { Answer, Command } from '../engine/messages.ts';
import { migrate } from '../engine/migrate.ts';
import type { Statement } from '../platform/db/database.ts';
import { Unavailable } from '../platform/unavailable.ts';
import { CALL_MS, type CaseContext } from './context.ts';
import { namesOf, noteAnswer } from './note-command.ts';
import { project } from './project.ts';
import { type Answered, send, type Sent } from './send.ts';

export type { Answered } from './send.ts';

const READ: Statement = {
  name: 'read_command',
  text: `select c.answer, c.lease_until < clock_timestamp() as expired,
           (select e.id from commands e where e.case_id = c.case_id and e.answer is null order by e.number limit 1) as first_open
         from commands c where c.id = $1`,
};
const TAKE_OVER: Statement = {
  name: 'take_over_command',
  text: `update commands c set attempt = c.attempt + 1, lease_until = clock_timestamp() + $2 * interval '1 millisecond'
         from cases k
         where c.id = $1 and k.id = c.case_id and c.answer is null and c.lease_until < clock_timestamp()
         returning c.id, c.case_id, c.attempt, c.payload, c.request_id, k.seq, k.offset_ms`,
};
const STORE_REFUSAL: Statement = {
  name: 'store_refusal',
  text: `update commands set answer = $3::jsonb, answered_at = clock_timestamp()
         where id = $1 and attempt = $2 and answer is null returning id`,
};
const STILL_OPEN: Statement = {
  name: 'still_open',
  text: 'select id from commands where id = any($1) and answer is null order by number',
};
const STATUS: Statement = { name: 'case_status', text: 'select status from cases where id = $1' };

const POLL_MS = 25;
/** How long an answer waits at most for others who are at work in a linked case, in milliseconds. */
const FOLLOW_MS = 1_000;

/** Sends a recorded command whose lease this process holds, and brings its effect to PostgreSQL. */
export async function carryOut(context: CaseContext, sent: Sent): Promise<Answered> {
  const answered = await bringAbout(context, sent);
  noteAnswer(context, sent, answered);
  return answered;
}

async function bringAbout(context: CaseContext, sent: Sent): Promise<Answered> {
  await context.hold.at('before-update');
  await context.time.catchUp(sent.caseId);
  const outcome = await send(context, sent);
  await context.hold.at('after-update');
  if ('closed' in outcome) return answerOfClosed(context, sent);
  if ('refused' in outcome) return storeRefusal(context, sent, outcome);
  const { answer, facts } = outcome.reply;
  const head = migrate(outcome.reply.head);
  const followed = await project(context, facts, head);
  await followUp(context, followed);
  return 'refused' in answer ? storeRefusal(context, sent, answer) : { answer, head };
}

/** What follows in a linked case, at once, so that both sides are told the same. Who cannot leaves it to the sweeper. */
async function followUp(context: CaseContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const until = Date.now() + FOLLOW_MS;
  const open = await context.db.query<{ id: string }>(STILL_OPEN, [ids]);
  const all = await Promise.allSettled(open.map(({ id }) => settle(context, id, until)));
  for (const each of all) {
    if (each.status === 'fulfilled' || each.reason instanceof Unavailable) continue;
    context.log.error({ err: each.reason as unknown }, 'what followed in a linked case failed');
  }
}

/** Waits until a command has its answer, and takes it over when whoever had it let the lease run out. */
export async function settle(context: CaseContext, commandId: string, until = Date.now() + CALL_MS): Promise<Answered> {
  while (Date.now() < until) {
    const [row] = await context.db.query<{ answer: Answer | null; expired: boolean; first_open: string | null }>(READ, [
      commandId,
    ]);
    if (row === undefined) throw new Error('a command has disappeared');
    if (row.answer !== null) return { answer: row.answer, head: null };
    // Commands of one case run in the order in which they were recorded.
    if (row.first_open !== null && row.first_open !== commandId) await settle(context, row.first_open, until);
    else if (row.expired) {
      const taken = await takeOver(context, commandId);
      if (taken !== undefined) return carryOut(context, taken);
    } else await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Unavailable('temporal');
}

/** Takes a command whose lease ran out; undefined when another process was first. */
export async function takeOver(context: CaseContext, commandId: string): Promise<Sent | undefined> {
  const [row] = await context.db.query<{
    id: string;
    case_id: string;
    attempt: number;
    payload: Command;
    request_id: string | null;
    seq: number;
    offset_ms: number;
  }>(TAKE_OVER, [commandId, context.leaseMs]);
  if (row === undefined) return undefined;
  const { id, case_id: caseId, attempt, payload: command, seq: knownSeq, offset_ms: offsetMs } = row;
  const requestId = row.request_id === null ? {} : { requestId: row.request_id };
  return { id, caseId, attempt, knownSeq, command, offsetMs, ...requestId };
}

/** A refusal is stored before it is told; when another attempt has begun, that one's answer counts. */
async function storeRefusal(context: CaseContext, sent: Sent, refusal: Answer): Promise<Answered> {
  const stored = await context.db.query(STORE_REFUSAL, [sent.id, sent.attempt, JSON.stringify(refusal)]);
  return stored.length === 1 ? { answer: refusal, head: null } : settle(context, sent.id);
}

/** A case without a run has ended, or the run was lost: the first is an answer, the second must never happen. */
async function answerOfClosed(context: CaseContext, sent: Sent): Promise<Answered> {
  const [row] = await context.db.query<{ answer: Answer | null }>(READ, [sent.id]);
  if (row?.answer) return { answer: row.answer, head: null };
  const [found] = await context.db.query<{ status: string }>(STATUS, [sent.caseId]);
  if (found?.status === 'ended') {
    return storeRefusal(context, sent, { refused: { code: 'ended', detail: 'Dit traject is al beëindigd.' } });
  }
  context.metrics.alarms.inc({ alarm: 'run-missing' });
  context.log.error({ ...namesOf(sent), case: sent.caseId, alarm: 'run-missing' }, 'a live case has no run');
  throw new Unavailable('temporal');
}
