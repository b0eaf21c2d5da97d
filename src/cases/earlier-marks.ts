import { z } from 'zod';
import type { Mark } from '../engine/messages.ts';
import type { Querying, Statement } from '../platform/db/database.ts';

/** What was counted for this person in cases of this chain that have ended. */
const MARKS: Statement = {
  name: 'earlier_marks',
  text: `select state->'marks' as marks from cases
         where resident = $1 and chain = $2 and status = 'ended' and state->'marks' is not null and state->'marks' <> '{}'
         order by ended_at`,
};

const marksOf = z.record(z.string(), z.object({ count: z.number(), last: z.string() }));

/**
 * Marks of earlier cases, so that 'once in twelve months' holds over cases too. A case starts with what came before
 * it, so the highest count and the last day of each are the whole.
 */
export async function readEarlierMarks(
  db: Querying,
  resident: string,
  chain: string,
): Promise<Readonly<Record<string, Mark>>> {
  const known = new Map<string, Mark>();
  for (const { marks } of await db.query<{ marks: unknown }>(MARKS, [resident, chain])) {
    for (const [name, { count, last }] of Object.entries(marksOf.parse(marks))) {
      const before = known.get(name);
      known.set(name, {
        count: Math.max(count, before?.count ?? 0),
        last: before !== undefined && before.last > last ? before.last : last,
      });
    }
  }
  return Object.fromEntries(known);
}
