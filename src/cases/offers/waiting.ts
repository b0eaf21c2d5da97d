import { commonSteps } from '../../language/define.ts';
import type { Database } from '../../platform/db/database.ts';
import { readWaits, type Taker, type Waits } from '../../reading/waits.ts';
import type { CaseContext } from '../context.ts';

/** A figure about fewer residents than this is not told. */
const SMALLEST_CELL = 10;

export interface Suppressed {
  readonly suppressed: true;
}

/**
 * Half of the residents waited no longer than this many whole days; null when more than half are still waiting. `n`
 * residents were taken up.
 */
export interface MeasuredWait {
  readonly medianDays: number | null;
  readonly n: number;
}

export interface Measured {
  readonly waiting: MeasuredWait | Suppressed;
  /** Residents with whom the organisation is busy in this role. */
  readonly inUse: number | Suppressed;
  /** The same, for the organisation itself. */
  readonly ownInUse: number;
}

/** The median of waiting times of which some still run (Kaplan-Meier): who still waits counts as long as they wait. */
export function waitOf({ days, waiting }: Pick<Waits, 'days' | 'waiting'>): MeasuredWait | Suppressed {
  if (days.length < SMALLEST_CELL) return { suppressed: true };
  let share = 1;
  for (const at of [...new Set(days)].toSorted((a, b) => a - b)) {
    const atRisk = [...days, ...waiting].filter((each) => each >= at).length;
    share *= 1 - days.filter((each) => each === at).length / atRisk;
    if (share <= 0.5) return { medianDays: Math.round(at), n: days.length };
  }
  return { medianDays: null, n: days.length };
}

function measuredOf(waits: Waits): Measured {
  const { busy } = waits;
  const inUse = busy > 0 && busy < SMALLEST_CELL ? ({ suppressed: true } as const) : busy;
  return { waiting: waitOf(waits), inUse, ownInUse: busy };
}

const FRESH_MS = 5 * 60_000;
const MOST = 5_000;
interface Kept {
  readonly at: number;
  readonly measured: Measured;
}
const known = new WeakMap<Database, Map<string, Kept>>();

/** What was measured of each taker, some minutes old at most. */
export async function measure(
  { db, clock }: Pick<CaseContext, 'db' | 'clock'>,
  chain: string,
  takers: readonly Taker[],
): Promise<(taker: Taker) => Measured> {
  const kept = known.get(db) ?? new Map<string, Kept>();
  known.set(db, kept);
  const now = clock.now();
  const keyOf = ({ role, organisation }: Taker): string => `${chain}/${role}/${organisation}`;
  const stale = new Map(
    takers.flatMap((taker) => {
      const before = kept.get(keyOf(taker));
      return before !== undefined && now - before.at < FRESH_MS ? [] : [[keyOf(taker), taker] as const];
    }),
  );
  if (kept.size > MOST) kept.clear();
  const found = await readWaits(db, chain, [...stale.values()], now, Object.keys(commonSteps));
  for (const waits of found) kept.set(keyOf(waits), { at: now, measured: measuredOf(waits) });
  return (taker) => kept.get(keyOf(taker))?.measured ?? nothingYet;
}

const nothingYet: Measured = { waiting: { suppressed: true }, inUse: { suppressed: true }, ownInUse: 0 };
