import { z } from 'zod';
import type { ProjectContext } from '../../../cases/project.ts';
import { migrate } from '../../../engine/migrate.ts';
import type { CaseState } from '../../../engine/state.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { KeyRing } from '../../../platform/crypto/keyring.ts';
import type { Database, Statement } from '../../../platform/db/database.ts';
import { readInstallation } from '../../../platform/db/installation.ts';
import { noHold } from '../../../platform/hold.ts';
import { openLog } from '../../../platform/log.ts';
import { createMetrics } from '../../../platform/metrics.ts';
import { type PlayedCase, playStories } from '../play-region.ts';
import { keepStory } from './keep-story.ts';
import { ANY_THERE, FIRST_RUN } from './rows.ts';
import { type Runs, startRun } from './start-run.ts';

/** Why nothing was put in, and what to do. */
export class NotSeeded extends Error {}

interface Seeding {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly clock: Clock;
  readonly runs: Runs;
}

export interface Seeded {
  /** Cases that were put in now, and those of the same region that were there. */
  readonly added: number;
  readonly there: number;
  /** Open cases that got a run now. */
  readonly started: number;
}

/** Stories that are kept, and runs that are started, side by side. */
const AT_ONCE = 6;

const OPEN_CASES: Statement = {
  name: 'seed_open_cases',
  text: `select state from cases where id = any($1::uuid[]) and status <> 'ended' and state is not null`,
};

/**
 * Puts a region of so many cases into a running demo. What was put in by the same seed before stays, also when that was
 * interrupted: the rest is added. @throws NotSeeded where the state is not marked as demo.
 */
export async function seedRegion(
  seeding: Seeding,
  { cases, seed }: { readonly cases: number; readonly seed: number },
  progress: (done: number) => void = () => {},
): Promise<Seeded> {
  const { db, clock, ring, runs } = seeding;
  if (!(await readInstallation(db)).demo) {
    throw new NotSeeded('This state is not marked as demo: nothing is made up in it. Use another KETENPAD_HOME.');
  }
  const now = await firstRun(db, seed, clock.now());
  const keeping = { ring, offsetMs: runs.offsetMs, now, path: pathOf(seed, now) };
  const told = { added: 0, there: 0, started: 0 };
  const under = new Set<Promise<void>>();
  const failed: unknown[] = [];
  for (const story of playStories({ cases, seed, now })) {
    const task = keepAndStart(seeding, story, keeping)
      .then(({ there, started }) => {
        told[there ? 'there' : 'added'] += story.length;
        told.started += started;
        progress(told.added + told.there);
      })
      .catch((error: unknown) => void failed.push(error))
      .finally(() => under.delete(task));
    under.add(task);
    // Playing takes the thread: between stories those that are being kept come on.
    if (under.size >= AT_ONCE) await Promise.race(under);
    if (failed.length > 0) break;
  }
  await Promise.all(under);
  if (failed.length > 0) throw failed[0];
  return told;
}

async function keepAndStart(
  { db, runs }: Seeding,
  story: readonly PlayedCase[],
  keeping: Parameters<typeof keepStory>[3],
): Promise<{ readonly there: boolean; readonly started: number }> {
  const ids = story.map(({ head }) => head.case);
  const there = (await db.query(ANY_THERE, [ids])).length > 0;
  if (!there) {
    await db.transaction(async (tx) => {
      const within: ProjectContext = { db: { ...db, ...tx }, hold: noHold, log, metrics };
      await keepStory(tx, within, story, keeping);
    });
  }
  // Of a run that was interrupted the rows may be there and the execution not.
  const open = there
    ? await openAmong(db, ids)
    : story.map(({ head }) => head).filter((head) => head.status !== 'ended');
  const started = await Promise.all(open.map((head) => startRun(runs, head)));
  return { there, started: started.filter(Boolean).length };
}

const log = openLog('silent', 'seed');
const metrics = createMetrics();

async function openAmong(db: Database, ids: readonly string[]): Promise<readonly CaseState[]> {
  return (await db.query<{ state: CaseState }>(OPEN_CASES, [ids])).map(({ state }) => migrate(state));
}

/** A region that is there already goes on from where it was: so a second run makes the same one. */
async function firstRun(db: Database, seed: number, now: number): Promise<number> {
  const [row] = await db.query<{ path: string }>(FIRST_RUN, [`seed/${seed}/%`]);
  return row === undefined ? Math.round(now) : z.coerce.number().int().parse(row.path.split('/')[2]);
}

function pathOf(seed: number, now: number): string {
  return `seed/${seed}/${now}`;
}
