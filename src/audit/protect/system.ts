import { type Asked, type CellsOf, type Check, checksOf } from './checks.ts';
import { Classes, type Link, type Row } from './classes.ts';
import { type Family, isSmall } from './family.ts';
import { type Piece, piecesOf } from './pieces.ts';

/**
 * What is known, as sums of what is not: cells that no known node tells apart are one class. Every class is at least 0.
 */
export interface System {
  /** What each class really is. */
  readonly weights: readonly number[];
  readonly rows: readonly Row[];
  readonly checks: readonly Check[];
}

/** Asks for all that is hidden and small. */
export function systemOf(family: Family, known: Uint8Array): System {
  const { n, mass } = family;
  return systemAsking(family, known, {
    isNode: (node) => known[node] !== 1 && isSmall(n[node] ?? 0, mass[node] ?? 0),
    isRest: (value) => isSmall(value, value),
  });
}

/** Asks for all that is not known, whatever it is. */
export function systemOfAll(family: Family, known: Uint8Array): System {
  return systemAsking(family, known, { isNode: (node) => known[node] !== 1, isRest: () => true });
}

function systemAsking(family: Family, known: Uint8Array, asked: Asked): System {
  const classes = new Classes((node) => [node, ...knownBelow(family, known, node)]);
  const each = piecesOf(family, known).map((piece) => cellsOf(family, known, classes, piece));
  return {
    weights: classes.weights,
    rows: [...classes.rows.values()],
    checks: checksOf(family, classes, each, asked),
  };
}

/** The highest known nodes below a node, in time. */
function knownBelow(family: Family, known: Uint8Array, node: number): readonly number[] {
  const { size, below } = family.layout;
  const first = node - (node % size);
  return (below[node % size] ?? []).flatMap((position) =>
    known[first + position] === 1 ? [first + position] : knownBelow(family, known, first + position),
  );
}

function cellsOf(family: Family, known: Uint8Array, classes: Classes, piece: Piece): CellsOf {
  const { layout } = family;
  const firstOfPlaces = layout.at(0, 0);
  const isPlaced =
    layout.municipalities === 1 ||
    piece.within.some((first) => known.subarray(first + firstOfPlaces, first + layout.size).includes(1));
  const put = (path: readonly number[], link: Link): number => {
    // The lowest known node on each sheet: those above it are sums of it and others.
    const nodes = piece.within.flatMap((first) => {
      const lowest = path.find((position) => known[first + position] === 1);
      return lowest === undefined ? [] : [first + lowest];
    });
    const [cell = 0] = path;
    return classes.put({ label: `${piece.label}/${cell}`, weight: piece.n[cell] ?? 0, nodes, link });
  };
  /** Municipalities and segments add up to the same, which is a number where the piece is known there. */
  const linkOf = (finest: number, side: 'plus' | 'minus'): Link => {
    const position = layout.finest[finest];
    if (!isPlaced || position === undefined) return null;
    const nodes = piece.definedBy.map((first) => first + position);
    const isFixed = nodes.every((node) => known[node] === 1);
    return isFixed && side === 'minus' ? null : { name: `${piece.label}=${finest}`, side, nodes: isFixed ? nodes : [] };
  };
  const timed = layout.regionPaths.map((path, segment) => put(path, linkOf(layout.finestOf[segment] ?? -1, 'minus')));
  const placed = layout.placePaths.flatMap((paths) =>
    paths.map((path, finest) => (isPlaced ? put(path, linkOf(finest, 'plus')) : -1)),
  );
  return { piece, placed, timed, isPlaced };
}
