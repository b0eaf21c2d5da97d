import { currentDefinition } from '../../chains/index.ts';
import { addDuration, parseDuration } from '../../engine/calendar/duration.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { COUPLING, FAMILY, fitsLink, linkRuleOf, LONGEST_PAUSE, namesResident } from '../../language/define.ts';
import { CaseError } from '../case-error.ts';
import type { Standing } from '../look/action-view.ts';
import { intakeDay } from './shared-intake.ts';

/** A problem with a coupling. */
export function wrongLink(pointer: string, detail: string): CaseError {
  return new CaseError('invalid-input', 'Deze trajecten kunnen zo niet worden gekoppeld.', {
    errors: [{ pointer, detail }],
  });
}

/** What is asked, and which field names the other side. */
interface Wish {
  readonly type: string;
  readonly chain: string;
  readonly field: '/chain' | '/case';
}

/**
 * @throws CaseError `invalid-input` when such a link does not fit these chains, when there is no intake to share, or
 * when another chain was promised.
 */
export function insistOnLink({ chain: own, state }: Standing, { type, chain, field }: Wish): void {
  if (!fitsLink(type, own.id, chain)) {
    const { first, second } = linkRuleOf(type);
    throw wrongLink('/type', `Dit kan alleen van ${labelOf(first ?? own.id)} naar ${labelOf(second ?? chain)}.`);
  }
  if (linkRuleOf(type).sharesConsent === true && intakeDay(own, state) === undefined) {
    throw wrongLink('/type', 'Er is nog geen intake om te delen. Doe eerst de intake.');
  }
  const promised = state.open.filter(({ step, variant }) => step === COUPLING && variant['type'] === type);
  if (promised.length === 0 || promised.some(({ item }) => item === chain)) return;
  const asked = promised.map(({ item }) => labelOf(item ?? '')).join(' of ');
  throw wrongLink(field, `Dit traject vroeg om ${asked}. Start dat eerst, of leg vast dat het niet doorgaat.`);
}

/** @throws CaseError when another resident is named where the case is about the same one, or the other way round. */
export function insistOnResident({ chain: own }: Standing, { type, chain }: Omit<Wish, 'field'>, named: boolean): void {
  const another = namesResident(type, own.id, chain);
  if (named && !another)
    throw wrongLink('/resident', `Een andere inwoner noemt u alleen bij een nieuw traject voor ${FAMILY}.`);
  if (!named && another && type !== FAMILY)
    throw wrongLink('/resident', `${labelOf(chain)} gaat over iemand anders. Vul in om wie het gaat.`);
}

/** Only who waits for another case says until when: tomorrow at the earliest, in six months at the latest. */
export function insistOnDay({ now }: Standing, type: string, until: string | undefined): void {
  if (until === undefined) return;
  if (type !== 'eerst') throw wrongLink('/until', 'Een dag noemt u alleen bij eerst: tot wanneer dit traject wacht.');
  const today = localDateOf(now);
  if (until <= today) throw wrongLink('/until', 'Kies een dag na vandaag.');
  const latest = addDuration(today, parseDuration(LONGEST_PAUSE));
  if (until > latest) throw wrongLink('/until', `Dit traject wacht hoogstens zes maanden: tot ${latest}.`);
}

function labelOf(chain: string): string {
  return currentDefinition(chain)?.label ?? chain;
}
