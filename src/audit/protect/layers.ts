import { grouped } from '../grouped.ts';
import type { Family } from './family.ts';

/**
 * The nodes in the order in which they get their say: what is decided keeps its place against what comes later. Whole
 * before part, in time, place and measure alike, so that what a node is a part of has always been decided before it.
 */
export function layersOf({ layout, sheets, parents }: Family): readonly (readonly number[])[] {
  const depthOf = (measure: number): number => {
    const parent = parents[measure] ?? null;
    return parent === null ? 0 : 1 + depthOf(parent);
  };
  const nodes = sheets.flatMap(({ first, measure }) =>
    layout.depths.map(({ time, isPlace }, position) => ({
      node: first + position,
      rank: 2 * time + (isPlace ? MUNICIPALITIES_LATER : 0) + PARTS_LATER * depthOf(measure),
    })),
  );
  const byRank = [...grouped(nodes, ({ rank }) => rank)].toSorted(([a], [b]) => a - b);
  return byRank.map(([, layer]) => layer.map(({ node }) => node));
}

/** Year, quarter, municipality by year, month, municipality by quarter, week; and a part from three later. */
const MUNICIPALITIES_LATER = 3;
const PARTS_LATER = 3;
