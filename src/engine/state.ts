import type { Actor, KnobValue, Rung } from './messages.ts';

/** One opening of one step. Its id derives from case, step and round, never from time. */
export interface OpenStep {
  readonly id: string;
  readonly step: string;
  readonly round: number;
  readonly role: string;
  /** null: no organisation fulfils the role here; the sender stays accountable. */
  readonly organisation: string | null;
  readonly openedAt: number;
  readonly dueAt: number;
  readonly rung: Rung;
  readonly late: boolean;
  readonly escalations: number;
}

/** A whole case as data. Rebuilt from its facts alone; carried over continue-as-new; kept in PostgreSQL as the head. */
export interface CaseState {
  readonly schema: 1;
  readonly case: string;
  readonly chain: string;
  readonly version: number;
  readonly municipality: string;
  readonly kern: string | null;
  readonly seq: number;
  readonly status: 'open' | 'ended';
  readonly ending: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly referrer: Actor;
  readonly parties: Readonly<Record<string, string>>;
  readonly knobs: Readonly<Record<string, KnobValue>>;
  readonly consents: readonly string[];
  readonly kept: Readonly<Record<string, string>>;
  readonly rounds: Readonly<Record<string, number>>;
  readonly contributors: readonly string[];
  readonly open: readonly OpenStep[];
}

/** The party that has to see to it that this case moves: the holder of its first open step, else the sender. */
export function accountableOf(state: CaseState): Actor | null {
  const first = state.open[0];
  if (state.status === 'ended' || first === undefined) return null;
  return holderOf(state, first);
}

/** Who has to act on an open step. Where no organisation fulfils its role, the sender stays the holder. */
export function holderOf(state: CaseState, { role, organisation }: OpenStep): Actor {
  return organisation === null ? state.referrer : { role, organisation, practitioner: null };
}

/** When the case wants to be woken: the earliest next rung of its open steps; null once it has ended. */
export function nextWakeAt(state: CaseState): number | null {
  if (state.status === 'ended' || state.open.length === 0) return null;
  return Math.min(...state.open.map((step) => step.rung.at));
}
