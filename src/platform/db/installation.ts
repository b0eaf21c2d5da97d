import type { Querying } from './database.ts';

/** What this database is. */
export interface Installation {
  readonly demo: boolean;
  readonly clockOffsetMs: number;
  readonly clockMoved: boolean;
}

/** @returns a production installation when nothing was written down. */
export async function readInstallation(db: Querying): Promise<Installation> {
  const [row] = await db.query<{ demo: boolean; clock_offset_ms: number; clock_moved: boolean }>({
    name: 'installation',
    text: 'select demo, clock_offset_ms, clock_moved from installation',
  });
  if (row === undefined) return { demo: false, clockOffsetMs: 0, clockMoved: false };
  return { demo: row.demo, clockOffsetMs: row.clock_offset_ms, clockMoved: row.clock_moved };
}
