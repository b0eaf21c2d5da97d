import { z } from 'zod';
import { permitRole } from '../../access/permit.ts';
import { currentDefinition } from '../../chains/index.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { daysBetween } from '../../engine/calendar/local-date.ts';
import type { Page } from '../../reading/cursor.ts';
import { readGroups } from '../../reading/groups.ts';
import { readWaiting } from '../../reading/groups-waiting.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { badCursor, cursor } from '../list-cursor.ts';
import { id } from '../referral-request.ts';
import { type Asking, recordAccess, refusing } from '../visit.ts';
import { chainsWithGroups, sizeOf } from './group-rule.ts';
import { type GroupView, viewsOf } from './group-view.ts';
import { formedIt, openGroup } from './open-group.ts';

export const groupsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursor('groups').optional(),
  chain: id.optional(),
  municipality: id.optional(),
  state: z.enum(['gepland', 'loopt', 'afgelopen']).optional(),
});

export const waitingQuery = z.strictObject({ chain: id.optional() });

/** Who waits for a group in one area, and whether there are enough for one: a proposal, the coordinator decides. */
export interface WaitingView {
  readonly chain: string;
  readonly municipality: string;
  readonly kern: string | null;
  readonly waiting: number;
  readonly n: number;
  readonly ready: boolean;
  readonly longestWaitDays: number;
}

const NO_GROUPS = 'Er zijn geen groepen voor uw rol.';

/** `GET /groups`: those that the caller's organisation formed or leads, soonest start first. */
export async function listGroups(
  context: CaseContext,
  asking: Asking,
  query: z.infer<typeof groupsQuery>,
): Promise<Page<GroupView>> {
  return refusing(context, asking, null, async () => {
    const { subject } = asking;
    const verdict = permitRole(subject, 'group.read');
    if (!verdict.allowed || subject.organisation === null) throw new CaseError('not-found', NO_GROUPS);
    asking.insist();
    const of = { organisation: subject.organisation, ...chainsWithGroups(subject) };
    const page = await readGroups(context.db, of, query, localDateOf(context.clock.now()));
    if (page === undefined) throw badCursor();
    await recordAccess(context, asking, 'R', null, verdict);
    return { items: await viewsOf(context, page.items, (group) => formedIt(subject, group)), next: page.next };
  });
}

/** `GET /groups/{id}`. */
export async function seeGroup(context: CaseContext, asking: Asking, groupId: string): Promise<GroupView> {
  return refusing(context, asking, null, async () => {
    const { group, coordinates, policy } = await openGroup(context, asking.subject, groupId);
    asking.insist();
    await recordAccess(context, asking, 'R', group.id, { policy });
    const [view] = await viewsOf(context, [group], () => coordinates);
    if (view === undefined) throw new Error('a group without a view');
    return view;
  });
}

/** `GET /groups/waiting`: per kern how many of this coordinator's residents wait for a group. */
export async function seeWaiting(
  context: CaseContext,
  asking: Asking,
  query: z.infer<typeof waitingQuery>,
): Promise<readonly WaitingView[]> {
  return refusing(context, asking, null, async () => {
    const { subject } = asking;
    const verdict = permitRole(subject, 'group.form');
    const { organisation } = subject;
    if (!verdict.allowed || organisation === null) throw new CaseError('not-found', NO_GROUPS);
    asking.insist();
    const { coordinates } = chainsWithGroups(subject);
    const asked = coordinates.filter((each) => query.chain === undefined || each === query.chain);
    const found = await Promise.all(asked.map((each) => waitingIn(context, each, organisation)));
    await recordAccess(context, asking, 'R', null, verdict);
    return found.flat();
  });
}

async function waitingIn(context: CaseContext, name: string, organisation: string): Promise<readonly WaitingView[]> {
  const chain = currentDefinition(name);
  if (chain?.group === undefined) return [];
  const step = chain.steps[chain.group.waits];
  const perKern = step?.kind === 'wait' && step.ready?.waiting === 'kern';
  const today = localDateOf(context.clock.now());
  const rows = await readWaiting(context.db, { chain: name, step: chain.group.waits, organisation, perKern });
  return rows.map(({ municipality, kern, waiting, since, knobs }) => {
    const n = sizeOf(chain, knobs) ?? 1;
    const longestWaitDays = daysBetween(localDateOf(since), today);
    return { chain: name, municipality, kern, waiting, n, ready: waiting >= n, longestWaitDays };
  });
}
