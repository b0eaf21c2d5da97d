import { EVERY_CHAIN } from '../every-chain.ts';
import type { Classes } from './classes.ts';
import type { Family } from './family.ts';
import type { Piece } from './pieces.ts';

/** The cells of one piece. */
export interface CellsOf {
  readonly piece: Piece;
  /** Class of each municipality at each finest placed time, and of each segment; -1 where nothing is asked. */
  readonly placed: readonly number[];
  readonly timed: readonly number[];
  readonly isPlaced: boolean;
}

/** Classes of which the sum may not be narrowed down. As more is hidden, what was wide under this label stays wide. */
export interface Check {
  readonly label: string;
  readonly classes: readonly number[];
}

/** What is asked for: these nodes, and of what is left without the known parts (and of classes) what counts so much. */
export interface Asked {
  readonly isNode: (node: number) => boolean;
  readonly isRest: (value: number) => boolean;
}

/** Which classes together are one of the things that are asked for. */
export function checksOf(
  family: Family,
  classes: Classes,
  cells: readonly CellsOf[],
  { isNode, isRest }: Asked,
): readonly Check[] {
  const { layout, sheets, parents } = family;
  const checks = new Map<string, Check>();
  const add = (label: string, found: readonly number[] | undefined): void => {
    const key = found?.join();
    if (found !== undefined && key !== undefined && !checks.has(key)) checks.set(key, { label, classes: found });
  };
  classes.weights.forEach((weight, index) => {
    if (isRest(weight)) add(`class ${classes.labels[index]} ${classes.cells[index]}`, [index]);
  });
  const under = cellsUnder(family);
  const isUnder = (measure: number, above: number): boolean => {
    if (measure === above) return true;
    const parent = parents[measure] ?? null;
    return parent !== null && isUnder(parent, above);
  };
  const within = (of: readonly CellsOf[], position: number): readonly number[] | undefined =>
    wholeOf(classes, of, under[position] ?? [], position < layout.at(0, 0));
  for (let position = 0; position < layout.size; position += 1) {
    for (const each of cells) {
      if (isRest(each.piece.n[position] ?? 0)) add(`piece ${each.piece.label} ${position}`, within([each], position));
    }
    for (const { first, measure, chain } of sheets) {
      const node = first + position;
      if (!isNode(node)) continue;
      const of = cells.filter(
        ({ piece }) => (chain === EVERY_CHAIN || piece.chain === chain) && isUnder(piece.measure, measure),
      );
      // A part of which nothing is known lies in what is left of its parent, which is looked at itself.
      if (of.length > 0) add(`node ${node}`, within(of, position));
    }
  }
  return [...checks.values()];
}

/** Indexes of the cells (segments, or municipality and finest placed time) under each position. */
function cellsUnder({ layout }: Family): readonly (readonly number[])[] {
  const under: number[][] = Array.from({ length: layout.size }, () => []);
  layout.regionPaths.forEach((path, segment) => path.forEach((position) => under[position]?.push(segment)));
  layout.placePaths.forEach((paths, municipality) =>
    paths.forEach((path, finest) =>
      path.forEach((position) => under[position]?.push(municipality * paths.length + finest)),
    ),
  );
  return under;
}

/**
 * The classes that make up a node; undefined when it cuts through one that is not empty. What such a class holds can lie
 * on either side of the cut, so then the node is as wide as that class.
 */
function wholeOf(
  classes: Classes,
  of: readonly CellsOf[],
  cells: readonly number[],
  isTimed: boolean,
): readonly number[] | undefined {
  const counts = new Map<number, number>();
  for (const { timed, placed, isPlaced } of of) {
    // Of municipalities nothing is known: what the region has can lie in any of them.
    if (!isTimed && !isPlaced) return undefined;
    for (const cell of cells) {
      const found = (isTimed ? timed : placed)[cell] ?? -1;
      if (found >= 0) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  const whole: number[] = [];
  for (const [index, count] of counts) {
    if (count === classes.cells[index]) whole.push(index);
    else if ((classes.weights[index] ?? 0) > 0) return undefined;
  }
  return whole.toSorted((a, b) => a - b);
}
