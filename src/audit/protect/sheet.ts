import type { Counts } from './block.ts';
import type { Layout } from './layout.ts';

/** One measure of one chain, or of all chains together, added up to every node of the grid. */
export interface Sheet {
  readonly n: Float64Array;
  readonly mass: Float64Array;
  /** Residents in what is a part of all chains together: each once over the chains. */
  readonly share: Float64Array;
}

export function sheetOf(layout: Layout, { n, mass, massAll }: Counts): Sheet {
  const sheet = emptySheet(layout);
  for (let municipality = 0; municipality < layout.municipalities; municipality += 1) {
    for (let segment = 0; segment < layout.segments; segment += 1) {
      const cell = municipality * layout.segments + segment;
      const counted = n[cell] ?? 0;
      if (counted === 0) continue;
      const inPlace = layout.placePaths[municipality]?.[layout.finestOf[segment] ?? -1] ?? [];
      for (const positions of [layout.regionPaths[segment] ?? [], inPlace]) {
        for (const position of positions) {
          sheet.n[position] = (sheet.n[position] ?? 0) + counted;
          sheet.mass[position] = (sheet.mass[position] ?? 0) + (mass[cell] ?? 0);
          sheet.share[position] = (sheet.share[position] ?? 0) + (massAll[cell] ?? 0);
        }
      }
    }
  }
  return sheet;
}

/** All chains together: of each the residents that were counted there first. */
export function sheetOfAll(layout: Layout, sheets: readonly Sheet[]): Sheet {
  const all = emptySheet(layout);
  for (const { n, share } of sheets) {
    for (let position = 0; position < layout.size; position += 1) {
      all.n[position] = (all.n[position] ?? 0) + (n[position] ?? 0);
      all.mass[position] = (all.mass[position] ?? 0) + (share[position] ?? 0);
    }
  }
  all.share.set(all.mass);
  return all;
}

function emptySheet({ size }: Layout): Sheet {
  return { n: new Float64Array(size), mass: new Float64Array(size), share: new Float64Array(size) };
}
