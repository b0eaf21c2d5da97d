import type { LinkMoment, LinkSide } from '../language/define.ts';
import type { Actor, CaseStart, Channel, DoneElsewhere, NewVersion, Placement } from './messages.ts';

/* What a case has gone through. Facts are numbered 1..n, and rebuild the case. */

export type FactActor = Actor | { readonly system: 'clock' | 'engine' };

/** A role, and the organisation that fulfils it; null where nobody does. */
export interface Holder {
  readonly role: string;
  readonly organisation: string | null;
}

/** Where a hand-off stands; every other step is simply `open`. */
export type Stage = 'open' | 'offered' | 'contact' | 'accepted' | 'returned';

/** What is answered to an offer, beside the outcomes of the step itself. */
export const stageOutcomes = {
  aanvaard: 'Ik neem dit aan',
  geweigerd: 'Ik neem dit niet aan',
  omleiden: 'Ergens anders aanbieden',
  'contact-bevestigd': 'We hebben samen contact gehad met de inwoner',
} as const;

export function isStageOutcome(outcome: string): outcome is keyof typeof stageOutcomes {
  return Object.hasOwn(stageOutcomes, outcome);
}

/** Whether a decision answered an offer, so that the step itself is still to be done. */
export function isAnswer({ stage, outcome }: { readonly stage: Stage; readonly outcome: string }): boolean {
  return (stage === 'offered' || stage === 'contact' || stage === 'returned') && isStageOutcome(outcome);
}

/** The rung of the ladder that comes next for an open step (milliseconds since 1970). */
export interface Rung {
  readonly kind: 'reminder' | 'overdue' | 'escalation';
  readonly at: number;
  readonly count: number;
}

/** When a step is to be done, in milliseconds. `moves`: a pause stops this term. */
export interface Span {
  readonly notBefore: number | null;
  readonly aim: number | null;
  readonly dueAt: number;
  readonly moves: boolean;
  readonly counts: 'days' | 'werkdagen';
}

/** One opening of one step, as it began. */
export interface Opening extends Span, Holder {
  readonly openStep: string;
  readonly step: string;
  readonly round: number;
  readonly stage: Stage;
  /** 'main', or the path of branches that it stands in: 'main/voorlichting-regulier', 'main/doorverwijzing#visus'. */
  readonly branch: string;
  readonly variant: Readonly<Record<string, string>>;
  readonly item?: string;
  /** Who offered it (a hand-off). */
  readonly from?: Holder;
  readonly accountable: Holder;
  readonly confidential?: true;
  readonly rung: Rung;
  /** Opened during a pause that holds it up with the rest. */
  readonly held?: true;
}

/** A step that time will open. `opensAt` (milliseconds) is null while the date that it hangs on is not known. */
export interface Scheduled {
  readonly key: string;
  readonly step: string;
  readonly opensAt: number | null;
  readonly moves: boolean;
  /** Which of several moments this is. */
  readonly index: number;
}

export interface Payer {
  readonly payer: 'zvw' | 'gemeente' | 'wpg';
  readonly basis: string;
  /** The version of the rules, and the local day from which this holds. */
  readonly version: string;
  readonly validFrom: string;
}

interface Stepped {
  readonly step: string;
  readonly openStep: string;
}

