import { type Accumulator, nodeOf } from '../../audit/accumulate/accumulator.ts';
import { valueAt } from '../../audit/accumulate/node-cells.ts';
import type { Verdicts } from '../../audit/accumulate/shown.ts';
import { EVERY_CHAIN } from '../../audit/every-chain.ts';
import { segmentsOf } from '../../audit/periods.ts';
import { type EarlierRelease, type GridNode, REGION, timesOfYear, type Verdict } from '../../audit/protect/block.ts';
import type { KeptCells, KeptFigure } from '../../reading/keep-release.ts';

/** What one release after the other told of a cell, as runs of one value; null is: it was hidden. */
type Runs = readonly (readonly [value: number | null, times: number])[];

/** Of a place and time that was told of: since which release (the first is 1), and of every cell that was not always 0. */
interface ToldAt {
  readonly from: number;
  readonly cells: ReadonlyMap<string, Runs>;
}

export interface Told {
  /** How many releases there were. */
  readonly releases: number;
  readonly at: ReadonlyMap<string, ToldAt>;
}

export const NOTHING_TOLD: Told = { releases: 0, at: new Map() };

export function toldBefore(rows: readonly KeptCells[]): Told {
  const at = new Map<string, ToldAt>();
  let releases = 0;
  for (const { place, period, body } of rows) {
    const cells = new Map<string, Runs>();
    for (const [chain, measures] of Object.entries(body.cells)) {
      for (const [measure, runs] of Object.entries(measures)) cells.set(cellOf(chain, measure), runs);
    }
    at.set(nodeOf(place, period), { from: body.from, cells });
    releases = Math.max(releases, body.until);
  }
  return { releases, at };
}

/** The earlier releases that told something new of these times, as suppression asks for them. */
export type EarlierOf = (isIn: (time: string) => boolean) => readonly EarlierRelease[];

/** What was never counted was told as 0. Releases that told the same of these times as the one before are left out. */
export function earlierOf({ at }: Told): EarlierOf {
  return (isIn) => {
    const changed = new Set<number>();
    for (const [node, { from, cells }] of at) {
      if (!isIn(node.slice(node.indexOf('|') + 1))) continue;
      changed.add(from);
      for (const runs of cells.values()) {
        let release = from;
        for (const [, times] of runs.slice(0, -1)) changed.add((release += times));
      }
    }
    return [...changed]
      .sort((a, b) => a - b)
      .map((release): EarlierRelease => {
        return (measure, { place, time, chain }) => {
          const told = at.get(nodeOf(place, time));
          if (told === undefined || release < told.from) return undefined;
          const runs = told.cells.get(cellOf(chain, measure));
          return runs === undefined ? 0 : (valueIn(runs, release - told.from) ?? undefined);
        };
      });
  };
}

function valueIn(runs: Runs, index: number): number | null {
  let left = index;
  for (const [value, times] of runs) {
    if (left < times) return value;
    left -= times;
  }
  return null;
}

/** What is told of every cell from now on, with what was told before. */
export function toldNow(accumulator: Accumulator, { years, moments }: Verdicts, before: Told): readonly KeptFigure[] {
  const { municipalities } = accumulator.grid;
  const places = [REGION, ...municipalities];
  const ofYears = [...years].flatMap(([year, verdict]) =>
    timesOfYear(segmentsOf(year)).flatMap(({ id, hasPlaces }) =>
      (hasPlaces ? places : [REGION]).map((place) =>
        tellCell(accumulator, verdict, 'tally', { place, time: id }, before),
      ),
    ),
  );
  const ofMoments = [...moments].flatMap(([moment, verdict]) =>
    places.map((place) => tellCell(accumulator, verdict, 'standing', { place, time: moment }, before)),
  );
  return [...ofYears, ...ofMoments];
}

function tellCell(
  accumulator: Accumulator,
  verdict: Verdict,
  kind: 'tally' | 'standing',
  { place, time }: Pick<GridNode, 'place' | 'time'>,
  before: Told,
): KeptFigure {
  const cells: Record<string, Record<string, Runs>> = {};
  const when = kind === 'tally' ? time.slice(0, 4) : time;
  const known = before.at.get(nodeOf(place, time));
  const until = before.releases + 1;
  const from = known?.from ?? until;
  for (const { measure, planes, everyChain, kind: own } of accumulator.counted.values()) {
    const of = own === kind ? planes.get(when) : undefined;
    if (of === undefined) continue;
    for (const chain of everyChain ? [...of.keys(), EVERY_CHAIN] : of.keys()) {
      const runs = known?.cells.get(cellOf(chain, measure)) ?? (until > from ? [[0, until - from] as const] : []);
      const isShown = verdict(measure, { place, time, chain });
      const value = isShown ? valueAt(accumulator, measure, { place, period: time, chain }, time) : null;
      const more = followed(runs, value);
      if (more.some(([each]) => each !== 0)) (cells[chain] ??= {})[measure] = more;
    }
  }
  return { route: 'cells', by: '', place, period: time, body: { from, until, cells } };
}

function followed(runs: Runs, value: number | null): Runs {
  const last = runs.at(-1);
  return last?.[0] === value && last !== undefined
    ? [...runs.slice(0, -1), [value, last[1] + 1]]
    : [...runs, [value, 1]];
}

function cellOf(chain: string, measure: string): string {
  return `${chain}|${measure}`;
}
