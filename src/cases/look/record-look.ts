import type { Subject } from '../../access/subject.ts';
import type { CaseContext } from '../context.ts';
import { type Asking, type Grounds, recordAccess, type Visit } from '../visit.ts';
import { basisFor } from './basis.ts';

type Seen = Pick<Visit, 'row' | 'state' | 'verdict'>;

/** Why someone is in a case, as the access log tells it: the rule, the relation, and what covers that they see the person. */
export function groundsOf({ row, state, verdict }: Seen, subject: Pick<Subject, 'organisation'>): Grounds {
  return { ...verdict, basis: basisFor(state, verdict.content ?? 'contribution', subject, row.took_part)?.id };
}

/** Records what someone is about to be shown of a case. */
export function recordLook(context: CaseContext, asking: Asking, seen: Seen): Promise<void> {
  return recordAccess(context, asking, 'R', seen.row.id, groundsOf(seen, asking.subject));
}
