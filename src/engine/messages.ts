import type { LinkMoment, LinkSide } from '../language/define.ts';

/* What goes into a case (commands) and what comes out of it (answers). Codes, ids and times only; facts in facts.ts. */

/** Who acts: the role is the one under which this person acts now. */
export interface Actor {
  readonly role: string;
  readonly organisation: string | null;
  readonly practitioner: string | null;
}

export interface KnobValue {
  readonly value: string;
  readonly layer: 'chain' | 'region' | 'municipality' | 'kern';
}

/** A seat in a group: who leads it, and its first and last day. */
export interface Placement {
  readonly group: string;
  readonly organisation: string;
  readonly starts: string;
  readonly ends: string;
}

/** One decision on one open step. `kept` are the codes that the step may remember. */
export interface Decision {
  readonly openStep: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly proposed?: string;
  readonly kept?: Readonly<Record<string, string>>;
  /** The organisation to which a hand-off is offered. */
  readonly to?: string;
  readonly place?: Placement;
  /** The case that was opened elsewhere with it, where the outcome asks for one. */
  readonly link?: { readonly case: string; readonly side?: LinkSide };
}

/** How often something was counted for a person, and the last local day on which it was. */
export interface Mark {
  readonly count: number;
  readonly last: string;
}

/** A step that was taken outside, on this local day. */
export interface DoneElsewhere {
  readonly step: string;
  readonly outcome: string;
  readonly on: string;
  readonly kept?: Readonly<Record<string, string>>;
}

/** What a case starts with, and what its first fact says. */
export interface CaseStart {
  readonly case: string;
  readonly chain: string;
  readonly version: number;
  readonly municipality: string;
  readonly kern: string | null;
  readonly entry: string;
  readonly actor: Actor;
  /** The organisation of each role in this place, resolved for the whole chain at the start. */
  readonly parties: Readonly<Record<string, string>>;
  readonly knobs: Readonly<Record<string, KnobValue>>;
  readonly consents: readonly string[];
  /** Dates that terms hang on, as local days. */
  readonly anchors?: Readonly<Record<string, string>>;
  /** Steps that were taken before, outside: their outcome counts as decided on that local day. */
  readonly done?: readonly DoneElsewhere[];
  /** What was counted for this person in earlier cases of this chain. */
  readonly marks?: Readonly<Record<string, Mark>>;
  /** Who stays accountable where a resident refers themselves: a role of the actor's organisation. */
  readonly steward?: { readonly role: string; readonly organisation: string };
  /** The person was in this chain before, and came back: not counted as new. */
  readonly herinstroom?: true;
}

/** An earlier case of the same person in this chain. `intake` is the local day of the intake there. */
export interface Previous {
  readonly case: string;
  readonly intake?: string;
}

export interface Refer extends CaseStart {
  readonly kind: 'refer';
  /** The entry step decided in the same request. */
  readonly decision?: Omit<Decision, 'openStep'>;
  readonly previous?: Previous;
}

interface Acted {
  readonly actor: Actor;
}

export interface Decide extends Decision, Acted {
  readonly kind: 'decide';
  /** The case goes on with another version of its chain: possible when a hand-off is accepted. */
  readonly version?: NewVersion;
}

/**
 * A version that a running case takes on, with what its place has set for that version, and who fulfils there the
 * roles that the case did not have.
 */
export interface NewVersion {
  readonly to: number;
  readonly knobs: Readonly<Record<string, KnobValue>>;
  readonly parties: Readonly<Record<string, string>>;
}

export interface MoveVersion extends Acted, NewVersion {
  readonly kind: 'move';
}

export type Channel = 'telefoon' | 'brief' | 'bericht' | 'huisbezoek';

/** Someone tried to reach the person on this local day. */
export interface Attempt extends Acted {
  readonly kind: 'attempt';
  readonly openStep: string;
  readonly on: string;
  readonly channel: Channel;
  readonly reached: boolean;
}

/** Until the morning of this local day. */
export interface Pause extends Acted {
  readonly kind: 'pause';
  readonly reason: string;
  readonly until: string;
}

export interface Resume extends Acted {
  readonly kind: 'resume';
}

export interface Withdraw extends Acted {
  readonly kind: 'withdraw';
  readonly reason: string;
}

/** Something that happened in life on this local day; `of` says whom it is about. */
export interface Happen extends Acted {
  readonly kind: 'event';
  readonly event: string;
  readonly on: string;
  readonly of?: string;
}

