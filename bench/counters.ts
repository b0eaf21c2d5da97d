import type { LocalSystem } from '../src/local/local-system.ts';
import type { Database } from '../src/platform/db/database.ts';
import { cpuMsOf } from './process-cpu.ts';

export const processes = ['api', 'worker', 'temporal', 'postgres', 'load'] as const;
export type ProcessName = (typeof processes)[number];

/** What a block cost: CPU per process, and what PostgreSQL (Temporal's databases included) had to write. */
export type Cost = Readonly<Record<ProcessName, number>> & {
  readonly commits: number;
  readonly walBytes: number;
  readonly walSyncs: number;
};

export const costNames = [...processes, 'commits', 'walBytes', 'walSyncs'] as const;

const COUNT = {
  name: 'bench_counters',
  text: `select (select sum(xact_commit) from pg_stat_database)::float8 as commits,
           (select wal_bytes from pg_stat_wal)::float8 as wal_bytes,
           (select sum(fsyncs) from pg_stat_io where object = 'wal')::float8 as wal_syncs`,
};

/** The counters as they stand now; `worker` is the process of the arm at hand. */
export async function readCounters(
  system: LocalSystem,
  db: Database,
  pids: { readonly worker: number | undefined; readonly load: number | undefined },
): Promise<Cost> {
  const [row] = await db.query<{ commits: number; wal_bytes: number; wal_syncs: number }>(COUNT);
  return {
    api: cpuMsOf(system.api.pid),
    worker: cpuMsOf(pids.worker),
    temporal: cpuMsOf(system.servers.temporal?.pid),
    postgres: cpuMsOf(system.servers.postgres?.pid, true),
    load: cpuMsOf(pids.load),
    commits: row?.commits ?? 0,
    walBytes: row?.wal_bytes ?? 0,
    walSyncs: row?.wal_syncs ?? 0,
  };
}

export function costBetween(before: Cost, after: Cost): Cost {
  return mapCost((name) => after[name] - before[name]);
}

export function mapCost(of: (name: (typeof costNames)[number]) => number): Cost {
  return Object.fromEntries(costNames.map((name) => [name, of(name)])) as Cost;
}
