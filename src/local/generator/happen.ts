import { actionsOf } from '../../engine/actions.ts';
import { ageOn } from '../../cases/resident/age.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { addDays } from '../../engine/calendar/local-date.ts';
import type { Command } from '../../engine/messages.ts';
import { TRANSFER } from '../../language/define.ts';
import { giverAt } from './begin.ts';
import type { CasePlayer } from './case-player.ts';
import { actorAmong, reasonFor, tryTo } from './deeds.ts';
import type { Happening } from './life.ts';

type What = Exclude<Happening['what'], { kind: 'beside' }>;
type Asked = Command extends infer C ? (C extends { actor: unknown } ? Omit<C, 'actor'> : never) : never;

/** What happens in someone's life is recorded by whoever may. @returns whether it could be. */
export function recordHappening(player: CasePlayer, what: What, now: number): boolean {
  const [action, asked] = askedFor(player, what, now);
  const { chain, state, random } = player;
  const open = actionsOf(chain, state).find((each) => each.action === action);
  if (open === undefined) return false;
  return tryTo(() => player.carryOut({ ...asked, actor: actorAmong(open.parties, random) } as Command, now));
}

function askedFor(player: CasePlayer, what: What, now: number): readonly [string, Asked] {
  const today = localDateOf(now);
  const { chain, person, random } = player;
  switch (what.kind) {
    case 'stops':
      return ['withdraw', { kind: 'withdraw', reason: reasonFor(player) }];
    case 'pauses': {
      const reason = random.pick(['ziekte', 'ziekte', 'eerst-andere-hulp', 'vakantie', 'persoonlijke-omstandigheden']);
      return ['pause', { kind: 'pause', reason, until: addDays(today, random.whole(14, 90)) }];
    }
    case 'moves':
      return ['event', { kind: 'event', event: 'verhuisd', on: today }];
    case 'dies':
      return ['event', { kind: 'event', event: 'overleden', on: today, of: 'inwoner' }];
    case 'unsafe':
      return ['event', { kind: 'event', event: 'veiligheidssignaal', on: today }];
    case 'born':
      return ['event', { kind: 'event', event: 'geboorte', on: what.on }];
    case 'due':
      return ['event', { kind: 'event', event: 'aterme', on: what.on }];
    case 'miscarries':
      return ['event', { kind: 'event', event: 'zwangerschap-beeindigd', on: today }];
    case 'takesConsentBack': {
      const by = giverAt(chain, ageOn(person.identity.birthDate, today));
      return ['consent', { kind: 'consent', purpose: TRANSFER, given: false, by, on: today }];
    }
  }
}
