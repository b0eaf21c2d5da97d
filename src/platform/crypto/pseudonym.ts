import { createHmac } from 'node:crypto';
import type { KeyRing } from './keyring.ts';

/**
 * How one recipient knows a person without a BSN: HMAC-SHA-256 over the person's random id, under a key of that
 * recipient alone. The same one every time; two recipients cannot lay theirs side by side. 43 characters of base64url.
 */
export function pseudonymFor(ring: Pick<KeyRing, 'lookup'>, recipient: string, id: string): string {
  const key = createHmac('sha256', ring.lookup)
    .update(JSON.stringify(['pseudonym-key', recipient]))
    .digest();
  return createHmac('sha256', key).update(id).digest('base64url');
}
