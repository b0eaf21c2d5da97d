import { createHmac } from 'node:crypto';
import type { KeyRing } from './keyring.ts';

/**
 * The keyed hash (HMAC-SHA-256, 32 bytes) under which a value of some kind is found again without being readable.
 * The value must be normalised already; of several parts the borders count, so ('ab', 'c') is not ('a', 'bc').
 */
export function lookupHash(ring: Pick<KeyRing, 'lookup'>, kind: string, value: string | readonly string[]): Buffer {
  const parts = typeof value === 'string' ? [value] : value;
  return createHmac('sha256', ring.lookup)
    .update(JSON.stringify([kind, ...parts]))
    .digest();
}
