interface KnobBase {
  readonly name: string;
  /** What it sets: the question of a switch, else the label of the step or role. */
  readonly label: string;
  readonly default: string;
  /** The document that states the value; absent for an assumption. */
  readonly source?: string;
}

/** Something that a place may choose, within its options or bounds. */
export type Knob = KnobBase &
  (
    | { readonly kind: 'switch' | 'phase'; readonly options: readonly string[] }
    | { readonly kind: 'length' | 'number'; readonly min: string; readonly max: string }
    /** What people call a role; `max` characters at most. */
    | { readonly kind: 'label'; readonly max: string }
    /** Whether a step is there; where it is not, `gap` is counted and the case goes on at `fallback`. */
    | {
        readonly kind: 'presence';
        readonly options: readonly string[];
        readonly gap: string;
        readonly fallback: string;
      }
  );
