import { describe, expect, test } from 'vitest';
import { generateKeyRing, parseKeyRing } from './keyring.ts';
import { newPersonKey, openForPerson, unwrapPersonKey } from './person-key.ts';
import { seal, SealError } from './seal.ts';

const setting = generateKeyRing();
const ring = parseKeyRing(setting);
const identity = Buffer.from('{"family":"De Vries"}');

/** The same installation after a new identity key, with or without the old one. */
function rotated(keepOld: boolean): ReturnType<typeof parseKeyRing> {
  const old = JSON.parse(setting) as { identity: { keys: { k1: string } } };
  const k2 = Buffer.alloc(32, 7).toString('base64');
  const keys = keepOld ? { k1: old.identity.keys.k1, k2 } : { k2 };
  return parseKeyRing(JSON.stringify({ ...old, identity: { current: 'k2', keys } }));
}

describe("a person's key", () => {
  test('opens what it sealed after it was stored wrapped', () => {
    const { key, wrapped } = newPersonKey(ring, 'resident-1');
    const sealed = seal(identity, key, 'identity:resident-1');
    const again = unwrapPersonKey(ring, 'resident-1', wrapped);
    expect(openForPerson(sealed, again, 'identity:resident-1').equals(identity)).toBe(true);
  });

  test('is another one for each person, and does not open what belongs to someone else', () => {
    const [one, two] = [newPersonKey(ring, 'resident-1'), newPersonKey(ring, 'resident-2')];
    const sealed = seal(identity, one.key, 'same');
    expect(() => openForPerson(sealed, two.key, 'same')).toThrow(SealError);
  });

  test('does not unwrap for another person', () => {
    const { wrapped } = newPersonKey(ring, 'resident-1');
    expect(() => unwrapPersonKey(ring, 'resident-2', wrapped)).toThrow(SealError);
  });

  test('stays readable under a new identity key while the old one is kept, and not after', () => {
    const { key, wrapped } = newPersonKey(ring, 'resident-1');
    expect(unwrapPersonKey(rotated(true), 'resident-1', wrapped).key.equals(key.key)).toBe(true);
    expect(() => unwrapPersonKey(rotated(false), 'resident-1', wrapped)).toThrow("there is no key 'k1'");
  });
});
