import { permitRole } from '../../access/permit.ts';
import { countInvitations, type GivenCount } from '../../reading/invitations.ts';
import { instant } from '../../reading/instant.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { type Asking, recordAccess } from '../visit.ts';

export interface GivenItem {
  readonly chain: string;
  readonly municipality: string;
  readonly given: number;
  /** Null as long as it would tell of fewer than ten people whether they began. */
  readonly closed: { readonly of: number; readonly used: number } | null;
}

/** What is told of how many began is rounded to this: of ten people nobody learns that all or none did. */
const ROUND_TO = 5;

/** What the own organisation gave, counted; of nobody in particular. */
export async function countGiven(context: CaseContext, asking: Asking): Promise<readonly GivenItem[]> {
  const { subject } = asking;
  const verdict = permitRole(subject, 'invitation.give');
  if (!verdict.allowed || subject.organisation === null) {
    throw new CaseError('not-found', 'Er zijn geen uitnodigingen voor uw rol.');
  }
  asking.insist();
  const counts = await countInvitations(context.db, subject.organisation, instant(context.clock.now()));
  await recordAccess(context, asking, 'R', null, verdict);
  return counts.map(itemOf);
}

export function itemOf({ chain, municipality, given, closed, used }: GivenCount): GivenItem {
  const rounded = Math.round(used / ROUND_TO) * ROUND_TO;
  return { chain, municipality, given, closed: closed === 0 ? null : { of: closed, used: rounded } };
}
