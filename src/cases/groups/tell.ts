import type { Answer } from '../../engine/messages.ts';
import { type GroupRow, readGroup } from '../../reading/groups.ts';
import type { CaseContext } from '../context.ts';
import { settleAll } from '../many/carry-out-all.ts';
import { type GroupView, type SeatView, viewsOf } from './group-view.ts';
import { type Asked, keepTold, readRequest } from './record-request.ts';

/** What one change asked of one case, and whether the case did it. */
export interface ChangeResult {
  readonly case: string;
  readonly change: Asked['change'];
  readonly done: boolean;
  readonly why?: { readonly code: string; readonly detail: string };
}

export interface ChangedGroup extends GroupView {
  readonly results: readonly ChangeResult[];
}

type Answers = ReadonlyMap<string, Answer>;

/**
 * What the coordinator hears of a group that was formed: every case that was named, with what came of it. A repeat hears
 * the same as the first; where nobody was told anything yet, it waits for the cases first.
 */
export async function tellFormed(context: CaseContext, request: string, answers: Answers | null): Promise<GroupView> {
  return told<GroupView>(context, request, answers, (group, results) => {
    const seats = results.map(({ case: id, done, why }): SeatView => {
      if (done || why === undefined) return { case: id, status: 'bezet' };
      return { case: id, status: 'geweigerd', why: why as NonNullable<SeatView['why']> };
    });
    return { ...group, taken: seats.filter(({ status }) => status === 'bezet').length, seats };
  });
}

/** The same for a group that was changed: the whole group, and what came of each part of the change. */
export async function tellChanged(
  context: CaseContext,
  request: string,
  answers: Answers | null,
): Promise<ChangedGroup> {
  return told<ChangedGroup>(context, request, answers, (group, results) => ({ ...group, results }));
}

async function told<View>(
  context: CaseContext,
  request: string,
  answers: Answers | null,
  draw: (group: GroupView, results: readonly ChangeResult[]) => View,
): Promise<View> {
  const { payload, answer } = await readRequest(context.db, request);
  if (answer.told !== undefined) return asTold<View>(answer.told);
  const commands = payload.asked.flatMap(({ command }) => command ?? []);
  const known = answers ?? (await settleAll(context, commands));
  const group = await readGroup(context.db, answer.group);
  if (group === undefined) throw new Error('a group that was recorded has disappeared');
  const view = await viewOf(context, group);
  return asTold<View>(
    await keepTold(
      context.db,
      request,
      draw(
        view,
        payload.asked.map((each) => resultOf(each, known)),
      ),
    ),
  );
}

async function viewOf(context: CaseContext, group: GroupRow): Promise<GroupView> {
  const [view] = await viewsOf(context, [group], () => true);
  if (view === undefined) throw new Error('a group without a view');
  return view;
}

function resultOf({ case: id, change, command, why }: Asked, answers: Answers): ChangeResult {
  const answer = command === null ? undefined : answers.get(command);
  if (answer !== undefined && 'seq' in answer) return { case: id, change, done: true };
  const refused = answer === undefined ? why : answer.refused;
  return { case: id, change, done: false, ...(refused === undefined ? {} : { why: refused }) };
}

/** What this module itself kept, and nobody else writes. */
function asTold<View>(kept: unknown): View {
  return kept as View;
}
