import { actingFor } from '../access/on-behalf-of.ts';
import type { Subject } from '../access/subject.ts';
import { CaseError } from './case-error.ts';
import type { CaseContext } from './context.ts';
import type { ReferralRequest } from './referral-request.ts';

/**
 * Who refers: the caller, or for a machine the professional that the referral names, in the role that it says. The name
 * is for who reads the request; the register knows the professional by the AGB code, and nothing keeps what was sent.
 * @throws CaseError `invalid-input`
 */
export async function nameProfessional(
  { db }: Pick<CaseContext, 'db'>,
  subject: Subject,
  named: ReferralRequest['onBehalfOf'],
): Promise<Subject> {
  if (named === undefined) {
    if (subject.machine) throw wrong('', 'Noem de zorgverlener voor wie u verwijst: agb, role en name.');
    return subject;
  }
  if (!subject.roles.includes(named.role)) throw wrong('/role', `Kies uit: ${subject.roles.join(', ')}.`);
  const acting = await actingFor(db, subject, named.agb);
  if (acting !== undefined) return Object.freeze({ ...acting, roles: Object.freeze([named.role]) });
  throw subject.machine
    ? wrong('/agb', 'Bij uw organisatie werkt geen zorgverlener met deze AGB-code.')
    : wrong('', 'U verwijst zelf: noem uw eigen AGB-code of laat dit veld weg.');
}

function wrong(pointer: '' | '/agb' | '/role', detail: string): CaseError {
  return new CaseError('invalid-input', 'De verwijzing zegt niet goed wie verwijst.', {
    errors: [{ pointer: `/onBehalfOf${pointer}`, detail }],
  });
}
