import { permitRole } from '../access/permit.ts';
import { definitionOf } from '../chains/index.ts';
import { milestoneNamed } from '../language/define.ts';
import { instant } from '../reading/instant.ts';
import { readOwnCases } from '../reading/own-cases.ts';
import { CaseError } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { shownEnding } from './look/secrecy.ts';
import { ownDossiers } from './own-dossiers.ts';
import { startedForChild } from './self/started-for-child.ts';
import { type Asking, recordAccess } from './visit.ts';

export interface OwnCase {
  readonly id: string;
  readonly chain: string;
  readonly label: string;
  readonly status: string;
  readonly ending: string | null;
  readonly startedAt: string;
  /** What was told about it, in words that give nothing away. */
  readonly told: readonly { readonly at: string; readonly text: string }[];
}

/** For a resident: the own cases, newest first; what is in one stands in `GET /cases/{id}`. */
export async function listOwnCases(context: CaseContext, asking: Asking): Promise<readonly OwnCase[]> {
  const verdict = permitRole(asking.subject, 'me.cases');
  if (!verdict.allowed) throw new CaseError('not-found', 'Deze lijst is er alleen voor inwoners.');
  asking.insist();
  const residents = await ownDossiers(context, asking.subject);
  const started = await startedForChild(context, asking.subject);
  const cases = residents.length + started.length === 0 ? [] : await readOwnCases(context.db, residents, started);
  await recordAccess(context, asking, 'R', null, { ...verdict, basis: 'betrokkene' }, residents);
  return cases.map(({ id, chain, version, status, ending, started_at: startedAt, told }) => ({
    id,
    chain,
    label: definitionOf(chain, version).label,
    status,
    ending: shownEnding(ending),
    startedAt: instant(startedAt),
    told: told.map(({ at, milestone }) => ({
      at: instant(Date.parse(at)),
      text: milestoneNamed(definitionOf(chain, version), milestone)?.neutral ?? '',
    })),
  }));
}
