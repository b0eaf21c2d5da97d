import type { Row } from './classes.ts';
import type { System } from './system.ts';

/** A row without what is fixed; `whole` is the row as it was. */
export interface ReducedRow extends Pick<Row, 'plus' | 'minus'> {
  readonly whole: Row;
}

/** A part of the system that has nothing to do with the others. */
export interface Component {
  readonly classes: readonly number[];
  readonly rows: readonly ReducedRow[];
}

export interface Reduced {
  /** What can be only one number, with the row that tells it. */
  readonly fixed: ReadonlyMap<number, Row>;
  /** A class in none of these, and not fixed, is not bounded at all. */
  readonly components: readonly Component[];
}

/** Takes out what is fixed, and divides what is left into components. */
export function reduced({ weights, rows }: System): Reduced {
  const fixed = new Map<number, Row>();
  let left: readonly ReducedRow[] = rows.map((whole) => ({ plus: whole.plus, minus: whole.minus, whole }));
  for (let count = -1; count !== fixed.size;) {
    count = fixed.size;
    for (const row of left) for (const each of fixedBy(row, weights)) if (!fixed.has(each)) fixed.set(each, row.whole);
    const isOpen = (each: number): boolean => !fixed.has(each);
    left = left
      .map(({ plus, minus, whole }) => ({ plus: plus.filter(isOpen), minus: minus.filter(isOpen), whole }))
      .filter(({ plus, minus }) => plus.length + minus.length > 0);
  }
  return { fixed, components: divided(left, weights.length) };
}

/** The nodes that together tell these rows, and what was taken out of them. */
export function tellersOf(rows: readonly Row[], { fixed }: Reduced): readonly number[] {
  const seen = new Set<Row>();
  const open = [...rows];
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    if (seen.has(row)) continue;
    seen.add(row);
    for (const each of [...row.plus, ...row.minus]) open.push(...(fixed.has(each) ? [fixed.get(each) ?? row] : []));
  }
  return [...new Set([...seen].flatMap(({ nodes }) => nodes))];
}

function fixedBy({ plus, minus }: ReducedRow, weights: readonly number[]): readonly number[] {
  const all = [...plus, ...minus];
  const isOneSided = plus.length === 0 || minus.length === 0;
  const isNothing = isOneSided && all.every((each) => weights[each] === 0);
  return all.length === 1 || isNothing ? all : [];
}

function divided(rows: readonly ReducedRow[], size: number): readonly Component[] {
  const leaders = Int32Array.from({ length: size }, (_, index) => index);
  const leaderOf = (index: number): number => {
    let at = index;
    while (leaders[at] !== at) at = leaders[at] = leaders[leaders[at] ?? at] ?? at;
    return at;
  };
  for (const { plus, minus } of rows) {
    const [first = 0, ...others] = [...plus, ...minus];
    for (const other of others) leaders[leaderOf(other)] = leaderOf(first);
  }
  const found = new Map<number, { classes: Set<number>; rows: ReducedRow[] }>();
  for (const row of rows) {
    const leader = leaderOf(row.plus[0] ?? row.minus[0] ?? 0);
    let component = found.get(leader);
    if (component === undefined) found.set(leader, (component = { classes: new Set(), rows: [] }));
    component.rows.push(row);
    for (const each of [...row.plus, ...row.minus]) component.classes.add(each);
  }
  return [...found.values()].map(({ classes, rows: within }) => ({ classes: [...classes], rows: within }));
}
