import type { Names } from './steps.ts';

/** Who can consent: codes only, for they are kept in clear. */
export const consentGivers = [
  'inwoner',
  'ouder',
  'voogd',
  'ouders-en-kind',
  'wettelijk-vertegenwoordiger',
  'gemachtigde',
] as const;
export type ConsentGiver = (typeof consentGivers)[number];

/** Who consents for someone younger than this (whole years on the day itself); without `under` for everyone else. */
export interface ConsentAge {
  readonly under?: number;
  readonly by: readonly ConsentGiver[];
  /** Who consents, in one Dutch sentence. */
  readonly says: string;
}

/** So many whole years after the birth. Who was born on 29 February is a year older on 1 March. */
export type Years = `P${number}Y`;

interface Included<N extends Names> {
  readonly label: string;
  /** Where someone else can go, in Dutch. */
  readonly instead: string;
  /** Only for a case that begins at one of these steps: elsewhere a step of the chain decides it. */
  readonly begins?: readonly N['step'][];
}

/** Ages in whole years on the day of the referral. */
export interface AgeCriterion<N extends Names = Names> extends Included<N> {
  readonly minAge?: number;
  readonly maxAge?: number;
}

/** A kept code that comes with the referral has one of these values; what the referral does not tell is not judged. */
export interface CodeCriterion<N extends Names = Names> extends Included<N> {
  readonly code: N['code'];
  readonly in: readonly string[];
}

/** The same, with other values for each option of a switch. */
type KnobCriterion<N extends Names = Names> = {
  [K in keyof N['switches'] & string]: Included<N> & {
    readonly code: N['code'];
    readonly byKnob: K;
    readonly cases: Readonly<Record<N['switches'][K], readonly string[]>>;
  };
}[keyof N['switches'] & string];

/** Whom the chain is for, and where someone else can go. */
export type Criterion<N extends Names = Names> = AgeCriterion<N> | CodeCriterion<N> | KnobCriterion<N>;
