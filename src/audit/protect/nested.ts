import { EVERY_CHAIN } from '../every-chain.ts';
import { type Block, type CountedMeasure, THRESHOLD } from './block.ts';
import type { Layout } from './layout.ts';
import { sheetOf } from './sheet.ts';

/** A measure that in one chain is nowhere more than another one that it is no part of: perhaps it always lies in it. */
export interface Nested {
  readonly chain: string;
  readonly inner: CountedMeasure;
  readonly outer: CountedMeasure;
  /** What is left of the outer one, at every node. */
  readonly left: Float64Array;
}

interface Sized {
  readonly measure: CountedMeasure;
  readonly root: string;
  readonly n: ArrayLike<number>;
  readonly total: number;
}

/** All such pairs of measures that are large enough to be shown at all. Of those that are equal the first is the outer one. */
export function nestedIn({ measures, chains, outermost = null }: Block, layout: Layout): readonly Nested[] {
  const byName = new Map(measures.map((each) => [each.measure, each]));
  const rootOf = ({ measure, parent, same }: CountedMeasure): string => {
    const above = byName.get(parent ?? same ?? '');
    return above === undefined ? measure : rootOf(above);
  };
  return chains.flatMap((chain) => {
    if (chain === EVERY_CHAIN) return [];
    const sized = measures.flatMap((measure): readonly Sized[] => {
      const n = measure.counts.get(chain)?.n;
      if (n === undefined || (measure.same ?? null) !== null) return [];
      const total = Array.from(n).reduce((sum, each) => sum + each, 0);
      return total < THRESHOLD ? [] : [{ measure, root: rootOf(measure), n, total }];
    });
    return sized.flatMap((inner, at) =>
      sized.flatMap((outer, other): readonly Nested[] => {
        if (outermost !== null && outer.measure.measure !== outermost) return [];
        if (outer.root === inner.root || outer.total < inner.total) return [];
        if (outer.total === inner.total && other > at) return [];
        if (!isNowhereMore(inner.n, outer.n)) return [];
        const left = {
          n: Float64Array.from(outer.n, (value, cell) => value - (inner.n[cell] ?? 0)),
          mass: [],
          massAll: [],
        };
        return [{ chain, inner: inner.measure, outer: outer.measure, left: sheetOf(layout, left).n }];
      }),
    );
  });
}

function isNowhereMore(inner: ArrayLike<number>, outer: ArrayLike<number>): boolean {
  for (let cell = 0; cell < inner.length; cell += 1) if ((inner[cell] ?? 0) > (outer[cell] ?? 0)) return false;
  return true;
}

/**
 * Whether what is shown of both could tell of a few that are in the outer one alone: where both are shown, there or as a
 * difference with a wider node; or where the one is shown and tells the other, for hardly more is in it.
 */
export function tellsOfRest(layout: Layout, { left }: Nested, isInner: Shows, isOuter: Shows): boolean {
  const pairs = widerOf(layout);
  const isBoth = (position: number): boolean => isInner(position) && isOuter(position);
  const isFew = (value: number): boolean => value > 0 && value < THRESHOLD;
  const at = (position: number): number => left[position] ?? 0;
  for (let position = 0; position < layout.size; position += 1) {
    if (isBoth(position) && isFew(at(position))) return true;
    if (isInner(position) && !isOuter(position) && at(position) < 2 * THRESHOLD) return true;
  }
  return pairs.some(([low, up]) => isBoth(low) && isBoth(up) && isFew(at(up) - at(low)));
}

type Shows = (position: number) => boolean;

const known = new WeakMap<Layout, readonly (readonly [low: number, up: number])[]>();

/** Every position with each that it lies in. */
function widerOf(layout: Layout): readonly (readonly [low: number, up: number])[] {
  const found = known.get(layout);
  if (found !== undefined) return found;
  const above = [...layout.regionPaths, ...layout.placePaths.flat()].flatMap((path) =>
    path.flatMap((low, from) => path.slice(from + 1).map((up) => [low, up] as const)),
  );
  const regions = layout.placeLines.flatMap(({ parent, children }) =>
    children.map((child) => [child, parent] as const),
  );
  const pairs = new Map([...above, ...regions].map((pair) => [pair.join(), pair]));
  known.set(layout, [...pairs.values()]);
  return [...pairs.values()];
}
