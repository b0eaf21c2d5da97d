import type { AnyChain, HandoffStep, HeldStep, Outcome } from '../language/define.ts';
import { type Holder, stageOutcomes } from './facts.ts';
import { heldStepOf, rolesOf } from './holders.ts';
import { type CaseState, held, holderOf, type OpenStep, senderOf } from './state.ts';

export interface ChoiceOutcome {
  readonly id: string;
  readonly label: string;
  /** A coded reason is asked. */
  readonly reason?: 'required';
}

/** What can be decided on one open step, and by whom: one entry for each group of people who choose from the same. */
export interface Choice {
  readonly opened: OpenStep;
  readonly step: HeldStep;
  readonly parties: readonly Holder[];
  readonly outcomes: readonly ChoiceOutcome[];
}

/** Everything that can be decided now. While a case is paused, only what began during the pause. */
export function choicesOf(chain: AnyChain, state: CaseState): readonly Choice[] {
  return state.open.filter((opened) => !held(state, opened.id)).flatMap((opened) => choicesOn(chain, state, opened));
}

function choicesOn(chain: AnyChain, state: CaseState, opened: OpenStep): Choice[] {
  const step = heldStepOf(chain, opened.step);
  const holders = holdersOf(state, step, opened);
  if (step.kind === 'handoff') return offerChoices(state, step, opened, holders);
  return [{ opened, step, parties: holders, outcomes: Object.entries(step.outcomes).map(asChoice) }];
}

/** The organisation that holds it, in each role that may; and who else may report. */
function holdersOf(state: CaseState, step: HeldStep, opened: OpenStep): Holder[] {
  const reports = step.kind === 'wait' ? (step.reports ?? []) : [];
  return [
    ...teamOf(state, step, opened),
    ...reports.map((each) => ({ role: each, organisation: state.parties[each] ?? null })),
  ].filter((each) => each.organisation !== null);
}

/** The organisation that holds a step, in each role that may do it. */
export function teamOf(state: CaseState, step: HeldStep, opened: OpenStep): readonly Holder[] {
  const { role, organisation } = holderOf(state, opened);
  const roles = opened.organisation === null ? [] : rolesOf(step);
  const own = roles.includes(opened.role) ? roles : [role];
  return own.map((each) => ({ role: each, organisation })).filter((each) => each.organisation !== null);
}

function offerChoices(state: CaseState, step: HandoffStep, opened: OpenStep, receivers: Holder[]): Choice[] {
  const sender = opened.from === undefined ? receivers : [partyOf(state, opened.from)];
  // Who is not there cannot answer: the sender finds out, and records it.
  const answering = step.outside === true || opened.organisation === null ? sender : receivers;
  const all = Object.entries(step.outcomes);
  const finals = all.filter(([, outcome]) => outcome.by !== 'sender').map(asChoice);
  const senders = all.filter(([, outcome]) => outcome.by === 'sender').map(asChoice);
  const choice = (parties: readonly Holder[], outcomes: readonly ChoiceOutcome[]): Choice[] =>
    outcomes.length === 0 ? [] : [{ opened, step, parties, outcomes }];
  switch (opened.stage) {
    case 'offered':
      return [
        ...choice(answering, [...(doneAtOnce(step) ? finals : [stage('aanvaard')]), refusing]),
        ...choice(sender, [stage('omleiden'), ...senders]),
      ];
    case 'returned':
      return choice(sender, [stage('omleiden'), ...senders]);
    case 'contact':
      return choice([...answering, ...sender], [stage('contact-bevestigd')]);
    case 'accepted':
      return [...choice(answering, finals), ...(step.outside === true ? choice(sender, senders) : [])];
    case 'open':
      return choice(answering, finals);
  }
}

/** To accept an offer that has nothing more to tell is to complete it. */
function doneAtOnce(step: HandoffStep): boolean {
  const finals = Object.values(step.outcomes).filter(({ by }) => by !== 'sender');
  return step.warm !== true && step.outside !== true && finals.length === 1;
}

const refusing: ChoiceOutcome = { id: 'geweigerd', label: stageOutcomes.geweigerd, reason: 'required' };

function stage(id: keyof typeof stageOutcomes): ChoiceOutcome {
  return { id, label: stageOutcomes[id] };
}

function asChoice([id, { label, reason }]: readonly [string, Outcome]): ChoiceOutcome {
  return { id, label, ...(reason === undefined ? {} : { reason }) };
}

function partyOf(state: CaseState, holder: Holder): Holder {
  return holder.organisation === null ? senderOf(state) : holder;
}
