import { actionsOf, mayTake, partyOf } from './actions.ts';
import type { Outcome } from '../language/define.ts';
import type { Draft } from './draft.ts';
import { go, resolveTarget, stepOf } from './go.ts';
import type { Actor, Decision } from './messages.ts';
import { Refused } from './refused.ts';

/** Takes one decision on one open step and goes where its outcome leads. */
export function decide(draft: Draft, actor: Actor, decision: Decision): void {
  const { chain, state } = draft;
  if (state.status === 'ended') throw new Refused('ended', 'Dit traject is al beëindigd.');
  const action = actionsOf(chain, state).find((candidate) => candidate.openStep === decision.openStep);
  if (action === undefined) throw new Refused('not-allowed-now', 'Deze stap staat niet (meer) open.');
  if (!mayTake(action, partyOf(actor))) throw new Refused('forbidden', 'Deze stap is niet aan u.');
  const step = stepOf(chain, action.step);
  const outcome = Object.hasOwn(step.outcomes, decision.outcome) ? step.outcomes[decision.outcome] : undefined;
  if (outcome === undefined) throw new Refused('invalid-input', 'Deze uitkomst hoort niet bij deze stap.');
  requireReason(chain.reasons, decision);
  requireConsent(draft, outcome);

  const { openStep, outcome: chosen, ...rest } = decision;
  draft.add({ fact: 'decided', step: action.step, openStep, outcome: chosen, actor, ...rest });
  if (outcome.gives !== undefined) draft.add({ fact: 'consented', step: action.step, purposes: outcome.gives });
  if (outcome.inform !== undefined) draft.add({ fact: 'informed', step: action.step, milestone: outcome.inform });
  go(draft, action.step, outcome.to);
}

/** Who departs from the proposal says why, with a coded reason. */
function requireReason(reasons: Readonly<Record<string, string>>, decision: Decision): void {
  if (decision.reason !== undefined && !Object.hasOwn(reasons, decision.reason)) {
    throw new Refused('invalid-input', 'Deze reden is niet bekend in deze keten.');
  }
  if (decision.proposed !== undefined && decision.proposed !== decision.outcome && decision.reason === undefined) {
    throw new Refused('reason-required', 'Uw keuze wijkt af van het voorstel. Geef een reden.');
  }
}

/** Nothing passes the consent step unless consent for the transfer was given before, or is given by this very outcome. */
function requireConsent(draft: Draft, outcome: Outcome): void {
  const { chain, state } = draft;
  const target = resolveTarget(outcome.to, state);
  const step = typeof target === 'string' ? target : 'gap' in target ? target.fallback : undefined;
  if (step === undefined || !chain.afterConsent.includes(step)) return;
  if (state.consents.includes('overdracht') || outcome.gives?.includes('overdracht')) return;
  throw new Refused('consent-missing', 'De inwoner heeft geen toestemming gegeven voor de overdracht.');
}
