import type { KeyRing } from '../../platform/crypto/keyring.ts';
import { openForPerson } from '../../platform/crypto/person-key.ts';
import { personKeyOf } from '../look/personal.ts';
import { type Identity, identitySchema } from './identity.ts';

/** Who a case is about, as it was given; null once the person's key is gone. */
export function identityIn(
  ring: KeyRing,
  sealed: Parameters<typeof personKeyOf>[1] & { readonly identity: Buffer | null },
): Identity | null {
  const key = personKeyOf(ring, sealed);
  if (key === null || sealed.identity === null) return null;
  return identitySchema.parse(JSON.parse(openForPerson(sealed.identity, key, 'identity').toString()));
}
