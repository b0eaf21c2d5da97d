/**
 * What a chain can say. Data only and free of zod, so that workflows may load it.
 * Step ids, outcomes, endings, roles and knobs are checked by the compiler where the chain is written.
 */

/** 'P10D', 'P4W', 'P3M', 'P3Y6M' (calendar) or '5wd' (werkdagen). */
export type DurationText = `P${string}` | `${number}wd`;

/** An assumed value: bounded, adjustable per region, municipality and kern, and shown as provisional. */
export interface DurationKnob {
  readonly knob: DurationText;
  readonly min: DurationText;
  readonly max: DurationText;
  readonly source?: string;
}

/** A sourced value: fixed, with the key of the document that states it. */
export interface SourcedDuration {
  readonly fixed: DurationText;
  readonly source: string;
}

export type Term = DurationKnob | SourcedDuration;

/** A choice that a municipality makes, such as whether the high route exists there. */
export interface SwitchKnob<Option extends string = string> {
  readonly options: readonly Option[];
  readonly default: NoInfer<Option>;
  readonly label: string;
}

export interface EndTarget<End extends string = string> {
  readonly end: End;
}

/** A step that does not exist in this place: counted under `gap`, and the case goes on at the fallback. */
export interface GapTarget<Id extends string = string> {
  readonly gap: string;
  readonly fallback: Id;
}

export type PlainTarget<Id extends string, End extends string> = Id | EndTarget<End> | GapTarget<Id>;

/** The names that one chain gives to what its steps refer to; plain strings for any chain. */
interface Names {
  readonly step: string;
  readonly ending: string;
  readonly role: string;
  readonly milestone: string;
  readonly reason: string;
  /** Per switch its options. */
  readonly switches: Readonly<Record<string, string>>;
}

/** One target for every option of a switch. */
type KnobTarget<N extends Names = Names> = {
  [K in keyof N['switches'] & string]: {
    readonly byKnob: K;
    readonly cases: Readonly<Record<N['switches'][K], PlainTarget<N['step'], N['ending']>>>;
  };
}[keyof N['switches'] & string];

export type Target<N extends Names = Names> = PlainTarget<N['step'], N['ending']> | KnobTarget<N>;

export interface Outcome<N extends Names = Names> {
  readonly label: string;
  readonly to: Target<N>;
  /** The milestone that the referrer is told (a key of the chain's `milestones`). */
  readonly inform?: N['milestone'];
  /** Purposes of consent that the resident gives with this outcome. */
  readonly gives?: readonly Purpose[];
}

export type Purpose = 'overdracht' | 'terugkoppeling';

interface StepBase<N extends Names> {
  readonly label: string;
  readonly by: N['role'];
  readonly within: Term;
  readonly outcomes: Readonly<Record<string, Outcome<N>>>;
  /** The key of the document that this step comes from. */
  readonly source?: string;
}

/** A role fills a form and chooses; a rule may propose, the professional confirms or overrides with a reason. */
export interface AssessStep<N extends Names = Names> extends StepBase<N> {
  readonly kind: 'assess';
  readonly form?: string;
  readonly propose?: string;
  /** Codes of the form that the case may remember. */
  readonly keeps?: readonly string[];
  readonly override?: { readonly reason: N['reason'] };
}

/** Waiting for something; `by` is accountable for it and reports it. */
export interface WaitStep<N extends Names = Names> extends StepBase<N> {
  readonly kind: 'wait';
  readonly waitsFor: string;
}

export type Step<N extends Names = Names> = AssessStep<N> | WaitStep<N>;

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
  /** Where a referral may start, per role of the caller; the first of a role is its default. */
  readonly entries: Readonly<Record<string, readonly N['step'][]>>;
  /** Steps from which on the resident's consent must have been given. */
  readonly afterConsent: readonly N['step'][];
  readonly steps: Readonly<Record<N['step'], Step<N>>>;
}

/** Any chain, as the engine reads it. */
export type AnyChain = Chain;

export function assess<const S extends Omit<AssessStep, 'kind'>>(step: S): S & { readonly kind: 'assess' } {
  return { ...step, kind: 'assess' };
}

export function wait<const S extends Omit<WaitStep, 'kind'>>(step: S): S & { readonly kind: 'wait' } {
  return { ...step, kind: 'wait' };
}

export function end<const End extends string>(ending: End): EndTarget<End> {
  return { end: ending };
}

export function gap<const Id extends string>(name: string, fallback: Id): GapTarget<Id> {
  return { gap: name, fallback };
}

export function byKnob<const K extends string, const Cases extends Readonly<Record<string, unknown>>>(
  knobName: K,
  cases: Cases,
): { readonly byKnob: K; readonly cases: Cases } {
  return { byKnob: knobName, cases };
}

export function knob(
  value: DurationText,
  bounds: { readonly min: DurationText; readonly max: DurationText; readonly source?: string },
): DurationKnob {
  return { knob: value, ...bounds };
}

export function sourced(value: DurationText, source: string): SourcedDuration {
  return { fixed: value, source };
}

/**
 * Types a chain: every target must be one of its own steps or endings; every role, milestone, reason and switch one
 * that it names; a switch must have a target for every option; a key that says nothing is refused.
 */
export function defineChain<const C extends Chain>(chain: C & Chain<NamesIn<C>> & WithoutStrays<C>): C {
  return chain;
}

export type StepIdOf<C extends { readonly steps: object }> = keyof C['steps'] & string;
export type FormOf<C extends { readonly steps: object }> = {
  [K in keyof C['steps']]: C['steps'][K] extends { readonly form: infer F extends string } ? F : never;
}[keyof C['steps']];

interface NamesIn<C extends Chain> {
  readonly step: keyof C['steps'] & string;
  readonly ending: keyof C['endings'] & string;
  readonly role: keyof C['roles'] & string;
  readonly milestone: keyof C['milestones'] & string;
  readonly reason: keyof C['reasons'] & string;
  readonly switches: { readonly [K in keyof C['knobs'] & string]: C['knobs'][K]['options'][number] };
}

/** A mistyped key would be a promise that nobody keeps, such as `infrom`. */
type Strays<Given, Known> = { readonly [K in Exclude<keyof Given, Known>]: never };

type WithoutStrays<C extends Chain> = Strays<C, keyof Chain> & {
  readonly steps: {
    readonly [K in keyof C['steps']]: Strays<C['steps'][K], keyof AssessStep | keyof WaitStep> & {
      readonly outcomes: {
        readonly [O in keyof C['steps'][K]['outcomes']]: Strays<C['steps'][K]['outcomes'][O], keyof Outcome>;
      };
    };
  };
};
