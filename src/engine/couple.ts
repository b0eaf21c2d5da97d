import { linkTypes } from '../language/define.ts';
import type { Draft } from './draft.ts';
import type { Couple } from './messages.ts';
import { Refused } from './refused.ts';

/** Couples the case with another one. Each side knows that the other exists; what is in it stays there. */
export function couple(draft: Draft, { type, chain, case: other, actor }: Couple): void {
  if (!Object.hasOwn(linkTypes, type)) throw new Refused('invalid-input', 'Deze koppeling is niet bekend.');
  if (other === draft.state.case)
    throw new Refused('invalid-input', 'Een traject kan niet aan zichzelf worden gekoppeld.');
  if (draft.state.links.some((link) => link.case === other && link.type === type)) {
    throw new Refused('not-allowed-now', 'Deze trajecten zijn al zo gekoppeld.');
  }
  draft.add({ fact: 'linked', type, chain, case: other, actor });
}
