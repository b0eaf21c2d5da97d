import type { Subject } from '../../access/subject.ts';
import { type Action, mayTake } from '../../engine/actions.ts';
import type { Holder } from '../../engine/facts.ts';
import { roleAmong } from '../../engine/parties.ts';
import { accountableOf, actorOf, type CaseState, type OpenStep } from '../../engine/state.ts';
import { silentEndings } from '../../language/define.ts';

/** Whether a confidential opening exists for this person: it does for who is accountable, and for who holds it. */
export function isHidden(state: CaseState, opened: OpenStep, subject: Subject): boolean {
  if (opened.confidential !== true) return false;
  const accountable = accountableOf(state);
  const knowing: readonly Holder[] = [actorOf(state, opened), ...(accountable === null ? [] : [accountable])];
  return roleAmong(knowing, subject) === undefined;
}

/** That a case fell silent is for who may still take that back. */
export function isSecret(action: Action, subject: Subject): boolean {
  return action.action === 'correct' && action.until !== undefined && !mayTake(action, subject);
}

/** The open steps that exist for this person. */
export function shownSteps(state: CaseState, subject: Subject): readonly OpenStep[] {
  return state.open.filter((opened) => !isHidden(state, opened, subject));
}

const NEUTRAL_ENDING = 'beeindigd';

/** An ending in words that everyone with a part in the case may read. */
export function shownEnding(ending: string | null): string | null {
  return ending !== null && silentEndings.includes(ending) ? NEUTRAL_ENDING : ending;
}

/** The case as if nothing held it up: a pause takes nobody's step away. */
export function unpaused(state: CaseState): CaseState {
  return state.status === 'paused' ? { ...state, status: 'open', suspensions: [] } : state;
}
