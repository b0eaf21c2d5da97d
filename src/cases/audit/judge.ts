import type { Accumulator, Counted } from '../../audit/accumulate/accumulator.ts';
import { sumsOf } from '../../audit/emissions/sums.ts';
import { isTallyShown, timesOf, type Verdicts } from '../../audit/accumulate/shown.ts';
import { isClosed, kindOf, type PeriodKind, segmentsOf } from '../../audit/periods.ts';
import { type Block, type CountedMeasure, type Time, timesOfYear, type Verdict } from '../../audit/protect/block.ts';
import { protectBlock } from '../../audit/protect/protect-block.ts';
import { protectStocks, type Stocks } from '../../audit/protect/protect-stocks.ts';
import { beginOf, endOf } from './grid.ts';
import type { EarlierOf } from './told-cells.ts';

/** The kinds of period that are told of per municipality. */
const PLACED: readonly PeriodKind[] = ['year', 'quarter'];

export interface Judging {
  /** The closed periods that are told of, and the local day of today. */
  readonly periods: readonly string[];
  readonly today: string;
  readonly earlier: EarlierOf;
}

/** Decides of everything that was counted whether it may be shown, year by year and moment by moment. */
export async function judge(
  accumulator: Accumulator,
  { periods, today, earlier }: Judging,
  tell: (what: string) => void,
): Promise<Verdicts> {
  const { municipalities } = accumulator.grid;
  const placed = new Set(periods.filter((each) => PLACED.includes(kindOf(each))).map((each) => `${endOf(each)}`));
  const years = new Map<string, Verdict>();
  for (const year of yearsOf(accumulator)) {
    tell(year);
    const times = timesOfYear(segmentsOf(year));
    const measures = measuresAt(accumulator, 'tally', year);
    const earlierOfYear = earlier((time) => time.slice(0, 4) === year && !isMoment(time));
    const block = blockOf({
      municipalities,
      earlier: earlierOfYear,
      times,
      measures,
      isClosed: (time) => isOver(time, today),
      sums: sumsOf(measures, accumulator.grid.chains),
    });
    years.set(year, await protectBlock(block));
  }
  tell('what was there at the end of each period');
  const times = new Map(periods.map((period) => [period, timesOf(period)]));
  const flows: Verdict = (measure, node) =>
    isTallyShown({ years }, measure, node, times.get(node.time) ?? timesOf(node.time));
  const moments = await protectStocks({
    moments: new Map(
      accumulator.grid.moments.map((moment) => [
        `${moment}`,
        momentBlock(accumulator, { id: `${moment}`, hasPlaces: placed.has(`${moment}`) }, earlier),
      ]),
    ),
    periods: betweenMoments(accumulator.grid.moments, periods),
    balances: balancesOf(accumulator),
    flows,
  });
  return { years, moments };
}

/** Cases that are open, and links of which both sides run. */
function balancesOf({ counted }: Accumulator): Stocks['balances'] {
  const links = [...counted.keys()].filter((each) => each.startsWith('link.') && each.endsWith(BOTH));
  return [
    { stock: 'open', inflow: 'in', outflow: 'out' },
    ...links.map((stock) => {
      const inflow = stock.slice(0, -BOTH.length);
      return { stock, inflow, outflow: `${inflow}.closed` };
    }),
  ];
}

const BOTH = '.both';

function momentBlock(
  accumulator: Accumulator,
  { id, hasPlaces }: Pick<Time, 'id' | 'hasPlaces'>,
  earlier: EarlierOf,
): Block {
  const times = [{ id, parent: null, hasPlaces, segment: 0 }];
  const { municipalities } = accumulator.grid;
  const measures = measuresAt(accumulator, 'standing', id);
  const told = { earlier: earlier((time) => time === id), isClosed: () => true };
  // At one moment nearly everything is nowhere more than something else, by chance; in what is open it always lies.
  return blockOf({ municipalities, times, measures, ...told, outermost: 'open' });
}

/** Moments are milliseconds; no period is written with so many digits. */
function isMoment(time: string): boolean {
  return /^\d{10,}$/.test(time);
}

/** The periods at whose beginning was looked as well. */
function betweenMoments(moments: readonly number[], periods: readonly string[]): Stocks['periods'] {
  const known = new Set(moments);
  return periods.flatMap((id) => {
    const [from, to] = [beginOf(id), endOf(id)];
    return known.has(from) && known.has(to) ? [{ id, from: `${from}`, to: `${to}` }] : [];
  });
}

function blockOf(block: Omit<Block, 'chains'>): Block {
  return { ...block, chains: [...new Set(block.measures.flatMap(({ counts }) => [...counts.keys()]))] };
}

function yearsOf({ counted }: Accumulator): readonly string[] {
  const met = [...counted.values()].filter(({ kind }) => kind === 'tally').flatMap(({ planes }) => [...planes.keys()]);
  return [...new Set(met)].sort();
}

function measuresAt({ counted }: Accumulator, kind: Counted['kind'], when: string): readonly CountedMeasure[] {
  return [...counted.values()].flatMap(({ planes, last: _last, ...measure }) => {
    const counts = planes.get(when);
    return measure.kind !== kind || counts === undefined ? [] : [{ ...measure, counts }];
  });
}

/** A segment is over when its month or its week is. */
function isOver(time: string, today: string): boolean {
  return time.split('/').some((period) => isClosed(period, today));
}
