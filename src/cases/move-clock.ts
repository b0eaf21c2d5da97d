import { setTimeout } from 'node:timers/promises';
import { localDateOf } from '../engine/calendar/amsterdam.ts';
import { addDuration, parseDuration } from '../engine/calendar/duration.ts';
import { daysBetween } from '../engine/calendar/local-date.ts';
import type { MovableClock } from '../platform/clock.ts';
import type { Statement } from '../platform/db/database.ts';
import { Unavailable } from '../platform/unavailable.ts';
import type { CaseContext } from './context.ts';
import { sweep } from './sweep.ts';
import type { VirtualTime } from './virtual-time.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const PATIENCE_MS = 20_000;
const SETTLE_MS = 1_000;
/** Cases that are moved side by side: more would wait for each other beyond the patience of a single move. */
const AT_ONCE = 4;
const LOOK_AGAIN_MS = 3;

/** The next wake-up of a case from which something may follow in another one. */
const NEXT: Statement = {
  name: 'next_coupled_wake',
  text: `select min(wake_at) as next from cases where status <> 'ended' and state->'links' <> '[]'`,
};
const DUE: Statement = {
  name: 'due_cases',
  text: `select id from cases where status <> 'ended' and wake_at <= to_timestamp($1::double precision / 1000)`,
};
const OPEN: Statement = {
  name: 'any_open_command',
  text: 'select exists (select 1 from commands where answer is null) as open',
};
const KEEP: Statement = {
  name: 'keep_clock',
  text: 'update installation set clock_offset_ms = $1, clock_moved = true',
};

/** Moves the clock forward by a duration such as 'P14D'. @returns the new now, in milliseconds. */
export type MoveClock = (duration: string) => Promise<number>;

/**
 * Time moves from one wake-up to the next: each time the cases that are due are moved past it, what follows is carried
 * out and projected, and only then the clock goes on. So everything happens in the order of its moments. Cases that are
 * coupled to none cannot touch each other: they pass all their own wake-ups up to the next of a coupled one.
 */
export function createMoveClock(context: CaseContext, time: VirtualTime, clock: MovableClock): MoveClock {
  return (duration) =>
    time.alone(async () => {
      const target = instantAfter(clock.now(), duration);
      await drain(context);
      // What is due about now first: a timer that fires while a case is moved past it would be seen at the target.
      await moveDue(context, time, Math.min(target, clock.now() + SETTLE_MS));
      for (;;) {
        await drain(context);
        const [row] = await context.db.query<{ next: number | null }>(NEXT);
        const instant = Math.min(target, Math.max(row?.next ?? target, clock.now()));
        await moveDue(context, time, instant);
        clock.moveTo(instant);
        await context.db.query(KEEP, [Math.round(clock.offsetMs())]);
        if (instant >= target) break;
      }
      await drain(context);
      return clock.now();
    });
}

/** Whole days are added to the local date, so that the time of day stays. */
function instantAfter(now: number, duration: string): number {
  const today = localDateOf(now);
  return now + daysBetween(today, addDuration(today, parseDuration(duration))) * DAY_MS;
}

async function moveDue(context: CaseContext, time: VirtualTime, instant: number): Promise<void> {
  let until = Number.POSITIVE_INFINITY;
  for (let due = await dueBy(context, instant); due.length > 0; due = await dueBy(context, instant)) {
    if (Date.now() > until) throw new Unavailable('temporal');
    // Again when a case went on in a new run on the way: that one begins where the move had come to.
    for (let first = 0; first < due.length; first += AT_ONCE) {
      await Promise.all(due.slice(first, first + AT_ONCE).map((id) => time.moveCase(id, instant + 1)));
    }
    until = Math.min(until, Date.now() + PATIENCE_MS);
    await settled(context, instant, due.length);
  }
}

/** A case is past its wake-up when the projection of its tick says so, a moment after the move. */
async function settled(context: CaseContext, instant: number, moved: number): Promise<void> {
  const soon = Date.now() + SETTLE_MS;
  for (let left = moved; left > 0 && Date.now() < soon; left = (await dueBy(context, instant)).length) {
    await setTimeout(LOOK_AGAIN_MS);
  }
}

async function dueBy({ db }: CaseContext, instant: number): Promise<readonly string[]> {
  return (await db.query<{ id: string }>(DUE, [instant])).map(({ id }) => id);
}

async function drain(context: CaseContext): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const [row] = await context.db.query<{ open: boolean }>(OPEN);
    if (row?.open !== true) return;
    if (Date.now() > until) throw new Unavailable('temporal');
    await sweep({ ...context, time: { during: (work) => work(), catchUp: (caseId) => context.time.catchUp(caseId) } });
  }
}
