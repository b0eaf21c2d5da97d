import { type AnyChain, commonSteps } from '../language/define.ts';
import { teamOf } from './choices.ts';
import type { Draft } from './draft.ts';
import type { Holder } from './facts.ts';
import { accountableFor, heldStepOf } from './holders.ts';
import type { Assign, RefusalCode } from './messages.ts';
import { COORDINATOR, mayAct } from './parties.ts';
import { Refused } from './refused.ts';
import { accountableOf, type CaseState, type OpenStep } from './state.ts';

/** Nobody here fulfils the role, or the last rung was reached: then the ketencoordinator looks for an organisation. */
export function isStuck(chain: AnyChain, { step, organisation, escalations, confidential }: OpenStep): boolean {
  return (organisation === null || escalations > 0) && confidential !== true && !isOutside(chain, step);
}

/** Who may divide the work on a step: the organisation that holds it. */
export function dividersOf(chain: AnyChain, state: CaseState, opened: OpenStep): readonly Holder[] {
  return teamOf(state, heldStepOf(chain, opened.step), opened);
}

/** Who may look for another organisation: who is accountable, as far as the step can go to another one. */
export function moversOf(chain: AnyChain, state: CaseState, opened: OpenStep): readonly Holder[] {
  const accountable = accountableOf(state);
  return accountable === null || obstacleToMove(chain, state, opened) !== undefined ? [] : [accountable];
}

/** The municipality whose ketencoordinator may look for another organisation; null when nobody's may. */
export function coordinatedIn(chain: AnyChain, state: CaseState, opened: OpenStep): string | null {
  return isStuck(chain, opened) && obstacleToMove(chain, state, opened) === undefined ? state.municipality : null;
}

/** Gives an open step to a person of the organisation that has it, or to another organisation. */
export function assign(draft: Draft, { openStep, organisation, practitioner, actor }: Assign): void {
  const { state, chain } = draft;
  const opened = state.open.find(({ id }) => id === openStep);
  if (opened === undefined) throw new Refused('not-allowed-now', 'Deze stap staat niet (meer) open.');
  const { step, role, stage } = opened;
  if (organisation === undefined || organisation === opened.organisation) {
    insistOnClaim(draft, opened, practitioner, actor);
    const { organisation: same, accountable } = opened;
    const by = { practitioner: practitioner ?? null, accountable, actor };
    return draft.add({ fact: 'assigned', step, openStep, role, organisation: same, ...by });
  }
  insistOnMove(draft, opened, actor);
  if (typeof practitioner === 'string' && organisation !== actor.organisation) {
    throw new Refused('invalid-input', 'Wie van een andere organisatie de stap doet, bepaalt die organisatie.');
  }
  const found = { ...state, parties: { ...state.parties, [role]: organisation } };
  const taken = accountableFor(chain, found, step, stage, { role, organisation });
  // Until somebody has taken an offer on, its sender stays accountable.
  const accountable = stage === 'offered' ? opened.accountable : taken;
  const by = { practitioner: practitioner ?? null, accountable, actor };
  draft.add({ fact: 'assigned', step, openStep, role, organisation, ...by });
}

function insistOnClaim(
  { chain, state }: Draft,
  opened: OpenStep,
  practitioner: Assign['practitioner'],
  actor: Assign['actor'],
): void {
  if (!mayAct(dividersOf(chain, state, opened), actor)) {
    throw new Refused('forbidden', 'Wie deze stap doet, bepaalt de organisatie die haar heeft.');
  }
  if (practitioner === undefined) {
    throw new Refused('invalid-input', 'Noem een andere organisatie, of iemand van uw eigen organisatie.');
  }
}

/** Whose municipality it is was looked at with the list of actions. */
function insistOnMove({ chain, state }: Draft, opened: OpenStep, actor: Assign['actor']): void {
  const accountable = accountableOf(state);
  const coordinates = actor.role === COORDINATOR;
  if (!coordinates && (accountable === null || !mayAct([accountable], actor))) {
    throw new Refused('forbidden', 'Een andere organisatie kiest alleen wie de regie heeft.');
  }
  const obstacle = obstacleToMove(chain, state, opened);
  if (obstacle !== undefined) throw new Refused(obstacle.code, obstacle.detail);
}

/** Not a refusal yet: every list of actions asks this of every open step, and an error costs more than all else. */
interface Obstacle {
  readonly code: RefusalCode;
  readonly detail: string;
}

function obstacleToMove(chain: AnyChain, state: CaseState, opened: OpenStep): Obstacle | undefined {
  const { step, stage, organisation } = opened;
  if (Object.hasOwn(commonSteps, step)) return notNow('Deze stap hoort bij wie de regie heeft.');
  if (isOutside(chain, step)) return notNow('Deze stap wordt gedaan door wie niet met Ketenpad werkt.');
  if (state.consentLost) {
    return { code: 'consent-missing', detail: 'De inwoner heeft de toestemming voor de overdracht ingetrokken.' };
  }
  const answered = stage === 'offered' && organisation !== null && !isStuck(chain, opened);
  return stage === 'returned' || answered
    ? notNow('Deze stap is aangeboden. Bied haar ergens anders aan (omleiden).')
    : undefined;
}

function notNow(detail: string): Obstacle {
  return { code: 'not-allowed-now', detail };
}

function isOutside(chain: AnyChain, id: string): boolean {
  const step = heldStepOf(chain, id);
  return step.kind === 'handoff' && step.outside === true;
}

/** What is said of a step that can be given to someone. */
export function assignLabel(chain: AnyChain, { step }: OpenStep): string {
  return `Toewijzen: ${heldStepOf(chain, step).label}`;
}
