import type { AnyChain } from '../language/define.ts';
import { stepOf } from './go.ts';
import type { Actor } from './messages.ts';
import { type CaseState, holderOf } from './state.ts';

/** What can be done in a case now, by whom. The list of actions, the refusal and the page all read this. */
export interface Action {
  readonly action: 'decide';
  readonly openStep: string;
  readonly step: string;
  readonly label: string;
  readonly role: string;
  readonly organisation: string | null;
  readonly outcomes: readonly { readonly id: string; readonly label: string }[];
}

/** Who asks: every role that this person has in this organisation. */
export interface Party {
  readonly roles: readonly string[];
  readonly organisation: string | null;
}

/** Every action that anyone may take now; empty once the case has ended. */
export function actionsOf(chain: AnyChain, state: CaseState): readonly Action[] {
  return state.open.map((opened) => {
    const step = stepOf(chain, opened.step);
    const outcomes = Object.entries(step.outcomes).map(([id, outcome]) => ({ id, label: outcome.label }));
    const { organisation, role } = holderOf(state, opened);
    return {
      action: 'decide',
      openStep: opened.id,
      step: opened.step,
      label: step.label,
      role,
      organisation,
      outcomes,
    };
  });
}

/** The actions that this person may take now. */
export function actionsFor(chain: AnyChain, state: CaseState, party: Party): readonly Action[] {
  return actionsOf(chain, state).filter((action) => mayTake(action, party));
}

/** The role under which this person may take the action; undefined when it is not theirs. */
export function mayTake(action: Action, party: Party): boolean {
  return party.organisation !== null && party.organisation === action.organisation && party.roles.includes(action.role);
}

/** An actor as the party it stands for. */
export function partyOf(actor: Actor): Party {
  return { roles: [actor.role], organisation: actor.organisation };
}
