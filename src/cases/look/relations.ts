import type { Relation } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import { actionsFor } from '../../engine/actions.ts';
import type { CaseState } from '../../engine/state.ts';
import type { AnyChain } from '../../language/define.ts';

/** How this person stands to a case, by its state alone. */
export function relationsOf(chain: AnyChain, state: CaseState, subject: Subject): readonly Relation[] {
  const { organisation } = subject;
  if (organisation === null) return [];
  const relations: Relation[] = [];
  if (actionsFor(chain, state, subject).length > 0) relations.push('holder');
  if (state.referrer.organisation === organisation && mayRefer(chain, subject)) relations.push('referrer');
  if (state.contributors.includes(organisation) && takesPart(chain, subject)) relations.push('contributor');
  return relations;
}

/** Who contributed is kept per organisation; a colleague without a role in the chain is not meant. */
function takesPart(chain: AnyChain, subject: Subject): boolean {
  return subject.roles.some((role) => Object.hasOwn(chain.roles, role));
}

function mayRefer(chain: AnyChain, subject: Subject): boolean {
  return subject.roles.some((role) => Object.hasOwn(chain.entries, role));
}
