import { z } from 'zod';
import type { LocalSystem } from '../src/local/local-system.ts';
import type { Supervised } from '../src/local/supervise.ts';
import type { Database } from '../src/platform/db/database.ts';
import { type Cost, costBetween, readCounters } from './counters.ts';
import { DECISIONS } from './arm.ts';
import { directLoad } from './load-process.ts';

export type ArmName = 'http' | 'bare';

/** One block of one arm at one level. */
export interface Measured {
  readonly arm: ArmName;
  readonly level: number;
  readonly round: number;
  readonly decisions: number;
  readonly perSecond: number;
  readonly latenciesMs: readonly number[];
  readonly cost: Cost;
}

export interface Measurement {
  readonly blocks: readonly Measured[];
  readonly referralsPerSecond: number;
  /** Per sampled case: events from before its first decision to after its last, per decision. */
  readonly eventsPerDecision: readonly number[];
  readonly sizes: { readonly command: number; readonly reply: number };
}

export interface Plan {
  readonly seconds: number;
  readonly rounds: number;
  readonly levels: readonly number[];
}

export interface Running {
  readonly system: LocalSystem;
  readonly db: Database;
  readonly bareWorker: Supervised;
  readonly load: Supervised;
  readonly log: (text: string) => void;
  readonly signal: AbortSignal;
}

/** A case whose history is measured before its first decision and after its last. */
interface Sample {
  readonly id: string;
  readonly before: number;
}

const prepared = z.object({ made: z.number(), seconds: z.number() });
const ran = z.object({
  decisions: z.number(),
  seconds: z.number(),
  latenciesMs: z.array(z.number()),
  done: z.array(z.string()),
});
const lengths = z.array(z.number());
const sizes = z.object({ command: z.number(), reply: z.number() });

const REFERRALS_AT_ONCE = 16;
const SAMPLED = 8;
const WARM_UP_MS = 1_500;

/** Warms up, then measures: in every round at every level a block of each arm, one right after the other. */
export async function measure(running: Running, plan: Plan): Promise<Measurement> {
  const { log, signal } = running;
  const order = directLoad(running.load);
  const referrals: { made: number; seconds: number }[] = [];
  const fastest: Record<ArmName, number> = { http: 250, bare: 400 };

  const prepare = async (arm: ArmName, ms: number): Promise<void> => {
    const upTo = Math.ceil((fastest[arm] * 1.3 * ms) / 1000 / DECISIONS) + 40;
    const made = await order({ do: 'prepare', arm, upTo, atOnce: REFERRALS_AT_ONCE }, prepared);
    if (arm === 'http' && made.made >= 50) referrals.push(made);
  };
  const block = async (
    arm: ArmName,
    level: number,
    round: number,
    ms: number,
  ): Promise<Measured & { done: string[] }> => {
    signal.throwIfAborted();
    const worker = arm === 'http' ? running.system.worker.pid : running.bareWorker.pid;
    const pids = { worker, load: running.load.pid };
    const before = await readCounters(running.system, running.db, pids);
    const { decisions, seconds, latenciesMs, done } = await order({ do: 'run', arm, lanes: level, ms }, ran);
    const cost = costBetween(before, await readCounters(running.system, running.db, pids));
    const perSecond = decisions / seconds;
    fastest[arm] = Math.max(fastest[arm], perSecond);
    log(
      `${arm === 'http' ? 'over HTTP' : 'bare     '} ${level} at once, round ${round}: ${perSecond.toFixed(1)} per second`,
    );
    return { arm, level, round, decisions, perSecond, latenciesMs, cost, done };
  };

  log('warming up');
  await prepare('http', 500);
  const { done } = await block('http', 8, 0, 500);
  const [example] = done;
  if (example === undefined) throw new Error('no case came to its last decision while warming up');
  const size = await order({ do: 'sizes', case: example }, sizes);
  for (const level of plan.levels) {
    await prepare('http', WARM_UP_MS);
    await prepare('bare', WARM_UP_MS);
    await block('bare', level, 0, WARM_UP_MS);
    await block('http', level, 0, WARM_UP_MS);
  }
  referrals.length = 0;

  const sampled = async (): Promise<readonly Sample[]> => {
    const ids = await order({ do: 'next', count: SAMPLED }, z.array(z.string()));
    const before = await order({ do: 'lengths', cases: ids }, lengths);
    return ids.map((id, index) => ({ id, before: before[index] ?? 0 }));
  };
  const eventsOf = async (sample: readonly Sample[]): Promise<readonly number[]> => {
    const after = await order({ do: 'lengths', cases: sample.map(({ id }) => id) }, lengths);
    return sample.map(({ before }, index) => ((after[index] ?? 0) - before) / DECISIONS);
  };

  const blocks: Measured[] = [];
  const eventsPerDecision: number[] = [];
  for (let round = 1; round <= plan.rounds; round += 1) {
    for (const level of plan.levels) {
      await prepare('http', plan.seconds * 1000);
      await prepare('bare', plan.seconds * 1000);
      // Each goes first in turn, so that a slow drift of the machine favours neither.
      const arms: readonly ArmName[] = round % 2 === 1 ? ['http', 'bare'] : ['bare', 'http'];
      for (const arm of arms) {
        const sample = round === 1 && arm === 'http' ? await sampled() : [];
        const { done, ...measured } = await block(arm, level, round, plan.seconds * 1000);
        blocks.push(measured);
        eventsPerDecision.push(...(await eventsOf(sample.filter(({ id }) => done.includes(id)))));
      }
    }
  }
  const made = referrals.reduce((total, { made: count }) => total + count, 0);
  const took = referrals.reduce((total, { seconds }) => total + seconds, 0);
  return { blocks, referralsPerSecond: made / took, eventsPerDecision, sizes: size };
}
