import type { CaseState } from '../../engine/state.ts';
import { readStatuses } from '../../reading/statuses.ts';
import type { CaseContext } from '../context.ts';
import type { LinkView } from './case-view.ts';

/** The coupling that was made last in a case as it stands here, with where the other one stands now. */
export async function lastLink({ db }: Pick<CaseContext, 'db'>, { links }: CaseState): Promise<LinkView> {
  const last = links.at(-1);
  if (last === undefined) throw new Error('a coupling that was recorded has disappeared');
  const { type, chain, case: id = null } = last;
  const status = id === null ? null : ((await readStatuses(db, [id])).get(id) ?? null);
  return { type, chain, case: id, status };
}
