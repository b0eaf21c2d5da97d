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
  henk: { ...base, name: { given: 'Henk', family }, birthDate: '1958-02-11', houseNumber: '31' },
  ria: { ...base, name: { given: 'Ria', family }, birthDate: '1969-06-24', houseNumber: '42' },
  noor: { ...base, name: { given: 'Noor', family }, birthDate: '1997-08-03', houseNumber: '53' },
  yara: { ...base, name: { given: 'Yara', family }, birthDate: '1999-11-19', houseNumber: '64' },
  karim: { ...base, name: { given: 'Karim', family }, birthDate: '1994-03-07', houseNumber: '64' },
};

/** A child that was born on this day. */
export function child(given: string, birthDate: string): object {
  return { ...base, name: { given, family }, birthDate, houseNumber: '64' };
}

/** Those who are in the same group. */
export const neighbours = ['Annie', 'Bennie', 'Dinie', 'Frits', 'Grada', 'Herman', 'Jantje', 'Lambert'].map(
  (given, index) => ({ ...base, name: { given, family }, birthDate: '1946-05-17', houseNumber: `${30 + index}` }),
);

interface More {
  /** Valpreventie when it is not said. */
  readonly chain?: string;
  readonly entry?: string;
  readonly outcome?: string;
  readonly form?: object;
  readonly anchors?: Readonly<Record<string, string>>;
  /** The resident when it is not said. */
  readonly consentBy?: 'inwoner' | 'ouder';
}

/** Refers someone of Glanerbrug, who consents. `more`: the chain, where it starts, and what was decided there. */
export async function refer(
  stage: Stage,
  who: Player,
  resident: object,
  { consentBy: by = 'inwoner', chain = 'valpreventie', ...more }: More = {},
): Promise<CaseAnswer> {
  const consent = { given: true, at: stage.now, by };
  const body = { chain, municipality: 'enschede', kern: 'glanerbrug', resident, consent, ...more };
  const made = await stage.talk.post(who, '/referrals', body, caseAnswer);
  mustHold(made.status === 'open' && made.accountable !== null, 'het traject is open en iemand is aan zet');
  return made;
}
