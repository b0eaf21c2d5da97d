import type { Subject } from '../../access/subject.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { readStarted } from '../../reading/self-starts.ts';
import type { CaseContext } from '../context.ts';
import { ageOn } from '../resident/age.ts';
import { identityIn } from '../resident/identity-in.ts';
import { isResident } from './self-start.ts';

/** From this birthday on it is the child's own (KnGG: who is sixteen decides alone). */
const OWN_AGE = 16;

/** The cases that this account started for a child, as long as the parents may read along. */
export async function startedForChild(
  { db, ring, clock }: Pick<CaseContext, 'db' | 'ring' | 'clock'>,
  subject: Pick<Subject, 'sub' | 'roles' | 'organisation'>,
): Promise<readonly string[]> {
  if (!isResident(subject)) return [];
  const rows = await readStarted(db, subject.sub);
  const today = localDateOf(clock.now());
  return rows.flatMap((row) => {
    const identity = identityIn(ring, row);
    return identity === null || ageOn(identity.birthDate, today) >= OWN_AGE ? [] : [row.case_id];
  });
}
