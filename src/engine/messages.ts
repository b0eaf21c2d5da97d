/** What goes into a case (commands) and what comes out of it (facts, answers). Codes, ids and times only. */

/** Who acts: the role is the one under which this person acts now. */
export interface Actor {
  readonly role: string;
  readonly organisation: string | null;
  readonly practitioner: string | null;
}

export type FactActor = Actor | { readonly system: 'clock' | 'engine' };

export interface KnobValue {
  readonly value: string;
  readonly layer: 'chain' | 'region' | 'municipality' | 'kern';
}

/** One decision on one open step. `kept` are the codes that the step may remember. */
export interface Decision {
  readonly openStep: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly proposed?: string;
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
}

export interface Refer extends CaseStart {
  readonly kind: 'refer';
  /** The entry step decided in the same request. */
  readonly decision?: Omit<Decision, 'openStep'>;
}

export interface Decide extends Decision {
  readonly kind: 'decide';
  readonly actor: Actor;
}

export type Command = Refer | Decide;

/** A command on its way to a case. `knownSeq` is the last fact that PostgreSQL held when it was sent. */
export interface Envelope {
  readonly id: string;
  readonly attempt: number;
  readonly knownSeq: number;
  readonly command: Command;
}

/** The rung of the ladder that comes next for an open step (milliseconds since 1970). */
export interface Rung {
  readonly kind: 'reminder' | 'overdue' | 'escalation';
  readonly at: number;
  readonly count: number;
}

interface FactBase {
  readonly seq: number;
  /** The clock of the case, in milliseconds since 1970. */
  readonly at: number;
  /** The command that caused it; null when the clock did. */
  readonly command: string | null;
}

export type FactBody =
  | (CaseStart & { readonly fact: 'started' })
  | {
      readonly fact: 'opened';
      readonly step: string;
      readonly openStep: string;
      readonly round: number;
      readonly role: string;
      readonly organisation: string | null;
      readonly dueAt: number;
      readonly rung: Rung;
    }
  | {
      readonly fact: 'decided';
      readonly step: string;
      readonly openStep: string;
      readonly outcome: string;
      readonly actor: Actor;
      readonly reason?: string;
      readonly proposed?: string;
      readonly kept?: Readonly<Record<string, string>>;
    }
  | {
      readonly fact: 'reminded' | 'late' | 'escalated';
      readonly step: string;
      readonly openStep: string;
      readonly rung: Rung;
    }
  | { readonly fact: 'consented'; readonly step: string; readonly purposes: readonly string[] }
  | { readonly fact: 'informed'; readonly step: string; readonly milestone: string }
  | { readonly fact: 'gap'; readonly step: string; readonly gap: string }
  | { readonly fact: 'ended'; readonly ending: string };

export type Fact = FactBase & FactBody;

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
