import { z } from 'zod';
import { definitionOf } from '../chains/index.ts';
import { actionsFor } from '../engine/actions.ts';
import type { Answer } from '../engine/messages.ts';
import { readCase } from '../reading/case-row.ts';
import { CaseError, type CaseErrorMore, seqOf } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { decide } from './decide.ts';
import type { CaseView } from './look/case-view.ts';
import { personKeyOf } from './look/personal.ts';
import { drawCaseAt } from './look/see-case.ts';
import { type Answered, settle } from './carry-out.ts';
import { type Origin, sameRequest } from './recording.ts';
import { text } from './resident/identity.ts';
import { readShape } from './read-shape.ts';
import { accessOf, type Asking, recordAccess, refusing, visit, type Visit } from './visit.ts';

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
  ifMatch: ReadonlySet<string> | null,
): Promise<CaseView> {
  const seen = await visit(context, asking, caseId, 'case.read', origin);
  return refusing(context, asking, seen.row.id, async () => {
    const { answer, head } = await answerOf(context, asking, seen, body, origin, ifMatch);
    await context.hold.at('before-answer');
    if ('refused' in answer) seqOf(answer, await insteadOf(context, asking, seen.row.id, answer.refused.code));
    return drawCaseAt(context, asking, seen, seqOf(answer), head);
  });
}

/** What someone can do instead of what the case has just refused. */
async function insteadOf(
  context: CaseContext,
  { subject }: Asking,
  caseId: string,
  code: Extract<Answer, { refused: unknown }>['refused']['code'],
): Promise<CaseErrorMore> {
  const state = code === 'not-allowed-now' ? (await readCase(context.db, caseId))?.state : undefined;
  if (!state) return {};
  return { allowed: actionsFor(definitionOf(state.chain, state.version), state, subject) };
}

async function answerOf(
  context: CaseContext,
  asking: Asking,
  seen: Visit,
  body: unknown,
  origin: Origin,
  ifMatch: ReadonlySet<string> | null,
): Promise<Answered> {
  const repeat = repeatOf(seen, origin);
  if (repeat !== null) {
    await recordAccess(context, asking, 'R', seen.row.id, seen.verdict);
    return settle(context, repeat);
  }
  const request = readShape(decisionSchema, body, 'De beslissing is niet goed ingevuld.');
  refuseStale(seen.state.seq, ifMatch);
  const access = accessOf(context, asking, 'U', seen.row.id, seen.verdict);
  const person = personKeyOf(context.ring, seen.row);
  if (person === null) throw new CaseError('ended', 'De gegevens van dit traject zijn gewist.');
  const { organisation, practitioner, roles } = asking.subject;
  return decide(context, seen.state, request, { organisation, practitioner, roles }, origin, person, access);
}

function repeatOf({ row }: Visit, origin: Origin): string | null {
  if (row.repeat_id === null || row.repeat_digest === null) return null;
  return sameRequest({ id: row.repeat_id, case_id: row.id, digest: row.repeat_digest }, origin).id;
}

/** @throws CaseError `stale` when the caller started from another version than this one. */
export function refuseStale(seq: number, ifMatch: ReadonlySet<string> | null): void {
  if (ifMatch === null || ifMatch.has(`"${seq}"`)) return;
  throw new CaseError('stale', 'Het traject is intussen veranderd. Haal het opnieuw op en beslis dan.');
}
