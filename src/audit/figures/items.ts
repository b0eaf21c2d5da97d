/* What the routes of the audit answer: one item type per route. Days are whole days; shares lie between 0 and 1. */

/** Not shown: it rests on too few residents, or would give back another that does. */
export interface Suppressed {
  readonly suppressed: true;
}
export type Count = number | Suppressed;

export interface IntervalOf<Value> {
  /** null: not reached (a quantile), or there is nothing to divide by (a share). */
  readonly value: Value;
  readonly lower: number | null;
  readonly upper: number | null;
}
export type Quantile = IntervalOf<number | null> | Suppressed;
export type Share = IntervalOf<number | null> | Suppressed;

/** With running ones censored and other endings competing (Aalen-Johansen). */
export interface Lengths {
  readonly unit: 'days';
  readonly p25: Quantile;
  readonly median: Quantile;
  readonly p75: Quantile;
  readonly p90: Quantile;
  /** The share that had ended as told by this day, by day: 7, 14, 30, 60, 90, 180, 365; empty without pauses. */
  readonly endedBy: Readonly<Record<string, Share>>;
}

/** `alle` is all chains together: cases, not persons. */
export type ChainOrAll = string;

export interface FlowItem {
  readonly chain: ChainOrAll;
  readonly label: string;
  /** All that came, of which `herinstroom` had been in this chain before. */
  readonly in: Count;
  readonly herinstroom: Count;
  readonly out: Count;
  /** At the end of the period. */
  readonly open: Count;
}

export interface DurationItem {
  readonly chain: string;
  readonly label: string;
  /** With `by=step`. */
  readonly step?: string;
  readonly n: Count;
  readonly ended: Count;
  readonly running: Count;
  readonly gross: Lengths;
  /** Without the time that the case was paused. */
  readonly net: Lengths;
}

export interface BottleneckItem {
  readonly chain: string;
  readonly step: string;
  readonly label: string;
  readonly role: string;
  /** At the end of the period: how many stood open, and how many of those past their term. */
  readonly waiting: Count;
  readonly overdue: Count;
  readonly overdueShare: Share;
  /** Of what stood open at the end of the period, in days: since it opened, and since anything happened in the case. */
  readonly age: { readonly median: Quantile; readonly p90: Quantile };
  readonly silence: { readonly median: Quantile; readonly p90: Quantile };
  /** Of all that were due in the period, done or not. */
  readonly due: Count;
  readonly withinTerm: Share;
  /** Days past the term, per step that was due: mean, in days. */
  readonly lost: { readonly gross: number | null | Suppressed; readonly net: number | null | Suppressed };
  /** Opened -> taken on, and taken on -> done. */
  readonly waitingDays: { readonly median: Quantile; readonly p90: Quantile };
  readonly handlingDays: { readonly median: Quantile; readonly p90: Quantile };
  /** Opened again in the same case. */
  readonly again: Count;
}

export interface HandoffItem {
  readonly chain: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly offered: Count;
  readonly accepted: Count;
  readonly declined: Count;
  readonly declinedBy: readonly { readonly reason: string; readonly label: string; readonly count: Count }[];
  readonly expired: Count;
  readonly warm: Count;
  /** Declined and lapsed offers compete with accepted ones. */
  readonly toAcceptance: Lengths;
}

export interface OutcomeItem {
  readonly chain: ChainOrAll;
  readonly label: string;
  /** Of cases that ended in the period. */
  readonly ended: Count;
  readonly endings: readonly { readonly ending: string; readonly label: string; readonly count: Count }[];
  readonly dropout: readonly { readonly reason: string; readonly label: string; readonly count: Count }[];
  /** Of cases that began in the period. Together they are all of them. */
  readonly started: Count;
  readonly durable: Readonly<Record<'ja' | 'nee' | 'onbekend' | 'nog-niet', Count>>;
  /** Only of a chain for which there are norms. */
  readonly reach?: readonly Reached[];
}

/** How many were reached in the period, beside what a norm asks of a year. */
export interface Reached {
  readonly id: string;
  readonly label: string;
  readonly count: Count;
  /** A share, between 0 and 1. */
  readonly norm: number;
  /** null: nobody said how many there are. */
  readonly share: {
    readonly value: number | null | Suppressed;
    readonly lower: number | null;
    readonly upper: number | null;
  };
  /** Inhabitants of 65 and older. */
  readonly of: number | null;
  readonly source: string | null;
  readonly date: string | null;
}

export type LinkItem =
  | {
      readonly kind: 'link';
      /** A chain, or `buiten`. */
      readonly from: string;
      readonly to: string;
      readonly type: string;
      readonly label: string;
      readonly opened: Count;
      readonly bothRunning: Count;
      readonly closed: Count;
    }
  /** How many persons had cases in this many chains, of those who began in the period; each counted once. */
  | { readonly kind: 'persons'; readonly chains: number; readonly persons: Count }
  /** Pairs of organisations of different domains with accepted hand-offs and terugkoppeling between them. */
  | {
      readonly kind: 'samenwerking';
      readonly from: string;
      readonly to: string;
      readonly label: string;
      readonly pairs: Count;
    };

export type ConformanceItem =
  | {
      readonly kind: 'step';
      readonly chain: string;
      readonly step: string;
      readonly label: string;
      /** Opened, or asked for by the chain's definition. */
      readonly required: Count;
      readonly done: Count;
      readonly skipped: Count;
      readonly elsewhere: Count;
      readonly overridden: Count;
    }
  | {
      readonly kind: 'ketengat';
      readonly chain: string;
      readonly gap: string;
      readonly label: string;
      readonly count: Count;
      /** Only for the whole region, and for those who may see it. */
      readonly municipality?: string;
    };

export interface KeyFigureItem {
  /** verwijzingen, contact-binnen-2-weken, start-activiteit, actief-na-3-maanden, verandering-cijfer */
  readonly id: string;
  readonly label: string;
  /** What it is, in Dutch, for people who read no code. */
  readonly definition: string;
  readonly chain: ChainOrAll;
  readonly unit: 'aantal' | 'aandeel' | 'punten';
  readonly value: number | null | Suppressed;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Of how many; for a share those whose moment has come. */
  readonly n: Count;
  /** Those whose moment has not come yet, or of whom it is not known. */
  readonly notYet: Count;
  readonly unknown: Count;
  readonly per10000?: {
    readonly value: number | Suppressed;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly inhabitants: number;
    readonly source: string;
    readonly date: string;
  };
}

export interface ItemsOf {
  readonly flow: FlowItem;
  readonly durations: DurationItem;
  readonly bottlenecks: BottleneckItem;
  readonly handoffs: HandoffItem;
  readonly outcomes: OutcomeItem;
  readonly links: LinkItem;
  readonly conformance: ConformanceItem;
  readonly kerncijfers: KeyFigureItem;
}
export type Route = keyof ItemsOf;
