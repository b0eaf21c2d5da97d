/* What the figures look for in one chain, as data: outcomes are written `step.outcome`. */

export type Durable = 'ja' | 'nee' | 'onbekend' | 'nog-niet';
export type Known = Exclude<Durable, 'nog-niet'>;

export interface Indicators {
  readonly version: number;
  /** First contact with the person: from the last moment of `from` (from the start where that is empty). */
  readonly contact: {
    readonly from: readonly string[];
    readonly by: readonly string[];
    readonly source: string;
  };
  /** When an activity or intervention has begun, and when it was stopped before its end. */
  readonly activity: {
    readonly begins: readonly string[];
    readonly stops: readonly string[];
    readonly says: string;
    readonly source: string;
  };
  readonly durable: DurableRule;
  /** How many of the inhabitants of 65 and older a norm wants to be reached in a year. */
  readonly reach?: readonly Reach[];
  /** Every way in which a case of this chain can end, as the figures know it. */
  readonly endings: Readonly<Record<string, EndingMeaning>>;
}

export interface Reach {
  readonly id: string;
  readonly label: string;
  /** Reached by the first of these outcomes of a case. */
  readonly by: readonly string[];
  /** The share of them that should be reached in a year. */
  readonly norm: number;
  readonly source: string;
}

/** When somebody was durably helped: what the last measurement said, where the help was also completed. */
export interface DurableRule {
  /** The Dutch definition, for people who read no code. */
  readonly says: string;
  readonly source: string;
  readonly measures: Readonly<Partial<Record<string, Known>>>;
  /** One of these has to have been, since the last `nee`, before a `ja` counts. */
  readonly needs: readonly string[];
  /** So many days after one of these outcomes it should have been measured; without one the moment has not come. */
  readonly due: readonly { readonly after: readonly string[]; readonly days: number }[];
  /** Who comes back into the same chain within so many days after the end was not durably helped; null: not looked at. */
  readonly backWithin: number | null;
}

export interface EndingMeaning {
  /** The chain was gone through to one of its own conclusions; every other ending competes with that. */
  readonly completes: boolean;
  /** `gemeten`: as the last measurement said, and unknown where there was none. */
  readonly durable: Known | 'gemeten';
}
