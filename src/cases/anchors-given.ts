import type { AnyChain } from '../language/define.ts';
import { outOfBounds } from '../engine/bounds.ts';
import type { LocalDate } from '../engine/calendar/local-date.ts';
import { CaseError, type Pointed } from './case-error.ts';

const DERIVED = 'Deze datum leidt Ketenpad zelf af van de geboortedatum. Laat hem weg.';

type Dates = Readonly<Record<string, string>>;

/**
 * The dates that come with a referral, as the case starts with them: those of the chain, in their order. Dates of a
 * group come with a seat in it, birthdays from the birth date. @throws CaseError `invalid-input` with a pointer to each date that cannot be.
 */
export function anchorsOf(chain: AnyChain, today: LocalDate, given: Dates = {}): Dates {
  const birthdays: object = chain.birthdays ?? {};
  const own = Object.keys(chain.anchors ?? {}).filter(
    (anchor) => anchor !== chain.group?.starts && anchor !== chain.group?.ends && !Object.hasOwn(birthdays, anchor),
  );
  const choose =
    own.length === 0 ? 'Deze keten vraagt bij een verwijzing geen datums.' : `Kies uit: ${own.join(', ')}.`;
  const unknown = Object.keys(given).filter((anchor) => !own.includes(anchor));
  const errors: Pointed[] = [
    ...unknown.map((anchor) => ({
      pointer: `/anchors/${anchor}`,
      detail: Object.hasOwn(birthdays, anchor) ? DERIVED : choose,
    })),
    ...contradictions(chain, given),
    ...outside(chain, given, today),
  ];
  if (errors.length === 0) return given;
  throw new CaseError('invalid-input', 'De datums bij deze verwijzing kloppen niet.', { errors, allowed: own });
}

function contradictions(chain: AnyChain, given: Dates): readonly Pointed[] {
  return (chain.order ?? []).flatMap(([first, second]) => {
    const [a, b] = [given[first], given[second]];
    if (a === undefined || b === undefined || a <= b) return [];
    return [{ pointer: `/anchors/${second}`, detail: `${second} (${b}) kan niet voor ${first} (${a}) liggen.` }];
  });
}

function outside(chain: AnyChain, given: Dates, today: LocalDate): readonly Pointed[] {
  return Object.entries(given).flatMap(([anchor, date]) => {
    const detail = outOfBounds(chain, anchor, date, { today, known: given, fixed: false });
    return detail === undefined ? [] : [{ pointer: `/anchors/${anchor}`, detail }];
  });
}
