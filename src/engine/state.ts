import { CONSENT_LOST, type LinkSide } from '../language/define.ts';
import type { Holder, Opening, Payer, Rung, Scheduled } from './facts.ts';
import type { Actor, Channel, KnobValue, Mark } from './messages.ts';

export interface AttemptMade {
  readonly on: string;
  readonly channel: Channel;
  readonly reached: boolean;
}

/** One opening of one step as it stands now. Its id derives from case, step and round, never from time. */
export interface OpenStep extends Omit<Opening, 'openStep' | 'held'> {
  readonly id: string;
  readonly openedAt: number;
  readonly rung: Rung;
  readonly late: boolean;
  readonly escalations: number;
  readonly attempts: readonly AttemptMade[];
  /** The person of the organisation who has claimed it, or to whom it was given. */
  readonly assignee: string | null;
}

/** One suspension. `to` is null while it lasts (milliseconds); `holds` are the openings and schedules that it found. */
export interface Suspension {
  readonly from: number;
  readonly untilAt: number;
  readonly reason: string;
  readonly to: number | null;
  readonly holds: readonly string[];
  /** The link with the case that it waits for, or with which it pauses. */
  readonly link?: { readonly type: string; readonly case: string };
}

export interface Arrival {
  readonly step: string;
  readonly branch: string;
  readonly variant: Readonly<Record<string, string>>;
}

/** The number of the shape below. A change of it needs a migration in migrate.ts. */
export const SCHEMA = 3;

/** A whole case as data. Rebuilt from its facts alone; carried over continue-as-new; kept in PostgreSQL as the head. */
export interface CaseState {
  readonly schema: typeof SCHEMA;
  readonly case: string;
  readonly chain: string;
  readonly version: number;
  readonly municipality: string;
  readonly kern: string | null;
  readonly seq: number;
  readonly status: 'open' | 'paused' | 'ended';
  readonly ending: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly referrer: Actor;
  /** Who stands for the referrer where residents referred themselves. */
  readonly steward?: { readonly role: string; readonly organisation: string };
  readonly parties: Readonly<Record<string, string>>;
  readonly knobs: Readonly<Record<string, KnobValue>>;
  readonly consents: readonly string[];
  readonly kept: Readonly<Record<string, string>>;
  /** Per step how often it was opened. */
  readonly rounds: Readonly<Record<string, number>>;
  /** Organisations that decided something. */
  readonly contributors: readonly string[];
  /** Roles that decided something. */
  readonly worked: readonly string[];
  /** Per step its last outcome and when that was; per `step.outcome` how often. */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly decidedAt: Readonly<Record<string, number>>;
  readonly taken: Readonly<Record<string, number>>;
  readonly anchors: Readonly<Record<string, string>>;
  readonly marks: Readonly<Record<string, Mark>>;
  readonly links: readonly {
    readonly type: string;
    readonly chain: string;
    /** Not there as long as it is only promised. */
    readonly case?: string;
    /** The local day of an intake there, which serves here too. */
    readonly intake?: string;
    readonly side?: LinkSide;
    /** The number of the fact that made it, and of the last one there that was heard here. */
    readonly since?: number;
    readonly heard?: number;
  }[];
  readonly group: string | null;
  readonly payer: Payer | null;
  readonly suspensions: readonly Suspension[];
  readonly arrived: readonly Arrival[];
  readonly scheduled: readonly Scheduled[];
  readonly happened: readonly string[];
  /** Nothing is sent any more. */
  readonly silenced: boolean;
  readonly open: readonly OpenStep[];
  /** Consent for the transfer was withdrawn: nothing that rests on it stands open. */
  readonly consentLost: boolean;
  /** What stopped when consent was withdrawn, and goes on when it is given again; `seat`: without the seat it had. */
  readonly withheld: {
    readonly open: readonly OpenStep[];
    readonly scheduled: readonly Scheduled[];
    readonly seat: boolean;
  };
  /** The last decision or event, as long as nothing was built on it. */
  readonly last: Last | null;
}

/** What may still be taken back: the fact that began it, its command, and who did it. */
export interface Last {
  /** After this moment (milliseconds) it stands for ever. */
  readonly until?: number;
  readonly seq: number;
  readonly command: string;
  readonly role: string;
  readonly organisation: string | null;
}

/** Who has to see to it that this case moves: who was asked what to do without consent, else of the case's own branch. */
export function accountableOf(state: CaseState): Actor | null {
  const [main] = [...state.open].sort((a, b) => depthOf(a.branch) - depthOf(b.branch));
  const first = state.open.find(({ step }) => step === CONSENT_LOST) ?? main;
  if (state.status === 'ended' || first === undefined) return null;
  return actorOf(state, first.accountable);
}

function depthOf(branch: string): number {
  return branch.split('/').length;
}

/** Who has to act on an open step. Where no organisation fulfils its role, the sender stays the holder. */
export function holderOf(state: CaseState, step: Pick<OpenStep, 'role' | 'organisation' | 'from'>): Actor {
  return step.organisation === null && step.from !== undefined ? actorOf(state, step.from) : actorOf(state, step);
}

export function actorOf(state: CaseState, { role, organisation }: Holder): Actor {
  return organisation === null ? senderOf(state) : { role, organisation, practitioner: null };
}

/** Who acts as the sender: who referred, or who is accountable for a person who referred themselves. */
export function senderOf({ steward, referrer }: Pick<CaseState, 'steward' | 'referrer'>): Actor {
  return steward === undefined ? referrer : { ...steward, practitioner: null };
}

export function suspensionOf(state: CaseState): Suspension | undefined {
  const last = state.suspensions.at(-1);
  return last?.to === null ? last : undefined;
}

/** A pause found this opening, or this schedule, and nothing can be done about it until the case goes on. */
export function held(state: CaseState, id: string): boolean {
  return suspensionOf(state)?.holds.includes(id) === true;
}

/** A pause stops its clock: it counts from something that the case does, and not from a date in life. */
export function stopped(state: CaseState, clock: Pick<OpenStep, 'id' | 'moves'> | Scheduled): boolean {
  return clock.moves && held(state, 'id' in clock ? clock.id : clock.key);
}

/** When the case wants to be woken: a rung, a step that time opens, or the end of a pause; null once it has ended. */
export function nextWakeAt(state: CaseState): number | null {
  if (state.status === 'ended') return null;
  const suspension = suspensionOf(state);
  const moments = [
    ...state.open.filter((step) => !stopped(state, step)).map((step) => step.rung.at),
    ...state.scheduled.flatMap((each) => (each.opensAt === null || stopped(state, each) ? [] : [each.opensAt])),
    ...(suspension === undefined ? [] : [suspension.untilAt]),
  ];
  return moments.length === 0 ? null : Math.min(...moments);
}
