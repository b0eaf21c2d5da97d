import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { permitRole } from '../../access/permit.ts';
import { addDuration, parseDuration } from '../../engine/calendar/duration.ts';
import { localDateOf, startOfLocalDay } from '../../engine/calendar/amsterdam.ts';
import type { AnyChain } from '../../language/define.ts';
import { lookupHash } from '../../platform/crypto/lookup-hash.ts';
import { addInvitation, findGiven } from '../../reading/invitations.ts';
import { instant } from '../../reading/instant.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { knobsHere } from '../knobs-here.ts';
import { chainAt } from '../prepare-referral.ts';
import { readShape } from '../read-shape.ts';
import { type Origin, sameRequest } from '../recording.ts';
import { id } from '../referral-request.ts';
import { type Asking, recordAccess, refusing } from '../visit.ts';
import { codeOf, hashOfCode, normaliseCode } from './code.ts';

export const invitationSchema = z.strictObject({ chain: id, municipality: id, kern: id.optional() });

export interface Invitation {
  readonly id: string;
  readonly code: string;
  readonly validUntil: string;
}

/** The switch with which a place says how long a code may be used. */
const VALID_FOR = 'uitnodiging';

/**
 * `POST /invitations`: notes that someone was advised to begin, and gives the code to hand over. Who that someone is
 * stays between them. @throws CaseError with what can be chosen instead.
 */
export function giveInvitation(
  context: CaseContext,
  asking: Asking,
  body: unknown,
  origin: Origin,
): Promise<Invitation> {
  return refusing(context, asking, null, async () => {
    const { subject } = asking;
    const verdict = permitRole(subject, 'invitation.give');
    if (!verdict.allowed || subject.organisation === null) {
      throw new CaseError('forbidden', 'Met uw rol kunt u niemand een code geven.');
    }
    asking.insist();
    const request = readShape(invitationSchema, body, 'De uitnodiging is niet goed ingevuld.');
    const chain = await chainAt(context, request);
    const role = roleFor(chain, subject.roles);
    const kern = request.kern ?? null;
    const knobs = await knobsHere(context, chain, request.municipality, kern);
    const now = context.clock.now();
    const last = addDuration(localDateOf(now), parseDuration(knobs[VALID_FOR]?.value ?? 'P8W'));
    const given = randomUUID();
    const key =
      origin.key === null ? null : lookupHash(context.ring, 'asked', [origin.subject, origin.path, origin.key]);
    const added = await addInvitation(context.db, {
      id: given,
      codeHash: hashOfCode(context.ring, normaliseCode(codeOf(context.ring, given)) ?? ''),
      chain: chain.id,
      municipality: request.municipality,
      kern,
      organisation: subject.organisation,
      role,
      givenAt: instant(now),
      validUntil: instant(startOfLocalDay(addDuration(last, parseDuration('P1D'))) - 1),
      request: key,
      digest: origin.digest,
    });
    await recordAccess(context, asking, 'C', null, verdict);
    const known = added ?? (key === null ? undefined : await findGiven(context.db, key));
    if (known === undefined) throw new Error('an invitation was given to nobody');
    sameRequest({ id: known.id, case_id: '', digest: known.digest }, origin);
    return { id: known.id, code: codeOf(context.ring, known.id), validUntil: instant(known.valid_until) };
  });
}

/** Who may refer to the step where someone begins with a code may hand one out. */
function roleFor({ invites, entries, label }: AnyChain, roles: readonly string[]): string {
  if (invites === undefined) {
    throw new CaseError('invalid-input', `In ${label} begint niemand met een code.`, {
      errors: [{ pointer: '/chain', detail: 'Verwijs de inwoner zelf, of laat de inwoner zich zelf aanmelden.' }],
    });
  }
  const role = roles.find((each) => Object.hasOwn(entries, each) && entries[each]?.includes(invites) === true);
  if (role === undefined) throw new CaseError('forbidden', 'Met uw rol kunt u in deze keten niemand een code geven.');
  return role;
}
