import type { AnyChain } from '../language/define.ts';

/* What the figures look for in one chain. An outcome is written `step.outcome`. */

/** Outcomes that a version has; those of several versions together are written `OutcomeOf<A> & OutcomeOf<B>`. */
export type OutcomeOf<C extends AnyChain> = {
  readonly [Step in keyof C['steps'] & string]: `${Step}.${keyof C['steps'][Step]['outcomes'] & string}`;
}[keyof C['steps'] & string];

/** How the figures tell every case that ended because of life itself. */
type ByLife = 'omstandigheden';

/** Endings of a version, and those of every chain as the figures know them. */
export type EndingOf<C extends AnyChain> = (keyof C['endings'] & string) | 'uitval' | ByLife;

type Known = 'ja' | 'nee' | 'onbekend';

/** Indicators of one chain: a name that some version of it does not have does not compile. */
export interface IndicatorsOf<Outcome extends string, Ending extends string> {
  readonly version: number;
  readonly contact: { readonly from: readonly Outcome[]; readonly by: readonly Outcome[]; readonly source: string };
  readonly activity: {
    readonly begins: readonly Outcome[];
    readonly stops: readonly Outcome[];
    readonly says: string;
    readonly source: string;
  };
  readonly durable: {
    readonly says: string;
    readonly source: string;
    readonly measures: Readonly<Partial<Record<Outcome, Known>>>;
    readonly needs: readonly Outcome[];
    readonly due: readonly { readonly after: readonly Outcome[]; readonly days: number }[];
    readonly backWithin: number | null;
  };
  /** How many of a part of the inhabitants a norm wants to be reached in a year. */
  readonly reach?: readonly {
    readonly id: string;
    readonly label: string;
    readonly by: readonly Outcome[];
    readonly norm: number;
    readonly source: string;
  }[];
  readonly endings: Readonly<Record<Ending, { readonly completes: boolean; readonly durable: Known | 'gemeten' }>>;
}
