import type { z } from 'zod';
import { type Deed, permitCase } from '../access/permit.ts';
import { definitionOf } from '../chains/index.ts';
import { type Action, takerOf } from '../engine/actions.ts';
import type { Actor, Command } from '../engine/messages.ts';
import type { CaseState } from '../engine/state.ts';
import { readCase } from '../reading/case-row.ts';
import { type Answered, settle } from './carry-out.ts';
import { CaseError, seqOf } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { possibleNow, type Standing, standingActions } from './look/action-view.ts';
import type { CaseView } from './look/case-view.ts';
import { personKeyOf } from './look/personal.ts';
import { groundsOf, recordLook } from './look/record-look.ts';
import { relationsOf } from './look/relations.ts';
import { drawAfter, stateAfter } from './look/see-case.ts';
import { readShape } from './read-shape.ts';
import { recordAndCarryOut } from './record.ts';
import { type Beside, recordTogether } from './record-together.ts';
import { type FilledForm, type Origin, sameRequest } from './recording.ts';
import { rehearse } from './refusal-of.ts';
import { accessOf, type Asking, refusing, visit, type Visit } from './visit.ts';

/** What a request comes down to: codes for the case, and what people wrote beside it. */
export interface Prepared {
  readonly command: Exclude<Command, { kind: 'refer' | 'group' }>;
  readonly filled: FilledForm | null;
  /** The field to point at when the case will not take what was filled in. */
  readonly pointer: string;
  readonly proposed?: string | undefined;
  /** What it asks of other cases. */
  readonly beside?: Beside;
}

/** One way to change a case: what it asks, what the access table calls it, and how a request becomes a command. */
export interface Verb<Request> {
  readonly deed: Deed;
  readonly schema: z.ZodType<Request>;
  /** Said when the request has not the right form. */
  readonly unclear: string;
  readonly prepare: (
    context: CaseContext,
    standing: Standing,
    request: Request,
    asking: Asking,
  ) => Prepared | Promise<Prepared>;
}

/** A request to change a case, past authentication. */
export interface Request {
  readonly asking: Asking;
  readonly caseId: string;
  readonly body: unknown;
  readonly origin: Origin;
  readonly ifMatch: ReadonlySet<string> | null;
}

/** A case right after a change of it. */
export interface Changed {
  readonly seen: Visit;
  readonly state: CaseState;
}

/** A change of a case, answered with the case after it, as this person may see it. */
export function commandOnCase<R>(context: CaseContext, verb: Verb<R>, request: Request): Promise<CaseView> {
  return changeCase(context, verb, request, ({ seen, state }) => drawAfter(context, request.asking, seen, state));
}

/**
 * The one way of every change of a case: who may see it, is this a repeat, is the form right, would the case take it;
 * then it is recorded and carried out. @returns what `draw` makes of it, the first time and every time it is repeated.
 * @throws CaseError with the fitting code and what is possible instead; every refusal is in the access log.
 */
export async function changeCase<R, View>(
  context: CaseContext,
  verb: Verb<R>,
  request: Request,
  draw: (changed: Changed) => Promise<View>,
): Promise<View> {
  const { asking, origin } = request;
  const seen = await visit(context, asking, request.caseId, 'case.read', origin);
  return refusing(context, asking, seen.row.id, async () => {
    const { answer, head } = await answerOf(context, verb, request, seen);
    await context.hold.at('before-answer');
    if ('refused' in answer) seqOf(answer, { allowed: await insteadOf(context, asking, seen.row.id) });
    return draw({ seen, state: await stateAfter(context, seen, seqOf(answer), head) });
  });
}

async function answerOf<R>(
  context: CaseContext,
  verb: Verb<R>,
  { asking, body, origin, ifMatch }: Request,
  seen: Visit,
): Promise<Answered> {
  const { row, chain, state } = seen;
  const repeat = repeatOf(seen, origin);
  if (repeat !== null) {
    await recordLook(context, asking, seen);
    return settle(context, repeat);
  }
  const request = readShape(verb.schema, body, verb.unclear);
  refuseStale(state.seq, ifMatch);
  if (state.status === 'ended') throw new CaseError('ended', 'Dit traject is al beëindigd.');
  const standing: Standing = { chain, state, subject: asking.subject, now: context.clock.now() };
  const verdict = permitCase(relationsOf(chain, state, asking.subject), verb.deed);
  if (!verdict.allowed) throw new CaseError('forbidden', 'Dit is niet aan u.', { allowed: possibleNow(standing) });
  const { command, filled, pointer, proposed, beside } = await verb.prepare(context, standing, request, asking);
  rehearse(chain, state, state.case, command, standing.now, () => ({
    pointer,
    proposed,
    allowed: possibleNow(standing),
  }));
  const person = personKeyOf(context.ring, row);
  if (person === null) throw new CaseError('ended', 'De gegevens van dit traject zijn gewist.');
  const access = accessOf(context, asking, 'U', row.id, groundsOf({ row, state, verdict }, asking.subject));
  return beside === undefined
    ? recordAndCarryOut(context, state.case, command, origin, filled, person, access)
    : recordTogether(context, state.case, command, origin, filled, person, access, beside);
}

/** What someone can do instead of what the case has just refused. */
async function insteadOf(context: CaseContext, { subject }: Asking, caseId: string): Promise<readonly unknown[]> {
  const state = (await readCase(context.db, caseId))?.state;
  if (!state || state.status === 'ended') return [];
  return possibleNow({ chain: definitionOf(state.chain, state.version), state, subject, now: context.clock.now() });
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

/**
 * The action that stands open for this person, and as whom they take it.
 * @throws CaseError `not-allowed-now` when it does not stand open, `forbidden` when it is someone else's.
 */
export function ownAction<A extends Action>(
  standing: Standing,
  fits: (action: Action) => action is A,
): { readonly action: A; readonly actor: Actor } {
  const { organisation, practitioner } = standing.subject;
  const found = standingActions(standing).filter(fits);
  for (const action of found) {
    const role = takerOf(action, standing.subject);
    if (role !== undefined) return { action, actor: { role, organisation, practitioner } };
  }
  const allowed = possibleNow(standing);
  if (found.length === 0) throw new CaseError('not-allowed-now', 'Dit kan nu niet in dit traject.', { allowed });
  throw new CaseError('forbidden', 'Dit is niet aan u.', { allowed });
}
