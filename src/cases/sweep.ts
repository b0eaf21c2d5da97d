import { setTimeout } from 'node:timers/promises';
import type { Statement } from '../platform/db/database.ts';
import { Unavailable } from '../platform/unavailable.ts';
import { carryOut, takeOver } from './carry-out.ts';
import type { CaseContext } from './context.ts';
import { namesOf } from './note-command.ts';

/** The first open command of each case, when whoever had it let the lease run out. */
const EXPIRED: Statement = {
  name: 'expired_commands',
  text: `select id, case_id from (
           select distinct on (case_id) id, case_id, lease_until from commands where answer is null order by case_id, number
         ) first where lease_until < clock_timestamp() order by lease_until limit 50`,
};
const OPEN: Statement = {
  name: 'open_commands',
  text: 'select count(*)::int as open from commands where answer is null',
};

/**
 * Goes on with commands that were recorded and left: one round. Every taken command is carried out by one sweeper,
 * under its own id, as its next attempt. @returns how many were answered.
 */
export async function sweep(context: CaseContext): Promise<number> {
  const expired = await context.db.query<{ id: string; case_id: string }>(EXPIRED);
  const answered = await Promise.all(expired.map(({ id }) => sweepOne(context, id)));
  context.metrics.open.set((await context.db.query<{ open: number }>(OPEN))[0]?.open ?? 0);
  return answered.filter(Boolean).length;
}

async function sweepOne(context: CaseContext, id: string): Promise<boolean> {
  const sent = await takeOver(context, id);
  if (sent === undefined) return false;
  try {
    await context.time.during(() => carryOut(context, sent));
    context.metrics.sweeps.inc({ outcome: 'answered' });
    context.log.info({ ...namesOf(sent), attempt: sent.attempt }, 'a left command was carried out');
    return true;
  } catch (error) {
    context.metrics.sweeps.inc({ outcome: 'failed' });
    if (!(error instanceof Unavailable)) context.log.error({ err: error, ...namesOf(sent) }, 'a left command failed');
    return false;
  }
}

/** Sweeps for ever, a pause after each round. The returned function stops it and waits for the round under way. */
export function startSweeping(context: CaseContext, pauseMs = 500): () => Promise<void> {
  const stop = new AbortController();
  const running = (async () => {
    while (!stop.signal.aborted) {
      await sweep(context).catch((error: unknown) => {
        if (!(error instanceof Unavailable)) context.log.error({ err: error }, 'a sweep failed');
      });
      await pause(pauseMs, stop.signal);
    }
  })();
  return async () => {
    stop.abort();
    await running;
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return setTimeout(ms, undefined, { signal }).catch(() => undefined);
}
