import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { generateKeyRing, parseKeyRing } from './keyring.ts';

const SECRET = Buffer.alloc(32, 0xab).toString('base64');
const OTHER = Buffer.alloc(32, 0xcd).toString('base64');

/** A fresh setting in which one place is changed. */
function settingWith(change: (setting: Record<string, unknown>) => void): string {
  const setting = JSON.parse(generateKeyRing()) as Record<string, unknown>;
  change(setting);
  return JSON.stringify(setting);
}

function messageOf(text: string): string {
  try {
    parseKeyRing(text);
  } catch (error) {
    return error instanceof Error ? `${error.message} ${inspect(error.cause)}` : String(error);
  }
  return 'no error';
}

describe('the key ring', () => {
  test('that was generated can be read, and is another one each time', () => {
    const ring = parseKeyRing(generateKeyRing());
    expect(ring.codec.current.key.symmetricKeySize).toBe(32);
    expect(ring.codec.find('k1')?.equals(ring.codec.current.key)).toBe(true);
    expect(ring.codec.find('k2')).toBeUndefined();
    expect(ring.lookup.equals(ring.body)).toBe(false);
    expect(parseKeyRing(generateKeyRing()).lookup.equals(ring.lookup)).toBe(false);
  });

  test('keeps old keys readable beside the current one', () => {
    const text = settingWith((setting) => {
      setting['codec'] = { current: 'k2', keys: { k1: SECRET, k2: OTHER } };
    });
    const { codec } = parseKeyRing(text);
    expect(codec.current.id).toBe('k2');
    expect(codec.find('k1')?.export().toString('base64')).toBe(SECRET);
  });

  test('knows no key under a name that every object has', () => {
    expect(parseKeyRing(generateKeyRing()).codec.find('constructor')).toBeUndefined();
    expect(parseKeyRing(generateKeyRing()).codec.find('__proto__')).toBeUndefined();
  });

  test('shows no key when it is logged or turned into JSON', () => {
    const ring = parseKeyRing(settingWith((setting) => (setting['lookup'] = SECRET)));
    const shown = `${inspect(ring, { depth: null, showHidden: true })} ${JSON.stringify(ring)}`;
    expect(shown).not.toContain(SECRET);
    expect(shown).not.toContain(Buffer.from(SECRET, 'base64').toString('hex'));
    expect(shown).not.toContain('ab ab ab');
  });
});

describe('a wrong setting', () => {
  const short = Buffer.alloc(31, 0xab).toString('base64');
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['no JSON', `{"lookup": ${SECRET}}`, /^KETENPAD_KEYS is not JSON/],
    ['no object', JSON.stringify(SECRET), /KETENPAD_KEYS must be \{codec, identity, lookup, body\} and nothing else/],
    ['a missing part', settingWith((s) => delete s['lookup']), /KETENPAD_KEYS at lookup: must be text/],
    ['a key of 31 bytes', settingWith((s) => (s['body'] = short)), /at body: must be 32 bytes in base64/],
    ['a key in hex', settingWith((s) => (s['body'] = 'ab'.repeat(32))), /at body: must be 32 bytes in base64/],
    [
      'a current key that is not there',
      settingWith((s) => (s['codec'] = { current: 'k2', keys: { k1: SECRET } })),
      /at codec.current: names no key in keys/,
    ],
    [
      'a current key called constructor',
      settingWith((s) => (s['codec'] = { current: 'constructor', keys: { k1: SECRET } })),
      /at codec.current: names no key in keys/,
    ],
    [
      'a key where its id should be',
      settingWith((s) => (s['codec'] = { current: 'k1', keys: { [SECRET]: 'k1' } })),
      /at codec.keys.\?: has an id/,
    ],
    [
      'a key as the current id',
      settingWith((s) => (s['codec'] = { current: SECRET, keys: { k1: OTHER } })),
      /at codec.current: must be the id of a key/,
    ],
    ['a key too many', settingWith((s) => (s[SECRET] = SECRET)), /nothing else/],
    [
      'one key for two uses',
      settingWith((s) => {
        s['body'] = SECRET;
        s['lookup'] = SECRET;
      }),
      /the same key twice/,
    ],
  ];

  test.each(cases)('with %s is refused, named, and its value is not told', (_what, text, expected) => {
    const message = messageOf(text);
    expect(message).toMatch(expected);
    expect(message).toContain('KETENPAD_KEYS');
    for (const secret of [SECRET, OTHER, short, 'abab']) expect(message).not.toContain(secret.slice(0, 8));
  });
});
