import type { Directory } from '../../access/directory.ts';
import type { Action } from '../../engine/actions.ts';
import { roleAmong } from '../../engine/parties.ts';
import { mayGoTo, takersOf } from '../candidates.ts';
import type { ActionView, Standing } from './action-view.ts';
import { coordinates } from './relations.ts';

const NOBODY = {
  code: 'not-allowed-now',
  detail: 'Geen andere organisatie in de regio doet dit in deze keten.',
};
const UNSHARED = {
  code: 'consent-missing',
  detail: 'Zonder toestemming voor overdracht kan dit niet naar een andere organisatie.',
};

/** An assignment with the organisations that this person can give the step to, if that is theirs to choose. */
export async function withTakers(
  directory: Directory,
  standing: Standing,
  action: Action,
  view: ActionView,
): Promise<ActionView> {
  const { state, subject } = standing;
  if (action.action !== 'assign' || !view.allowed) return view;
  const opened = state.open.find(({ id }) => id === action.openStep);
  const coordinator = action.coordinates !== null && coordinates(subject, state);
  if (opened === undefined || !(coordinator || roleAmong(action.moves, subject) !== undefined)) return view;
  const all = await takersOf(directory, state, opened);
  const candidates = all.filter(({ organisation }) => mayGoTo(state, subject, organisation));
  // One organisation may have the step and the regie in two roles: only the one divides.
  const dividers = action.parties.slice(0, action.parties.length - action.moves.length);
  const divides = roleAmong(dividers, subject) !== undefined;
  if (divides || candidates.length > 0) return { ...view, candidates };
  return { ...view, candidates, allowed: false, why: all.length === 0 ? NOBODY : UNSHARED };
}
