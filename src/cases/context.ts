import type { Client } from '@temporalio/client';
import type { Directory } from '../access/directory.ts';
import type { Clock } from '../platform/clock.ts';
import type { KeyRing } from '../platform/crypto/keyring.ts';
import type { Database } from '../platform/db/database.ts';
import type { Hold } from '../platform/hold.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { CaseTime } from './case-time.ts';
import type { Identity } from './resident/identity.ts';

/** Everything that a change of a case needs from outside. Made once, in `main`. */
export interface CaseContext {
  readonly db: Database;
  readonly directory: Directory;
  /** Whose accounts are those of residents, by the account's id. Only a demo has them; elsewhere a login tells it. */
  readonly residentAccounts: ReadonlyMap<string, Identity>;
  readonly temporal: Client;
  readonly taskQueue: string;
  readonly ring: KeyRing;
  readonly clock: Clock;
  readonly time: CaseTime;
  readonly hold: Hold;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How long one sender has a command to itself, in milliseconds of the wall clock. */
  readonly leaseMs: number;
  /** History length from which a case continues as new; the server decides when absent. */
  readonly continueAfter?: number;
}

/** What a caller waits at most for Temporal and for another sender, in milliseconds. */
export const CALL_MS = 3_500;
export const LEASE_MS = 6_000;
