import { daysBetween } from '../days.ts';
import type { Emission, Lasting, Standing, Tally } from '../emission.ts';
import type { PeriodsOfDay } from '../periods.ts';
import { REGION } from '../protect/block.ts';
import { Columns } from './columns.ts';
import { Lengths } from './lengths.ts';
import { countIn, emptyPlane, type Plane } from './plane.ts';

/** What is counted: which places, and how moments (milliseconds) become days and the ends of periods. */
export interface Grid {
  readonly municipalities: readonly string[];
  readonly chains: readonly string[];
  /** The local day of a moment. */
  readonly dayOf: (at: number) => PeriodsOfDay;
  /** The moments at which is looked what was there, in order: the first millisecond after each period. */
  readonly moments: readonly number[];
  /** Of those the ends of months: how long something stood open then is told. */
  readonly monthEnds: ReadonlySet<number>;
}

/** One measure as it was met, with its planes: per chain and year, or per chain and moment. */
export interface Counted {
  readonly measure: string;
  readonly parent: string | null;
  readonly same: string | null;
  readonly everyChain: boolean;
  readonly kind: 'tally' | 'standing';
  /** By year and chain, or by moment and chain. */
  readonly planes: Map<string, Map<string, Plane>>;
  /** Per year or moment, who was counted last in whatever chain. */
  readonly last: Map<string, number>;
}

/**
 * Adds up what cases add to the figures. Cases have to come person by person, so that each counts once where residents
 * are counted; in what order does not matter.
 */
export class Accumulator {
  readonly grid: Grid;
  readonly counted = new Map<string, Counted>();
  readonly lengths = new Lengths();
  readonly columns = new Columns();
  readonly #places: ReadonlyMap<string, number>;
  readonly #names: readonly string[];
  #person = 0;

  constructor(grid: Grid) {
    this.grid = grid;
    this.#names = grid.moments.map(String);
    this.#places = new Map(grid.municipalities.map((name, index) => [name, index]));
  }

  /** Everything that one person's cases add. */
  add(
    emitted: Iterable<{
      readonly municipality: string;
      readonly chain: string;
      readonly emissions: readonly Emission[];
    }>,
  ): void {
    this.#person += 1;
    for (const { municipality, chain, emissions } of emitted) {
      const place = this.#places.get(municipality);
      if (place === undefined) continue;
      for (const emission of emissions) {
        if (emission.kind === 'tally') this.#tally(place, chain, emission);
        if (emission.kind === 'standing') this.#stand(place, chain, emission);
        if (emission.kind === 'lasting') this.#last(place, chain, emission);
      }
    }
  }

  #tally(place: number, chain: string, tally: Tally): void {
    const { year, segment } = this.grid.dayOf(tally.at);
    const columns = this.columns.of(year);
    const plane = this.#plane(tally, year, chain, this.grid.municipalities.length * columns.size);
    this.#count(tally, year, plane, place * columns.size + (columns.get(segment) ?? 0));
  }

  #stand(place: number, chain: string, standing: Standing): void {
    const { moments } = this.grid;
    for (let index = firstAfter(moments, standing.from); index < moments.length; index += 1) {
      const moment = moments[index] ?? 0;
      if (standing.to !== null && standing.to < moment) return;
      const when = this.#names[index] ?? '';
      const plane = this.#plane(standing, when, chain, this.grid.municipalities.length);
      this.#count(standing, when, plane, place);
      if (standing.events !== undefined && this.grid.monthEnds.has(moment))
        this.#wait(place, chain, standing, standing.events, moment);
    }
  }

  /** Of what stands open at a moment: how long already, and how long nothing has happened. */
  #wait(place: number, chain: string, { measure, from }: Standing, events: readonly number[], moment: number): void {
    const silentSince = events.findLast((at) => at < moment) ?? from;
    const cell = nodeOf(this.grid.municipalities[place] ?? REGION, `${moment}`);
    const told = { kind: 'lasting', measure, at: from, how: 'told' } as const;
    this.lengths.add(cell, chain, { ...told, clock: 'age', days: daysBetween(from, moment) });
    this.lengths.add(cell, chain, { ...told, clock: 'silence', days: daysBetween(silentSince, moment) });
  }

  #last(place: number, chain: string, lasting: Lasting): void {
    const { month } = this.grid.dayOf(lasting.at);
    this.lengths.add(nodeOf(this.grid.municipalities[place] ?? REGION, month), chain, lasting);
  }

  #count({ measure }: Tally | Standing, when: string, plane: Plane, at: number): void {
    const counted = this.counted.get(measure);
    const isFirstOfAll = counted?.last.get(when) !== this.#person;
    countIn(plane, at, this.#person, isFirstOfAll);
    counted?.last.set(when, this.#person);
  }

  #plane(
    { measure, parent, same, everyChain, kind }: Tally | Standing,
    when: string,
    chain: string,
    size: number,
  ): Plane {
    let counted = this.counted.get(measure);
    if (counted === undefined) {
      counted = { measure, parent, same, everyChain, kind, planes: new Map(), last: new Map() };
      this.counted.set(measure, counted);
    }
    let ofWhen = counted.planes.get(when);
    if (ofWhen === undefined) counted.planes.set(when, (ofWhen = new Map()));
    let plane = ofWhen.get(chain);
    if (plane === undefined) ofWhen.set(chain, (plane = emptyPlane(size)));
    return plane;
  }
}

/** A place in a period. */
export function nodeOf(place: string, period: string): string {
  return `${place}|${period}`;
}

/** The index of the first moment later than `at`. */
function firstAfter(moments: readonly number[], at: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
