import { permitCase } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import { currentDefinition, definitionOf } from '../../chains/index.ts';
import type { CaseState } from '../../engine/state.ts';
import { readCase } from '../../reading/case-row.ts';
import type { CaseContext } from '../context.ts';
import { relationsOf } from './relations.ts';

type Linked = Pick<CaseState['links'][number], 'chain' | 'case'>;

/**
 * The coupled cases that this person may know of: where the existence of a case is confidential, only who may see that
 * case itself. @returns a test for one link.
 */
export async function linksShownTo(
  { db }: Pick<CaseContext, 'db'>,
  subject: Subject,
  links: readonly Linked[],
): Promise<(link: Linked) => boolean> {
  const confidential = links.filter(({ chain }) => currentDefinition(chain)?.confidentialExistence === true);
  const seen = new Set<string>();
  for (const { case: id } of confidential) {
    const row = id === undefined ? undefined : await readCase(db, id, null, subject.organisation);
    if (row === undefined || row.state === null) continue;
    const chain = definitionOf(row.state.chain, row.state.version);
    const relations = relationsOf(chain, row.state, subject, row.took_part);
    if (permitCase(relations, 'case.read').allowed) seen.add(row.id);
  }
  return ({ chain, case: id }) =>
    currentDefinition(chain)?.confidentialExistence !== true || (id !== undefined && seen.has(id));
}
