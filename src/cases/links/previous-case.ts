import { definitionOf } from '../../chains/index.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { addDuration, parseDuration } from '../../engine/calendar/duration.ts';
import type { Previous } from '../../engine/messages.ts';
import { migrate } from '../../engine/migrate.ts';
import type { CaseState } from '../../engine/state.ts';
import { COMES_BACK_WITHIN, silentEndings } from '../../language/define.ts';
import type { Querying, Statement } from '../../platform/db/database.ts';
import { intakeDay } from './shared-intake.ts';

/** After a pregnancy that ended, and after a death that was recorded by mistake, nobody is reminded of what was. */
const LEFT_ALONE: readonly string[] = [...silentEndings, 'overleden'];

const LAST_ENDED: Statement = {
  name: 'last_ended_case',
  text: `select state from cases
         where resident = $1 and chain = $2 and status = 'ended' and state is not null and ending <> all($3)
         order by ended_at desc, id limit 1`,
};

/**
 * The last case of this dossier in this chain, when it ended at most twelve months before `now` (milliseconds). Where
 * the existence of a case is confidential, every practice has a dossier of its own: what another one did is not found.
 */
export async function previousCase(
  db: Querying,
  resident: string,
  chain: string,
  now: number,
): Promise<Previous | undefined> {
  const [row] = await db.query<{ state: CaseState }>(LAST_ENDED, [resident, chain, LEFT_ALONE]);
  const state = row === undefined ? null : migrate(row.state);
  if (state === null || state.endedAt === null) return undefined;
  const until = addDuration(localDateOf(state.endedAt), parseDuration(COMES_BACK_WITHIN));
  if (localDateOf(now) > until) return undefined;
  const intake = intakeDay(definitionOf(state.chain, state.version), state);
  return { case: state.case, ...(intake === undefined ? {} : { intake }) };
}
