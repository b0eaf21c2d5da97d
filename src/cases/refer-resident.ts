import { permitRole } from '../access/permit.ts';
import { definitionOf } from '../chains/index.ts';
import { readCase } from '../reading/case-row.ts';
import { stateAt } from '../reading/state-at.ts';
import { type Answered, settle } from './carry-out.ts';
import { CaseError, seqOf } from './case-error.ts';
import type { CaseContext } from './context.ts';
import type { CaseView } from './look/case-view.ts';
import { drawCaseAt } from './look/see-case.ts';
import { nameProfessional } from './name-professional.ts';
import { prepareReferral } from './prepare-referral.ts';
import { readShape } from './read-shape.ts';
import type { Origin } from './recording.ts';
import { findRepeat } from './find-repeat.ts';
import { refer } from './refer.ts';
import { rehearseReferral } from './rehearse-referral.ts';
import { referralSchema } from './referral-request.ts';
import { isResident } from './self/self-start.ts';
import { accessOf, type Asking, recordAccess, refusing } from './visit.ts';

/**
 * `POST /referrals`: a resident comes into a chain.
 * @returns the case as the referrer may see it. @throws CaseError with the fitting code; refusals are in the access log.
 */
export async function referResident(
  context: CaseContext,
  asking: Asking,
  body: unknown,
  origin: Origin,
): Promise<CaseView> {
  return refusing(context, asking, null, async () => {
    const { caseId, answer, head } = await answerOf(context, asking, body, origin);
    await context.hold.at('before-answer');
    return draw(context, asking, caseId, seqOf(answer), head);
  });
}

async function answerOf(
  context: CaseContext,
  asking: Asking,
  body: unknown,
  origin: Origin,
): Promise<{ caseId: string } & Answered> {
  const repeat = await findRepeat(context, origin);
  const verdict = permitRole(asking.subject, 'referral.create');
  // A case is the referral of an organisation, or of residents themselves.
  if (!verdict.allowed || (asking.subject.organisation === null && !isResident(asking.subject))) {
    throw new CaseError('forbidden', 'Met uw rol kunt u niet verwijzen.');
  }
  if (repeat !== undefined) {
    await recordAccess(context, asking, 'R', repeat.case_id, verdict);
    return { caseId: repeat.case_id, ...(await settle(context, repeat.id)) };
  }
  asking.insist();
  const request = readShape(referralSchema, body, 'De verwijzing is niet goed ingevuld.');
  const subject = await nameProfessional(context, asking.subject, request.onBehalfOf);
  const referral = await prepareReferral(context, subject, request);
  rehearseReferral(referral.command, context.clock.now());
  return refer(context, referral, origin, (caseId, created) =>
    accessOf(context, { ...asking, subject }, created ? 'C' : 'R', caseId, verdict),
  );
}

async function draw(
  context: CaseContext,
  asking: Asking,
  caseId: string,
  seq: number,
  head: Answered['head'],
): Promise<CaseView> {
  const row = await readCase(context.db, caseId);
  if (row === undefined) throw new Error('a recorded case has disappeared');
  const state = row.state ?? head ?? (await stateAt(context.db, caseId, seq));
  const own = isResident(asking.subject) ? (['resident'] as const) : [];
  return drawCaseAt(context, asking, { row, state, chain: definitionOf(state.chain, state.version) }, seq, head, own);
}
