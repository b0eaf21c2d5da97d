/** Deeper than any form, shallow enough for the stack. */
const MAX_DEPTH = 100;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * JSON in one form only (RFC 8785): keys sorted by UTF-16 code units, no white space, numbers as ECMAScript writes them.
 * Throws TypeError for what JSON cannot hold: undefined, functions, symbols, bigints, numbers that are not finite, lone
 * surrogates, objects of a class; and for more than 100 levels.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new TypeError(`more than ${MAX_DEPTH} levels deep`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number that is not finite');
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`JSON cannot hold a value of type ${typeof value}`);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]`;
  return writeObject(value, depth);
}

function writeObject(value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('JSON cannot hold an object of a class');
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeString(key)}:${write(member, depth + 1)}`);
  return `{${members.join(',')}}`;
}

function writeString(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new TypeError('text with half a character');
  return JSON.stringify(text);
}
