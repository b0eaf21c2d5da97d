import type { Content } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import type { Fact, Holder } from '../../engine/facts.ts';
import { heldStepOf, rolesOf } from '../../engine/holders.ts';
import type { Actor } from '../../engine/messages.ts';
import { roleAmong } from '../../engine/parties.ts';
import { type CaseState, holderOf } from '../../engine/state.ts';
import type { AnyChain } from '../../language/define.ts';
import { chainThen } from './chain-then.ts';
import { isMine } from './trail.ts';

/** A fact that someone wrote something beside. */
export type Written = Extract<
  Fact,
  { fact: 'decided' | 'attempted' | 'paused' | 'withdrawn' | 'happened' | 'elsewhere' | 'corrected' }
> & { readonly actor: Actor };
type Opened = Extract<Fact, { fact: 'opened' }>;

/** A case as this person stands to it, with its facts. */
export interface FormReader {
  readonly chain: AnyChain;
  readonly state: CaseState;
  readonly facts: readonly Fact[];
  readonly subject: Subject;
  readonly content: Content;
}

/** The opening that a fact is about; undefined where it is about the whole case. */
export function openingOf(facts: readonly Fact[], written: Written): Opened | undefined {
  if (!('openStep' in written)) return undefined;
  return facts.find((fact): fact is Opened => fact.fact === 'opened' && fact.openStep === written.openStep);
}

/**
 * Whether this person may read what was written: who has the regie all of it, others what belongs to a step of their
 * role and what was written in their role. What is confidential, beside the regie only who wrote it.
 */
export function mayRead({ chain, state, facts, subject, content }: FormReader, written: Written): boolean {
  if (content === 'whole') return true;
  const opened = openingOf(facts, written);
  const confidential = opened?.confidential === true || (written.fact === 'happened' && written.confidential === true);
  if (isMine(written.actor, subject)) return true;
  if (confidential) return false;
  if (roleAmong([written.actor], subject) !== undefined) return true;
  const then = chainThen(chain, facts, opened ?? written);
  if (written.fact === 'elsewhere') return roleAmong(wouldHold(then, state, written.step), subject) !== undefined;
  return opened !== undefined && roleAmong(holdersOf(then, state, opened), subject) !== undefined;
}

/** Who would have held a step that was taken elsewhere. */
function wouldHold(chain: AnyChain, { parties }: CaseState, step: string): readonly Holder[] {
  return rolesOf(heldStepOf(chain, step)).map((role) => ({ role, organisation: parties[role] ?? null }));
}

/** Everyone of whom one holds the step: the sender's where no organisation fulfils its role. */
function holdersOf(chain: AnyChain, state: CaseState, opened: Opened): readonly Actor[] {
  const holder = holderOf(state, opened);
  const roles = rolesOf(heldStepOf(chain, opened.step));
  if (opened.organisation === null || !roles.includes(holder.role)) return [holder];
  return roles.map((role) => ({ ...holder, role }));
}
