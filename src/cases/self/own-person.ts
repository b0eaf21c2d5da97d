import type { Subject } from '../../access/subject.ts';
import type { AnyChain } from '../../language/define.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import type { ReferralRequest } from '../referral-request.ts';
import { isOnePerson } from '../resident/one-person.ts';

const ADULT = 18;
/** Who can register a child. */
const PARENTS: readonly string[] = ['ouder', 'voogd', 'ouders-en-kind'];

/**
 * Insists that people refer themselves, or a child of theirs to a chain for children. @returns whether it is themselves.
 * @throws CaseError `forbidden` for an account that is nobody's, `invalid-input` for somebody else.
 */
export function insistOnOwnPerson(
  { residentAccounts, ring }: Pick<CaseContext, 'residentAccounts' | 'ring'>,
  { sub }: Pick<Subject, 'sub'>,
  { resident, consent, done, code }: Pick<ReferralRequest, 'resident' | 'consent' | 'done' | 'code'>,
  chain: AnyChain,
): boolean {
  const account = residentAccounts.get(sub);
  if (account === undefined) throw new CaseError('forbidden', 'Van dit account is niet bekend van wie het is.');
  if (done !== undefined) {
    throw wrong('/done', 'Wat al gedaan is, legt een zorgverlener vast. Laat done weg.');
  }
  if (code !== undefined && chain.invites === undefined) {
    throw wrong('/code', `In ${chain.label} begint u zonder code. Laat code weg.`);
  }
  if (isOnePerson(ring, account, resident)) {
    if (consent?.by === undefined || consent.by === 'inwoner') return true;
    throw wrong('/consent/by', 'U meldt uzelf aan. Kies inwoner.');
  }
  if (!isForChildren(chain)) {
    const detail = 'U kunt alleen uzelf aanmelden. Vul uw eigen naam, geboortedatum en adres of telefoonnummer in.';
    throw wrong('/resident', detail);
  }
  if (consent !== undefined && PARENTS.includes(consent.by)) return false;
  throw wrong('/consent/by', `U meldt een kind aan. Kies uit: ${PARENTS.join(', ')}.`);
}

function isForChildren({ inclusion = [] }: AnyChain): boolean {
  return inclusion.some((criterion) => 'maxAge' in criterion && (criterion.maxAge ?? ADULT) < ADULT);
}

function wrong(pointer: string, detail: string): CaseError {
  return new CaseError('invalid-input', 'Deze aanmelding is niet goed ingevuld.', { errors: [{ pointer, detail }] });
}
