import type { Couple } from '../../engine/messages.ts';
import { FAMILY, linkRuleOf } from '../../language/define.ts';
import type { Standing } from '../look/action-view.ts';
import { intakeDay } from './shared-intake.ts';

type Coupling = Pick<Couple, 'kind' | 'actor' | 'type' | 'consent' | 'side'>;

/** What happens to one person means nothing for the case of another: such a link has no sides. */
export function sideOf(samePerson: boolean, type: string): Pick<Couple, 'side'> {
  return samePerson || type === FAMILY ? { side: 'first' } : {};
}

/** The other side of a coupling: it is told the same of this case, and the day of an intake that serves there too. */
export function mirrorOf({ chain, state }: Standing, { kind, actor, type, consent, side }: Coupling): Couple {
  const intake = linkRuleOf(type).sharesConsent === true ? intakeDay(chain, state) : undefined;
  return {
    kind,
    actor,
    type,
    chain: state.chain,
    case: state.case,
    mirrored: true,
    ...(side === undefined ? {} : { side: 'second' as const }),
    ...(intake === undefined ? {} : { intake }),
    ...(consent === undefined ? {} : { consent }),
  };
}
