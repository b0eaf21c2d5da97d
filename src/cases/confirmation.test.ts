import { expect, test } from 'vitest';
import { generateKeyRing, parseKeyRing } from '../platform/crypto/keyring.ts';
import { confirmationOf } from './confirmation.ts';

const ring = parseKeyRing(generateKeyRing());
const asked = { case: 'traject', user: 'persoon', what: 'zwangerschap-beeindigd' };

test('the words to repeat are the same for one person, case, event and day, and for no other', () => {
  const words = confirmationOf(ring, asked, '2026-03-02');
  expect(words).toMatch(/^[a-z]+-[a-z]+-[a-z]+$/);
  expect(confirmationOf(ring, { ...asked }, '2026-03-02')).toBe(words);
  const others = [
    confirmationOf(ring, asked, '2026-03-03'),
    confirmationOf(ring, { ...asked, case: 'ander' }, '2026-03-02'),
    confirmationOf(ring, { ...asked, user: 'ander' }, '2026-03-02'),
    confirmationOf(ring, { ...asked, what: 'ander' }, '2026-03-02'),
    confirmationOf(parseKeyRing(generateKeyRing()), asked, '2026-03-02'),
  ];
  expect(others).not.toContain(words);
});
