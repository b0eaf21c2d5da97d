import type {
  AllTarget,
  AssessStep,
  EndTarget,
  GapTarget,
  HandoffStep,
  InformStep,
  LeaveTarget,
  RuleStep,
  WaitStep,
} from './steps.ts';
import type { Clock, DurationKnob, DurationText, Length, NumberKnob, SourcedDuration } from './terms.ts';

/* Kinds of step */

export function assess<const S extends Omit<AssessStep, 'kind'>>(step: S): S & { readonly kind: 'assess' } {
  return { ...step, kind: 'assess' };
}

export function handoff<const S extends Omit<HandoffStep, 'kind'>>(step: S): S & { readonly kind: 'handoff' } {
  return { ...step, kind: 'handoff' };
}

export function inform<const S extends Omit<InformStep, 'kind'>>(step: S): S & { readonly kind: 'inform' } {
  return { ...step, kind: 'inform' };
}

export function wait<const S extends Omit<WaitStep, 'kind'>>(step: S): S & { readonly kind: 'wait' } {
  return { ...step, kind: 'wait' };
}

export function rule<const S extends Omit<RuleStep, 'kind'>>(step: S): S & { readonly kind: 'rule' } {
  return { ...step, kind: 'rule' };
}

/* Where an outcome leads */

export function end<const End extends string>(ending: End): EndTarget<End> {
  return { end: ending };
}

export function gap<const Id extends string>(name: string, fallback: Id): GapTarget<Id> {
  return { gap: name, fallback };
}

export function to<const Id extends string, const V extends Readonly<Record<string, string>>>(
  step: Id,
  variant: V,
): { readonly step: Id; readonly with: V } {
  return { step, with: variant };
}

/** Only this branch is done. */
export function leave(): LeaveTarget {
  return { leave: true };
}

export function all<const Steps extends AllTarget['all']>(...steps: Steps): { readonly all: Steps } {
  return { all: steps };
}

export function byKnob<const K extends string, const Cases extends Readonly<Record<string, unknown>>>(
  knobName: K,
  cases: Cases,
): { readonly byKnob: K; readonly cases: Cases } {
  return { byKnob: knobName, cases };
}

/* How long, and from when */

type Bounds<T> = { readonly min: T; readonly max: T; readonly source?: string };

export function knob(value: DurationText, bounds: Bounds<DurationText>): DurationKnob {
  return { knob: value, ...bounds };
}

export function numberKnob(value: number, bounds: Bounds<number> & { readonly label: string }): NumberKnob {
  return { knob: value, ...bounds };
}

export function sourced(value: DurationText, source: string): SourcedDuration {
  return { fixed: value, source };
}

interface Otherwise {
  readonly otherwise: Length;
}

/** So long after the last decision of an earlier step. */
export function since<const S extends string>(
  step: S,
  length: Length,
  unknown?: Otherwise,
): { readonly since: S; readonly length: Length; readonly otherwise?: Length } {
  return { since: step, length, ...unknown };
}

export function after<const A extends string>(
  anchor: A,
  length: Length,
  unknown?: Otherwise,
): { readonly after: A; readonly length: Length; readonly otherwise?: Length } {
  return { after: anchor, length, ...unknown };
}

export function before<const A extends string>(
  anchor: A,
  length: Length,
  unknown?: Otherwise,
): { readonly before: A; readonly length: Length; readonly otherwise?: Length } {
  return { before: anchor, length, ...unknown };
}

export function byVariant<const V extends string, const Cases extends Readonly<Record<string, Clock>>, const C>(
  variant: V,
  cases: Cases,
  otherwise: C,
): { readonly byVariant: V; readonly cases: Cases; readonly otherwise: C } {
  return { byVariant: variant, cases, otherwise };
}

export function byCode<const K extends string, const Cases extends Readonly<Record<string, Clock>>, const C>(
  code: K,
  cases: Cases,
  otherwise: C,
): { readonly byCode: K; readonly cases: Cases; readonly otherwise: C } {
  return { byCode: code, cases, otherwise };
}

/* What opens a step other than an outcome */

export function on<const E extends string>(
  event: E,
  how: { readonly inEveryOpenCase?: true; readonly once?: true } = {},
): { readonly on: E; readonly inEveryOpenCase?: true; readonly once?: true } {
  return { on: event, ...how };
}

/* What must hold for an outcome */

export function atMost(times: number): { readonly atMost: number } {
  return { atMost: times };
}

export function attempts(count: number): { readonly attempts: number } {
  return { attempts: count };
}

export function decided<const S extends string, const O extends string>(
  step: S,
  ...outcomes: readonly O[]
): { readonly step: S; readonly outcome: readonly O[] } {
  return { step, outcome: outcomes };
}

export function keptIs<const K extends string>(
  code: K,
  ...values: readonly string[]
): { readonly code: K; readonly in: readonly string[] } {
  return { code, in: values };
}

export function oncePer<const M extends string>(
  length: `P${string}`,
  mark: M,
): { readonly mark: M; readonly oncePer: `P${string}` } {
  return { mark, oncePer: length };
}
