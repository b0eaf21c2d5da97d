import type { Relation } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import { choicesOf } from '../../engine/choices.ts';
import { isStuck } from '../../engine/assign.ts';
import { COORDINATOR, roleAmong } from '../../engine/parties.ts';
import { accountableOf, actorOf, type CaseState, holderOf, type OpenStep } from '../../engine/state.ts';
import type { AnyChain } from '../../language/define.ts';
import { isHidden, unpaused } from './secrecy.ts';

/** How this person stands to a case, by its state; `tookPart`: the organisation did something else than decide. */
export function relationsOf(
  chain: AnyChain,
  state: CaseState,
  subject: Subject,
  tookPart = false,
): readonly Relation[] {
  const { organisation } = subject;
  if (organisation === null) return [];
  const relations = new Set<Relation>();
  const accountable = accountableOf(state);
  if (accountable !== null && roleAmong([accountable], subject) !== undefined) relations.add('regie');
  for (const [id, relation] of standsAt(chain, state, subject)) {
    const opened = state.open.find((step) => step.id === id);
    if (opened !== undefined && !isHidden(state, opened, subject)) relations.add(relation);
  }
  if (state.referrer.organisation === organisation && mayRefer(chain, subject)) relations.add('referrer');
  const contributed = tookPart || state.contributors.includes(organisation);
  if (contributed && takesPart(chain, subject)) relations.add('contributor');
  if (coordinates(subject, state) && state.open.some((opened) => isStuck(chain, opened))) relations.add('coordinator');
  return [...relations];
}

/** Whether this person watches over the chains in the municipality of the case. */
export function coordinates({ roles, municipality }: Subject, state: Pick<CaseState, 'municipality'>): boolean {
  return roles.includes(COORDINATOR) && municipality === state.municipality;
}

/** The open steps that are this person's to act on, whether or not the case is paused. */
export function ownSteps(chain: AnyChain, state: CaseState, subject: Subject): ReadonlySet<string> {
  return new Set(standsAt(chain, state, subject).map(([id]) => id));
}

function standsAt(
  chain: AnyChain,
  state: CaseState,
  subject: Subject,
): readonly (readonly [openStep: string, relation: Relation])[] {
  const choices = choicesOf(chain, unpaused(state));
  const chosen = choices
    .filter(({ parties }) => roleAmong(parties, subject) !== undefined)
    .map(({ opened }) => [opened.id, relationAt(state, opened, subject)] as const);
  const held = state.open
    .filter((opened) => roleAmong([holderOf(state, opened)], subject) !== undefined)
    .map((opened) => [opened.id, relationAt(state, opened, subject)] as const);
  return [...chosen, ...held];
}

function relationAt(state: CaseState, opened: OpenStep, subject: Subject): Relation {
  if (opened.from === undefined) return 'holder';
  if (roleAmong([actorOf(state, opened.from)], subject) !== undefined) return 'sender';
  return opened.stage === 'offered' ? 'offered' : 'holder';
}

/** Who contributed is kept per organisation; a colleague without a role in the chain is not meant. */
function takesPart(chain: AnyChain, subject: Subject): boolean {
  return subject.roles.some((role) => Object.hasOwn(chain.roles, role));
}

function mayRefer(chain: AnyChain, subject: Subject): boolean {
  return subject.roles.some((role) => Object.hasOwn(chain.entries, role));
}
