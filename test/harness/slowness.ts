import type { Asked } from '../walks/people.ts';
import { referral } from './residents.ts';

/** A referral and its withdrawal, one after the other, on two cores that do nothing else, with margin. */
const ALONE_MS = 60;
const ROUNDS = 15;

/**
 * How many times slower this machine is now than one that does nothing else, by work that is always the same; 1 at
 * least. What has a time to keep is given so much more.
 */
export async function slowness(system: Asked): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const made = await system.api('huisarts', 'POST', '/referrals', referral());
    const path = `/cases/${made.json.id}/withdrawal`;
    const stopped = await system.api('huisarts', 'POST', path, { reason: { code: 'wachttijd' } });
    if (stopped.json.status !== 'ended') throw new Error(`no withdrawal: ${made.text} ${stopped.text}`);
    took.push(performance.now() - start);
  }
  const median = took.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? ALONE_MS;
  return Math.max(1, median / ALONE_MS);
}
