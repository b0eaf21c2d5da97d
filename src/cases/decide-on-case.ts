import { z } from 'zod';
import { appendAccess } from '../access/log.ts';
import { CaseError, seqOf } from './case-error.ts';
import { pointersOf } from './check-form.ts';
import type { CaseContext } from './context.ts';
import { decide } from './decide.ts';
import type { CaseView } from './look/case-view.ts';
import { personKeyOf } from './look/personal.ts';
import { drawCaseAt } from './look/see-case.ts';
import { type Answered, settle } from './carry-out.ts';
import { type Origin, sameRequest } from './recording.ts';
import { text } from './resident/identity.ts';
import { accessOf, type Asking, recordRefusal, visit, type Visit } from './visit.ts';

export const decisionSchema = z.strictObject({
  openStep: z.string('Noem de open stap (openStep).').min(1).max(200),
  outcome: z.string('Noem de uitkomst (outcome).').min(1).max(64),
  form: z.record(z.string(), z.unknown()).optional(),
  reason: z.strictObject({ code: z.string().max(64), comment: text(2000).optional() }).optional(),
});

/**
 * `POST /cases/{id}/decisions`: who may see the case, is this a repeat, is the form right, then the decision.
 * @throws CaseError with the fitting code and what is possible instead; every refusal is in the access log.
 */
export async function decideOnCase(
  context: CaseContext,
  asking: Asking,
  caseId: string,
  body: unknown,
  origin: Origin,
  ifMatch: number | null,
): Promise<CaseView> {
  const seen = await visit(context, asking, caseId, 'case.read', origin);
  try {
    const { answer, head } = await answerOf(context, asking, seen, body, origin, ifMatch);
    await context.hold.at('before-answer');
    return await drawCaseAt(context, asking, seen, seqOf(answer), head);
  } catch (error) {
    if (error instanceof CaseError) await recordRefusal(context, asking, caseId);
    throw error;
  }
}

async function answerOf(
  context: CaseContext,
  asking: Asking,
  seen: Visit,
  body: unknown,
  origin: Origin,
  ifMatch: number | null,
): Promise<Answered> {
  const repeat = repeatOf(seen, origin);
  const access = accessOf(context, asking, 'U', seen.row.id, seen.verdict);
  if (repeat !== null) {
    await appendAccess(context.db, access);
    return settle(context, repeat);
  }
  const parsed = decisionSchema.safeParse(body);
  if (!parsed.success) {
    throw new CaseError('invalid-input', 'De beslissing is niet goed ingevuld.', { errors: pointersOf(parsed.error) });
  }
  if (ifMatch !== null && ifMatch !== seen.state.seq) {
    throw new CaseError('stale', 'Het traject is intussen veranderd. Haal het opnieuw op en beslis dan.');
  }
  const person = personKeyOf(context.ring, seen.row);
  if (person === null) throw new CaseError('ended', 'De gegevens van dit traject zijn gewist.');
  const { organisation, practitioner, roles } = asking.subject;
  return decide(context, seen.state, parsed.data, { organisation, practitioner, roles }, origin, person, access);
}

function repeatOf({ row }: Visit, origin: Origin): string | null {
  if (row.repeat_id === null || row.repeat_digest === null) return null;
  return sameRequest({ id: row.repeat_id, case_id: row.id, digest: row.repeat_digest }, origin).id;
}
