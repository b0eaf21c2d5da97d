import type { Length, Moment, NumberKnob, Term } from './terms.ts';

/** The names that one chain gives to what its steps refer to; plain strings for any chain. */
export interface Names {
  readonly step: string;
  readonly ending: string;
  readonly role: string;
  readonly milestone: string;
  readonly reason: string;
  readonly anchor: string;
  readonly event: string;
  readonly mark: string;
  /** Codes that some step keeps. */
  readonly code: string;
  /** Per step its outcomes. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** Per switch its options. */
  readonly switches: Readonly<Record<string, string>>;
  /** Per variant of an opening its values. */
  readonly variants: Readonly<Record<string, string>>;
}

export interface EndTarget<End extends string = string> {
  readonly end: End;
}

/** A step that does not exist in this place: counted under `gap`, and the case goes on at the fallback. */
export interface GapTarget<Id extends string = string> {
  readonly gap: string;
  readonly fallback: Id;
}

/** A step that is opened in a variant, such as `{ spoed: 'ja' }`. */
export interface StepTarget<Id extends string = string, V extends Names['variants'] = Names['variants']> {
  readonly step: Id;
  /** At least one variant, by its name. */
  readonly with: { [K in keyof V & string]: { readonly [One in K]: V[K] } }[keyof V & string];
}

/** Only this branch is done; the rest of the case goes on. */
export interface LeaveTarget {
  readonly leave: true;
}

export type PlainTarget<N extends Names = Names> =
  | N['step']
  | StepTarget<N['step'], N['variants']>
  | EndTarget<N['ending']>
  | GapTarget<N['step']>
  | LeaveTarget;

/** Several at once: the first goes on where this branch was, each other one begins a branch of its own. */
export interface AllTarget<N extends Names = Names> {
  readonly all: readonly (N['step'] | StepTarget<N['step'], N['variants']>)[];
}

/** One target for every option of a switch. */
type KnobTarget<N extends Names = Names> = {
  [K in keyof N['switches'] & string]: {
    readonly byKnob: K;
    readonly cases: Readonly<Record<N['switches'][K], PlainTarget<N>>>;
  };
}[keyof N['switches'] & string];

export type Target<N extends Names = Names> = PlainTarget<N> | AllTarget<N> | KnobTarget<N>;

/** What must hold before an outcome can be chosen. */
export type Guard<N extends Names = Names> =
  /** Not more often than this in one case. */
  | { readonly atMost: number }
  /** So many contact attempts, each on another day, one of them in writing (chains.md 1.5). */
  | { readonly attempts: number }
  /** The last decision on this step had one of these outcomes. */
  | {
      [S in keyof N['outcomes'] & string]: { readonly step: S; readonly outcome: readonly N['outcomes'][S][] };
    }[keyof N['outcomes'] & string]
  /** A kept code has one of these values. */
  | { readonly code: N['code']; readonly in: readonly string[] }
  /** So long since this was last counted for this person. */
  | { readonly mark: N['mark']; readonly oncePer: `P${string}` };

export const consentPurposes = ['overdracht', 'terugkoppeling', 'casusoverleg', 'monitoring'] as const;
/** The purpose without which nothing goes to another organisation. */
export const TRANSFER = 'overdracht';
export type Purpose = (typeof consentPurposes)[number];
export type LinkType = 'vervolg' | 'parallel' | 'eerst' | 'deel-intake' | 'zelfde-gezin';

export interface Outcome<N extends Names = Names> {
  readonly label: string;
  readonly to: Target<N>;
  /** All of these must hold. */
  readonly when?: readonly Guard<N>[];
  /** The milestone that the referrer is told (a key of the chain's `milestones`). */
  readonly inform?: N['milestone'];
  /** Purposes of consent that the resident gives with this outcome. */
  readonly gives?: readonly Purpose[];
  /** Couples a case in another chain. `asks`: a step of every chain that stands open until there is such a case. */
  readonly link?: { readonly type: LinkType; readonly chain: string; readonly asks?: 'koppeling' };
  /** What a coupled case found out serves here again, as long as it is not too old. */
  readonly reuses?: 'intake';
  /** Counts this, for `oncePer` and for the figures. */
  readonly mark?: N['mark'];
  /** `sender`: only who offered a hand-off may choose this, as long as nobody has accepted it. */
  readonly by?: 'sender';
  /** A coded reason is asked: why someone stops, or is refused. */
  readonly reason?: 'required';
  /** A new pass through the chain begins: what was decided before no longer counts for terms, guards and payer. */
  readonly anew?: true;
  /** `joins`: given by placing the case in a group, with its dates. `leaves`: the case gives its seat back. */
  readonly group?: 'joins' | 'leaves';
}

