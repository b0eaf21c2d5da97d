import { type Action, actionsOf } from '../../src/engine/actions.ts';
import { addDays, type LocalDate } from '../../src/engine/calendar/local-date.ts';
import type { Actor } from '../../src/engine/messages.ts';
import type { CaseState } from '../../src/engine/state.ts';
import type { AnyChain } from '../../src/language/define.ts';
import { holder } from './start-case.ts';

const kinds = [
  'tick',
  'decide',
  'attempt',
  'pause',
  'resume',
  'withdraw',
  'event',
  'group',
  'assign',
  'ask',
  'answer',
  'consent',
  'correct',
  'link',
  'follow',
  'amend',
  'stale',
  'stray',
] as const;

type Kind = (typeof kinds)[number];

/** How often each: a walk is mostly decisions, and seldom a withdrawal. */
const weights: Readonly<Record<Kind, number>> = {
  tick: 6,
  decide: 45,
  attempt: 3,
  pause: 4,
  resume: 3,
  withdraw: 1,
  event: 4,
  group: 3,
  assign: 3,
  ask: 2,
  answer: 2,
  consent: 4,
  correct: 4,
  link: 1,
  follow: 6,
  amend: 1,
  stale: 1,
  stray: 1,
};

export const moveKinds: readonly [Kind, ...Kind[]] = [
  'tick',
  ...kinds.flatMap((kind) => Array<Kind>(weights[kind]).fill(kind)),
];

/** One thing that happens to a case, after some time; numbers pick from what there is. */
export interface Move {
  readonly afterMs: number;
  /** Not so long, but until time opens a step: what opens after half a year is seldom met by chance. */
  readonly untilTimeOpens?: boolean;
  readonly kind: Kind;
  readonly pick: number;
  readonly person: 'right' | 'elsewhere' | 'other role' | 'nobody';
  readonly reason: 'blik' | 'onbekend' | undefined;
  readonly extras: readonly ('proposed' | 'to' | 'place' | 'impossible')[];
}

const NOBODY: Actor = { role: 'niemand', organisation: null, practitioner: null };

const listed = new WeakMap<CaseState, readonly Action[]>();

/** The actions in a state of a walk: asked by every guarantee, and found once. */
export function actionsIn(chain: AnyChain, state: CaseState): readonly Action[] {
  const found = listed.get(state) ?? actionsOf(chain, state);
  listed.set(state, found);
  return found;
}

export function actionOf<K extends Action['action']>(
  chain: AnyChain,
  state: CaseState,
  move: Move,
  kind: K,
): Extract<Action, { action: K }> | undefined {
  const actions = actionsIn(chain, state).filter(
    (each): each is Extract<Action, { action: K }> => each.action === kind,
  );
  return pick(actions, move.pick);
}

export function actorOf(action: Pick<Action, 'parties'> | undefined, { person, pick: number }: Move): Actor {
  const party = pick(action?.parties ?? [], number);
  const right = party === undefined ? holder('tester') : { ...party, practitioner: 'persoon' };
  switch (person) {
    case 'right':
      return right;
    case 'elsewhere':
      return { ...right, organisation: 'elders' };
    case 'other role':
      return { ...right, role: 'iemand' };
    case 'nobody':
      return NOBODY;
  }
}

/** A day up to so long ago, seldom in the future. */
export function day(today: LocalDate, { pick: number, extras }: Move, back: number): LocalDate {
  return addDays(today, extras.includes('impossible') ? 1 + (number % 9) : -(number % (back + 1)));
}

export function placeFor(
  { pick: number, extras }: Move,
  today: LocalDate,
): { group: string; organisation: string; starts: string; ends: string } {
  const starts = addDays(today, number % 30);
  const ends = addDays(starts, extras.includes('impossible') ? -1 : 7 * (number % 15));
  return { group: `groep-${number % 3}`, organisation: 'organisatie-groep', starts, ends };
}

export function pick<T>(from: readonly T[], number: number): T | undefined {
  return from.length === 0 ? undefined : from[number % from.length];
}
