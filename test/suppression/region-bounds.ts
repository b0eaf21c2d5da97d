import loadHighs, { type Highs } from 'highs';
import { EVERY_CHAIN } from '../../src/audit/every-chain.ts';
import { REGION } from '../../src/audit/protect/block.ts';
import { nameOf, type Released, timesIn } from './released.ts';
import { isFew, residentsLeft, type Truth } from './truth.ts';

const WIDTH = 9;
const FAR = 5_000;
const TOLERANCE = 1e-6;
/** From so many on one aim at all of them is worth its time. */
const MANY = 4;

/** Numbers that nobody was told, as they truly are, and which of them add up to (or are taken from) what is known. */
interface Puzzle {
  readonly truth: number[];
  readonly signs: Map<string, Map<number, number>>;
}

/** Which hidden cells of one tree of measures in one year to ask for, and how wide each has to be. */
export interface Asked {
  readonly root: string;
  readonly year: string;
  readonly isAsked: (cell: string) => boolean;
  /** No count is below this: 0, or for what came late far less. */
  readonly least: number;
  readonly width: number;
}

/**
 * Between which numbers hidden cells must lie, by linear programming over everything that was told of a tree of measures,
 * in all chains together: every measure without its parts by segment, and by municipality and quarter; that is all that a
 * told cell can tell.
 * @returns those that can be narrowed down to less than the width.
 */
export async function narrowedIn(
  { told, sums }: Pick<Released, 'told' | 'sums'>,
  counted: (cell: string) => number,
  truth: Truth,
  { root, year, isAsked, least, width }: Asked,
): Promise<readonly string[]> {
  const tree = treeOf(truth, root);
  const { municipalities } = sums.accumulator.grid;
  const times = timesIn(year);
  const path = (id: string): readonly string[] => {
    const found = times.find((each) => each.id === id);
    const parent = found?.parent === null || found === undefined ? undefined : times[found.parent]?.id;
    return parent === undefined ? [id] : [id, ...path(parent)];
  };
  const quarters = times.filter(({ id }) => /^\d{4}-Q\d$/.test(id)).map(({ id }) => id);
  const cellsOfRegion = times
    .filter(({ segment }) => segment !== null)
    .map(({ id }) => ({ place: REGION, path: path(id) }));
  const cellsOfPlaces = municipalities.flatMap((place) => quarters.map((id) => ({ place, path: path(id) })));
  const puzzle: Puzzle = { truth: [], signs: new Map() };
  const bySignature = new Map<string, number>();
  const askedRows = new Map<string, Set<number>>();
  for (const { measure, chain, within, parts } of tree) {
    for (const { place, path: periods } of [...cellsOfRegion, ...cellsOfPlaces]) {
      const all = within.flatMap((each) =>
        periods.flatMap((period) =>
          [chain, EVERY_CHAIN].map((who) => nameOf({ measure: each, place, period, chain: who })),
        ),
      );
      const [period = ''] = periods;
      const value = (each: string): number => counted(nameOf({ measure: each, place, period, chain }));
      const weight = value(measure) - parts.reduce((sum, part) => sum + value(part), 0);
      const rows = all.filter((cell) => told.has(cell));
      const asked = all.filter((cell) => !told.has(cell) && isAsked(cell));
      const link = `${measure} ${chain} ${periods.find((each) => each.includes('Q'))}`;
      const signature = `${[...rows, ...asked].join()}|${link}|${place === REGION ? 'region' : 'place'}`;
      let index = bySignature.get(signature);
      if (index === undefined) {
        bySignature.set(signature, (index = puzzle.truth.push(0) - 1));
        for (const row of rows) put(puzzle, row, index, 1);
        put(puzzle, link, index, place === REGION ? 1 : -1);
        for (const cell of asked) askedRows.set(cell, (askedRows.get(cell) ?? new Set()).add(index));
      }
      puzzle.truth[index] = (puzzle.truth[index] ?? 0) + weight;
    }
  }
  return solve(puzzle, askedRows, least, width);
}

function put({ signs }: Puzzle, row: string, index: number, sign: number): void {
  const of = signs.get(row) ?? new Map<number, number>();
  of.set(index, sign);
  signs.set(row, of);
}

