import { expect, test } from 'vitest';
import { generateKeyRing, parseKeyRing } from './keyring.ts';
import { lookupHash } from './lookup-hash.ts';
import { pseudonymFor } from './pseudonym.ts';

const ring = parseKeyRing(generateKeyRing());
const [practice, fysio] = ['6f1f0a52-6d0a-4c43-8f0b-5c1f6f3e2a10', '0b9d7c7e-2f5e-4d0d-9a55-3d1a7b7f4c21'];
const person = '3f0e3c1e-6a53-4f8a-9d2f-0a8d1d1f5a10';

test('a pseudonym stays the same for one recipient, and is another for every other, every person and every installation', () => {
  const pseudonym = pseudonymFor(ring, practice, person);
  expect(pseudonym).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(pseudonymFor(ring, practice, person)).toBe(pseudonym);
  const others = [
    pseudonymFor(ring, fysio, person),
    pseudonymFor(ring, practice, practice),
    pseudonymFor(ring, person, practice),
    pseudonymFor(parseKeyRing(generateKeyRing()), practice, person),
    lookupHash(ring, 'pseudonym-key', practice).toString('base64url'),
  ];
  expect(new Set([pseudonym, ...others]).size).toBe(others.length + 1);
});
