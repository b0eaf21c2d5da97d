import { describe, expect, test } from 'vitest';
import { bodyDigest } from './body-digest.ts';
import { generateKeyRing, parseKeyRing } from './keyring.ts';

const ring = parseKeyRing(generateKeyRing());

describe('the digest of a body', () => {
  test('is the same for the same body with its keys in another order', () => {
    const digest = bodyDigest(ring, { chain: 'valpreventie', resident: { name: 'A', birthDate: '1948-03-02' } });
    const again = bodyDigest(ring, { resident: { birthDate: '1948-03-02', name: 'A' }, chain: 'valpreventie' });
    expect(digest).toHaveLength(32);
    expect(digest.equals(again)).toBe(true);
  });

  test('is another one for another body or another key', () => {
    const digest = bodyDigest(ring, { a: [1, 2] });
    expect(digest.equals(bodyDigest(ring, { a: [2, 1] }))).toBe(false);
    expect(digest.equals(bodyDigest(ring, { a: ['1', 2] }))).toBe(false);
    expect(digest.equals(bodyDigest(parseKeyRing(generateKeyRing()), { a: [1, 2] }))).toBe(false);
  });
});
