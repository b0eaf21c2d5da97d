import type { Fulfils } from '../access/directory.ts';
import { permitRole } from '../access/permit.ts';
import { definitionOf, definitions } from '../chains/index.ts';
import { localDateOf } from '../engine/calendar/amsterdam.ts';
import { type AnyChain, type Step, stepNamed } from '../language/define.ts';
import type { Page } from '../reading/cursor.ts';
import { instant } from '../reading/instant.ts';
import { readWorklist, type WorklistOf, type WorklistRow } from '../reading/worklist.ts';
import { CaseError } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { takersOf } from './candidates.ts';
import { badCursor } from './list-cursor.ts';
import { basisFor } from './look/basis.ts';
import { nobody, onOffer, openPersonal, type Reader, readerOf } from './look/personal.ts';
import { type Asking, recordAccess } from './visit.ts';
import { insistOnFilters, type WorklistRequest } from './worklist-request.ts';

export interface WorkItem {
  readonly openStep: string;
  readonly case: string;
  readonly step: string;
  readonly label: string;
  readonly stage: string;
  readonly role: string;
  /** Who of the organisation has it; null: nobody in particular. */
  readonly assignee: string | null;
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
  /** For a ketencoordinator: the organisations that fulfil its role, those nearby first. */
  readonly candidates?: readonly Fulfils[];
}

/**
 * Open steps, soonest due first: a holder's own and the own offers that expired, or for a ketencoordinator those of
 * the municipality that nobody holds or that were escalated, without any person.
 */
export async function listWork(context: CaseContext, asking: Asking, query: WorklistRequest): Promise<Page<WorkItem>> {
  const { subject } = asking;
  const verdict = permitRole(subject, 'worklist.read');
  if (!verdict.allowed) throw new CaseError('not-found', 'Er is geen werklijst voor uw rol.');
  asking.insist();
  await insistOnFilters(context.directory, query);
  const { organisation, roles, municipality, practitioner } = subject;
  const coordinates = roles.includes('ketencoordinator');
  const of: WorklistOf = coordinates ? { municipality } : { organisation, roles };
  const now = context.clock.now();
  const waits = stepsWhere((step) => step.kind === 'wait');
  const page = await readWorklist(context.db, of, { ...query, waits, practitioner }, now);
  if (page === undefined) throw badCursor();
  const shown = coordinates ? [] : [...new Set(page.items.map(({ resident }) => resident))];
  await recordAccess(context, asking, 'R', null, verdict, shown);
  const reader = await readerOf(context, subject);
  const items = coordinates
    ? await Promise.all(page.items.map((row) => stuckItem(context, row, now)))
    : page.items.map((row) => ownItem(context, row, reader, now));
  return { items, next: page.next };
}

function stepsWhere(holds: (step: Step, chain: AnyChain) => boolean): readonly string[] {
  const versions = Object.values(definitions).flat();
  const found = versions.flatMap((chain) =>
    Object.entries(chain.steps).flatMap(([name, step]) => (holds(step, chain) ? [name] : [])),
  );
  return [...new Set(found)];
}

async function stuckItem({ directory }: CaseContext, row: WorklistRow, now: number): Promise<WorkItem> {
  const why = row.unfilled ? ('geen-organisatie' as const) : ('te-laat' as const);
  const organisation = row.unfilled ? null : row.organisation;
  const candidates = await takersOf(directory, row, { step: row.step, role: row.taken_role ?? row.role, organisation });
  return { openStep: row.id, case: row.case_id, ...stepOf(row, now), assignee: null, resident: null, why, candidates };
}

function ownItem(context: CaseContext, row: WorklistRow, reader: Reader, now: number): WorkItem {
  const { organisation } = reader;
  const offered = isOffered(row, organisation);
  const covered = !offered && basisFor(row.covered, 'step', reader) !== null;
  const shown = offered
    ? onOffer(openPersonal(context.ring, row), localDateOf(now))
    : covered
      ? openPersonal(context.ring, row, reader)
      : nobody;
  const expired = row.stage === 'offered' && row.sender === organisation && row.organisation !== organisation;
  return {
    openStep: row.id,
    case: row.case_id,
    ...stepOf(row, now),
    assignee: row.organisation === organisation ? row.assignee : null,
    resident: shown.identity,
    ...(expired ? { why: 'niet-aangenomen' as const } : {}),
  };
}

/** Who is offered a hand-off knows no person yet; who stands in for a receiver outside Ketenpad has sent it. */
function isOffered(row: WorklistRow, own: string | null): boolean {
  const { stage, unfilled, organisation, sender } = row;
  const definition = definitionNamed(row);
  const outside = definition?.kind === 'handoff' && definition.outside === true;
  return stage === 'offered' && !unfilled && !outside && organisation === own && sender !== own;
}

type OfStep = Omit<WorkItem, 'openStep' | 'case' | 'assignee' | 'resident' | 'why' | 'candidates'>;

function stepOf(row: WorklistRow, now: number): OfStep {
  const { step, stage, role, chain, municipality, kern, escalations, paused } = row;
  return {
    step,
    label: definitionNamed(row)?.label ?? step,
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

/** As the version says that the case is on. */
function definitionNamed({ chain, version, step }: WorklistRow): Step | undefined {
  return stepNamed(definitionOf(chain, version), step);
}
