import { caseAnswer, type CaseAnswer } from './answers.ts';
import { mustHold } from './as-told.ts';
import type { Player, Stage } from './stage.ts';

const family = 'Voorbeeld';
const base = { postalCode: '7532AB', phone: '0612345678' };

/** The people of the story; nobody is called so. */
export const residents = {
  truus: { ...base, name: { given: 'Truus', family }, birthDate: '1944-04-12', houseNumber: '8' },
  willem: { ...base, name: { given: 'Willem', family }, birthDate: '1941-09-30', houseNumber: '15' },
  gerrit: { ...base, name: { given: 'Gerrit', family }, birthDate: '1947-01-21', houseNumber: '23' },
};

/** Those who are in the same group. */
export const neighbours = ['Annie', 'Bennie', 'Dinie', 'Frits', 'Grada', 'Herman', 'Jantje', 'Lambert'].map(
  (given, index) => ({ ...base, name: { given, family }, birthDate: '1946-05-17', houseNumber: `${30 + index}` }),
);

/** Refers someone of Glanerbrug; the resident consents. `more`: where it starts, and what was decided there. */
export async function refer(
  stage: Stage,
  who: Player,
  resident: object,
  more: { readonly entry?: string; readonly outcome?: string } = {},
): Promise<CaseAnswer> {
  const consent = { given: true, at: stage.now, by: 'inwoner' };
  const body = { chain: 'valpreventie', municipality: 'enschede', kern: 'glanerbrug', resident, consent, ...more };
  const made = await stage.talk.post(who, '/referrals', body, caseAnswer);
  mustHold(made.status === 'open' && made.accountable !== null, 'het traject is open en iemand is aan zet');
  return made;
}
