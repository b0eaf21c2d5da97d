import { isBsn } from '../../cases/resident/bsn.ts';
import type { Identity } from '../../cases/resident/identity.ts';
import { addDays, addYears, type LocalDate } from '../../engine/calendar/local-date.ts';
import { municipalities } from '../demo-region/municipalities.ts';
import { organisations } from '../demo-region/organisations.ts';
import { places } from './places.ts';
import type { Random } from './random.ts';

/** Somebody who does not exist: where they live, their practice, and who they would be. */
export interface Person {
  /** Random id (UUID). */
  readonly id: string;
  readonly municipality: string;
  readonly kern: string | null;
  /** The organisation of their huisarts. */
  readonly practice: string;
  readonly identity: Identity;
}

const GIVEN = {
  vrouw: 'Annie Dinie Grada Jantje Truus Riet Fenna Sanne Lotte Femke Ilse Noor Yara Emine Fatma Maartje Anouk Esra',
  man: 'Bennie Frits Herman Lambert Gerrit Willem Henk Joop Karim Mehmet Bas Thijs Daan Sem Ruben Yusuf Stijn Luuk',
};
/** Names that say that nobody is called so. */
const FAMILY = [
  'Voorbeeld',
  'Van Voorbeeld',
  'Ten Voorbeeld',
  'Oude Voorbeeld',
  'Verzonnen',
  'Van Verzonnen',
  'Proefman',
  'Proefstra',
  'Proefhuis',
  'Nergens',
  'Van Nergens',
  'Niemandsma',
];

/** Somebody of about this age (years, `day` YYYY-MM-DD). `number` names them within the region: it gives the BSN. */
export function personOf(
  random: Random,
  id: string,
  number: number,
  { day, ages, women = 0.55 }: { day: LocalDate; ages: readonly [number, number]; women?: number },
): Person {
  const municipality = random.weighted(inhabitants) ?? 'enschede';
  const sex = random.chance(women) ? 'vrouw' : 'man';
  const bsn = random.chance(0.2) ? bsnOf(number) : undefined;
  const practices = organisations.filter((each) => each.kind === 'huisartsenpraktijk');
  const place = municipalities.find((each) => each.id === municipality);
  const [main, ...others] = place?.kernen ?? [];
  const kern = random.chance(0.15) ? null : random.chance(0.6) ? main : random.pick(others);
  return {
    id,
    municipality,
    kern: kern ?? null,
    practice: random.pick(practices.filter((each) => each.municipality === municipality)).id,
    identity: {
      name: { given: random.pick(GIVEN[sex].split(' ')), family: random.pick(FAMILY) },
      birthDate: addDays(addYears(day, -random.whole(ages[0], ages[1])), -random.whole(0, 364)),
      sex,
      postalCode: postalCodeIn(municipality, random),
      houseNumber: String(random.whole(1, 400)),
      // 0600 is given out to nobody.
      phone: `0600${String(random.whole(0, 999_999)).padStart(6, '0')}`,
      ...(bsn === undefined ? {} : { bsn }),
    },
  };
}

/** Somebody of the same family at the same address: `age` in whole years on this day. */
export function relativeOf(
  random: Random,
  id: string,
  { identity, ...where }: Person,
  { day, age }: { day: LocalDate; age: number },
): Person {
  const { name, postalCode, houseNumber, phone } = identity;
  const sex = random.chance(0.5) ? 'vrouw' : 'man';
  const birthDate = addDays(addYears(day, -age), -random.whole(0, 300));
  return {
    ...where,
    id,
    identity: {
      name: { given: random.pick(GIVEN[sex].split(' ')), family: name.family },
      birthDate,
      sex,
      postalCode,
      houseNumber,
      phone,
    },
  };
}

const inhabitants = Object.fromEntries(Object.entries(places).map(([id, place]) => [id, place.inhabitants]));

function postalCodeIn(municipality: string, random: Random): string {
  const found = Object.entries(places).find(([id]) => id === municipality);
  return `${(found?.[1].postalCode ?? 7500) + random.whole(0, 3)}AB`;
}

/** In the range 999... that is given to nobody; undefined where its last digit would not be one. */
function bsnOf(number: number): string | undefined {
  const first = String(99_900_000 + ((number * 7) % 100_000));
  const sum = Array.from(first, Number).reduce((total, digit, index) => total + digit * (9 - index), 0);
  const bsn = `${first}${sum % 11}`;
  return isBsn(bsn) ? bsn : undefined;
}
