/*
 * What a journey is: plain data, free of the engine and of HTTP, so that it can be played through both. Users are the
 * handles of the demo region, durations are whole days as in the chains ('P10D', 'P4W').
 */

export interface Journey {
  readonly name: string;
  readonly chain: string;
  /** Only in this version of the chain; in every version when absent. */
  readonly version?: number;
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
    /** The resident turns so old, so long from now: terms may hang on it, and who consents. */
    readonly birthday?: { readonly turns: number; readonly in: string };
    /** Dates that are known already, so long from now, such as the due date. */
    readonly anchors?: Readonly<Record<string, string>>;
    readonly opens: readonly OpenStep[];
  };
  readonly steps: readonly JourneyStep[];
  /** How it ends; null while it goes on. */
  readonly ending: string | null;
  /** All that the referrer was told, in order, in the words that the consent allows. */
  readonly feedback: readonly string[];
  /** Who pays in the end; looked at only when it is said here. So are the next two. */
  readonly payer?: 'zvw' | 'gemeente' | 'wpg' | null;
  /** `step: gap` for whatever was missing in this place. */
  readonly gaps?: readonly string[];
  /** `type: chain` for every case that it was coupled with. */
  readonly links?: readonly string[];
}

export type Form = Readonly<Record<string, FormValue>>;
type FormValue = boolean | number | string | null | readonly string[] | Readonly<Record<string, boolean | string>>;

/**
 * `step @ handle` of whoever may take it now: a step never stands open with nobody. `step(offered)` while it is only
 * offered, `step(contact)` until both met the resident, `step(returned)` with the sender; `step#item` for one of many.
 */
export type OpenStep = `${string} @ ${string}`;

export type JourneyStep =
  | Wait
  | Decision
  | Attempt
  | Pause
  | Resume
  | Withdrawal
  | Event
  | Placing
  | Moving
  | Freeing
  | Question
  | Reply
  | Consent
  | Coupling;

interface Done {
  /** Some time after what came before; meanwhile no clock rings. */
  readonly after?: string;
  readonly who: string;
  /** The code with which this is refused: then nothing changes. */
  readonly refused?: string;
  /** What stands open afterwards, in any order; as before when left out. */
  readonly opens?: readonly OpenStep[];
}

/** Someone decides on the open step of this name; on a hand-off also `aanvaard`, `geweigerd`, `omleiden`, ... */
export interface Decision extends Done {
  readonly decides: string;
  readonly outcome: string;
  readonly form?: Form;
  readonly reason?: string;
  /** A user of the organisation to which a hand-off is offered now. */
  readonly to?: string;
}

/** Someone tries to reach the resident for this open step, today. */
export interface Attempt extends Done {
  readonly attempts: string;
  readonly channel: 'telefoon' | 'brief' | 'bericht' | 'huisbezoek';
  readonly reached: boolean;
}

/** The case rests for this reason, until so long from now. */
export interface Pause extends Done {
  readonly pauses: string;
  readonly until: string;
}

export interface Resume extends Done {
  readonly resumes: true;
}

/** The resident stops, for this reason. */
export interface Withdrawal extends Done {
  readonly withdraws: string;
}

/** Something happens in life today, or so long from now; `of` says to whom. */
export interface Event extends Done {
  readonly happens: string;
  readonly of?: string;
  readonly on?: string;
}

/** The coordinator gives the case a seat in a new group, which is `led` by the organisation of this user. */
export interface Placing extends Done {
  readonly places: string;
  readonly outcome: string;
  readonly led: string;
  /** First and last meeting, so long from now. */
  readonly starts: string;
  readonly ends: string;
}

/** The group gets other dates, so long from now. */
export interface Moving extends Done {
  readonly moves: 'group';
  readonly starts: string;
  readonly ends: string;
}

/** The coordinator takes the case out of its group. */
export interface Freeing extends Done {
  readonly frees: 'seat';
}

/** Someone asks this user something about the case. */
export interface Question extends Done {
  readonly asks: string;
}

/** Whoever was asked answers the question that stands open. */
export interface Reply extends Done {
  readonly replies: true;
}

/** The resident gives consent for this purpose today, or takes it back. */
export interface Consent extends Done {
  readonly consents: 'overdracht' | 'terugkoppeling';
  readonly given: boolean;
}

/** A new case in another chain, coupled from its first moment; `of` names someone born so long ago, where it is not the resident. */
export interface Coupling extends Done {
  readonly couples: string;
  readonly chain: string;
  readonly of?: string;
}

export type Ring = 'reminded' | 'late' | 'escalated' | 'expired' | 'resumed';

/** Only time passes: what the clock does meanwhile, in order. */
export interface Wait {
  readonly after: string;
  readonly clock: readonly Ring[];
  /** What stands open afterwards; as before when left out. */
  readonly opens?: readonly OpenStep[];
}
