import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NamedKey } from './keyring.ts';
import { type FindKey, open, seal, SealError, sealedKeyId } from './seal.ts';

const fresh = (id: string): NamedKey => ({ id, key: createSecretKey(randomBytes(32)) });
const finderOf =
  (...keys: NamedKey[]): FindKey =>
  (id) =>
    keys.find((key) => key.id === id)?.key;

const k1 = fresh('k1');
const text = Buffer.from('mevrouw De Vries, Glanerbrug');

describe('a sealed value', () => {
  test('opens to the same bytes, with any content and any context', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.string({ unit: 'binary' }), (bytes, context) => {
        const opened = open(seal(bytes, k1, context), finderOf(k1), context);
        expect(opened.equals(bytes)).toBe(true);
      }),
    );
  });

  test('opens from a view into a larger buffer, as a database driver gives it', () => {
    const sealed = seal(text, k1, 'a');
    const larger = Buffer.concat([randomBytes(7), sealed, randomBytes(9)]);
    const view = new Uint8Array(larger.buffer, larger.byteOffset + 7, sealed.length);
    expect(open(view, finderOf(k1), 'a').equals(text)).toBe(true);
  });

  test('costs 30 bytes and the key id, holds nothing of the content, and is another one each time', () => {
    const [one, two] = [seal(text, k1, 'a'), seal(text, k1, 'a')];
    expect(one.length).toBe(text.length + 30 + 2);
    expect(one.includes('Vries')).toBe(false);
    expect(one.equals(two)).toBe(false);
    expect(sealedKeyId(one)).toBe('k1');
  });

  test('does not open after a change of any single bit', () => {
    const sealed = seal(text, k1, 'identity:1');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => open(changed, () => k1.key, 'identity:1')).toThrow(SealError);
    }
  });

  test('does not open when cut short or lengthened', () => {
    const sealed = seal(text, k1, 'a');
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => open(sealed.subarray(0, length), finderOf(k1), 'a')).toThrow(SealError);
    }
    expect(() => open(Buffer.concat([sealed, Buffer.of(0)]), finderOf(k1), 'a')).toThrow(SealError);
  });

  test('does not open in another context: a row moved to another resident stays shut', () => {
    const sealed = seal(text, k1, 'identity:1');
    for (const context of ['identity:2', 'identity:', '', 'IDENTITY:1']) {
      expect(() => open(sealed, finderOf(k1), context)).toThrow(SealError);
    }
  });

  test('does not open under another key of the same name', () => {
    expect(() => open(seal(text, k1), finderOf(fresh('k1')))).toThrow(SealError);
  });

  test('under a key that is gone says which', () => {
    expect(() => open(seal(text, fresh('k0')), finderOf(k1))).toThrow("there is no key 'k0'");
  });

  test('opens under an old key as long as that key is there, and tells which it was', () => {
    const sealed = seal(text, k1, 'a');
    expect(open(sealed, finderOf(fresh('k2'), k1), 'a').equals(text)).toBe(true);
  });

  test('cannot be made under an id that would not be readable back', () => {
    for (const id of ['', 'é', 'a b', 'k'.repeat(65)]) {
      expect(() => seal(text, fresh(id))).toThrow(SealError);
    }
  });
});
