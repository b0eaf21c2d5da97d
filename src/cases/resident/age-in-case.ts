import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { readCase } from '../../reading/case-row.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { ageOn } from './age.ts';
import { identityIn } from './identity-in.ts';

/**
 * How old the person of a case is now, in whole years. It stays here: no case is told an age.
 * @throws CaseError `ended` when the person was erased.
 */
export async function ageInCase(context: CaseContext, caseId: string, now: number): Promise<number> {
  const row = await readCase(context.db, caseId);
  const identity = row === undefined ? null : identityIn(context.ring, row);
  if (identity === null) throw new CaseError('ended', 'De gegevens van dit traject zijn gewist.');
  return ageOn(identity.birthDate, localDateOf(now));
}
