import { checkAnchors, setAnchors } from './anchors.ts';
import type { Draft } from './draft.ts';
import { leaveGroup } from './end-case.ts';
import { enter, settleJoins } from './go.ts';
import { fulfilled, heldStepOf, rolesOf } from './holders.ts';
import type { Placement, Regroup } from './messages.ts';
import { mayAct } from './parties.ts';
import { Refused } from './refused.ts';

/** Gives the case a seat: from now on its dates are those of the group. */
export function placeInGroup(draft: Draft, place: Placement): void {
  const rule = draft.chain.group;
  if (rule === undefined) throw new Refused('invalid-input', 'Deze keten kent geen groepen.');
  const dates = { [rule.starts]: place.starts, [rule.ends]: place.ends };
  if (place.starts > place.ends) throw new Refused('invalid-input', 'De groep eindigt voordat zij begint.');
  checkAnchors(draft, dates);
  const { group } = draft.state;
  if (group !== null && group !== place.group) draft.add({ fact: 'ungrouped', group });
  draft.add({ fact: 'grouped', ...place, leads: rule.leads });
  setAnchors(draft, dates);
}

/** New dates of the group, or the seat given back: then the case waits again. */
export function regroup(draft: Draft, command: Regroup): void {
  const { chain, state } = draft;
  const rule = chain.group;
  if (rule === undefined || state.group !== command.group) {
    throw new Refused('not-allowed-now', 'Deze inwoner heeft geen plek in deze groep.');
  }
  const coordinators = rolesOf(heldStepOf(chain, rule.waits)).map((role) => fulfilled(state, role));
  if (!mayAct(coordinators, command.actor)) throw new Refused('forbidden', 'De groep is niet van u.');
  if (command.change === 'move') {
    const dates = { [rule.starts]: command.starts, [rule.ends]: command.ends };
    if (command.starts > command.ends) throw new Refused('invalid-input', 'De groep eindigt voordat zij begint.');
    checkAnchors(draft, dates);
    return setAnchors(draft, dates);
  }
  const seated = state.open.filter(({ step }) => rule.during.includes(step));
  const [first] = seated;
  if (first === undefined)
    throw new Refused('not-allowed-now', 'Het programma is al klaar: de plek is niet meer vrij te geven.');
  for (const { step, id } of seated) draft.add({ fact: 'lapsed', step, openStep: id });
  leaveGroup(draft);
  enter(draft, rule.waits, { branch: first.branch, variant: {} });
  settleJoins(draft);
}
