import type { Guard, Names, Step } from './steps.ts';
import type { Length, SwitchKnob } from './terms.ts';

/** Who is regiehouder in which phase. Every step stands in exactly one. */
export interface Phase<N extends Names = Names> {
  readonly label: string;
  /** Several roles: the one that was at work in this case before, else the first. */
  readonly regie: N['role'] | readonly [N['role'], ...N['role'][]];
  readonly steps: readonly N['step'][];
}

/** Something that happens in life and may change a case; `anchor` is the date that it sets. */
export interface LifeEvent<N extends Names = Names> {
  readonly label: string;
  readonly anchor?: N['anchor'];
  /** Its day may lie ahead, such as a due date. */
  readonly planned?: true;
}

/** A ceiling or a gap over several steps: when it is reached and `until` was not, a step opens. */
export interface Limit<N extends Names = Names> {
  readonly label: string;
  /** Counted from the decision of this step. */
  readonly from: N['step'];
  readonly until?: N['step'];
  readonly within: Length;
  readonly opens: N['step'];
}

/** Whom the chain is for. Ages in whole years on the day of the referral; `instead` says where someone else can go. */
export interface Criterion {
  readonly label: string;
  readonly minAge?: number;
  readonly maxAge?: number;
  readonly instead: string;
}

/** Who pays, under which law. The first rule whose guards hold on that day decides (chains.md 1.2). */
export interface PayerRule<N extends Names = Names> {
  readonly payer: 'zvw' | 'gemeente' | 'wpg';
  readonly basis: string;
  readonly when: readonly Guard<N>[];
  /** The first and last day on which this rule holds. */
  readonly validFrom: string;
  readonly validUntil?: string;
}

/** A group that residents wait for: where they wait, and until which steps a seat can be given back. */
export interface GroupRule<N extends Names = Names> {
  readonly waits: N['step'];
  readonly during: readonly N['step'][];
  readonly starts: N['anchor'];
  readonly ends: N['anchor'];
  /** The role that the group's organisation fulfils. */
  readonly leads: N['role'];
}

export interface Chain<N extends Names = Names> {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  /** What the chain is for, in one Dutch sentence for people in care. */
  readonly purpose?: string;
  readonly published: boolean;
  readonly roles: Readonly<Record<N['role'], string>>;
  readonly endings: Readonly<Record<N['ending'], string>>;
  /** What the referrer is told, in Dutch; `neutral` is used without consent for content. */
  readonly milestones: Readonly<Record<N['milestone'], { readonly full: string; readonly neutral: string }>>;
  readonly reasons: Readonly<Record<N['reason'], string>>;
  readonly knobs: { readonly [K in keyof N['switches']]: SwitchKnob<N['switches'][K]> };
  /** Dates that life gives to a case and that terms hang on. */
  readonly anchors?: Readonly<Record<N['anchor'], string>>;
  /** Pairs of dates of which the first never lies after the second. */
  readonly order?: readonly (readonly [N['anchor'], N['anchor']])[];
  readonly events?: Readonly<Record<N['event'], LifeEvent<N>>>;
  readonly variants?: { readonly [V in keyof N['variants']]: readonly N['variants'][V][] };
  readonly marks?: Readonly<Record<N['mark'], string>>;
  /** Where a referral may start, per role of the caller; the first of a role is its default. */
  readonly entries: Readonly<Record<string, readonly N['step'][]>>;
  readonly inclusion?: readonly Criterion[];
  /** Steps from which on the resident's consent must have been given. */
  readonly afterConsent: readonly N['step'][];
  /** Nobody outside the case may learn that it exists, not even from a second referral. */
  readonly confidentialExistence?: true;
  readonly phases?: Readonly<Record<string, Phase<N>>>;
  readonly limits?: Readonly<Record<string, Limit<N>>>;
  readonly payers?: { readonly version: string; readonly rules: readonly PayerRule<N>[] };
  readonly group?: GroupRule<N>;
  readonly steps: Readonly<Record<N['step'], Step<N>>>;
}

/** Any chain, as the engine reads it. */
export type AnyChain = Chain;
