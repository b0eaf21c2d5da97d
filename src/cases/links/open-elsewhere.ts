import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { permitRole } from '../../access/permit.ts';
import type { Couple, Decision } from '../../engine/messages.ts';
import { comesOverAt, linkRuleOf } from '../../language/define.ts';
import type { CaseRow } from '../../reading/case-row.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import type { Standing } from '../look/action-view.ts';
import { recordOnCase } from '../many/record-on-case.ts';
import { PRACTICE_ROLES } from '../parties-given.ts';
import { prepareReferral } from '../prepare-referral.ts';
import type { Beside } from '../record-together.ts';
import { recordReferral } from '../refer.ts';
import { id, referralSchema } from '../referral-request.ts';
import { rehearseReferral } from '../rehearse-referral.ts';
import { identityIn } from '../resident/identity-in.ts';
import { identitySchema } from '../resident/identity.ts';
import { accessOf, type Asking } from '../visit.ts';
import { consentIn } from './link-consent.ts';
import { insistOnLink, insistOnResident } from './link-refusals.ts';
import { mirrorOf, sideOf } from './mirror.ts';

/** As in a referral: who it is about when that is someone else, and where the new case begins. */
export const beginSchema = z.strictObject({
  resident: identitySchema.optional(),
  consent: referralSchema.shape.consent,
  entry: id.optional(),
  outcome: id.optional(),
  form: z.record(z.string(), z.unknown()).optional(),
});
export type Begin = z.infer<typeof beginSchema>;

/**
 * A referral of the caller into another chain, by the same way as any other, and coupled from its first moment.
 * @returns the number of the new case, and what is recorded with the command on this one.
 * @throws CaseError with the fitting code: nothing has been recorded then.
 */
export async function openElsewhere(
  context: CaseContext,
  standing: Standing,
  own: CaseRow,
  coupling: Pick<Couple, 'kind' | 'actor' | 'type'> & { readonly chain: string },
  begin: Begin,
  asking: Asking,
): Promise<{ readonly link: NonNullable<Decision['link']>; readonly beside: Beside }> {
  const { state, subject } = standing;
  const { chain, type } = coupling;
  const verdict = permitRole(subject, 'referral.create');
  if (!verdict.allowed) throw new CaseError('forbidden', 'Met uw rol kunt u niet verwijzen.');
  insistOnResident(standing, coupling, begin.resident !== undefined);
  insistOnLink(standing, { type, chain, field: '/chain' });
  const shared = linkRuleOf(type).sharesConsent === true ? await consentIn(context, state) : undefined;
  const consent = begin.consent ?? shared;
  if (consent?.given !== true) {
    throw new CaseError('consent-missing', 'Voor een nieuw traject is toestemming van de inwoner nodig.', {
      errors: [{ pointer: '/consent', detail: 'Vul in: given (true), at en by.' }],
    });
  }
  const resident = begin.resident ?? identityIn(context.ring, own);
  if (resident === null) throw new CaseError('ended', 'De gegevens van dit traject zijn gewist.');
  const { municipality, kern } = state;
  const place = { municipality, ...(kern === null ? {} : { kern }) };
  const { entry, outcome, form } = begin;
  const request = { chain, ...place, resident, consent, entry, outcome, form };
  const same = begin.resident === undefined;
  const coupled = same ? { parties: partiesFor(standing, type), from: comesOverAt(state.chain, chain) } : {};
  const referral = await prepareReferral(context, subject, request, coupled);
  rehearseReferral(referral.command, standing.now);
  const ids = { command: randomUUID(), case: randomUUID() };
  const side = sideOf(same, type);
  return {
    link: { case: ids.case, ...side },
    beside: {
      locks: [],
      record: async (tx, { origin }) => {
        const beside = { ...origin, path: `${origin.path}#${ids.command}`, key: null };
        const access = (caseId: string) => accessOf(context, asking, 'C', caseId, verdict);
        const started = await recordReferral(context, tx, referral, beside, ids, access);
        if (started === null) throw new Error('a request without a key was there before');
        const first = { id: ids.command, caseId: ids.case, attempt: 1, knownSeq: 0, earlierOpen: false, ...started };
        const mirror = { id: randomUUID(), caseId: ids.case, command: mirrorOf(standing, { ...coupling, ...side }) };
        const { requestId } = asking;
        return [{ ...first, requestId }, await recordOnCase(context, tx, asking, verdict.policy, origin, mirror)];
      },
    },
  };
}

/** The same person keeps the own practice; one regie over both stays in one hand. */
function partiesFor({ state }: Standing, type: string): Readonly<Record<string, string>> {
  const { regie } = linkRuleOf(type);
  if (regie === undefined) return {};
  const one = state.parties[regie.first];
  const practice = PRACTICE_ROLES.flatMap((role) => {
    const organisation = state.parties[role];
    return organisation === undefined ? [] : [[role, organisation] as const];
  });
  return { ...Object.fromEntries(practice), ...(one === undefined ? {} : { [regie.second]: one }) };
}
