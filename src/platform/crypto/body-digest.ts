import { createHmac } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { KeyRing } from './keyring.ts';

/**
 * The keyed hash (HMAC-SHA-256, 32 bytes) of a JSON body, the same whatever the order of keys and the white space.
 * Throws TypeError as `canonicalJson` does.
 */
export function bodyDigest(ring: Pick<KeyRing, 'body'>, body: unknown): Buffer {
  return createHmac('sha256', ring.body).update(canonicalJson(body)).digest();
}
