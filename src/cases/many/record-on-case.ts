import type { Command } from '../../engine/messages.ts';
import { migrate } from '../../engine/migrate.ts';
import type { CaseState } from '../../engine/state.ts';
import type { Querying, Statement } from '../../platform/db/database.ts';
import type { CaseContext } from '../context.ts';
import { recordCommand } from '../record.ts';
import { NO_FORM, type Origin, recordValues } from '../recording.ts';
import type { Sent } from '../send.ts';
import { accessOf, type Asking } from '../visit.ts';

/** In the order of their ids, so that two requests about the same cases wait for each other and never in a ring. */
const LOCK_CASES: Statement = {
  name: 'lock_cases',
  text: 'select id, state from cases where id = any($1) order by id for no key update',
};

/** Reads these cases, and nobody records anything on them until the transaction ends. In the order of their ids. */
export async function lockCases(tx: Querying, ids: readonly string[]): Promise<readonly CaseState[]> {
  const rows = await tx.query<{ id: string; state: CaseState | null }>(LOCK_CASES, [ids]);
  return rows.flatMap(({ state }) => (state === null ? [] : [migrate(state)]));
}

/** A command of a request about many cases, on its way to one of them. */
export interface OnItsWay extends Sent {
  readonly earlierOpen: boolean;
}

/** Records the command to one case, as any other: its place in the order, its lease, its line in the access log. */
export async function recordOnCase(
  context: CaseContext,
  tx: Querying,
  asking: Asking,
  policy: string,
  origin: Origin,
  { id, caseId, command }: { readonly id: string; readonly caseId: string; readonly command: Command },
): Promise<OnItsWay> {
  const own = { ...origin, path: `${origin.path}#${id}`, key: null };
  const access = accessOf(context, asking, 'U', caseId, { policy });
  const row = await recordCommand(tx, recordValues(id, caseId, command, own, NO_FORM, context.leaseMs), access);
  const { requestId } = asking;
  const sent = { id, caseId, attempt: 1, knownSeq: row.known_seq, command, offsetMs: 0, requestId };
  return { ...sent, earlierOpen: row.earlier_open };
}
