import { nodeOf } from '../../audit/accumulate/accumulator.ts';
import { cellsAt, type Met, metIn } from '../../audit/accumulate/node-cells.ts';
import type { Verdicts } from '../../audit/accumulate/shown.ts';
import type { Cells } from '../../audit/figures/cells.ts';
import { gapItems } from '../../audit/figures/conformance-items.ts';
import type { ConformanceItem } from '../../audit/figures/items.ts';
import { stepDurationItems } from '../../audit/figures/duration-items.ts';
import { itemsOf } from '../../audit/figures/items-of.ts';
import type { Population } from '../../audit/figures/population.ts';
import { kindOf } from '../../audit/periods.ts';
import { REGION } from '../../audit/protect/block.ts';
import type { InhabitantsRow } from '../../reading/inhabitants.ts';
import type { KeptFigure } from '../../reading/keep-release.ts';
import type { AddedUp } from './add-up.ts';
import { endOf } from './grid.ts';
import { chainNames } from './names.ts';

export interface FiguresOf {
  /** The closed periods of the grid. */
  readonly periods: readonly string[];
  readonly inhabitants: readonly InhabitantsRow[];
}

/** Every answer of every route, for the region and each municipality: what may not be shown is not in it. */
export function drawFigures(
  sums: AddedUp,
  verdicts: Verdicts,
  { periods, inhabitants }: FiguresOf,
): readonly KeptFigure[] {
  const { accumulator, cooperations } = sums;
  const met = metIn(accumulator);
  return periods.flatMap((period) => {
    const kind = kindOf(period);
    const places = kind === 'year' || kind === 'quarter' ? [REGION, ...accumulator.grid.municipalities] : [REGION];
    return places.flatMap((place) => {
      const pairs = cooperations.pairsAt(nodeOf(place, period));
      const cells = withPairs(cellsAt(accumulator, verdicts, met, { place, period }, endOf), pairs);
      const at = { place, period };
      const whole = Object.entries(itemsOf(cells, chainNames, kind, populationOf(place, inhabitants)));
      return [
        ...whole.map(([route, body]): KeptFigure => {
          const more = route === 'conformance' && place === REGION ? gaps(sums, verdicts, met, period) : [];
          return { route, by: '', ...at, body: [...body, ...more] };
        }),
        { route: 'durations', by: 'step', ...at, body: stepDurationItems(cells, chainNames) },
      ];
    });
  });
}

/** What each municipality lacks, side by side; only of periods that are told of per municipality. */
function gaps({ accumulator }: AddedUp, verdicts: Verdicts, met: Met, period: string): readonly ConformanceItem[] {
  const kind = kindOf(period);
  if (kind !== 'year' && kind !== 'quarter') return [];
  return accumulator.grid.municipalities.flatMap((place) => {
    const cells = cellsAt(accumulator, verdicts, met, { place, period }, endOf);
    return chainNames.chains.flatMap((chain) => gapItems(cells, chainNames, chain, place));
  });
}

const PAIRS = 'samenwerking.';

/** Pairs of organisations are counted from ten residents on each, so that they tell of nobody. */
function withPairs(cells: Cells, pairs: ReadonlyMap<string, number>): Cells {
  const measures = [...pairs.keys()].map((domains) => `${PAIRS}${domains}`).sort();
  return {
    ...cells,
    count: (chain, measure) =>
      measure.startsWith(PAIRS) ? (pairs.get(measure.slice(PAIRS.length)) ?? 0) : cells.count(chain, measure),
    measures: (chain, prefix) => (prefix === PAIRS ? measures : cells.measures(chain, prefix)),
  };
}

/** Of the region only when it is known of every municipality, by the same source on the same day. */
function populationOf(place: string, rows: readonly InhabitantsRow[]): Population | undefined {
  const own = rows.filter(({ municipality }) => place === REGION || municipality === place);
  const [first] = own;
  if (first === undefined) return undefined;
  const { source, date } = first;
  if (own.some((each) => each.source !== source || each.date !== date)) return undefined;
  const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  const older = own.flatMap(({ over65 }) => over65 ?? []);
  const over65 = older.length === own.length ? sumOf(older) : null;
  return { inhabitants: sumOf(own.map((each) => each.inhabitants)), over65, source, date };
}
