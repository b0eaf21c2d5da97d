import { z } from 'zod';
import { permitRole } from '../access/permit.ts';
import { currentDefinition, definitions } from '../chains/index.ts';
import type { Page } from '../reading/cursor.ts';
import { instant } from '../reading/instant.ts';
import { readWorklist, type WorklistQuery, type WorklistRow } from '../reading/worklist.ts';
import { CaseError } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { id } from './referral-request.ts';
import { badCursor, cursor } from './list-cursor.ts';
import { openPersonal } from './look/personal.ts';
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
  readonly role: string;
  readonly chain: string;
  readonly municipality: string;
  readonly kern: string | null;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly escalations: number;
  readonly resident: Readonly<Record<string, unknown>> | null;
  readonly why?: 'geen-organisatie' | 'te-laat';
}

/**
 * Open steps, soonest due first: a holder's own, or for a ketencoordinator those of the municipality that nobody
 * holds or that were escalated, without any person.
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
  const coordinates = subject.roles.includes('ketencoordinator');
  const of = coordinates
    ? { municipality: subject.municipality }
    : { organisation: subject.organisation, roles: subject.roles };
  const filter: WorklistQuery = {
    ...query,
    state: state === 'due' || state === 'overdue' ? state : undefined,
    steps: state === 'waiting' ? waitingSteps() : undefined,
  };
  const now = context.clock.now();
  const page = await readWorklist(context.db, of, filter, now);
  if (page === undefined) throw badCursor();
  await recordAccess(context, asking, 'R', null, verdict);
  return { items: page.items.map((row) => itemOf(context, row, coordinates, now)), next: page.next };
}

/** Steps that wait for something else than a person, in any version. */
function waitingSteps(): readonly string[] {
  return Object.values(definitions).flatMap((versions) =>
    versions.flatMap(({ steps }) => Object.entries(steps).flatMap(([id, { kind }]) => (kind === 'wait' ? [id] : []))),
  );
}

function itemOf(context: CaseContext, row: WorklistRow, coordinates: boolean, now: number): WorkItem {
  const { id: openStep, step, role, chain, municipality, kern, escalations } = row;
  const label = currentDefinition(chain)?.steps[step]?.label ?? step;
  const item = { step, label, role, chain, municipality, kern, escalations };
  const times = { openedAt: instant(row.opened_at), dueAt: instant(row.due_at), overdue: now > row.due_at };
  if (coordinates) {
    const why = row.unfilled ? ('geen-organisatie' as const) : ('te-laat' as const);
    return { openStep, case: null, ...item, ...times, resident: null, why };
  }
  return { openStep, case: row.case_id, ...item, ...times, resident: openPersonal(context.ring, row).identity };
}
