import { addDays, type LocalDate } from '../../engine/calendar/local-date.ts';
import type { AnyChain } from '../../language/define.ts';
import type { Random } from './random.ts';

const TERM_DAYS = 280;
/** How many days someone is pregnant when a case begins at this step; elsewhere nobody is yet. */
const PREGNANT: Readonly<Record<string, readonly [from: number, to: number]>> = {
  'intake-vk': [50, 90],
  'aanmelden-phb': [95, 210],
  kraamweek: [276, 284],
};

/** The dates of a pregnancy with which a case begins, where the chain has them. */
export function expected(
  { anchors = {} }: AnyChain,
  entry: string,
  today: LocalDate,
  random: Random,
): Readonly<Record<string, LocalDate>> {
  const range = Object.hasOwn(anchors, 'aterme') ? PREGNANT[entry] : undefined;
  if (range === undefined) return {};
  const aterme = addDays(today, TERM_DAYS - random.whole(...range));
  return entry === 'kraamweek' ? { aterme, geboorte: addDays(today, -random.whole(1, 3)) } : { aterme };
}

/** Most children are born within two weeks of the day that was expected. */
export function birthAround(aterme: LocalDate, random: Random): LocalDate {
  return addDays(aterme, Math.min(14, Math.max(-45, Math.round((random.next() + random.next() - 1.1) * 18))));
}
