import type { PeriodsOfDay } from '../periods.ts';

/** A figure is shown when it rests on nobody, or on at least so many residents. */
export const THRESHOLD = 10;

/** The whole region, as a place. */
export const REGION = '';

/**
 * What was counted of one measure in one chain: at municipality x number of segments + segment. `mass` counts each
 * resident once in the whole, `massAll` once over all chains: sums of them are never more than there are residents.
 */
export interface Counts {
  readonly n: ArrayLike<number>;
  readonly mass: ArrayLike<number>;
  readonly massAll: ArrayLike<number>;
}

/** Measures with one parent are disjoint parts of it. `counts` is by chain; what is not there was never counted. */
export interface CountedMeasure {
  readonly measure: string;
  readonly parent: string | null;
  /** Counts the very same things as this measure, to divide them in another way: shown exactly where that is. */
  readonly same?: string | null;
  readonly everyChain: boolean;
  readonly counts: ReadonlyMap<string, Counts>;
}

/** A cell of the grid. `time` is a year, quarter, month or segment, or the moment of a stock. */
export interface GridNode {
  readonly place: string;
  readonly time: string;
  readonly chain: string;
}

/** What one earlier release told of a node; undefined where it told nothing. */
export type EarlierRelease = (measure: string, node: GridNode) => number | undefined;

/** Whether a node is shown. What was never counted is shown as 0. */
export type Verdict = (measure: string, node: GridNode) => boolean;

export interface SummedMeasure {
  readonly measure: string;
  readonly chain: string;
}

/** Measures of several families or chains that are one count together: of the whole each takes so much (weight). */
export interface Sum {
  readonly whole: SummedMeasure;
  readonly parts: readonly (SummedMeasure & { readonly weight: number })[];
  /** The times at which they are; null: at all. */
  readonly isAt: ((time: string) => boolean) | null;
  /** Whatever was counted; otherwise only where the parts are nowhere more than the whole. */
  readonly isByDefinition: boolean;
}

/** One calendar year of figures, or one moment of stocks. */
export interface Block {
  readonly times: readonly Time[];
  readonly municipalities: readonly string[];
  readonly chains: readonly string[];
  readonly measures: readonly CountedMeasure[];
  /** Whether a time has come so far that it is told of. */
  readonly isClosed: (time: string) => boolean;
  readonly earlier: readonly EarlierRelease[];
  readonly sums?: readonly Sum[];
  /** The measure in which all others lie by definition; null: which lies in which, the counts tell. */
  readonly outermost?: string | null;
  /** What may not be shown for another reason. */
  readonly isWithheld?: (measure: string, node: GridNode) => boolean;
}

/** A node of the tree of time; parents come before their children. */
export interface Time {
  readonly id: string;
  /** Index of the time of which this is a part. */
  readonly parent: number | null;
  /** It is told of per municipality as well. */
  readonly hasPlaces: boolean;
  /** Which column of the counts this is; null for what is the sum of its parts. */
  readonly segment: number | null;
}

/** The tree of a year: year, quarters, months, and the segments that month and week share. */
export function timesOfYear(segments: readonly PeriodsOfDay[]): readonly Time[] {
  const times: Time[] = [];
  const indexes = new Map<string, number>();
  const add = (id: string, parent: string | null, hasPlaces: boolean, segment: number | null): void => {
    if (indexes.has(id)) return;
    indexes.set(id, times.length);
    times.push({ id, parent: parent === null ? null : (indexes.get(parent) ?? null), hasPlaces, segment });
  };
  for (const { year } of segments) add(year, null, true, null);
  for (const { year, quarter } of segments) add(quarter, year, true, null);
  for (const { quarter, month } of segments) add(month, quarter, false, null);
  segments.forEach(({ month, segment }, index) => add(segment, month, false, index));
  return times;
}
