import { type AnyChain, CONSENT_LOST, type HeldStep, REGIEHOUDER, type Step, stepNamed } from '../language/define.ts';
import type { Holder, Stage } from './facts.ts';
import { accountableOf, type CaseState, senderOf } from './state.ts';

/** @throws when the chain has no such step: a definition never loses a step that a case can stand in. */
export function stepOf(chain: AnyChain, step: string): Step {
  const found = stepNamed(chain, step);
  if (found === undefined) throw new Error(`chain ${chain.id} version ${chain.version} has no step ${step}`);
  return found;
}

/** A step that can stand open. @throws for a rule, which is instant. */
export function heldStepOf(chain: AnyChain, step: string): HeldStep {
  const found = stepOf(chain, step);
  if (found.kind === 'rule') throw new Error(`step ${step} is a rule and never open`);
  return found;
}

/** The roles of which one holds a step. */
export function rolesOf({ by }: HeldStep): readonly string[] {
  return typeof by === 'string' ? [by] : by;
}

/** Who fulfils a role here; a role that nobody fulfils has no organisation, and is the sender's. */
export function fulfilled(state: CaseState, role: string): Holder {
  return { role, organisation: state.parties[role] ?? null };
}

/** Of the roles that may hold a step: the one that was at work in this case, else the first that somebody fulfils. */
export function holderFor(state: CaseState, step: HeldStep): Holder {
  const roles = rolesOf(step);
  return roles[0] === REGIEHOUDER ? accountableNow(state) : oneOf(state, roles);
}

function oneOf(state: CaseState, roles: readonly string[]): Holder {
  const there = roles.filter((role) => state.parties[role] !== undefined);
  const role = there.find((each) => state.worked.includes(each)) ?? there[0] ?? roles[0] ?? REGIEHOUDER;
  return fulfilled(state, role);
}

/** The regiehouder of the phase in which a step stands; until a hand-off is accepted, whoever offers it. */
export function accountableFor(chain: AnyChain, state: CaseState, id: string, stage: Stage, holder: Holder): Holder {
  const step = heldStepOf(chain, id);
  if (step.kind === 'handoff' && (stage === 'offered' || stage === 'returned')) return fulfilled(state, step.from);
  const phase = Object.values(chain.phases ?? {}).find(({ steps }) => steps.includes(id));
  if (phase !== undefined) return oneOf(state, typeof phase.regie === 'string' ? [phase.regie] : phase.regie);
  return Object.hasOwn(chain.steps, id) || id === CONSENT_LOST ? holder : accountableNow(state);
}

function accountableNow(state: CaseState): Holder {
  const { role, organisation } = accountableOf(state) ?? senderOf(state);
  return { role, organisation };
}
