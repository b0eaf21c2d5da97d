import loadHighs from 'highs';
import type { GridNode } from '../../src/audit/protect/block.ts';
import { type Happening, isAt, type Region, type Told } from './region.ts';

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What is counted only as something else, e.g. in a measure but in none of its parts; one number of the puzzle each. */
type Atom = Omit<Happening, 'resident'>;

/** Between which numbers each figure must lie, when all counts are at least `least` and add up to what was told. */
export async function boundsOf(
  region: Region,
  told: readonly Told[],
  asked: readonly { readonly measure: string; readonly node: GridNode }[],
  least = 0,
): Promise<readonly Bounds[]> {
  const atoms = atomsOf(region);
  const rows = told.map((each) => indexesOf(atoms, isAt(region, each)));
  const starts = rows.reduce((all, row) => [...all, all.at(-1)! + row.length], [0]);
  const highs = await (loadHighs as unknown as typeof loadHighs.default)();
  const model = highs.createModel({
    numCols: atoms.length,
    numRows: rows.length,
    colCost: atoms.map(() => 0),
    colLower: atoms.map(() => least),
    colUpper: atoms.map(() => 100_000),
    rowLower: told.map(({ value }) => value),
    rowUpper: told.map(({ value }) => value),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: atoms.length,
      starts,
      indices: rows.flat(),
      values: rows.flat().map(() => 1),
    },
  });
  try {
    model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
    const lowest = (weights: readonly number[]): number => {
      model.changeColsCost({ kind: 'range', from: 0, to: atoms.length - 1 }, weights);
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error('no bounds');
      return model.getObjectiveValue();
    };
    return asked.map((each) => {
      const within = isAt(region, each);
      const low = lowest(atoms.map((atom) => (within(atom) ? 1 : 0)));
      return { low, high: -lowest(atoms.map((atom) => (within(atom) ? -1 : 0))) };
    });
  } finally {
    model.dispose();
  }
}

function atomsOf({ measures, chains, municipalities, times, happenings }: Region): readonly Atom[] {
  const segments = times.flatMap(({ segment }) => (segment === null ? [] : [segment]));
  const parentOf = new Map(measures.map(({ measure, parent }) => [measure, parent]));
  const path = (measure: string): readonly string[] => {
    const parent = parentOf.get(measure) ?? null;
    return parent === null ? [measure] : [...path(parent), measure];
  };
  return measures.flatMap(({ measure }) =>
    chains
      // Whoever knows the measures knows where nothing is left without its parts.
      .filter((chain) => happenings.some((each) => each.chain === chain && each.measures.at(-1) === measure))
      .flatMap((chain) =>
        municipalities.flatMap((_, municipality) =>
          segments.map((segment) => ({ chain, municipality, segment, measures: path(measure) })),
        ),
      ),
  );
}

function indexesOf(atoms: readonly Atom[], within: (atom: Atom) => boolean): readonly number[] {
  return atoms.flatMap((atom, index) => (within(atom) ? [index] : []));
}
