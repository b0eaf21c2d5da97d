/** Less than half of the digits of a double, so that products are exact. */
const PRIME = 67_108_859;

/** Numbers at which something stands, by index; 0 where nothing does. */
type Sparse = Map<number, number>;

interface Pivot {
  readonly column: number;
  readonly order: number;
  readonly row: Combined;
}

/** A sum of unknowns, what it is, and of which of the given sums it was made. */
interface Combined {
  readonly unknowns: Sparse;
  readonly of: Sparse;
  value: number;
}

/** What follows from given sums, and from which of them (by the order in which they were given). */
export interface Following {
  readonly value: number;
  readonly from: readonly number[];
}

/**
 * Sums of unknowns that may be anything, also less than nothing: says which other sums follow from those that were given
 * (Gauss). It counts modulo a prime, so that nothing is rounded; what follows has to be less than 33 million.
 */
export class Elimination {
  readonly #pivots = new Map<number, Pivot>();
  #given = 0;

  /** Sums with few unknowns first: the less they grow. */
  give(plus: readonly number[], minus: readonly number[], value: number): void {
    const row = combined(plus, minus, value);
    row.of.set(this.#given, 1);
    this.#given += 1;
    this.#reduce(row);
    const [column] = row.unknowns.keys();
    if (column === undefined) return;
    const scale = inverse(row.unknowns.get(column) ?? 1);
    for (const part of [row.unknowns, row.of]) for (const [at, factor] of part) part.set(at, times(factor, scale));
    row.value = times(row.value, scale);
    this.#pivots.set(column, { column, order: this.#pivots.size, row });
  }

  /** What the sum of these unknowns is; undefined when it does not follow. */
  following(unknowns: readonly number[]): Following | undefined {
    const rest = combined(unknowns, [], 0);
    this.#reduce(rest);
    if (rest.unknowns.size > 0) return undefined;
    const value = modulo(-rest.value);
    return { value: value > PRIME / 2 ? value - PRIME : value, from: [...rest.of.keys()] };
  }

  /** A pivot holds no column of an earlier one: taken away in their order, none comes back. */
  #reduce(row: Combined): void {
    for (let pivot = this.#firstIn(row); pivot !== undefined; pivot = this.#firstIn(row)) {
      const factor = row.unknowns.get(pivot.column) ?? 0;
      subtract(row.unknowns, pivot.row.unknowns, factor);
      subtract(row.of, pivot.row.of, factor);
      row.value = modulo(row.value - times(pivot.row.value, factor));
    }
  }

  #firstIn({ unknowns }: Combined): Pivot | undefined {
    let first: Pivot | undefined;
    for (const column of unknowns.keys()) {
      const pivot = this.#pivots.get(column);
      if (pivot !== undefined && (first === undefined || pivot.order < first.order)) first = pivot;
    }
    return first;
  }
}

function combined(plus: readonly number[], minus: readonly number[], value: number): Combined {
  const unknowns = new Map([...plus.map((at) => [at, 1] as const), ...minus.map((at) => [at, PRIME - 1] as const)]);
  return { unknowns, of: new Map(), value: modulo(value) };
}

function subtract(row: Sparse, pivot: Sparse, factor: number): void {
  for (const [at, each] of pivot) {
    const left = modulo((row.get(at) ?? 0) - times(each, factor));
    if (left === 0) row.delete(at);
    else row.set(at, left);
  }
}

function modulo(value: number): number {
  return ((value % PRIME) + PRIME) % PRIME;
}

function times(one: number, other: number): number {
  return (one * other) % PRIME;
}

/** By Euclid's algorithm. */
function inverse(value: number): number {
  let [rest, divisor] = [PRIME, value];
  let [before, now] = [0, 1];
  while (divisor > 1) {
    const quotient = Math.floor(rest / divisor);
    [rest, divisor] = [divisor, rest - quotient * divisor];
    [before, now] = [now, before - quotient * now];
  }
  return modulo(now);
}
