import { permitCase } from '../../access/permit.ts';
import { definitionOf } from '../../chains/index.ts';
import type { Command } from '../../engine/messages.ts';
import type { CaseState } from '../../engine/state.ts';
import { assign } from '../assign.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { relationsOf } from '../look/relations.ts';
import { shownSteps } from '../look/secrecy.ts';
import { rehearse } from '../refusal-of.ts';
import type { Asking } from '../visit.ts';

/** To whom a step is given. */
export type Given = { readonly organisation: string } | { readonly practitioner: string | null };

interface Refusal {
  readonly why: { readonly code: string; readonly detail: string };
}
type Wish = Refusal | { readonly command: Command; readonly policy: string };

/** Said of a step that is not there, and of one that the caller may not see. */
export const NOT_HERE: Refusal = {
  why: { code: 'not-found', detail: 'Deze stap staat niet open, of u mag haar niet zien.' },
};

/** The command that gives a step of a case to someone, or why it cannot be: as one assignment by itself. */
export async function wishFor(
  context: CaseContext,
  state: CaseState,
  asking: Asking,
  openStep: string,
  given: Given,
): Promise<Wish> {
  const { subject } = asking;
  const chain = definitionOf(state.chain, state.version);
  const relations = relationsOf(chain, state, subject);
  if (!permitCase(relations, 'case.read').allowed) return NOT_HERE;
  if (!shownSteps(state, subject).some(({ id }) => id === openStep)) return NOT_HERE;
  const verdict = permitCase(relations, 'case.assign');
  if (!verdict.allowed) return { why: { code: 'forbidden', detail: 'Dit is niet aan u.' } };
  const standing = { chain, state, subject, now: context.clock.now() };
  try {
    const { command } = await assign.prepare(context, standing, { openStep, ...given }, asking);
    rehearse(chain, state, state.case, command, standing.now, () => ({}));
    return { command, policy: verdict.policy };
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return { why: { code: error.code, detail: error.message } };
  }
}
