import { type Content, permitCase } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import { type Action, actionsOf, mayTake } from '../../engine/actions.ts';
import { apply } from '../../engine/apply.ts';
import { stepOf } from '../../engine/go.ts';
import { Refused } from '../../engine/refused.ts';
import type { CaseState } from '../../engine/state.ts';
import type { AnyChain } from '../../language/define.ts';
import { readFacts, stateAt } from '../../reading/state-at.ts';
import type { CaseContext } from '../context.ts';
import { type Asking, recordAccess, visit, type Visit } from '../visit.ts';
import { type CaseView, viewCase } from './case-view.ts';
import { openPersonal } from './personal.ts';
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
  const personal = openPersonal(context.ring, seen.row);
  return viewCase(seen.chain, state, asking.subject, content, personal, names, now);
}

export interface ActionView {
  readonly action: 'decide';
  readonly openStep: string;
  readonly step: string;
  readonly label: string;
  readonly outcomes: readonly {
    readonly id: string;
    readonly label: string;
    readonly allowed: boolean;
    readonly why?: Why;
    readonly form?: string;
  }[];
  readonly reasons: readonly { readonly code: string; readonly label: string }[];
  readonly allowed: boolean;
  readonly why?: Why;
}

interface Why {
  readonly code: string;
  readonly detail: string;
}

/** Every action that stands open, and whether this person may take it; who may not is told why. */
export async function seeActions(context: CaseContext, asking: Asking, caseId: string): Promise<readonly ActionView[]> {
  const { row, chain, state, verdict } = await visit(context, asking, caseId, 'case.actions');
  await recordAccess(context, asking, 'R', row.id, verdict);
  const reasons = Object.entries(chain.reasons).map(([code, label]) => ({ code, label }));
  const { subject } = asking;
  const actions = actionsOf(chain, state).filter(
    (action) => verdict.content !== 'contribution' || mayTake(action, subject),
  );
  return actions.map((action) => {
    const outcomes = action.outcomes.map((outcome) => ({
      ...outcome,
      ...whetherPossible(context, chain, state, subject, action, outcome.id),
    }));
    const allowed = outcomes.some((outcome) => outcome.allowed);
    const step = stepOf(chain, action.step);
    const form = step.kind === 'assess' && step.form !== undefined ? { form: step.form } : {};
    return {
      action: action.action,
      openStep: action.openStep,
      step: action.step,
      label: action.label,
      outcomes: outcomes.map((outcome) => ({ ...outcome, ...form })),
      reasons: allowed ? reasons : [],
      allowed,
      ...(allowed || outcomes[0]?.why === undefined ? {} : { why: outcomes[0].why }),
    };
  });
}

/** Asks the engine, so that what is called allowed is what would succeed. */
function whetherPossible(
  context: CaseContext,
  chain: AnyChain,
  state: CaseState,
  { roles, organisation, practitioner }: Subject,
  action: Action,
  outcome: string,
): { readonly allowed: boolean; readonly why?: Why } {
  const role = roles.includes(action.role) ? action.role : (roles[0] ?? '');
  const actor = { role, organisation, practitioner };
  try {
    apply(chain, state, state.case, { kind: 'decide', actor, openStep: action.openStep, outcome }, context.clock.now());
    return { allowed: true };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { allowed: false, why: { code: error.code, detail: error.message } };
  }
}

/** The facts of a case in order, as far as this person may see. */
export async function seeTrail(context: CaseContext, asking: Asking, caseId: string): Promise<readonly TrailItem[]> {
  const { row, chain, state, verdict } = await visit(context, asking, caseId, 'case.trail');
  await recordAccess(context, asking, 'R', row.id, verdict);
  return trailOf(
    chain,
    await readFacts(context.db, row.id, state.seq),
    asking.subject,
    verdict.content ?? 'contribution',
  );
}
