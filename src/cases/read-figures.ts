import type { Statement } from '../platform/db/database.ts';
import type { CaseContext } from './context.ts';

/** Commands that wait, and how long the oldest has, in seconds. */
const WAITING: Statement = {
  name: 'figures_waiting',
  text: `select count(*)::int as open, coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0)::float8 as oldest
         from commands where answer is null`,
};
/** From recording to answer, in seconds, over what was recorded last and at most ten minutes ago. */
const LAG: Statement = {
  name: 'figures_lag',
  text: `select coalesce(percentile_cont(0.5) within group (order by seconds), 0)::float8 as median,
           coalesce(percentile_cont(0.95) within group (order by seconds), 0)::float8 as p95, coalesce(max(seconds), 0)::float8 as max
         from (select extract(epoch from answered_at - recorded_at) as seconds, recorded_at
               from commands where answer is not null order by number desc limit 500) last
         where recorded_at > clock_timestamp() - interval '10 minutes'`,
};
/** By the clock of the cases. What a pause holds up is not late. */
const OVERDUE: Statement = {
  name: 'figures_overdue',
  text: `select s.chain, count(*)::int as overdue from open_steps s join cases c on c.id = s.case_id
         where s.due_at < $1 and c.status <> 'paused' group by s.chain`,
};

const FRESH_MS = 5_000;
const PATIENCE_MS = 1_500;

/**
 * Brings the figures that stand in PostgreSQL up to date, at most once in five seconds however often it is asked, and
 * waits no longer than a second and a half for them. While PostgreSQL is away the last ones stand.
 */
export function createFigures({
  db,
  metrics,
  clock,
}: Pick<CaseContext, 'db' | 'metrics' | 'clock'>): () => Promise<void> {
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  const read = async (): Promise<void> => {
    const [[waiting], [lag], overdue] = await Promise.all([
      db.query<{ open: number; oldest: number }>(WAITING),
      db.query<{ median: number; p95: number; max: number }>(LAG),
      db.query<{ chain: string; overdue: number }>(OVERDUE, [new Date(clock.now()).toISOString()]),
    ]);
    metrics.open.set(waiting?.open ?? 0);
    metrics.oldest.set(waiting?.oldest ?? 0);
    for (const [part, seconds] of Object.entries(lag ?? {})) metrics.lag.set({ part }, seconds);
    metrics.overdue.reset();
    for (const { chain, overdue: steps } of overdue) metrics.overdue.set({ chain }, steps);
    readAt = performance.now();
  };
  return async () => {
    if (performance.now() - readAt < FRESH_MS) return;
    reading ??= read().finally(() => {
      reading = undefined;
    });
    const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
    await Promise.race([reading.then(() => metrics.figures.set(1)), late.then(() => metrics.figures.set(0))]).catch(
      () => metrics.figures.set(0),
    );
  };
}