/** New dates for a group in which the case has a seat, or the seat given back. */
export type Regroup = Acted & { readonly kind: 'group'; readonly group: string } & (
    | { readonly change: 'move'; readonly starts: string; readonly ends: string }
    | { readonly change: 'free' }
  );

/** An open step given to an organisation, or to a person of the one that has it; null gives it back to the team. */
export interface Assign extends Acted {
  readonly kind: 'assign';
  readonly openStep: string;
  readonly organisation?: string;
  readonly practitioner?: string | null;
  /** The municipality that a ketencoordinator is bound to: what is stuck there may be assigned. */
  readonly municipality?: string;
}

/** A question to someone who has a part in the case. What is asked stays outside. */
export interface Ask extends Acted {
  readonly kind: 'ask';
  readonly to: { readonly role: string; readonly organisation: string };
}

export interface AnswerQuestion extends Acted {
  readonly kind: 'answer';
  readonly openStep: string;
}

/** Consent that was given or withdrawn on this local day, and by whom. */
export interface Agree extends Acted {
  readonly kind: 'consent';
  readonly purpose: string;
  readonly given: boolean;
  readonly by: string;
  readonly on: string;
}

/** Takes back what one fact began. `facts` are all facts that PostgreSQL holds: the case checks that they are its own. */
export interface Correct extends Acted {
  readonly kind: 'correct';
  readonly seq: number;
  readonly reason: string;
  readonly facts: readonly { readonly seq: number }[];
}

/** Couples the case with another one. `mirrored`: the other side of a coupling that was made there. */
export interface Couple extends Acted {
  readonly kind: 'link';
  readonly type: string;
  readonly chain: string;
  readonly case: string;
  readonly mirrored?: true;
  /** On which side of the link this case stands; without it (0.3.0 and before) nothing follows from the link. */
  readonly side?: LinkSide;
  /** Until the morning of this local day the first waits (`eerst`); without it as long as a case may. */
  readonly until?: string;
  /** The local day of an intake of that case, which serves here too. */
  readonly intake?: string;
  /** Consent for just this coupling, where a case has none for the transfer. */
  readonly consent?: { readonly by: string; readonly on: string };
}

/** What happened in a linked case, by its fact `cause`, that counts here. Its row is made when those facts are projected. */
export interface Follow {
  readonly kind: 'follow';
  /** The case in which it happened, its chain, and on which side of the link it stands. */
  readonly from: string;
  readonly chain: string;
  readonly type: string;
  readonly side: LinkSide;
  readonly cause: number;
  readonly what: LinkMoment;
  /** The cases that it came through, the sender last: it goes back to none of them. */
  readonly via: readonly string[];
  /** Of a pause. */
  readonly until?: string;
  readonly reason?: string;
  /** The local day of a death or a consent, and who gave that. */
  readonly on?: string;
  readonly by?: string;
  /** Nobody here may notice by it that there is another case. */
  readonly quiet?: true;
}

/** Particulars of the person were changed; which ones, not into what. */
export interface Amend extends Acted {
  readonly kind: 'amend';
  readonly fields: readonly string[];
  /** Every birthday that the chain's terms hang on, when the birth date changed. */
  readonly birthdays?: Readonly<Record<string, string>>;
  /** It was changed in another case of the same person: who did so need have no part in this one. */
  readonly elsewhere?: true;
}

export type Command =
  | Refer
  | Decide
  | Attempt
  | Pause
  | Resume
  | Withdraw
  | Happen
  | Regroup
  | Assign
  | Ask
  | AnswerQuestion
  | Agree
  | Correct
  | Couple
  | Follow
  | MoveVersion
  | Amend;

/** A command on its way to a case. `knownSeq` is the last fact that PostgreSQL held when it was sent. */
export interface Envelope {
  readonly id: string;
  readonly attempt: number;
  readonly knownSeq: number;
  readonly command: Command;
  /** The request that brought it, for the logs. */
  readonly requestId?: string;
}

/** What became of a command: the number of its last fact, or the refusal that spent its id. */
export type Answer =
  | { readonly seq: number }
  | { readonly refused: { readonly code: RefusalCode; readonly detail: string } };

export type RefusalCode =
  | 'not-allowed-now'
  | 'ended'
  | 'forbidden'
  | 'reason-required'
  | 'consent-missing'
  | 'invalid-input';
