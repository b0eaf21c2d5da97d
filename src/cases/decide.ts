import type { AccessEntry } from '../access/log.ts';
import { definitionOf } from '../chains/index.ts';
import { actionsFor, type Party } from '../engine/actions.ts';
import { apply } from '../engine/apply.ts';
import { stepOf } from '../engine/go.ts';
import type { Actor, Decide } from '../engine/messages.ts';
import { Refused } from '../engine/refused.ts';
import type { CaseState } from '../engine/state.ts';
import type { AnyChain } from '../language/define.ts';
import type { NamedKey } from '../platform/crypto/keyring.ts';
import type { Answered } from './carry-out.ts';
import { CaseError } from './case-error.ts';
import { checkForm } from './check-form.ts';
import type { CaseContext } from './context.ts';
import { recordAndCarryOut } from './record.ts';
import type { Origin } from './recording.ts';

/** What someone decides on an open step; the comment is for people and stays outside the workflow. */
export interface DecisionRequest {
  readonly openStep: string;
  readonly outcome: string;
  readonly form?: unknown;
  readonly reason?: { readonly code: string; readonly comment?: string | undefined } | undefined;
}

export interface Decider extends Party {
  readonly practitioner: string | null;
}

/**
 * Takes a decision: checks form and state against what PostgreSQL knows, then records it and lets the case decide.
 * @throws CaseError with what is possible instead; Unavailable when there is no answer in time.
 */
export async function decide(
  context: CaseContext,
  state: CaseState,
  request: DecisionRequest,
  who: Decider,
  origin: Origin,
  person: NamedKey,
  access: AccessEntry,
): Promise<Answered> {
  const chain = definitionOf(state.chain, state.version);
  const allowed = actionsFor(chain, state, who);
  const opened = state.open.find((step) => step.id === request.openStep);
  if (state.status === 'ended') throw new CaseError('ended', 'Dit traject is al beëindigd.');
  if (opened === undefined) throw new CaseError('not-allowed-now', 'Deze stap staat niet (meer) open.', { allowed });
  const action = allowed.find((candidate) => candidate.openStep === opened.id);
  if (action === undefined) throw new CaseError('forbidden', 'Deze stap is niet aan u.', { allowed });

  const step = stepOf(chain, opened.step);
  if (!Object.hasOwn(step.outcomes, request.outcome)) {
    throw new CaseError('invalid-input', 'Deze uitkomst hoort niet bij deze stap.', {
      errors: [{ pointer: '/outcome', detail: `Kies uit: ${Object.keys(step.outcomes).join(', ')}.` }],
      allowed: action.outcomes,
    });
  }
  const { data, proposed, kept } = checkForm(chain, opened.step, step, request.outcome, request.form);
  const actor: Actor = { role: action.role, organisation: who.organisation, practitioner: who.practitioner };
  const command: Decide = {
    kind: 'decide',
    actor,
    openStep: opened.id,
    outcome: request.outcome,
    ...(request.reason === undefined ? {} : { reason: request.reason.code }),
    ...(proposed === undefined ? {} : { proposed }),
    ...(Object.keys(kept).length === 0 ? {} : { kept }),
  };
  rehearse(context, chain, state, command);
  const comment = request.reason?.comment;
  const filled = data === null && comment === undefined ? null : { step: opened.step, data: { form: data, comment } };
  return recordAndCarryOut(context, state.case, command, origin, filled, person, access);
}

/** What the case would say to this command as PostgreSQL knows it: a refusal now costs nothing and uses up no key. */
function rehearse(context: CaseContext, chain: AnyChain, state: CaseState, command: Decide): void {
  try {
    apply(chain, state, state.case, command, context.clock.now());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw refusalOf(error, chain, command);
  }
}

/** A refusal of the engine in the words of the API, pointing at what caused it. */
export function refusalOf(
  refused: Pick<Refused, 'code' | 'message'>,
  chain: AnyChain,
  command: Partial<Decide>,
): CaseError {
  const reasons = Object.entries(chain.reasons).map(([code, label]) => ({ reason: code, label }));
  switch (refused.code) {
    case 'reason-required':
      return new CaseError(refused.code, refused.message, {
        errors: [
          { pointer: '/reason', detail: `Het voorstel is ${command.proposed}. Geef een reden als u anders kiest.` },
        ],
        allowed: reasons,
        ...(command.proposed === undefined ? {} : { proposed: command.proposed }),
      });
    case 'invalid-input':
      return new CaseError(refused.code, refused.message, {
        errors: [{ pointer: '/reason/code', detail: `Kies uit: ${Object.keys(chain.reasons).join(', ')}.` }],
        allowed: reasons,
      });
    case 'consent-missing':
    case 'ended':
    case 'forbidden':
    case 'not-allowed-now':
      return new CaseError(refused.code, refused.message);
  }
}
