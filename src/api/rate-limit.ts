import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Subject } from '../access/subject.ts';
import { Problem } from './problem.ts';

export interface RateLimitSettings {
  /** How many requests a minute one person at one client, or one machine, may make. */
  readonly perMinute: number;
  /** How many requests a minute from one address may fail to prove who asks. */
  readonly failedPerMinute: number;
}

export interface RateLimits {
  /** Counts a request. @throws Problem `rate-limited` */
  readonly count: (subject: Subject) => Promise<void>;
  /** The same for a request that did not prove who asks; who does prove it is not refused for what others do here. */
  readonly countFailed: (address: string) => Promise<void>;
}

/**
 * Counts in the memory of this process, per minute: no I/O. So n API processes together allow n times as much, and a
 * restart begins anew.
 */
export function createRateLimits({ perMinute, failedPerMinute }: RateLimitSettings): RateLimits {
  const asked = new RateLimiterMemory({ points: perMinute, duration: 60 });
  const failed = new RateLimiterMemory({ points: failedPerMinute, duration: 60 });
  return {
    count: ({ machine, client, sub }) => consume(asked, machine ? client : `${client} ${sub}`),
    countFailed: (address) => consume(failed, address),
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = String(Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)));
    throw new Problem(
      'rate-limited',
      'U stuurt te veel verzoeken achter elkaar. Wacht het aantal seconden van Retry-After en probeer het dan opnieuw.',
      {},
      { 'retry-after': seconds },
    );
  }
}
