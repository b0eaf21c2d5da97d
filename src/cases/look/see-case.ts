import { type Content, permitCase } from '../../access/permit.ts';
import { mayTake } from '../../engine/actions.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { currentFact } from '../../engine/migrate.ts';
import type { CaseState } from '../../engine/state.ts';
import { readFacts, stateAt } from '../../reading/state-at.ts';
import type { CaseContext } from '../context.ts';
import { type Asking, recordAccess, visit, type Visit } from '../visit.ts';
import { type ActionView, standingActions, viewAction } from './action-view.ts';
import { type CaseView, viewCase } from './case-view.ts';
import { onOffer, openPersonal } from './personal.ts';
import { relationsOf } from './relations.ts';
import { type TrailItem, trailOf } from './trail.ts';

/** Shows a case. @throws CaseError `not-found` when this person may not see it. */
export async function seeCase(context: CaseContext, asking: Asking, caseId: string): Promise<CaseView> {
  const seen = await visit(context, asking, caseId, 'case.read');
  await recordAccess(context, asking, 'R', seen.row.id, seen.verdict);
  return drawCase(context, asking, seen, seen.state, seen.verdict.content ?? 'contribution', context.clock.now());
}

/**
 * A case as it stood after one of its facts, drawn for whoever this person was to it then: a request is answered with
 * it the first time, and every time that it is repeated. `head` saves rebuilding it.
 */
export async function drawCaseAt(
  context: CaseContext,
  asking: Asking,
  seen: Pick<Visit, 'row' | 'chain' | 'state'>,
  seq: number,
  head: CaseState | null,
): Promise<CaseView> {
  const known = [head, seen.state].find((candidate) => candidate?.seq === seq);
  const state = known ?? (await stateAt(context.db, seen.row.id, seq));
  const verdict = permitCase(relationsOf(seen.chain, state, asking.subject), 'case.read');
  const content = verdict.allowed ? verdict.content : undefined;
  return drawCase(context, asking, seen, state, content ?? 'contribution', 0);
}

async function drawCase(
  context: CaseContext,
  asking: Asking,
  seen: Pick<Visit, 'row' | 'chain'>,
  state: CaseState,
  content: Content,
  now: number,
): Promise<CaseView> {
  const names = await context.directory.names();
  const whole = openPersonal(context.ring, seen.row);
  const personal = content === 'offer' ? onOffer(whole, localDateOf(Math.max(now, state.startedAt))) : whole;
  return viewCase(seen.chain, state, asking.subject, content, personal, names, now);
}

/**
 * Every action that stands open, and whether this person may take it; who may not is told why. What is not theirs is
 * listed for who has the regie and for the referrer only.
 */
export async function seeActions(context: CaseContext, asking: Asking, caseId: string): Promise<readonly ActionView[]> {
  const { row, chain, state, verdict } = await visit(context, asking, caseId, 'case.actions');
  await recordAccess(context, asking, 'R', row.id, verdict);
  const { subject } = asking;
  const all = verdict.content === 'whole' || verdict.content === 'status';
  const standing = { chain, state, subject, now: context.clock.now() };
  return standingActions(standing)
    .filter((action) => all || mayTake(action, subject))
    .map((action) => viewAction(standing, action));
}

/** The facts of a case in order, as far as this person may see. */
export async function seeTrail(context: CaseContext, asking: Asking, caseId: string): Promise<readonly TrailItem[]> {
  const { row, chain, state, verdict } = await visit(context, asking, caseId, 'case.trail');
  await recordAccess(context, asking, 'R', row.id, verdict);
  const facts = (await readFacts(context.db, row.id, state.seq)).map(currentFact);
  return trailOf(chain, facts, asking.subject, verdict.content ?? 'contribution');
}
