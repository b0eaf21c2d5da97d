import type { ConsentAge, Criterion, Years } from './person.ts';
import type { Guard, Names, Step } from './steps.ts';
import type { DurationText, Length, SwitchKnob } from './terms.ts';

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

/** Where a date may lie. Days that cannot be are refused, with the last day that can. */
export interface DateBounds<N extends Names = Names> {
  /** At most so long after, and before, the day on which it is given. */
  readonly ahead?: DurationText;
  readonly behind?: DurationText;
  /** Between so long before and so long after another date, where that is known. */
  readonly around?: { readonly anchor: N['anchor']; readonly before: DurationText; readonly after: DurationText };
  /** It stays as it is from the moment that this date is known. */
  readonly until?: N['anchor'];
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

/** What a case does in a place that lacks a step: it is counted under `gap`, and the case goes on at the fallback. */
export interface Lack<N extends Names = Names> {
  readonly gap: string;
  readonly fallback: N['step'];
}

/** How a running case comes over from an earlier version: which of its steps are called something else here. */
export interface Follows<N extends Names = Names> {
  readonly version: number;
  /** Earlier name -> name in this version; steps that are not named here are still called the same. */
  readonly steps: Readonly<Record<string, N['step']>>;
}

export interface Chain<N extends Names = Names> {
  readonly id: string;
  readonly version: number;
  /** Absent: cases of an earlier version stay on theirs. */
  readonly follows?: Follows<N>;
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
  /** Dates that follow from the birth date: nobody gives them, and a case knows those that lie ahead. */
  readonly birthdays?: { readonly [A in N['anchor']]?: Years };
  /** How far dates may lie from the day on which they are given, and from each other. */
  readonly bounds?: Readonly<Partial<Record<N['anchor'], DateBounds<N>>>>;
  readonly events?: Readonly<Record<N['event'], LifeEvent<N>>>;
  /** Whose death silences a case, as the end of a pregnancy does. */
  readonly silencedByDeathOf?: readonly ('kind' | 'ouder' | 'partner')[];
  readonly variants?: { readonly [V in keyof N['variants']]: readonly N['variants'][V][] };
  readonly marks?: Readonly<Record<N['mark'], string>>;
  /** Where a referral may start, per role of the caller; the first of a role is its default. */
  readonly entries: Readonly<Record<string, readonly N['step'][]>>;
  /** The step where someone begins themselves with a code that a professional hands out without naming them. */
  readonly invites?: N['step'];
  readonly inclusion?: readonly Criterion<N>[];
  /** The broad conversation at the beginning: a coupled case may use it again, and so may a later one of the same person. */
  readonly intake?: N['step'];
  /** Steps from which on the resident's consent must have been given. */
  readonly afterConsent: readonly N['step'][];
  /** Who consents at which age: the first line that fits. Without it whoever is named does. */
  readonly consentBy?: readonly ConsentAge[];
  /** Nobody outside the case may learn that it exists, not even from a second referral. */
  readonly confidentialExistence?: true;
  readonly phases?: Readonly<Record<string, Phase<N>>>;
  readonly limits?: Readonly<Record<string, Limit<N>>>;
  readonly payers?: { readonly version: string; readonly rules: readonly PayerRule<N>[] };
  readonly group?: GroupRule<N>;
  /** Steps that a place may lack; every other one is there wherever the chain is. */
  readonly mayLack?: Readonly<Partial<Record<N['step'], Lack<N>>>>;
  readonly steps: Readonly<Record<N['step'], Step<N>>>;
}

/** Any chain, as the engine reads it. */
export type AnyChain = Chain;