/** What opens a step other than an outcome. */
export type Trigger<N extends Names = Names> =
  | { readonly on: N['event']; readonly inEveryOpenCase?: true; readonly once?: true }
  /** At this moment, from when `opening` has been opened. */
  | { readonly at: Moment<N['step'], N['anchor']>; readonly opening: N['step'] }
  /** One after the other, so long after the decision of `from`. */
  | { readonly after: readonly Length[]; readonly from: N['step'] }
  /** Again and again after the decision of `from`, until it lapses. */
  | { readonly every: Length; readonly from: N['step'] };

interface Common<N extends Names> {
  readonly label: string;
  readonly outcomes: Readonly<Record<string, Outcome<N>>>;
  /** The key of the document that this step comes from. */
  readonly source?: string;
  /** Branches (by the step they began with; `main` for the case's own) that come together before this step opens. */
  readonly join?: readonly (N['step'] | 'main')[];
}

interface Held<N extends Names> extends Common<N> {
  /** Several roles: one of them holds the step, the one that was at work in this case before, else the first. */
  readonly by: N['role'] | readonly [N['role'], ...N['role'][]];
  /** Who is asked for advice. */
  readonly with?: readonly N['role'][];
  readonly within: Term<N['step'], N['anchor'], N['variants'], N['code']>;
  readonly opens?: Trigger<N>;
  /** Steps and events that make this step needless: it lapses when one of them opens or happens. */
  readonly lapsesOn?: readonly (N['step'] | N['event'])[];
  /** One opening for every item that this kept code lists, separated by commas. */
  readonly each?: N['code'];
  /** Contact attempts are kept for this step. */
  readonly attempts?: true;
  /** What the referrer is told when this term is missed: for first contacts (chains.md 1.5). */
  readonly missed?: N['milestone'];
  /** Exists only for who is accountable and who recorded it. */
  readonly confidential?: true;
}

/** A role fills a form and chooses; a rule may propose, the professional confirms or overrides with a reason. */
export interface AssessStep<N extends Names = Names> extends Held<N> {
  readonly kind: 'assess';
  readonly form?: string;
  readonly propose?: string;
  /** Codes of the form that the case may remember. */
  readonly keeps?: readonly string[];
  readonly override?: { readonly reason: N['reason'] };
}

/**
 * Offered by `from`, who stays accountable until `by` has accepted. A declined or expired offer goes back to `from`,
 * who offers it elsewhere. `warm`: sender and receiver also confirm that they met the person together.
 */
export interface HandoffStep<N extends Names = Names> extends Held<N> {
  readonly kind: 'handoff';
  readonly from: N['role'];
  /** How long the receiver has to accept. */
  readonly accept: Length;
  readonly warm?: true;
  /** The receiver does not work with Ketenpad: the sender checks and records what became of it. */
  readonly outside?: true;
  readonly form?: string;
  readonly keeps?: readonly string[];
}

/** Terugkoppeling: stands open for `by` to do, and the case goes on at once; it is sent when the case ends, at the latest. */
export interface InformStep<N extends Names = Names> extends Held<N> {
  readonly kind: 'inform';
  readonly tells: N['milestone'];
}

/** Waiting for something; `by` is accountable for it, and `reports` may also say that it came. */
export interface WaitStep<N extends Names = Names> extends Held<N> {
  readonly kind: 'wait';
  readonly waitsFor: string;
  readonly reports?: readonly N['role'][];
  /** A group can be formed when so many cases wait in one area. */
  readonly ready?: { readonly waiting: 'kern' | 'municipality'; readonly n: NumberKnob };
}

/** Decided by the engine from kept codes: instant, never open. Rule and version are the actor. */
export interface RuleStep<N extends Names = Names> extends Common<N> {
  readonly kind: 'rule';
  readonly rule: string;
  readonly version: string;
  /** The first line whose guards all hold decides. */
  readonly decides: readonly { readonly when: readonly Guard<N>[]; readonly outcome: string }[];
  readonly otherwise: string;
}

export type HeldStep<N extends Names = Names> = AssessStep<N> | HandoffStep<N> | InformStep<N> | WaitStep<N>;
export type Step<N extends Names = Names> = HeldStep<N> | RuleStep<N>;
