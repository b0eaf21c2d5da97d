import { join } from 'node:path';
import { ensureDatabase } from './ensure-database.ts';
import { ensureNamespace } from './ensure-namespace.ts';
import type { LocalOptions } from './local-options.ts';
import { type RunningPostgres, startPostgres } from './postgres.ts';
import { type RunningTemporal, startTemporal } from './temporal.ts';

const DATABASE = 'ketenpad';
const PARTS = ['postgres', 'temporal'] as const;
type Part = (typeof PARTS)[number];

/** PostgreSQL and Temporal on this machine, as far as they were not given from outside. */
export class LocalServers {
  private readonly options: LocalOptions;
  private readonly namespace: string;
  private stopped = false;
  postgres: RunningPostgres | null = null;
  temporal: RunningTemporal | null = null;

  constructor(options: LocalOptions, namespace: string) {
    this.options = options;
    this.namespace = namespace;
  }

  get databaseUrl(): string {
    return this.options.env['DATABASE_URL'] ?? this.postgres?.url(DATABASE) ?? '';
  }

  get temporalAddress(): string {
    return this.options.env['TEMPORAL_ADDRESS'] ?? this.temporal?.address ?? '';
  }

  /** `prepare` runs beside the start of Temporal, as soon as the database is there. */
  async start(prepare: (databaseUrl: string) => Promise<void>): Promise<void> {
    const { env } = this.options;
    // A Temporal server of our own lives in a PostgreSQL of our own, also when the data lives elsewhere.
    if (env['DATABASE_URL'] === undefined || env['TEMPORAL_ADDRESS'] === undefined) await this.restart('postgres');
    if (this.postgres !== null) await ensureDatabase(this.postgres, DATABASE);
    await Promise.all([this.restart('temporal'), prepare(this.databaseUrl)]);
    if (this.temporal !== null) await ensureNamespace(this.temporal.address, this.namespace);
  }

  /** Starts a server, or starts it again after it was killed, on the same data and address. */
  async restart(part: Part): Promise<void> {
    const { home, virtualTime, log, signal, env } = this.options;
    const common = { directory: join(home, part), log, ...(signal === undefined ? {} : { signal }) };
    if (part === 'postgres') this.postgres = await startPostgres(common);
    else if (env['TEMPORAL_ADDRESS'] === undefined && this.postgres !== null) {
      this.temporal = await startTemporal({ ...common, postgres: this.postgres, virtualTime });
    }
  }

  /** Watches both, and starts them again when they end unasked. */
  keepUp(): void {
    for (const part of PARTS) void this.watch(part);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.temporal?.stop();
    await this.postgres?.stop();
  }

  private async watch(part: Part): Promise<void> {
    const { log } = this.options;
    while (this[part] !== null) {
      await this[part]?.exited;
      if (this.stopped) return;
      log(`${part} ended unasked; starting it again`);
      await this.restart(part).catch((error: unknown) => log(`${part} does not start: ${String(error)}`));
    }
  }
}
