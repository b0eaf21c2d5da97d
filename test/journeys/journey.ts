/*
 * What a journey is: plain data, free of the engine and of HTTP, so that it can be played through both. Users are the
 * handles of the demo region, durations are whole days as in the chains ('P10D', 'P4W').
 */

export interface Journey {
  readonly name: string;
  readonly chain: string;
  readonly municipality: string;
  readonly referral: {
    readonly who: string;
    /** The chain's own entry for this role when absent. */
    readonly entry?: string;
    /** What the resident consents to; nothing is asked when absent. */
    readonly consent?: readonly ('overdracht' | 'terugkoppeling')[];
    readonly outcome?: string;
    readonly form?: Form;
    readonly reason?: string;
    readonly opens: readonly OpenStep[];
  };
  readonly steps: readonly JourneyStep[];
  /** How it ends; null while it goes on. */
  readonly ending: string | null;
  /** All that the referrer was told, in order, in the words that the consent allows. */
  readonly feedback: readonly string[];
}

export type Form = Readonly<Record<string, boolean | number | string>>;

/** `step @ handle` of whoever may take it now: a step never stands open with nobody. */
export type OpenStep = `${string} @ ${string}`;

export type JourneyStep = Decision | Wait;

/** Someone decides on the open step of this name, some time after what came before. */
export interface Decision {
  readonly after?: string;
  readonly who: string;
  readonly decides: string;
  readonly outcome: string;
  readonly form?: Form;
  readonly reason?: string;
  /** The code with which this is refused: then nothing changes. */
  readonly refused?: string;
  /** What stands open afterwards; left out for a refusal. */
  readonly opens?: readonly OpenStep[];
}

/** Only time passes: what the clock does meanwhile, in order. */
export interface Wait {
  readonly after: string;
  readonly clock: readonly ('reminded' | 'late' | 'escalated')[];
}
