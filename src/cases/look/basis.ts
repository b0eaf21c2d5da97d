import type { Content } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import type { CaseState } from '../../engine/state.ts';

/** What covers that an organisation sees who a person is. `id` is how the access log names it. */
export interface Basis {
  readonly kind: 'betrokkene' | 'verwijzing' | 'toestemming' | 'eigen-dossier';
  readonly id: string;
}

/** The consent that covers what other organisations see; which fact gave it is added where the line is written. */
const SHARING = 'overdracht';

/**
 * What covers that this person sees whom a case is about: it is about them, their organisation referred, the resident
 * consents to sharing, or it did something itself. null: nothing does, and nobody is shown. Asked anew at every request,
 * so that a consent withdrawn counts at once.
 */
export function basisFor(
  state: Pick<CaseState, 'referrer' | 'consents' | 'contributors'>,
  content: Content,
  { organisation }: Pick<Subject, 'organisation'>,
  tookPart = false,
): Basis | null {
  switch (content) {
    case 'own':
      return { kind: 'betrokkene', id: 'betrokkene' };
    case 'offer':
    case 'stuck':
      return null;
    case 'whole':
    case 'step':
    case 'status':
    case 'contribution':
      break;
  }
  if (organisation === null) return null;
  if (organisation === state.referrer.organisation) return { kind: 'verwijzing', id: 'verwijzing' };
  const shared = content === 'whole' || content === 'step';
  if (shared && state.consents.includes(SHARING)) return { kind: 'toestemming', id: `toestemming:${SHARING}` };
  return tookPart || state.contributors.includes(organisation) ? { kind: 'eigen-dossier', id: 'eigen-dossier' } : null;
}
