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
  readonly default: Option;
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

export interface KnobTarget<Id extends string, End extends string> {
  readonly byKnob: string;
  readonly cases: Readonly<Record<string, PlainTarget<Id, End>>>;
}

export type Target<Id extends string = string, End extends string = string> =
  | PlainTarget<Id, End>
  | KnobTarget<Id, End>;

export interface Outcome<Id extends string = string, End extends string = string> {
  readonly label: string;
  readonly to: Target<Id, End>;
  /** The milestone that the referrer is told (a key of the chain's `milestones`). */
  readonly inform?: string;
  /** Purposes of consent that the resident gives with this outcome. */
  readonly gives?: readonly string[];
}

interface StepBase<Id extends string, End extends string, Role extends string> {
  readonly label: string;
  readonly by: Role;
  readonly within: Term;
  readonly outcomes: Readonly<Record<string, Outcome<Id, End>>>;
  /** The key of the document that this step comes from. */
  readonly source?: string;
}

/** A role fills a form and chooses; a rule may propose, the professional confirms or overrides with a reason. */
export interface AssessStep<
  Id extends string = string,
  End extends string = string,
  Role extends string = string,
> extends StepBase<Id, End, Role> {
  readonly kind: 'assess';
  readonly form?: string;
  readonly propose?: string;
  /** Codes of the form that the case may remember. */
  readonly keeps?: readonly string[];
  readonly override?: { readonly reason: string };
}

/** Waiting for something; `by` is accountable for it and reports it. */
export interface WaitStep<
  Id extends string = string,
  End extends string = string,
  Role extends string = string,
> extends StepBase<Id, End, Role> {
  readonly kind: 'wait';
  readonly waitsFor: string;
}

export type Step<Id extends string = string, End extends string = string, Role extends string = string> =
  | AssessStep<Id, End, Role>
  | WaitStep<Id, End, Role>;

export interface Chain<
  Id extends string = string,
  End extends string = string,
  Role extends string = string,
  Milestone extends string = string,
> {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly published: boolean;
  readonly roles: Readonly<Record<Role, string>>;
  readonly endings: Readonly<Record<End, string>>;
  /** What the referrer is told, in Dutch; `neutral` is used without consent for content. */
  readonly milestones: Readonly<Record<Milestone, { readonly full: string; readonly neutral: string }>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly knobs: Readonly<Record<string, SwitchKnob>>;
  /** Where a referral may start, per role of the caller; the first of a role is its default. */
  readonly entries: Readonly<Record<string, readonly Id[]>>;
  /** Steps from which on the resident's consent must have been given. */
  readonly afterConsent: readonly Id[];
  readonly steps: Readonly<Record<Id, Step<Id, End, Role>>>;
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

/** Types a chain: every target must be one of its own steps or endings, every role one that has a label. */
export function defineChain<
  const End extends string,
  const Role extends string,
  const Milestone extends string,
  const Steps extends { readonly [K in keyof Steps]: Step<keyof Steps & string, NoInfer<End>, NoInfer<Role>> },
>(
  chain: Omit<Chain<keyof Steps & string, End, Role, Milestone>, 'steps'> & { readonly steps: Steps },
): Omit<Chain<keyof Steps & string, End, Role, Milestone>, 'steps'> & { readonly steps: Steps } {
  return chain;
}

export type StepIdOf<C extends { readonly steps: object }> = keyof C['steps'] & string;
export type FormOf<C extends { readonly steps: object }> = {
  [K in keyof C['steps']]: C['steps'][K] extends { readonly form: infer F extends string } ? F : never;
}[keyof C['steps']];
