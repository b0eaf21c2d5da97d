import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { generateKeyRing, parseKeyRing } from '../../platform/crypto/keyring.ts';
import { codeOf, hashOfCode, normaliseCode } from './code.ts';

const ring = parseKeyRing(generateKeyRing());

describe('the code of an invitation', () => {
  test('is ten signs that cannot be mistaken for each other, in two groups', () => {
    const codes = Array.from({ length: 500 }, () => codeOf(ring, randomUUID()));
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(new Set(codes).size).toBe(500);
    for (const place of [0, 1, 2, 3, 4, 6, 7, 8, 9, 10])
      expect(new Set(codes.map((code) => code.charAt(place))).size).toBe(32);
  });

  test('is the same for the same invitation, and another one in a region with another key', () => {
    const id = randomUUID();
    expect(codeOf(ring, id)).toBe(codeOf(ring, id));
    expect(codeOf(parseKeyRing(generateKeyRing()), id)).not.toBe(codeOf(ring, id));
  });

  test.each(['01ABC-DEFGH', '01abc defgh', 'oiabcdefgh', ' 0LABC-DEF GH '])('is read from %j', (given) => {
    expect(normaliseCode(given)).toBe('01ABCDEFGH');
  });

  test.each(['', '01ABC', '01ABC-DEFG', '01ABC-DEFGHJ', '01ABC-DEFGU', '01ABC-DEFG!'])('is not %j', (given) => {
    expect(normaliseCode(given)).toBeUndefined();
  });

  test('is found by a hash that differs from sign to sign', () => {
    expect(hashOfCode(ring, '01ABCDEFGH')).not.toEqual(hashOfCode(ring, '01ABCDEFGJ'));
  });
});
