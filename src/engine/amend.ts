import { checkAnchors, setAnchors } from './anchors.ts';
import type { Draft } from './draft.ts';
import type { Amend } from './messages.ts';
import { mayAct } from './parties.ts';
import { Refused } from './refused.ts';
import { accountableOf, senderOf } from './state.ts';

/** Who has the regie and who referred keep the particulars of the person up to date; birthdays move with the birth date. */
export function amend(draft: Draft, { actor, fields, birthdays = {}, elsewhere }: Amend): void {
  const accountable = accountableOf(draft.state);
  const own = mayAct([...(accountable === null ? [] : [accountable]), senderOf(draft.state)], actor);
  if (!own && elsewhere !== true) {
    throw new Refused('forbidden', 'De gegevens wijzigt wie de regie heeft, of wie verwees.');
  }
  // Who did it in another case may have no part in this one, and then is not told of here.
  draft.add({ fact: 'amended', fields, actor: own ? actor : { system: 'engine' } });
  const moved = Object.entries(birthdays).filter(([anchor, day]) => isAwaited(draft, anchor, day));
  const dates = Object.fromEntries(moved);
  checkAnchors(draft, dates);
  setAnchors(draft, dates);
}

/**
 * What lies ahead; and what turns out to have passed while the case was waiting for it, so that its step opens now. A
 * birthday that had passed when the case began asks nothing.
 */
function isAwaited({ state, today }: Draft, anchor: string, day: string): boolean {
  return day > today || Object.hasOwn(state.anchors, anchor);
}
