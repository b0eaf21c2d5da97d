import type { HeldStep } from '../language/define.ts';
import { restsOnConsent } from './consent.ts';
import type { Draft } from './draft.ts';
import type { Holder, Stage } from './facts.ts';
import { accountableFor, fulfilled, heldStepOf, holderFor } from './holders.ts';
import { firstRung } from './ladder.ts';
import { scheduleFrom } from './schedule.ts';
import { spanOf } from './span.ts';

/** How a step is opened. */
export interface Way {
  readonly branch: string;
  readonly variant: Readonly<Record<string, string>>;
  readonly stage?: Stage;
  readonly item?: string;
  /** The organisation to which it is offered. */
  readonly to?: string | undefined;
  /** Who holds it, when that is known already. */
  readonly holder?: Holder;
  /** During a pause: it waits with the rest. */
  readonly held?: true;
}

/** Opens a step, whatever led to it. Where no organisation fulfils its role, that is counted and the sender holds it. */
export function openStep(draft: Draft, id: string, way: Way): void {
  const { chain, now } = draft;
  const step = heldStepOf(chain, id);
  const stage = way.stage ?? (step.kind === 'handoff' ? 'offered' : 'open');
  const { branch, variant, item } = way;
  const from = step.kind === 'handoff' ? fulfilled(draft.state, step.from) : undefined;
  const holder = way.holder ?? stageHolder(draft, step, stage, from, way.to);
  const accountable = accountableFor(chain, draft.state, id, stage, holder);
  const outside = step.kind === 'handoff' && step.outside === true;
  if (holder.organisation === null && !outside) draft.add({ fact: 'gap', step: id, gap: 'geen-organisatie' });
  const { state } = draft;
  const round = (state.rounds[id] ?? 0) + 1;
  const accepting = step.kind === 'handoff' && stage !== 'accepted';
  const reading = { state, step: id, variant, openedAt: now };
  const span = accepting ? spanOf(step.accept, reading, 'accept') : spanOf(step.within, reading);
  draft.add({
    fact: 'opened',
    step: id,
    openStep: openStepId(state.case, id, round),
    round,
    stage,
    branch,
    variant,
    ...(item === undefined ? {} : { item }),
    ...holder,
    ...(from === undefined ? {} : { from }),
    accountable,
    ...(step.confidential === true ? { confidential: true as const } : {}),
    ...span,
    rung: firstRung(now, span),
    ...(way.held === undefined ? {} : { held: way.held }),
  });
  stopWithoutConsent(draft, openStepId(state.case, id, round));
  // A later stage of an offer is no new beginning.
  if (way.stage === undefined) scheduleFrom(draft, id, 'opening');
}

/** What rests on a consent that was withdrawn opens only to wait for it; whose it is hears nothing. */
function stopWithoutConsent(draft: Draft, id: string): void {
  const { chain, state } = draft;
  const opened = state.consentLost ? state.open.find((each) => each.id === id) : undefined;
  if (opened === undefined || !restsOnConsent(chain, state, opened)) return;
  draft.add({ fact: 'withheld', openSteps: [id], scheduled: [], organisations: [] });
}

/** Names one opening of one step of one case, for ever; opaque to callers. */
export function openStepId(caseId: string, step: string, round: number): string {
  return `${caseId}.${step}.${round}`;
}

/** An offer that came back stands with its sender; an offer may go to an organisation that the sender chose. */
function stageHolder(
  draft: Draft,
  step: HeldStep,
  stage: Stage,
  from: Holder | undefined,
  to: string | undefined,
): Holder {
  if (stage === 'returned' && from !== undefined) return from;
  const holder = holderFor(draft.state, step);
  return to === undefined ? holder : { ...holder, organisation: to };
}
