import { describe, expect, test } from 'vitest';
import { generateKeyRing, parseKeyRing } from './keyring.ts';
import { lookupHash } from './lookup-hash.ts';
import { normaliseName } from './normalise-identity.ts';

const ring = parseKeyRing(generateKeyRing());

describe('a lookup hash', () => {
  test('is the same for a name with and without accents, capitals and the ligature ij', () => {
    const hashes = ['Zoë Dĳkstra', 'ZOE DIJKSTRA', ' zoe\u0308  dijkstra'].map((name) =>
      lookupHash(ring, 'name', normaliseName(name)).toString('hex'),
    );
    expect(new Set(hashes).size).toBe(1);
  });

  test('is 32 bytes, and another one for another kind, value or key', () => {
    const bsn = lookupHash(ring, 'bsn', '999990019');
    expect(bsn).toHaveLength(32);
    expect(bsn.equals(lookupHash(ring, 'phone', '999990019'))).toBe(false);
    expect(bsn.equals(lookupHash(ring, 'bsn', '999990020'))).toBe(false);
    expect(bsn.equals(lookupHash(parseKeyRing(generateKeyRing()), 'bsn', '999990019'))).toBe(false);
  });

  test('keeps the borders between the parts of a value', () => {
    const whole = lookupHash(ring, 'address', ['7533AB', '12']);
    expect(whole.equals(lookupHash(ring, 'address', ['7533AB1', '2']))).toBe(false);
    expect(whole.equals(lookupHash(ring, 'address', ['7533AB', '12', '']))).toBe(false);
    expect(whole.equals(lookupHash(ring, 'address","7533AB', ['12']))).toBe(false);
    expect(lookupHash(ring, 'bsn', '1').equals(lookupHash(ring, 'bsn', ['1']))).toBe(true);
  });
});
