import { linkTypes, WAITS_FOR } from '../language/define.ts';
import type { Draft } from './draft.ts';
import type { Couple } from './messages.ts';
import { waitFor } from './pause.ts';
import { fulfil } from './promise.ts';
import { Refused } from './refused.ts';

/** Couples the case with another one. Each side knows that the other exists; what is in it stays there. */
export function couple(draft: Draft, { type, chain, case: other, actor, intake, consent, side, until }: Couple): void {
  if (!Object.hasOwn(linkTypes, type)) throw new Refused('invalid-input', 'Deze koppeling is niet bekend.');
  if (other === draft.state.case)
    throw new Refused('invalid-input', 'Een traject kan niet aan zichzelf worden gekoppeld.');
  if (draft.state.links.some((link) => link.case === other && link.type === type)) {
    throw new Refused('not-allowed-now', 'Deze trajecten zijn al zo gekoppeld.');
  }
  draft.add({
    fact: 'linked',
    type,
    chain,
    case: other,
    actor,
    ...(intake === undefined ? {} : { intake }),
    ...(consent === undefined ? {} : { consent }),
    ...(side === undefined ? {} : { side }),
  });
  fulfil(draft, { type, chain });
  if (type === WAITS_FOR && side === 'first') return waitFor(draft, { type, case: other }, until, actor);
  if (until !== undefined) throw new Refused('invalid-input', 'Een dag geeft u alleen bij een traject dat wacht.');
}
