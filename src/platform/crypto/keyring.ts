import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { z } from 'zod';

const SETTING = 'KETENPAD_KEYS';
const KEY_BYTES = 32;
const KEY_ID = /^[a-z0-9][a-z0-9-]{0,31}$/;
/** 32 bytes are 43 characters of base64 and one '='; the last character has two bits that must be 0. */
const KEY_TEXT = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** A key with the id under which what it sealed can be opened again. */
export interface NamedKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** Keys of one purpose: `current` seals, all of them open. */
export interface KeySet {
  readonly current: NamedKey;
  readonly find: (id: string) => KeyObject | undefined;
  /** The id of every key in it. */
  readonly ids: readonly string[];
}

/** Every key of an installation. A KeyObject shows nothing when it is logged or turned into JSON. */
export interface KeyRing {
  /** Payloads in Temporal. */
  readonly codec: KeySet;
  /** Wraps the data key of each person. */
  readonly identity: KeySet;
  /** Hashes by which a resident is found again. Cannot be rotated without hashing anew. */
  readonly lookup: KeyObject;
  /** Hashes of request bodies, to tell a repeat from another request. */
  readonly body: KeyObject;
}

const keyText = z.string('must be text').regex(KEY_TEXT, `must be ${KEY_BYTES} bytes in base64`);
const keySet = z
  .strictObject(
    {
      current: z.string('must be the id of a key').regex(KEY_ID, 'must be the id of a key'),
      keys: z.record(
        z.string().regex(KEY_ID, 'has an id that is not of a-z, 0-9 and -, at most 32'),
        keyText,
        'must be an object of keys by id',
      ),
    },
    'must be {current, keys} and nothing else',
  )
  .refine((set) => Object.hasOwn(set.keys, set.current), { path: ['current'], error: 'names no key in keys' });

/** The JSON of the setting KETENPAD_KEYS. */
const keyRingSetting = z
  .strictObject(
    { codec: keySet, identity: keySet, lookup: keyText, body: keyText },
    'must be {codec, identity, lookup, body} and nothing else',
  )
  .refine((setting) => new Set(keyTextsOf(setting)).size === keyTextsOf(setting).length, {
    error: 'holds the same key twice; each use has a key of its own',
  });

type KeyRingSetting = {
  readonly codec: KeySetSetting;
  readonly identity: KeySetSetting;
  readonly lookup: string;
  readonly body: string;
};
type KeySetSetting = { readonly current: string; readonly keys: Readonly<Record<string, string>> };

function keyTextsOf(setting: KeyRingSetting): string[] {
  return [...Object.values(setting.codec.keys), ...Object.values(setting.identity.keys), setting.lookup, setting.body];
}

/** Reads KETENPAD_KEYS. Throws an Error that names the setting and what is wrong, and never holds anything of the value. */
export function parseKeyRing(text: string): KeyRing {
  const parsed = keyRingSetting.safeParse(jsonOf(text));
  if (!parsed.success) throw new Error(`${SETTING} ${parsed.error.issues.map(sayIssue).join('; ')}`);
  const setting = parsed.data;
  return {
    codec: keySetOf(setting.codec),
    identity: keySetOf(setting.identity),
    lookup: secret(setting.lookup),
    body: secret(setting.body),
  };
}

/** Fresh keys as the text of KETENPAD_KEYS, for a new installation. */
export function generateKeyRing(): string {
  const key = (): string => randomBytes(KEY_BYTES).toString('base64');
  const set = (): KeySetSetting => ({ current: 'k1', keys: { k1: key() } });
  const setting: KeyRingSetting = { codec: set(), identity: set(), lookup: key(), body: key() };
  return JSON.stringify(setting);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which holds keys.
    throw new Error(`${SETTING} is not JSON`);
  }
}

function keySetOf({ current, keys }: KeySetSetting): KeySet {
  const byId = new Map(Object.entries(keys).map(([id, text]) => [id, secret(text)]));
  const key = byId.get(current);
  if (key === undefined) throw new Error(`${SETTING} names no current key`);
  return { current: { id: current, key }, find: (id) => byId.get(id), ids: [...byId.keys()] };
}

function secret(text: string): KeyObject {
  return createSecretKey(text, 'base64');
}

function sayIssue(issue: z.core.$ZodIssue): string {
  // A part that is no key id may be a key that stands in the wrong place.
  const place = issue.path.map((part) => (typeof part === 'string' && KEY_ID.test(part) ? part : '?')).join('.');
  const what = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? 'has a wrong id') : issue.message;
  return place === '' ? what : `at ${place}: ${what}`;
}
