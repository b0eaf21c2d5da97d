import type { Draft } from './draft.ts';
import { accountableFor, heldStepOf } from './holders.ts';
import type { Assign } from './messages.ts';
import { COORDINATOR, mayAct } from './parties.ts';
import { Refused } from './refused.ts';
import { accountableOf, type CaseState, type OpenStep } from './state.ts';

/** Nobody here fulfils the role, or the last rung was reached: then the ketencoordinator may assign it. */
export function isStuck({ organisation, escalations, confidential }: OpenStep): boolean {
  return (organisation === null || escalations > 0) && confidential !== true;
}

/**
 * Gives an open step to a person, or to another organisation. The own organisation divides its work; who is
 * accountable may look for another one, and a ketencoordinator too for what is stuck.
 */
export function assign(draft: Draft, { openStep, organisation, practitioner, actor }: Assign): void {
  const { state, chain } = draft;
  const opened = state.open.find(({ id }) => id === openStep);
  if (opened === undefined) throw new Refused('not-allowed-now', 'Deze stap staat niet (meer) open.');
  const moves = organisation !== undefined && organisation !== opened.organisation;
  const coordinates = actor.role === COORDINATOR;
  if (!moves && (practitioner === undefined || coordinates))
    throw new Refused('invalid-input', 'Noem een andere organisatie, of iemand van uw eigen organisatie.');
  if (moves) insistOnMove(state, opened, actor);
  else if (opened.organisation === null || actor.organisation !== opened.organisation) {
    throw new Refused('forbidden', 'Wie deze stap doet, bepaalt de organisatie die haar heeft.');
  }
  if (moves && typeof practitioner === 'string' && organisation !== actor.organisation) {
    throw new Refused('invalid-input', 'Wie van een andere organisatie de stap doet, bepaalt die organisatie.');
  }
  const { step, role, stage } = opened;
  const to = moves ? organisation : opened.organisation;
  const found = to === null ? state : { ...state, parties: { ...state.parties, [role]: to } };
  const accountable = moves
    ? accountableFor(chain, found, step, stage, { role, organisation: to })
    : opened.accountable;
  draft.add({
    fact: 'assigned',
    step,
    openStep,
    role,
    organisation: to,
    practitioner: practitioner ?? null,
    accountable,
    actor,
  });
}

function insistOnMove(state: CaseState, opened: OpenStep, actor: Assign['actor']): void {
  if (opened.stage === 'offered' && opened.organisation !== null && !isStuck(opened)) {
    throw new Refused('not-allowed-now', 'Deze stap is aangeboden. Bied haar ergens anders aan (omleiden).');
  }
  if (actor.role === COORDINATOR) return;
  const accountable = accountableOf(state);
  if (accountable === null || !mayAct([accountable], actor)) {
    throw new Refused('forbidden', 'Een andere organisatie kiest alleen wie de regie heeft.');
  }
}

/** What is said of a step that can be given to someone. */
export function assignLabel(chain: Draft['chain'], { step }: OpenStep): string {
  return `Toewijzen: ${heldStepOf(chain, step).label}`;
}
