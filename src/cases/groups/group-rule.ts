import type { Subject } from '../../access/subject.ts';
import { currentDefinition, definitions } from '../../chains/index.ts';
import { heldStepOf, rolesOf } from '../../engine/holders.ts';
import type { Actor } from '../../engine/messages.ts';
import type { CaseState } from '../../engine/state.ts';
import type { AnyChain } from '../../language/define.ts';
import { numbersOf } from '../../language/lengths.ts';

export type GroupRule = NonNullable<AnyChain['group']>;

/** The role under which this person forms groups in a chain: one that holds the step that waits for a group. */
function coordinatorRole(chain: AnyChain, { roles }: Pick<Subject, 'roles'>): string | undefined {
  if (chain.group === undefined) return undefined;
  return rolesOf(heldStepOf(chain, chain.group.waits)).find((role) => roles.includes(role));
}

export function coordinatorOf(chain: AnyChain, subject: Subject): Actor | undefined {
  const role = coordinatorRole(chain, subject);
  if (role === undefined || subject.organisation === null) return undefined;
  return { role, organisation: subject.organisation, practitioner: subject.practitioner };
}

/** The chains in which this person forms groups, and those in which the own organisation may lead them. */
export function chainsWithGroups(subject: Subject): {
  readonly coordinates: readonly string[];
  readonly leads: readonly string[];
} {
  const chains = Object.keys(definitions).flatMap((id) => currentDefinition(id) ?? []);
  return {
    coordinates: chains.filter((chain) => coordinatorRole(chain, subject) !== undefined).map(({ id }) => id),
    leads: chains.filter(({ group }) => group !== undefined && subject.roles.includes(group.leads)).map(({ id }) => id),
  };
}

/** From how many a group can be formed here: the knob of the place, else the chain's own number; null without one. */
export function sizeOf(chain: AnyChain, knobs: CaseState['knobs'] | null | undefined): number | null {
  if (chain.group === undefined) return null;
  const [size] = numbersOf(chain.group.waits, heldStepOf(chain, chain.group.waits));
  if (size === undefined) return null;
  return Number(knobs?.[size.name]?.value ?? size.number.knob);
}
