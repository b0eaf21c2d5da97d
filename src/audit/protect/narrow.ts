import { grouped } from '../grouped.ts';
import { THRESHOLD } from './block.ts';
import { type Component, reduced, type Reduced, tellersOf } from './reduce.ts';
import { loadSolver, type Polytope } from './solver.ts';
import type { System } from './system.ts';
import type { Check } from './checks.ts';
import type { Row } from './classes.ts';

/** So wide what is hidden has to stay, at least. */
const WIDTH = THRESHOLD;
/** An aim at many at once takes as long as questions about so many of them. */
const MANY = 3;
/** So many reasons in one go: with each of them hidden, most of the others are gone. */
const ENOUGH = 16;
const TOLERANCE = 1e-6;

/** A check that fails, and the nodes that together tell too much. */
export interface Narrow {
  readonly label: string;
  readonly tellers: readonly number[];
}

/** How far a part of a check is known to reach, within one component. */
interface Reach {
  readonly check: Check;
  readonly part: readonly number[];
  low: number;
  high: number;
}

/**
 * Which sums of classes everything that is known narrows down to less than the threshold (the bounds of a sum of hidden
 * cells by linear programming), as the nodes that tell them. Labels of what is found wide enough are put in `wide`, and
 * are not asked again. What is wide already at a few points that are possible is not asked any further.
 */
export async function narrowOf(system: System, wide: Set<string>): Promise<Narrow[]> {
  const { weights, rows, checks } = system;
  const all = reduced(system);
  const { fixed, components } = all;
  const componentAt = new Map(components.flatMap((each) => each.classes.map((of) => [of, each] as const)));
  const found: Narrow[] = [];
  const asked = new Map<Component, Reach[]>();
  for (const check of checks.filter(({ label }) => !wide.has(label))) {
    const open = check.classes.filter((each) => !fixed.has(each));
    const parts = grouped(open, (each) => componentAt.get(each));
    const width = [...parts].reduce(
      (sum, [of, part]) => sum + (of === undefined ? Infinity : widthInOne(of, part, weights)),
      0,
    );
    if (width >= WIDTH) {
      wide.add(check.label);
      continue;
    }
    // Of several components one has to be wide by itself: simpler, and never less safe.
    const [larger] = [...parts.keys()].filter((of) => (of?.rows.length ?? 0) > 1);
    if (larger === undefined) {
      found.push({ label: check.label, tellers: tellersOf(rowsWith(rows, check.classes), all) });
      continue;
    }
    const part = parts.get(larger) ?? [];
    const value = sumOf(part, weights);
    asked.set(larger, [...(asked.get(larger) ?? []), { check, part, low: value, high: value }]);
  }
  if (asked.size === 0) return found;
  const solve = await loadSolver();
  for (const [component, reaches] of asked) {
    const polytope = solve(component, weights);
    try {
      found.push(...narrowIn(all, component, reaches, polytope, wide));
    } finally {
      polytope.dispose();
    }
  }
  return found;
}

/** Where one sum is all that is known, a part of it can be all or nothing. */
function widthInOne(
  { rows: [row, ...others] }: Component,
  part: readonly number[],
  weights: readonly number[],
): number {
  if (row === undefined || others.length > 0) return 0;
  if (row.minus.length > 0 && row.plus.length > 0) return Infinity;
  const all = [...row.plus, ...row.minus];
  return part.length === all.length ? 0 : sumOf(all, weights);
}

function narrowIn(
  all: Reduced,
  component: Component,
  reaches: readonly Reach[],
  polytope: Polytope,
  wide: Set<string>,
): readonly Narrow[] {
  const whole = component.rows.map((row) => row.whole);
  const random = signs(component.classes.length + reaches.length);
  const isNarrow = ({ low, high }: Reach): boolean => high - low < WIDTH - TOLERANCE;
  /** Some point where these are together as high, or with -1 as low, as can be. */
  const reach = (towards: readonly (readonly [Reach, number])[]): boolean => {
    const aim = new Map<number, number>();
    for (const [{ part }, sign] of towards) for (const each of part) aim.set(each, (aim.get(each) ?? 0) + sign);
    const point = polytope.highest(aim);
    if (point === null) return false;
    for (const each of reaches) {
      const value = each.part.reduce((sum, of) => sum + point(of), 0);
      each.low = Math.min(each.low, value);
      each.high = Math.max(each.high, value);
    }
    return true;
  };
  for (let isWorthIt = true; isWorthIt;) {
    const open = reaches.filter(isNarrow);
    if (open.length < MANY) break;
    const isSolved = reach(open.map((each) => [each, random()]));
    isWorthIt = isSolved && open.length - reaches.filter(isNarrow).length >= MANY;
  }
  const found: Narrow[] = [];
  for (const each of reaches) {
    const tight = [1, -1].flatMap((sign) => {
      if (!isNarrow(each) || found.length >= ENOUGH) return [];
      // What is not known to be wide is hidden: then all that touches it tells.
      const isSolved = reach([[each, sign]]);
      return isSolved ? polytope.tight() : rowsWith(whole, each.part);
    });
    if (!isNarrow(each)) wide.add(each.check.label);
    else if (found.length < ENOUGH) found.push({ label: each.check.label, tellers: tellersOf(tight, all) });
  }
  return found;
}

function rowsWith(rows: readonly Row[], classes: readonly number[]): readonly Row[] {
  return rows.filter(({ plus, minus }) => classes.some((each) => plus.includes(each) || minus.includes(each)));
}

function sumOf(classes: readonly number[], weights: readonly number[]): number {
  return classes.reduce((sum, each) => sum + (weights[each] ?? 0), 0);
}

/** Plus and minus one by turns that look like chance, the same every time (xorshift). */
function signs(seed: number): () => 1 | -1 {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state & 64) === 0 ? 1 : -1;
  };
}
