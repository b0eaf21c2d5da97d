import type { Row } from './classes.ts';
import type { System } from './system.ts';

/** A part of the system that has nothing to do with the others. */
export interface Component {
  readonly classes: readonly number[];
  readonly rows: readonly Row[];
}

/** Takes out what is fixed, and divides what is left into components. A class in no row at all is not bounded. */
export function componentsOf({ weights, rows }: System): {
  readonly isFixed: Uint8Array;
  readonly components: readonly Component[];
} {
  const isFixed = new Uint8Array(weights.length);
  let left = rows;
  for (let isDone = false; !isDone;) {
    isDone = true;
    left = left
      .map(({ plus, minus, node }) => ({
        plus: plus.filter((each) => isFixed[each] === 0),
        minus: minus.filter((each) => isFixed[each] === 0),
        node,
      }))
      .filter(({ plus, minus }) => plus.length + minus.length > 0);
    for (const row of left) {
      for (const each of fixedBy(row, weights)) {
        isFixed[each] = 1;
        isDone = false;
      }
    }
  }
  return { isFixed, components: divided(left, weights.length) };
}

function fixedBy({ plus, minus }: Row, weights: readonly number[]): readonly number[] {
  const all = [...plus, ...minus];
  const isOneSided = plus.length === 0 || minus.length === 0;
  const isNothing = isOneSided && all.every((each) => weights[each] === 0);
  return all.length === 1 || isNothing ? all : [];
}

function divided(rows: readonly Row[], size: number): readonly Component[] {
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
  const found = new Map<number, { classes: Set<number>; rows: Row[] }>();
  for (const row of rows) {
    const leader = leaderOf(row.plus[0] ?? row.minus[0] ?? 0);
    let component = found.get(leader);
    if (component === undefined) found.set(leader, (component = { classes: new Set(), rows: [] }));
    component.rows.push(row);
    for (const each of [...row.plus, ...row.minus]) component.classes.add(each);
  }
  return [...found.values()].map(({ classes, rows: within }) => ({ classes: [...classes], rows: within }));
}
