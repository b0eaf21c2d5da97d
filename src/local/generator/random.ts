/** A source of chance that gives the same row for the same seed. */
export interface Random {
  /** From 0 up to 1. */
  readonly next: () => number;
  /** True in this share of the cases. */
  readonly chance: (share: number) => boolean;
  /** A whole number from `low` up to and including `high`. */
  readonly whole: (low: number, high: number) => number;
  /** @throws RangeError for an empty list. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** A name, as often as its weight says; undefined when nothing has any weight. */
  readonly weighted: (weights: Readonly<Record<string, number>>) => string | undefined;
  /** Log-normal: half of the values lie below the median; with a spread of 0.5 two of three between 0.6 and 1.6 times it. */
  readonly around: (median: number, spread: number) => number;
}

/** mulberry32 (T. Ettinger, public domain), from the seed and a name, so that every story has chances of its own. */
export function randomOf(seed: number, name: string): Random {
  let state = hashOf(`${seed}/${name}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (share) => next() < share,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => pickFrom(list, next()),
    weighted: (weights) => weightedFrom(Object.entries(weights), next()),
    around: (median, spread) => median * Math.exp(spread * standardNormal(next(), next())),
  };
}

function pickFrom<T>(list: readonly T[], at: number): T {
  const picked = list[Math.floor(at * list.length)];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}

function weightedFrom(weights: readonly (readonly [string, number])[], at: number): string | undefined {
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  let left = at * total;
  for (const [name, weight] of weights) {
    if (weight > 0 && left < weight) return name;
    left -= weight;
  }
  return undefined;
}

/** Box and Muller. */
function standardNormal(one: number, other: number): number {
  return Math.sqrt(-2 * Math.log(1 - one)) * Math.cos(2 * Math.PI * other);
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash | 0;
}
