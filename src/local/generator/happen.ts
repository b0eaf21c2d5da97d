import { type Action, actionsOf } from '../../engine/actions.ts';
import { ageOn } from '../../cases/resident/age.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { addDays } from '../../engine/calendar/local-date.ts';
import type { Actor, Command } from '../../engine/messages.ts';
import { TRANSFER } from '../../language/define.ts';
import { giverAt } from './begin.ts';
import type { CasePlayer } from './case-player.ts';
import { actorAmong, reasonFor, tryTo } from './deeds.ts';
import type { Happening } from './life.ts';

type What = Exclude<Happening['what'], { kind: 'beside' }>;

/** What happens in someone's life is recorded by whoever may. @returns whether it could be. */
export function recordHappening(player: CasePlayer, what: What, now: number): boolean {
  const { chain, state, random } = player;
  const open = actionsOf(chain, state).find(({ action }) => action === actionFor(what));
  if (open === undefined) return false;
  return tryTo(() => player.carryOut(commandFor(player, what, actorAmong(open.parties, random), now), now));
}

function actionFor({ kind }: What): Action['action'] {
  switch (kind) {
    case 'stops':
      return 'withdraw';
    case 'pauses':
      return 'pause';
    case 'takesConsentBack':
      return 'consent';
    case 'moves':
    case 'dies':
    case 'unsafe':
    case 'born':
    case 'due':
    case 'miscarries':
      return 'event';
  }
}

function commandFor(player: CasePlayer, what: What, actor: Actor, now: number): Command {
  const today = localDateOf(now);
  const { chain, person, random } = player;
  switch (what.kind) {
    case 'stops':
      return { kind: 'withdraw', actor, reason: reasonFor(player) };
    case 'pauses': {
      const reason = random.pick(['ziekte', 'ziekte', 'eerst-andere-hulp', 'vakantie', 'persoonlijke-omstandigheden']);
      return { kind: 'pause', actor, reason, until: addDays(today, random.whole(14, 90)) };
    }
    case 'moves':
      return { kind: 'event', actor, event: 'verhuisd', on: today };
    case 'dies':
      return { kind: 'event', actor, event: 'overleden', on: today, of: 'inwoner' };
    case 'unsafe':
      return { kind: 'event', actor, event: 'veiligheidssignaal', on: today };
    case 'born':
      return { kind: 'event', actor, event: 'geboorte', on: what.on };
    case 'due':
      return { kind: 'event', actor, event: 'aterme', on: what.on };
    case 'miscarries':
      return { kind: 'event', actor, event: 'zwangerschap-beeindigd', on: today };
    case 'takesConsentBack': {
      const by = giverAt(chain, ageOn(person.identity.birthDate, today));
      return { kind: 'consent', actor, purpose: TRANSFER, given: false, by, on: today };
    }
  }
}