interface Leaf {
  readonly measure: string;
  readonly chain: string;
  /** The measures of which it is a part, itself included; and its own parts. */
  readonly within: readonly string[];
  readonly parts: readonly string[];
}

function treeOf(truth: Truth, root: string): readonly Leaf[] {
  const walk = (measure: string, above: readonly string[]): readonly Leaf[] => {
    const parts = [...truth.measures.values()].filter(({ parent }) => parent === measure).map((each) => each.measure);
    const within = [measure, ...above];
    const chains = [...(truth.measures.get(measure)?.chains ?? [])];
    const own = chains
      .filter((chain) => chain !== EVERY_CHAIN || chains.length === 1)
      .map((chain) => ({ measure, chain, within, parts }));
    return [...own, ...parts.flatMap((part) => walk(part, within))];
  };
  return walk(root, []);
}

let loading: Promise<Highs> | undefined;

async function solve(
  { truth, signs }: Puzzle,
  asked: ReadonlyMap<string, ReadonlySet<number>>,
  least: number,
  width: number,
): Promise<readonly string[]> {
  if (asked.size === 0) return [];
  const highs = await (loading ??= (loadHighs as unknown as typeof loadHighs.default)());
  const rows = [...signs.values()].map((row) => [...row]);
  const sums = rows.map((row) => row.reduce((sum, [index, sign]) => sum + sign * (truth[index] ?? 0), 0));
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.length);
  const model = highs.createModel({
    numCols: truth.length,
    numRows: rows.length,
    colCost: truth.map(() => 0),
    colLower: truth.map(() => least),
    colUpper: truth.map((value) => value + FAR),
    rowLower: sums,
    rowUpper: sums,
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: truth.length,
      starts,
      indices: rows.flatMap((row) => row.map(([index]) => index)),
      values: rows.flatMap((row) => row.map(([, sign]) => sign)),
    },
  });
  try {
    model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
    const reaches = [...asked].map(([cell, of]) => ({ cell, of: [...of], low: Infinity, high: -Infinity }));
    const isNarrow = (each: (typeof reaches)[number]): boolean => !(each.high - each.low >= width - TOLERANCE);
    // Rarely it loses its way from one aim to the next: then from the beginning.
    const runAnew = (): void => {
      model.clearSolver();
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
        throw new Error(
          `no bounds: ${model.getModelStatus()}, ${truth.filter((value) => value < least).length} impossible`,
        );
    };
    const aimAt = (aims: readonly (readonly [(typeof reaches)[number], number])[]): void => {
      const costs = truth.map(() => 0);
      for (const [{ of }, sign] of aims) for (const index of of) costs[index] = (costs[index] ?? 0) + sign;
      model.changeColsCost({ kind: 'range', from: 0, to: truth.length - 1 }, costs);
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) runAnew();
      const { colValue } = model.getSolution();
      for (const each of reaches) {
        const value = each.of.reduce((sum, index) => sum + (colValue[index] ?? 0), 0);
        each.low = Math.min(each.low, value);
        each.high = Math.max(each.high, value);
      }
    };
    // Most are wide at one of a few points that are possible; only the others are asked one by one.
    for (let round = 1; round < 256; round *= 2) {
      const open = reaches.filter(isNarrow);
      if (open.length < MANY) break;
      const aims = open.map((each, at) => [each, Math.floor(at / round) % 2 === 0 ? 1 : -1] as const);
      for (const turn of [1, -1]) aimAt(aims.map(([each, sign]) => [each, sign * turn]));
    }
    for (const each of reaches) for (const sign of [1, -1]) if (isNarrow(each)) aimAt([[each, sign]]);
    return reaches
      .filter(isNarrow)
      .map(({ cell, low, high }) => `${cell} lies between ${low.toFixed(2)} and ${high.toFixed(2)}`);
  } finally {
    model.dispose();
  }
}

/** Hidden cells that rest on one to nine residents have to stay so wide. */
export function hiddenAndSmall(
  { told }: Pick<Released, 'told'>,
  truth: Truth,
): Pick<Asked, 'isAsked' | 'least' | 'width'> {
  return { isAsked: (cell) => !told.has(cell) && isFew(residentsLeft(truth.at(cell), [])), least: 0, width: WIDTH };
}
