import { defineUpdate } from '@temporalio/workflow';
import type { Fact } from '../engine/facts.ts';
import type { Answer, Envelope } from '../engine/messages.ts';
import type { CaseState } from '../engine/state.ts';

/** The answer to a command: every fact that its sender did not know yet, and the whole case as it stands now. */
export interface Reply {
  readonly answer: Answer;
  readonly facts: readonly Fact[];
  readonly head: CaseState;
}

/** What the activity `project` brings to PostgreSQL. `why` is for the crash points only. */
export interface Projection {
  readonly why: 'tick' | 'end' | 'continue';
  readonly case: string;
  readonly facts: readonly Fact[];
  readonly head: CaseState;
}

/** The one Update of a case. Its update id is the command's id. */
export const commandUpdate = defineUpdate<Reply, [Envelope]>('command');

/** What a run starts with. The first run of a case has only the offset. */
export interface CaseInput {
  readonly schema: 1;
  /** Added to the clock of the execution: 0 in production, anything in virtual time. */
  readonly offsetMs: number;
  /** How long after its start a case looks at the clock for the first time, in milliseconds. */
  readonly firstCheckMs?: number;
  /** History length from which the case continues as new; the server's own suggestion when absent. */
  readonly continueAfter?: number;
  readonly carried?: Carried;
}

/** What outlives a run: the state, the facts not known to be projected, and the answers of the last commands. */
export interface Carried {
  readonly state: CaseState;
  readonly unprojected: readonly Fact[];
  readonly projectedTo: number;
  readonly answers: readonly (readonly [string, Answer])[];
}
