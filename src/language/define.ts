/**
 * What a chain can say. Data only and free of zod, so that workflows may load it.
 * Step ids, outcomes, endings, roles, kept codes and knobs are checked by the compiler where the chain is written.
 */
import type { Chain, DateBounds, Lack, LifeEvent, Limit, PayerRule, Phase } from './define/chain.ts';
import type { ConsentAge, Criterion } from './define/person.ts';
import type { AssessStep, HandoffStep, InformStep, Names, Outcome, RuleStep, WaitStep } from './define/steps.ts';

export type * from './define/chain.ts';
export type * from './define/steps.ts';
export { consentPurposes, TRANSFER } from './define/steps.ts';
export type * from './define/person.ts';
export { consentGivers } from './define/person.ts';
export type * from './define/terms.ts';
export * from './define/say.ts';
export * from './define/common.ts';
export * from './define/link-rules.ts';
export * from './define/links.ts';
export * from './define/place.ts';

/**
 * Types a chain: every target must be one of its own steps or endings; every role, milestone, reason, anchor, kept
 * code and switch one that it names; a switch must have a target for every option; a key that says nothing is refused.
 */
export function defineChain<const C extends Chain>(chain: C & Chain<NamesIn<C>> & WithoutStrays<C>): C {
  return chain;
}

export type StepIdOf<C extends { readonly steps: object }> = keyof C['steps'] & string;
export type FormOf<C extends { readonly steps: object }> = {
  [K in keyof C['steps']]: C['steps'][K] extends { readonly form: infer F extends string } ? F : never;
}[keyof C['steps']];

type KeysOf<T> = T extends object ? keyof T & string : never;

interface NamesIn<C extends Chain> extends Names {
  readonly step: keyof C['steps'] & string;
  readonly ending: keyof C['endings'] & string;
  readonly role: keyof C['roles'] & string;
  readonly milestone: keyof C['milestones'] & string;
  readonly reason: keyof C['reasons'] & string;
  readonly anchor: KeysOf<C['anchors']>;
  readonly event: KeysOf<C['events']>;
  readonly mark: KeysOf<C['marks']>;
  readonly code: {
    [K in keyof C['steps']]: C['steps'][K] extends { readonly keeps: readonly (infer Code extends string)[] }
      ? Code
      : never;
  }[keyof C['steps']];
  readonly outcomes: { readonly [K in keyof C['steps'] & string]: keyof C['steps'][K]['outcomes'] & string };
  readonly switches: { readonly [K in keyof C['knobs'] & string]: C['knobs'][K]['options'][number] };
  readonly variants: C['variants'] extends Readonly<Record<string, readonly string[]>>
    ? { readonly [V in keyof C['variants'] & string]: C['variants'][V][number] }
    : Record<never, string>;
}

/** A mistyped key would be a promise that nobody keeps, such as `infrom`. */
type Strays<Given, Known> = { readonly [K in Exclude<keyof Given, Known>]: never };

type StepKeys = keyof AssessStep | keyof HandoffStep | keyof InformStep | keyof WaitStep | keyof RuleStep;

type StraysOfEach<Table, Known> = Table extends object
  ? { readonly [K in keyof Table]: Strays<Table[K], Known> }
  : unknown;

type StrayKeys<Table, Known> = Table extends object ? Strays<Table, Known> : unknown;

type WithoutStrays<C extends Chain> = Strays<C, keyof Chain> & {
  readonly phases?: StraysOfEach<C['phases'], keyof Phase>;
  readonly bounds?: StraysOfEach<C['bounds'], keyof DateBounds> & StrayKeys<C['bounds'], KeysOf<C['anchors']>>;
  readonly events?: StraysOfEach<C['events'], keyof LifeEvent>;
  readonly limits?: StraysOfEach<C['limits'], keyof Limit>;
  readonly birthdays?: Strays<C['birthdays'], KeysOf<C['anchors']>>;
  readonly consentBy?: StraysOfEach<C['consentBy'], keyof ConsentAge>;
  readonly inclusion?: StraysOfEach<C['inclusion'], KeysOf<Criterion>>;
  readonly payers?: { readonly rules: readonly Strays<object, keyof PayerRule>[] };
  readonly mayLack?: StraysOfEach<C['mayLack'], keyof Lack> & StrayKeys<C['mayLack'], keyof C['steps']>;
  readonly steps: {
    readonly [K in keyof C['steps']]: Strays<C['steps'][K], StepKeys> & {
      readonly outcomes: {
        readonly [O in keyof C['steps'][K]['outcomes']]: Strays<C['steps'][K]['outcomes'][O], keyof Outcome>;
      };
    };
  };
};
