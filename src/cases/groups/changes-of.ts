import { definitionOf } from '../../chains/index.ts';
import type { Actor, Command } from '../../engine/messages.ts';
import type { CaseState } from '../../engine/state.ts';
import type { GroupRow } from '../../reading/groups.ts';
import type { SeatView } from './group-view.ts';
import type { Asked } from './record-request.ts';
import { coordinates, NOT_HERE, seatCommand, type Why } from './seat-command.ts';

/** What a change of a group asks of one case, or why it asks nothing. */
export interface Wish {
  readonly case: string;
  readonly change: Asked['change'];
  readonly asks: { readonly command: Command } | { readonly why: Why };
}

interface Change {
  readonly group: GroupRow;
  readonly actor: Actor;
  /** The group has other dates than before. */
  readonly moved: boolean;
  readonly fill: readonly string[];
  readonly free: readonly string[];
}

const NO_SEAT: Why = { code: 'not-allowed-now', detail: 'Deze inwoner heeft geen plek in deze groep.' };

/** What is asked of every case, in the order of `states`; who was not found comes last. */
export function changesOf(change: Change, seats: readonly SeatView[], states: readonly CaseState[]): readonly Wish[] {
  const found = new Set(states.map((state) => state.case));
  const missing = (ids: readonly string[], kind: Wish['change']): Wish[] =>
    ids.filter((id) => !found.has(id)).map((id) => ({ case: id, change: kind, asks: { why: NOT_HERE } }));
  return [
    ...states.flatMap((state) => wishOf(change, seats, state) ?? []),
    ...missing(change.fill, 'fill'),
    ...missing(change.free, 'free'),
  ];
}

function wishOf(
  { group, actor, moved, fill, free }: Change,
  seats: readonly SeatView[],
  state: CaseState,
): Wish | null {
  const seat = seats.find((each) => each.case === state.case);
  const sits = state.group === group.id || seat?.status === 'gevraagd';
  const wish = (change: Wish['change'], asks: Wish['asks']): Wish => ({ case: state.case, change, asks });
  if (fill.includes(state.case)) {
    if (state.chain !== group.chain) return wish('fill', { why: NOT_HERE });
    const { id, organisation, starts, ends } = group;
    const place = { group: id, organisation, starts, ends };
    return wish('fill', seatCommand(definitionOf(state.chain, state.version), state, actor, group.municipality, place));
  }
  const common = { kind: 'group', actor, group: group.id } as const;
  if (free.includes(state.case)) {
    if (sits) return wish('free', { command: { ...common, change: 'free' } });
    return wish('free', { why: isTheirs(state, actor) ? NO_SEAT : NOT_HERE });
  }
  if (!moved || !sits || state.status === 'ended') return null;
  return wish('move', { command: { ...common, change: 'move', starts: group.starts, ends: group.ends } });
}

function isTheirs(state: CaseState, actor: Actor): boolean {
  const chain = definitionOf(state.chain, state.version);
  return chain.group !== undefined && coordinates(chain, chain.group, state, actor);
}
