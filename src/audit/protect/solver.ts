import loadHighs, { type Highs } from 'highs';
import type { Row } from './classes.ts';
import type { Component } from './reduce.ts';

/** Everything that a component may be, as far as is known: all classes at least 0, all rows as they are. */
export interface Polytope {
  /** What each class is where the sum with these weights is as high as it can be; null when that was not found. */
  readonly highest: (aim: ReadonlyMap<number, number>) => ((of: number) => number) | null;
  /** The rows that kept the last sum from being higher. */
  readonly tight: () => readonly Row[];
  readonly dispose: () => void;
}

/** Nobody needs to know more than that it can be much more. */
const FAR = 10_000;
const TOLERANCE = 1e-7;

/** Loads HiGHS (WebAssembly), once. */
export async function loadSolver(): Promise<(component: Component, weights: readonly number[]) => Polytope> {
  loading ??= loaderOf(loadHighs)();
  const highs = await loading;
  return (component, weights) => polytopeOf(highs, component, weights);
}
let loading: Promise<Highs> | undefined;

/** The package says its types for CommonJS only: as a module, its default is the loader itself. */
function loaderOf(imported: unknown): typeof loadHighs.default {
  return imported as typeof loadHighs.default;
}

function polytopeOf(highs: Highs, { classes, rows }: Component, weights: readonly number[]): Polytope {
  const truth = classes.map((each) => weights[each] ?? 0);
  const columns = new Map(classes.map((each, index) => [each, index]));
  const entries = rows.map(({ plus, minus }) => [
    ...plus.map((each) => [columns.get(each) ?? 0, 1] as const),
    ...minus.map((each) => [columns.get(each) ?? 0, -1] as const),
  ]);
  const sums = entries.map((row) => row.reduce((sum, [column, sign]) => sum + sign * (truth[column] ?? 0), 0));
  const starts = [0];
  for (const row of entries) starts.push((starts.at(-1) ?? 0) + row.length);
  const model = highs.createModel({
    numCols: classes.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: classes.map(() => 0),
    colLower: classes.map(() => 0),
    colUpper: truth.map((value) => value + FAR),
    rowLower: sums,
    rowUpper: sums,
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: classes.length,
      starts,
      indices: entries.flatMap((row) => row.map(([column]) => column)),
      values: entries.flatMap((row) => row.map(([, sign]) => sign)),
    },
  });
  model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
  return {
    highest: (aim) => {
      model.changeColsCost(
        { kind: 'range', from: 0, to: classes.length - 1 },
        classes.map((each) => aim.get(each) ?? 0),
      );
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
      const { colValue } = model.getSolution();
      return (of) => colValue[columns.get(of) ?? -1] ?? 0;
    },
    tight: () => {
      const { rowDual } = model.getSolution();
      return rows.flatMap(({ whole }, row) => (Math.abs(rowDual[row] ?? 0) > TOLERANCE ? [whole] : []));
    },
    dispose: () => model.dispose(),
  };
}
