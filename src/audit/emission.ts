/**
 * What one case adds to the figures. Everything that is published is made of these, and only of these, so that
 * suppression sees all of it. `measure` names a cell within a chain, e.g. `in.nieuw` or `step.intake.due`.
 */
export type Emission = Tally | Standing | Lasting;

interface Measured {
  readonly measure: string;
  /** The measure of which this is a part: what is left of that without this one is protected as well. */
  readonly parent: string | null;
  /**
   * Counts the very same things as this measure, to divide them in another way: whoever knows the one knows the other,
   * so the one is shown exactly where the other is. Null: a measure of its own.
   */
  readonly same: string | null;
  /** The measure means the same in every chain, and is summed over them. */
  readonly everyChain: boolean;
}

/** Counts once, in the period in which `at` lies (milliseconds). */
export interface Tally extends Measured {
  readonly kind: 'tally';
  readonly at: number;
}

/** Counts at every end of a period at which it was there: from `from` until `to` (milliseconds; null: still there). */
export interface Standing extends Measured {
  readonly kind: 'standing';
  readonly from: number;
  readonly to: number | null;
  /**
   * When something happened in the case, in order. With them, wherever it counts it also lasts, as `told`: on the clock
   * `age` the whole days since `from`, on `silence` those since the last event before that end of a period.
   */
  readonly events?: readonly number[];
}

/** How long something lasted, in the period in which it began. */
export interface Lasting {
  readonly kind: 'lasting';
  /** The tally on which it rests: it is shown where that one is. */
  readonly measure: string;
  /** Which clock: e.g. `gross`, `net`, `waiting`, `handling`. */
  readonly clock: string;
  readonly at: number;
  /** Whole days, rounded down; of what still runs, until `asOf`. */
  readonly days: number;
  /** The way of ending of which the length is told, another one that competes with it, or still running. */
  readonly how: 'told' | 'otherwise' | 'running';
}
