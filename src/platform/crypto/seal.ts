import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import type { NamedKey } from './keyring.ts';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** A sealed value that cannot be opened. The message holds the key id at most, nothing of the content. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

/** Finds a key by its id. */
export type FindKey = (id: string) => KeyObject | undefined;

/**
 * AES-256-GCM under a fresh random IV: [version][length of key id][key id][IV 12][ciphertext][tag 16].
 * `context` (such as 'identity:<residentId>') is not stored, but the same one is needed to open: a value moved to
 * another row does not open there. One key is good for 2^32 values; rotate long before.
 */
export function seal(plaintext: Uint8Array, { id, key }: NamedKey, context = ''): Buffer {
  const header = headerOf(id);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundOf(header, context));
  return Buffer.concat([header, iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made. Throws SealError when the key, the context or a single bit is another. */
export function open(sealed: Uint8Array, findKey: FindKey, context = ''): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const id = sealedKeyId(bytes);
  const key = findKey(id);
  if (key === undefined) throw new SealError(`there is no key '${id}'`);

  const header = headerOf(id);
  const ivEnd = header.length + IV_BYTES;
  const tagStart = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(header.length, ivEnd), { authTagLength: TAG_BYTES });
  decipher.setAAD(boundOf(header, context));
  decipher.setAuthTag(bytes.subarray(tagStart));
  const start = decipher.update(bytes.subarray(ivEnd, tagStart));
  try {
    return Buffer.concat([start, decipher.final()]);
  } catch {
    throw new SealError(`does not open with key '${id}': another key, another context or changed bytes`);
  }
}

/** The id of the key that sealed a value, so that values under an old key can be found. Throws SealError for anything else. */
export function sealedKeyId(sealed: Uint8Array): string {
  const [version, idLength] = sealed;
  if (version !== VERSION || idLength === undefined) throw new SealError('is not a sealed value of version 1');
  if (sealed.length < 2 + idLength + IV_BYTES + TAG_BYTES) throw new SealError('is cut short');
  const id = Buffer.from(sealed.subarray(2, 2 + idLength)).toString('latin1');
  if (!ID_TEXT.test(id)) throw new SealError('has a key id that cannot be');
  return id;
}

const ID_TEXT = /^[\x21-\x7e]{1,64}$/;

function headerOf(id: string): Buffer {
  if (!ID_TEXT.test(id)) throw new SealError('a key id has 1-64 visible ASCII characters');
  return Buffer.concat([Buffer.of(VERSION, id.length), Buffer.from(id, 'latin1')]);
}

function boundOf(header: Buffer, context: string): Buffer {
  return Buffer.concat([header, Buffer.from(context, 'utf8')]);
}
