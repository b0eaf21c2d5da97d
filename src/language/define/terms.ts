/** How long something may take, and from when. */

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

export type Length = DurationKnob | SourcedDuration;

/**
 * A day that does not hang on the opening of the step: so long after an earlier decision (`since`), or after or before
 * a date of the case (`after`, `before`: due date, birth, planned end). As long as that day is not known, the term
 * runs from the opening and lasts `otherwise`, or else the length itself.
 */
export type Moment<Step extends string = string, Anchor extends string = string> =
  | { readonly since: Step; readonly length: Length; readonly otherwise?: Length }
  | { readonly after: Anchor; readonly length: Length; readonly otherwise?: Length }
  | { readonly before: Anchor; readonly length: Length; readonly otherwise?: Length };

/** A length counts from the opening of the step. */
export type When<Step extends string = string, Anchor extends string = string> = Length | Moment<Step, Anchor>;

/** The first day on which it may be done, the day to aim for, and the last day. */
export interface Window<Step extends string = string, Anchor extends string = string> {
  readonly notBefore?: When<Step, Anchor>;
  readonly aim?: When<Step, Anchor>;
  readonly due: When<Step, Anchor>;
}

export type Clock<Step extends string = string, Anchor extends string = string> =
  | When<Step, Anchor>
  | Window<Step, Anchor>;

/** Another term for another variant of the opening (`spoed`), or for another kept code (the programme). */
export type Choice<
  Step extends string = string,
  Anchor extends string = string,
  Variants extends Readonly<Record<string, string>> = Readonly<Record<string, string>>,
  Code extends string = string,
> =
  | {
      [V in keyof Variants & string]: {
        readonly byVariant: V;
        readonly cases: Readonly<Partial<Record<Variants[V], Clock<Step, Anchor>>>>;
        readonly otherwise: Clock<Step, Anchor>;
      };
    }[keyof Variants & string]
  | {
      readonly byCode: Code;
      readonly cases: Readonly<Record<string, Clock<Step, Anchor>>>;
      readonly otherwise: Clock<Step, Anchor>;
    };

export type Term<
  Step extends string = string,
  Anchor extends string = string,
  Variants extends Readonly<Record<string, string>> = Readonly<Record<string, string>>,
  Code extends string = string,
> = Clock<Step, Anchor> | Choice<Step, Anchor, Variants, Code>;

/** A number that a place may set, such as how many people make a group. */
export interface NumberKnob {
  readonly knob: number;
  readonly min: number;
  readonly max: number;
  readonly label: string;
  readonly source?: string;
}

/** A choice that a municipality makes, such as whether the high route exists there. */
export interface SwitchKnob<Option extends string = string> {
  readonly options: readonly Option[];
  readonly default: NoInfer<Option>;
  readonly label: string;
}
