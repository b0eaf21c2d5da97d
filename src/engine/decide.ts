import {
  type AnyChain,
  commonSteps,
  COUPLING,
  type HandoffStep,
  type Outcome,
  reasonsOf,
  TRANSFER,
} from '../language/define.ts';
import { settleConsent } from './agree.ts';
import { mayAct } from './parties.ts';
import { type Choice, choicesOf } from './choices.ts';
import type { Draft } from './draft.ts';
import { isStageOutcome, type Stage } from './facts.ts';
import { go, resolveTarget } from './go.ts';
import { placeInGroup } from './group.ts';
import { obstacleTo } from './guards.ts';
import type { Actor, Decision } from './messages.ts';
import { openStep } from './open.ts';
import { couple } from './couple.ts';
import { keepOpen, obstacleToReuse, obstacleToStarted, promise } from './promise.ts';
import { leaveGroup } from './end-case.ts';
import { reconsiderPayer } from './payer.ts';
import { Refused } from './refused.ts';
import { scheduleFrom } from './schedule.ts';
import { type CaseState, suspensionOf } from './state.ts';

/** Takes one decision on one open step and goes where its outcome leads. */
export function decide(draft: Draft, actor: Actor, decision: Decision): void {
  const choice = choiceFor(draft, actor, decision);
  const chosen = choice.outcomes.find(({ id }) => id === decision.outcome);
  if (chosen === undefined) throw notOffered(draft.chain, draft.state, decision);
  requireReason(draft, decision, chosen.reason === 'required');
  const { opened, step } = choice;
  if (decision.to !== undefined && !mayBeOffered(draft, choice, decision)) {
    throw new Refused('invalid-input', 'Bij deze keuze kan geen organisatie worden gekozen.');
  }
  if (step.kind === 'handoff' && isStageOutcome(decision.outcome)) return answerOffer(draft, actor, choice, decision);

  const outcome = Object.hasOwn(step.outcomes, decision.outcome) ? step.outcomes[decision.outcome] : undefined;
  if (outcome === undefined) throw new Refused('invalid-input', 'Deze uitkomst hoort niet bij deze stap.');
  const choosing = { chain: draft.chain, state: draft.state, step: opened.step, outcome: decision.outcome, opened };
  const obstacle =
    obstacleTo(outcome, { ...choosing, today: draft.today }) ??
    obstacleToStarted(draft.state, opened, decision.outcome) ??
    obstacleToReuse(draft.state, outcome, draft.today);
  if (obstacle !== undefined) throw new Refused('not-allowed-now', obstacle);
  const place = placeFor(draft, outcome, decision);
  if (decision.link !== undefined && outcome.link === undefined) {
    throw new Refused('invalid-input', 'Bij deze keuze hoort geen ander traject.');
  }

  note(draft, actor, choice, decision);
  if (place !== undefined) placeInGroup(draft, place);
  if (outcome.group === 'leaves' || outcome.anew === true) leaveGroup(draft);
  if (outcome.anew === true) draft.add({ fact: 'restarted', step: opened.step });
  if (outcome.gives !== undefined) draft.add({ fact: 'consented', step: opened.step, purposes: outcome.gives });
  if (outcome.mark !== undefined) draft.add({ fact: 'marked', step: opened.step, mark: outcome.mark, on: draft.today });
  if (outcome.link !== undefined && decision.link === undefined) promise(draft, opened.step, outcome.link);
  if (step.kind === 'inform') draft.inform(opened.step, step.tells);
  draft.inform(opened.step, outcome.inform);
  reconsiderPayer(draft);
  scheduleFrom(draft, opened.step, 'decision');
  const next = step.kind === 'inform' ? ({ leave: true } as const) : outcome.to;
  const before = draft.facts.length;
  const promised = draft.state.open.some((each) => each.step === COUPLING);
  if (outcome.gives !== undefined) settleConsent(draft);
  go(draft, { step: opened.step, branch: opened.branch, to: decision.to }, next);
  if (!draft.ended && outcome.link !== undefined) {
    const { type, chain } = outcome.link;
    if (decision.link === undefined) keepOpen(draft, outcome.link);
    else couple(draft, { kind: 'link', actor, type, chain, ...decision.link });
  }
  requireNonePromised(draft, opened.step, promised);
  requireConsent(draft, before);
}

/** Whoever closes a case first sees to what was promised elsewhere; what happens to everyone may end it all the same. */
function requireNonePromised(draft: Draft, step: string, promised: boolean): void {
  if (!draft.ended || !promised || Object.hasOwn(commonSteps, step)) return;
  throw new Refused(
    'not-allowed-now',
    'Er is een ander traject beloofd. Start het eerst, of leg vast dat het niet doorgaat.',
  );
}

function choiceFor(draft: Draft, actor: Actor, { openStep: id, outcome }: Decision): Choice {
  const { chain, state } = draft;
  if (state.status === 'ended') throw new Refused('ended', 'Dit traject is al beëindigd.');
  const choices = choicesOf(chain, state).filter(({ opened }) => opened.id === id);
  if (choices.length === 0) {
    if (state.withheld.open.some((withheld) => withheld.id === id)) throw withoutConsent();
    const paused = suspensionOf(state) !== undefined && state.open.some((opened) => opened.id === id);
    throw new Refused(
      'not-allowed-now',
      paused ? 'Dit traject is gepauzeerd. Hervat het eerst.' : 'Deze stap staat niet (meer) open.',
    );
  }
  const mine = choices.filter(({ parties }) => mayAct(parties, actor));
  const fitting = mine.find(({ outcomes }) => outcomes.some((each) => each.id === outcome)) ?? mine[0];
  if (fitting === undefined) throw new Refused('forbidden', 'Deze stap is niet aan u.');
  return fitting;
}

