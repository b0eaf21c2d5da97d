import { z } from 'zod';
import { permitRole } from '../access/permit.ts';
import { currentDefinition, definitions } from '../chains/index.ts';
import { localDateOf } from '../engine/calendar/amsterdam.ts';
import { type AnyChain, type Step, stepNamed } from '../language/define.ts';
import type { Page } from '../reading/cursor.ts';
import { instant } from '../reading/instant.ts';
import { readWorklist, type WorklistOf, type WorklistRow } from '../reading/worklist.ts';
import { CaseError } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { id } from './referral-request.ts';
import { badCursor, cursor } from './list-cursor.ts';
import { onOffer, openPersonal } from './look/personal.ts';
import { type Asking, recordAccess } from './visit.ts';

export const worklistQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursor('worklist').optional(),
  /** Nothing is claimed by a person yet, so mine and team are the same list, and all of it is unclaimed. */
  scope: z.enum(['mine', 'team']).optional(),
  state: z.enum(['due', 'overdue', 'waiting', 'unclaimed']).optional(),
  chain: id.optional(),
  municipality: id.optional(),
  kern: id.optional(),
  step: id.optional(),
});

export interface WorkItem {
  readonly openStep: string;
  readonly case: string | null;
  readonly step: string;
  readonly label: string;
  readonly stage: string;
  readonly role: string;
  readonly chain: string;
  readonly municipality: string;
  readonly kern: string | null;
  readonly openedAt: string;
  readonly notBefore: string | null;
  readonly dueAt: string;
  readonly overdue: boolean;
  /** The case is paused, and this step waits with it. */
  readonly paused: boolean;
  readonly escalations: number;
  readonly resident: Readonly<Record<string, unknown>> | null;
  readonly why?: 'geen-organisatie' | 'te-laat' | 'niet-aangenomen';
}

/**
 * Open steps, soonest due first: a holder's own and the own offers that expired, or for a ketencoordinator those of
 * the municipality that nobody holds or that were escalated, without any person.
 */
export async function listWork(
  context: CaseContext,
  asking: Asking,
  { state, scope: _scope, ...query }: z.infer<typeof worklistQuery>,
): Promise<Page<WorkItem>> {
  const { subject } = asking;
  const verdict = permitRole(subject, 'worklist.read');
  if (!verdict.allowed) throw new CaseError('not-found', 'Er is geen werklijst voor uw rol.');
  asking.insist();
  const { organisation, roles, municipality } = subject;
  const coordinates = roles.includes('ketencoordinator');
  const of: WorklistOf = coordinates ? { municipality } : { organisation, roles, sends: stepsSentBy(roles) };
  const now = context.clock.now();
  const waits = stepsWhere((step) => step.kind === 'wait');
  const filter = { ...query, state: state === 'unclaimed' ? undefined : state, waits };
  const page = await readWorklist(context.db, of, filter, now);
  if (page === undefined) throw badCursor();
  await recordAccess(context, asking, 'R', null, verdict);
  const draw = coordinates
    ? (row: WorklistRow) => stuckItem(row, now)
    : (row: WorklistRow) => ownItem(context, row, organisation, now);
  return { items: page.items.map(draw), next: page.next };
}

/** Hand-offs that these roles make, in any version; whoever stands in for a sender has made the referral. */
function stepsSentBy(roles: readonly string[]): readonly string[] {
  return stepsWhere(
    (step, chain) =>
      step.kind === 'handoff' &&
      (roles.includes(step.from) || roles.some((role) => Object.hasOwn(chain.entries, role))),
  );
}

function stepsWhere(holds: (step: Step, chain: AnyChain) => boolean): readonly string[] {
  const versions = Object.values(definitions).flat();
  const found = versions.flatMap((chain) =>
    Object.entries(chain.steps).flatMap(([name, step]) => (holds(step, chain) ? [name] : [])),
  );
  return [...new Set(found)];
}

function stuckItem(row: WorklistRow, now: number): WorkItem {
  const why = row.unfilled ? ('geen-organisatie' as const) : ('te-laat' as const);
  return { openStep: row.id, case: null, ...stepOf(row, now), resident: null, why };
}

function ownItem(context: CaseContext, row: WorklistRow, organisation: string | null, now: number): WorkItem {
  const personal = openPersonal(context.ring, row);
  const shown = isOffered(row, organisation) ? onOffer(personal, localDateOf(now)) : personal;
  const expired = row.stage === 'offered' && row.sender === organisation && row.organisation !== organisation;
  return {
    openStep: row.id,
    case: row.case_id,
    ...stepOf(row, now),
    resident: shown.identity,
    ...(expired ? { why: 'niet-aangenomen' as const } : {}),
  };
}

/** Who is offered a hand-off knows no person yet; who stands in for a receiver outside Ketenpad has sent it. */
function isOffered({ stage, unfilled, organisation, sender, chain, step }: WorklistRow, own: string | null): boolean {
  const definition = definitionNamed(chain, step);
  const outside = definition?.kind === 'handoff' && definition.outside === true;
  return stage === 'offered' && !unfilled && !outside && organisation === own && sender !== own;
}

function stepOf(row: WorklistRow, now: number): Omit<WorkItem, 'openStep' | 'case' | 'resident' | 'why'> {
  const { step, stage, role, chain, municipality, kern, escalations, paused } = row;
  return {
    step,
    label: definitionNamed(chain, step)?.label ?? step,
    stage,
    role,
    chain,
    municipality,
    kern,
    openedAt: instant(row.opened_at),
    notBefore: row.not_before === null ? null : instant(row.not_before),
    dueAt: instant(row.due_at),
    overdue: now > row.due_at && !paused,
    paused,
    escalations,
  };
}

function definitionNamed(chain: string, step: string): Step | undefined {
  const definition = currentDefinition(chain);
  return definition === undefined ? undefined : stepNamed(definition, step);
}
