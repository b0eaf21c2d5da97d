/* How people work in a chain, as the generated region has it: chances and times that a centrale zorgverlener can read. */

/** Name -> how often, compared with the others. */
export type Weights = Readonly<Record<string, number>>;

/** How one step usually goes. */
export interface StepHabit {
  /** What is chosen; an outcome that is not named is only taken when no other one can be. */
  readonly outcomes: Weights;
  /** Half of the times it is done within so many days ... */
  readonly days?: number;
  /** ... or within this share of its term. Without either: half of its term. */
  readonly ofTerm?: number;
  /** How much that differs (see `Random.around`); 0.6 when it is not said. */
  readonly spread?: number;
  /** The share that is left until somebody has been warned, more than once; 0.05 when it is not said. */
  readonly forgotten?: number;
  /** The share on which nobody decides, because life or another step brings it to its end. */
  readonly waits?: number;
  /** Of a hand-off: the share of offers that is declined, and that nobody answers in time. */
  readonly declined?: number;
  readonly unanswered?: number;
}

/** Where cases begin. */
export interface Beginning {
  readonly role: string;
  readonly entry: string;
  readonly weight: number;
}

/** What may happen to a person: the share to whom it does within a year. */
export interface LifeHabit {
  readonly stops: number;
  readonly pauses: number;
  readonly moves: number;
  readonly dies: number;
  readonly unsafe: number;
  readonly takesConsentBack: number;
}

/** Another case that follows from this one: opened by whoever is accountable, or referred apart from it (`apart`). */
export interface BesideHabit {
  readonly chain: string;
  readonly type: 'parallel' | 'vervolg' | 'eerst' | 'zelfde-gezin' | 'apart';
  /** The share of cases, and how many days after the start that usually is. */
  readonly share: number;
  readonly days: number;
}

export interface Habits {
  readonly chain: string;
  /** How many of a hundred cases of the region are of this chain. */
  readonly share: number;
  readonly ages: readonly [from: number, to: number];
  /** The share of women; 0.55 when it is not said. */
  readonly women?: number;
  readonly begins: readonly Beginning[];
  readonly steps: Readonly<Record<string, StepHabit>>;
  /** Why people stop, decline or do not come. */
  readonly reasons: Weights;
  readonly life: LifeHabit;
  /** The share that comes back in this chain after an end, and after how many days. */
  readonly comesBack: { readonly share: number; readonly days: number };
  readonly beside: readonly BesideHabit[];
}

/** The steps that every chain has. */
export const commonHabits: Readonly<Record<string, StepHabit>> = {
  'na-pauze': { days: 3, outcomes: { verder: 85, stopt: 15 } },
  'ander-traject': { days: 3, outcomes: { gezien: 1 } },
  'verhuisd-besluit': { days: 5, outcomes: { blijft: 40, stopt: 60 } },
  veiligheid: { days: 0.3, outcomes: { afgehandeld: 70, 'meldcode-route': 30 } },
  'toestemming-besluit': { days: 3, outcomes: { 'weer-toestemming': 35, stopt: 65 } },
  koppeling: { days: 3, outcomes: { 'niet-nodig': 1 } },
  'afgezegd-na-overlijden': { days: 1, outcomes: { gedaan: 1 } },
  'persoonlijk-afgezegd': { days: 1, outcomes: { gedaan: 1 } },
};
