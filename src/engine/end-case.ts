import { setAnchors } from './anchors.ts';
import type { Draft } from './draft.ts';
import { heldStepOf } from './holders.ts';

/** Ends a case: what still had to be told is told, and a seat in a group that has not finished comes free. */
export function endCase(draft: Draft, ending: string): void {
  for (const { step } of draft.state.open) {
    const held = heldStepOf(draft.chain, step);
    if (held.kind === 'inform') draft.inform(step, held.tells);
  }
  const during = draft.chain.group?.during ?? [];
  const { group, open } = draft.state;
  if (group !== null && open.some(({ step }) => during.includes(step))) draft.add({ fact: 'ungrouped', group });
  draft.add({ fact: 'ended', ending });
}

/** Gives the seat back; the dates of the group are no dates of this case any more. */
export function leaveGroup(draft: Draft): void {
  const { group, anchors } = draft.state;
  const rule = draft.chain.group;
  if (group === null || rule === undefined) return;
  draft.add({ fact: 'ungrouped', group });
  const dates = [rule.starts, rule.ends].filter((anchor) => anchors[anchor] !== undefined);
  setAnchors(draft, Object.fromEntries(dates.map((date) => [date, ''])));
}
