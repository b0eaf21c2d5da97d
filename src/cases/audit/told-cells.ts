import type { Accumulator } from '../../audit/accumulate/accumulator.ts';
import { valueAt } from '../../audit/accumulate/node-cells.ts';
import type { Verdicts } from '../../audit/accumulate/shown.ts';
import { segmentsOf } from '../../audit/periods.ts';
import { type EarlierRelease, EVERY_CHAIN, REGION, timesOfYear, type Verdict } from '../../audit/protect/block.ts';
import type { KeptCells, KeptFigure } from '../../reading/keep-release.ts';

/** By place, time, chain and measure what releases told; the same value is kept once. */
export type Told = ReadonlyMap<string, readonly number[]>;

export function toldBefore(rows: readonly KeptCells[]): Told {
  const told = new Map<string, readonly number[]>();
  for (const { place, period, body } of rows) {
    for (const [chain, measures] of Object.entries(body)) {
      for (const [measure, values] of Object.entries(measures)) told.set(keyOf(place, period, chain, measure), values);
    }
  }
  return told;
}

/** Earlier releases, as suppression asks for them: the nth is the nth value that was told of a cell. */
export function earlierOf(told: Told): readonly EarlierRelease[] {
  const most = [...told.values()].reduce((length, values) => Math.max(length, values.length), 0);
  return Array.from({ length: most }, (_, index): EarlierRelease => {
    return (measure, { place, time, chain }) => told.get(keyOf(place, time, chain, measure))?.[index];
  });
}

/** What is told of every cell from now on, with what was told before. */
export function toldNow(accumulator: Accumulator, { years, moments }: Verdicts, before: Told): readonly KeptFigure[] {
  const { municipalities } = accumulator.grid;
  const places = [REGION, ...municipalities];
  const ofYears = [...years].flatMap(([year, verdict]) =>
    timesOfYear(segmentsOf(year)).flatMap(({ id, hasPlaces }) =>
      (hasPlaces ? places : [REGION]).map((place) => tellCell(accumulator, verdict, 'tally', place, id, before)),
    ),
  );
  const ofMoments = [...moments].flatMap(([moment, verdict]) =>
    places.map((place) => tellCell(accumulator, verdict, 'standing', place, moment, before)),
  );
  return [...ofYears, ...ofMoments];
}

function tellCell(
  accumulator: Accumulator,
  verdict: Verdict,
  kind: 'tally' | 'standing',
  place: string,
  time: string,
  before: Told,
): KeptFigure {
  const body: Record<string, Record<string, readonly number[]>> = {};
  const when = kind === 'tally' ? time.slice(0, 4) : time;
  for (const { measure, planes, everyChain, kind: own } of accumulator.counted.values()) {
    const of = own === kind ? planes.get(when) : undefined;
    if (of === undefined) continue;
    for (const chain of everyChain ? [...of.keys(), EVERY_CHAIN] : of.keys()) {
      const known = before.get(keyOf(place, time, chain, measure)) ?? [];
      const shown = verdict(measure, { place, time, chain });
      const value = shown ? valueAt(accumulator, measure, { place, period: time, chain }, time) : undefined;
      const values = value === undefined || known.includes(value) ? known : [...known, value];
      // Nobody learns more from a 0 that was always there; it is not kept.
      if (values.length === 0 || (values.length === 1 && values[0] === 0)) continue;
      (body[chain] ??= {})[measure] = values;
    }
  }
  return { route: 'cells', by: '', place, period: time, body };
}

function keyOf(place: string, time: string, chain: string, measure: string): string {
  return `${place}|${time}|${chain}|${measure}`;
}
