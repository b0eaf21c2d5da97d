import { ageOn } from '../../src/cases/resident/age.ts';
import { addDuration, parseDuration } from '../../src/engine/calendar/duration.ts';
import { addYears, type LocalDate, parseLocalDate } from '../../src/engine/calendar/local-date.ts';
import type { AnyChain, ConsentGiver } from '../../src/language/define.ts';
import type { Journey } from './journey.ts';

/** When the resident of a journey was born: as it says, or a child of six in KnGG and somebody of 1946 elsewhere. */
export function birthDateOf({ chain, referral }: Journey, today: LocalDate): LocalDate {
  const { birthday } = referral;
  if (birthday !== undefined) return addYears(addDuration(today, parseDuration(birthday.in)), -birthday.turns);
  return chain === 'kngg' ? addYears(today, -6) : parseLocalDate('1946-05-17');
}

/** Who consents for someone born on this day: whoever the chain asks first at that age. */
export function giverFor({ consentBy = [] }: AnyChain, birthDate: LocalDate, today: LocalDate): ConsentGiver {
  const age = ageOn(birthDate, today);
  return consentBy.find(({ under = Infinity }) => age < under)?.by[0] ?? 'inwoner';
}
