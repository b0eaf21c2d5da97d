import type { AnyChain, PlainTarget, Step, Target } from '../language/define.ts';
import type { Draft } from './draft.ts';
import { dueAtOf, firstRung, lengthOf } from './ladder.ts';
import type { CaseState } from './state.ts';

/** Takes a case to a target: opens a step, counts a gap and goes on at its fallback, or ends the case. */
export function go(draft: Draft, from: string, target: Target): void {
  const plain = resolveTarget(target, draft.state);
  if (typeof plain === 'string') return open(draft, plain);
  if ('gap' in plain) {
    draft.add({ fact: 'gap', step: from, gap: plain.gap });
    return open(draft, plain.fallback);
  }
  draft.add({ fact: 'ended', ending: plain.end });
}

/** Opening a step that is open already changes nothing. */
export function open(draft: Draft, step: string): void {
  const { state, now } = draft;
  if (state.open.some((opened) => opened.step === step)) return;
  const definition = stepOf(draft.chain, step);
  const round = (state.rounds[step] ?? 0) + 1;
  const dueAt = dueAtOf(now, lengthOf(definition.within, state.knobs[`${step}.within`]));
  const organisation = state.parties[definition.by] ?? null;
  if (organisation === null) draft.add({ fact: 'gap', step, gap: 'geen-organisatie' });
  draft.add({
    fact: 'opened',
    step,
    openStep: openStepId(state.case, step, round),
    round,
    role: definition.by,
    organisation,
    dueAt,
    rung: firstRung(now, dueAt),
  });
}

/** Names one opening of one step of one case, for ever; opaque to callers. */
export function openStepId(caseId: string, step: string, round: number): string {
  return `${caseId}.${step}.${round}`;
}

/** @throws when the chain has no such step: a definition never loses a step that a case can stand in. */
export function stepOf(chain: AnyChain, step: string): Step {
  const found = Object.hasOwn(chain.steps, step) ? chain.steps[step] : undefined;
  if (found === undefined) throw new Error(`chain ${chain.id} version ${chain.version} has no step ${step}`);
  return found;
}

/** The target that holds in this place, by the knobs that the case started with. */
export function resolveTarget(target: Target, state: CaseState): PlainTarget<string, string> {
  if (typeof target === 'string' || !('byKnob' in target)) return target;
  const value = state.knobs[target.byKnob]?.value ?? '';
  const chosen = target.cases[value];
  if (chosen === undefined) throw new Error(`knob ${target.byKnob} has no target for ${value}`);
  return chosen;
}
