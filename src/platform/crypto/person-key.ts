import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeyRing, NamedKey } from './keyring.ts';
import { open, seal } from './seal.ts';

const KEY_BYTES = 32;
/** One person has one data key, so what it seals needs no more of a name. */
const PERSON_KEY_ID = 'p';

/** A new data key for one person and the form in which it is stored. Destroying `wrapped` erases all it sealed. */
export function newPersonKey(ring: KeyRing, residentId: string): { readonly key: NamedKey; readonly wrapped: Buffer } {
  const bytes = randomBytes(KEY_BYTES);
  const wrapped = seal(bytes, ring.identity.current, contextOf(residentId));
  return { key: { id: PERSON_KEY_ID, key: createSecretKey(bytes) }, wrapped };
}

/** Throws SealError when `wrapped` was made for another person or under a key that is gone. */
export function unwrapPersonKey(ring: KeyRing, residentId: string, wrapped: Uint8Array): NamedKey {
  const bytes = open(wrapped, ring.identity.find, contextOf(residentId));
  return { id: PERSON_KEY_ID, key: createSecretKey(bytes) };
}

/** The same data key, wrapped under the current identity key. Throws SealError as `unwrapPersonKey` does. */
export function rewrapPersonKey(ring: KeyRing, residentId: string, wrapped: Uint8Array): Buffer {
  const bytes = open(wrapped, ring.identity.find, contextOf(residentId));
  return seal(bytes, ring.identity.current, contextOf(residentId));
}

/** Opens a value that was sealed with this person's key. */
export function openForPerson(sealed: Uint8Array, person: NamedKey, context: string): Buffer {
  return open(sealed, (id) => (id === person.id ? person.key : undefined), context);
}

function contextOf(residentId: string): string {
  return `person-key:${residentId}`;
}