export type FactBody =
  | (Omit<CaseStart, 'done'> & { readonly fact: 'started' })
  | (DoneElsewhere & { readonly fact: 'elsewhere'; readonly actor: Actor })
  | (Opening & { readonly fact: 'opened' })
  | (Stepped & {
      readonly fact: 'decided';
      readonly stage: Stage;
      readonly outcome: string;
      readonly actor: Actor;
      readonly reason?: string;
      readonly proposed?: string;
      readonly kept?: Readonly<Record<string, string>>;
      readonly to?: string;
    })
  | {
      readonly fact: 'ruled';
      readonly step: string;
      readonly outcome: string;
      readonly rule: string;
      readonly version: string;
    }
  | (Stepped & { readonly fact: 'reminded' | 'late' | 'escalated' | 'expired'; readonly rung: Rung })
  | (Stepped & {
      readonly fact: 'attempted';
      readonly on: string;
      readonly channel: Channel;
      readonly reached: boolean;
      readonly actor: Actor;
    })
  | (Stepped & Span & { readonly fact: 'rescheduled'; readonly rung: Rung; readonly late: boolean })
  | (Stepped & { readonly fact: 'lapsed' })
  | (Scheduled & { readonly fact: 'scheduled'; readonly held?: true })
  | { readonly fact: 'unscheduled'; readonly key: string }
  | {
      readonly fact: 'arrived';
      readonly step: string;
      readonly branch: string;
      readonly variant: Readonly<Record<string, string>>;
    }
  | { readonly fact: 'joined'; readonly step: string }
  /** A new pass begins at this decision: what was decided and kept before no longer counts. */
  | { readonly fact: 'restarted'; readonly step: string }
  | { readonly fact: 'consented'; readonly step: string; readonly purposes: readonly string[] }
  | { readonly fact: 'informed'; readonly step: string; readonly milestone: string }
  | { readonly fact: 'gap'; readonly step: string; readonly gap: string }
  | { readonly fact: 'marked'; readonly step: string; readonly mark: string; readonly on: string }
  | {
      readonly fact: 'linked';
      /** The step whose outcome asked for it; absent when someone coupled two cases. */
      readonly step?: string;
      readonly type: string;
      readonly chain: string;
      readonly case?: string;
      readonly actor?: Actor;
      readonly intake?: string;
      readonly consent?: { readonly by: string; readonly on: string };
      /** On which side this case stands; without it nothing follows from the link. */
      readonly side?: LinkSide;
    }
  /** What happened in a linked case, by its fact `cause`, counts here; the facts after it say how. */
  | {
      readonly fact: 'followed';
      readonly type: string;
      readonly chain: string;
      readonly from: string;
      readonly cause: number;
      readonly what: LinkMoment;
    }
  | (Payer & { readonly fact: 'paid-by' })
  | (Placement & { readonly fact: 'grouped'; readonly leads: string })
  | { readonly fact: 'ungrouped'; readonly group: string }
  | { readonly fact: 'anchored'; readonly anchors: Readonly<Record<string, string>> }
  | {
      readonly fact: 'paused';
      readonly reason: string;
      readonly until: string;
      readonly untilAt: number;
      readonly actor: FactActor;
      /** The link with the case that it waits for, or with which it pauses. */
      readonly link?: { readonly type: string; readonly case: string };
    }
  | { readonly fact: 'resumed'; readonly actor: FactActor }
  | { readonly fact: 'withdrawn'; readonly reason: string; readonly actor: Actor }
  | {
      readonly fact: 'happened';
      readonly event: string;
      readonly on: string;
      readonly of?: string;
      readonly actor: FactActor;
      readonly confidential?: true;
    }
  | (Stepped &
      Holder & {
        readonly fact: 'assigned';
        /** Of that organisation; null: nobody in particular. */
        readonly practitioner: string | null;
        readonly accountable: Holder;
        readonly actor: Actor;
      })
  | (Stepped & { readonly fact: 'asked'; readonly to: Holder; readonly actor: Actor })
  | {
      readonly fact: 'agreed';
      readonly purpose: string;
      readonly given: boolean;
      readonly by: string;
      readonly on: string;
      readonly actor: FactActor;
    }
  /** What rests on a consent that was withdrawn stops; who held it is told so, and no more. */
  | {
      readonly fact: 'withheld';
      readonly openSteps: readonly string[];
      readonly scheduled: readonly string[];
      readonly organisations: readonly string[];
      /** With it went a seat in a group. */
      readonly seat?: true;
    }
  | { readonly fact: 'released' }
  | {
      readonly fact: 'corrected';
      /** The decision or event that is taken back. */
      readonly undoes: number;
      readonly reason: string;
      readonly actor: Actor;
      /** The parts of the case as they were before it. */
      readonly restores: Readonly<Record<string, unknown>>;
    }
  /** The case goes on with another version of its chain; `steps`: which of its steps are called something else there. */
  | (NewVersion & {
      readonly fact: 'moved';
      readonly from: number;
      readonly steps: Readonly<Record<string, string>>;
      readonly actor: Actor;
    })
  | { readonly fact: 'amended'; readonly fields: readonly string[]; readonly actor: FactActor }
  | { readonly fact: 'silenced' }
  | { readonly fact: 'ended'; readonly ending: string };

interface FactBase {
  readonly seq: number;
  /** The clock of the case, in milliseconds since 1970. */
  readonly at: number;
  /** The command that caused it; null when the clock did. */
  readonly command: string | null;
  /** The linked cases that it came through, the nearest last. */
  readonly via?: readonly string[];
}

export type Fact = FactBase & FactBody;
export type FactKind = FactBody['fact'];