/** Another's choice, one of another stage of the same hand-off, or none of this step. */
export function notOffered(
  chain: AnyChain,
  state: CaseState,
  { openStep: id, outcome }: Pick<Decision, 'openStep' | 'outcome'>,
): Refused {
  const choices = choicesOf(chain, state).filter(({ opened }) => opened.id === id);
  if (choices.some(({ outcomes }) => outcomes.some(({ id }) => id === outcome))) {
    return new Refused('forbidden', 'Deze keuze is niet aan u.');
  }
  const known = choices.some(
    ({ step }) => Object.hasOwn(step.outcomes, outcome) || (step.kind === 'handoff' && isStageOutcome(outcome)),
  );
  return known
    ? new Refused('not-allowed-now', 'Deze keuze kan nu niet: de overdracht is nog niet zo ver, of al verder.')
    : new Refused('invalid-input', 'Deze uitkomst hoort niet bij deze stap.');
}

/** Who departs from the proposal says why, with a coded reason; so does who stops or refuses. */
function requireReason(draft: Draft, decision: Decision, required: boolean): void {
  if (decision.reason !== undefined && !Object.hasOwn(reasonsOf(draft.chain), decision.reason)) {
    throw new Refused('invalid-input', 'Deze reden is niet bekend in deze keten.');
  }
  if (decision.reason !== undefined) return;
  if (decision.proposed !== undefined && decision.proposed !== decision.outcome) {
    throw new Refused('reason-required', 'Uw keuze wijkt af van het voorstel. Geef een reden.');
  }
  if (required) throw new Refused('reason-required', 'Geef bij deze keuze een reden.');
}

/** Nothing passes the consent step, however it gets there, unless consent for the transfer has been given. */
function requireConsent(draft: Draft, before: number): void {
  const { chain, state, facts } = draft;
  if (state.consents.includes(TRANSFER)) return;
  const passes = facts
    .slice(before)
    .some((fact) => (fact.fact === 'opened' || fact.fact === 'ruled') && chain.afterConsent.includes(fact.step));
  if (passes) throw new Refused('consent-missing', 'De inwoner heeft geen toestemming gegeven voor de overdracht.');
  requireNoneStopped(draft, before);
}

/** Nobody decides on what would only stop at once: it rests on a consent that was withdrawn. */
function requireNoneStopped({ facts }: Draft, before: number): void {
  if (facts.slice(before).some(({ fact }) => fact === 'withheld')) throw withoutConsent();
}

function withoutConsent(): Refused {
  return new Refused('consent-missing', 'De inwoner heeft de toestemming voor de overdracht ingetrokken.');
}

/** The seat that comes with an outcome. Without a group, one that places in a group cannot be chosen. */
function placeFor(draft: Draft, outcome: Outcome, { place }: Decision): Decision['place'] {
  if (outcome.group === 'joins' && place === undefined && draft.state.group === null) {
    throw new Refused('not-allowed-now', 'Plaats de inwoner in een groep: maak een groep of vul een lege plek.');
  }
  if (place !== undefined && outcome.group !== 'joins') {
    throw new Refused('invalid-input', 'Bij deze keuze hoort geen groep.');
  }
  return place;
}

/** An organisation is chosen for an offer: when it is made, and when it is made again. */
function mayBeOffered({ chain, state }: Draft, { step }: Choice, { outcome }: Decision): boolean {
  if (outcome === 'omleiden') return step.kind === 'handoff';
  const target = Object.hasOwn(step.outcomes, outcome) ? step.outcomes[outcome]?.to : undefined;
  const resolved = target === undefined ? undefined : resolveTarget(target, state);
  if (resolved === undefined) return false;
  const next = typeof resolved === 'string' ? resolved : 'step' in resolved ? resolved.step : undefined;
  return next !== undefined && chain.steps[next]?.kind === 'handoff';
}

function note(draft: Draft, actor: Actor, { opened }: Choice, decision: Decision): void {
  const { openStep: id, outcome, place: _place, link: _link, ...rest } = decision;
  draft.add({ fact: 'decided', step: opened.step, openStep: id, stage: opened.stage, outcome, actor, ...rest });
}

/** What becomes of an offer; each stage is an opening of its own. */
function answerOffer(draft: Draft, actor: Actor, choice: Choice, decision: Decision): void {
  const { opened, step } = choice;
  if (step.kind !== 'handoff') throw new Error('only an offer is answered');
  note(draft, actor, choice, decision);
  const { branch, variant, item, organisation } = opened;
  const stage = stageAfter(step, opened.stage, decision.outcome);
  const stays = stage === 'contact' || stage === 'accepted' ? (organisation ?? undefined) : undefined;
  const before = draft.facts.length;
  openStep(draft, opened.step, {
    branch,
    variant,
    stage,
    to: decision.to ?? stays,
    ...(item === undefined ? {} : { item }),
  });
  requireNoneStopped(draft, before);
}

function stageAfter(step: HandoffStep, stage: Stage, outcome: string): Stage {
  if (outcome === 'geweigerd') return 'returned';
  if (outcome === 'omleiden') return 'offered';
  return stage === 'offered' && step.warm === true ? 'contact' : 'accepted';
}
