import type { Client } from '@temporalio/client';
import type { MovableClock } from '../platform/clock.ts';
import type { Database, Statement } from '../platform/db/database.ts';
import { executionNow, fastForward } from '../platform/temporal/fast-forward.ts';
import { workflowIdOf } from '../platform/temporal/ids.ts';
import type { CaseTime } from './case-time.ts';

const BEHIND: Statement = { name: 'case_clock', text: 'select offset_ms, moved_ms, seq from cases where id = $1' };
const MOVED: Statement = { name: 'case_moved', text: 'update cases set moved_ms = $2 where id = $1' };

export interface VirtualTime extends CaseTime {
  /** Runs while no command is under way. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Moves one case to an instant, past all that comes due before it. */
  moveCase(caseId: string, instant: number): Promise<void>;
}

/** Time that can be moved: one process has it, so a lock within the process keeps commands and moves apart. */
export function createVirtualTime(db: Database, temporal: Client, clock: MovableClock): VirtualTime {
  const lock = new SharedLock();

  const moveCase = async (caseId: string, instant: number): Promise<void> => {
    const [row] = await db.query<{ offset_ms: number; moved_ms: number; seq: number }>(BEHIND, [caseId]);
    if (row === undefined || row.seq === 0) return;
    const now = (await executionNow(temporal, workflowIdOf(caseId))) + row.offset_ms;
    if (now < instant) await fastForward(temporal, workflowIdOf(caseId), instant - now);
    await db.query(MOVED, [caseId, Math.round(instant - Date.now())]);
  };

  return {
    during: (work) => lock.shared(work),
    alone: (work) => lock.exclusive(work),
    moveCase,
    catchUp: async (caseId) => {
      const [row] = await db.query<{ moved_ms: number; seq: number }>(BEHIND, [caseId]);
      const BEHIND_MS = 500;
      if (row !== undefined && row.seq > 0 && row.moved_ms + BEHIND_MS < clock.offsetMs())
        await moveCase(caseId, clock.now());
    },
  };
}

/** Many may share it, or one may have it alone; who waits to be alone is let in before new sharers. */
class SharedLock {
  private sharers = 0;
  private taken = false;
  private readonly waiting: { readonly alone: boolean; readonly enter: () => void }[] = [];

  async shared<T>(work: () => Promise<T>): Promise<T> {
    if (this.taken || this.waiting.length > 0) await this.wait(false);
    else this.sharers += 1;
    try {
      return await work();
    } finally {
      this.sharers -= 1;
      this.admit();
    }
  }

  async exclusive<T>(work: () => Promise<T>): Promise<T> {
    if (this.taken || this.sharers > 0 || this.waiting.length > 0) await this.wait(true);
    else this.taken = true;
    try {
      return await work();
    } finally {
      this.taken = false;
      this.admit();
    }
  }

  private wait(alone: boolean): Promise<void> {
    return new Promise((enter) => this.waiting.push({ alone, enter }));
  }

  private admit(): void {
    for (let next = this.waiting[0]; next !== undefined; next = this.waiting[0]) {
      if (this.taken || (next.alone && this.sharers > 0)) return;
      if (next.alone) this.taken = true;
      else this.sharers += 1;
      this.waiting.shift();
      next.enter();
    }
  }
}
