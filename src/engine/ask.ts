import { ANSWERED, QUESTION } from '../language/define.ts';
import { decide } from './decide.ts';
import type { Draft } from './draft.ts';
import type { Holder } from './facts.ts';
import { heldStepOf } from './holders.ts';
import type { AnswerQuestion, Ask } from './messages.ts';
import { openStep, openStepId } from './open.ts';
import { Refused } from './refused.ts';
import { accountableOf, type CaseState, holderOf, senderOf } from './state.ts';

/** Who has a part in the case and can be asked something: in charge, who referred, who holds a step, who did one. */
export function askable(chain: Draft['chain'], state: CaseState): readonly Holder[] {
  const accountable = accountableOf(state);
  const worked = state.consentLost ? [] : workedIn(state);
  const all = [...(accountable === null ? [] : [accountable]), senderOf(state), ...atWork(chain, state), ...worked];
  return all
    .filter(({ organisation }) => organisation !== null)
    .filter((each, index) => all.findIndex((other) => same(other, each)) === index)
    .map(({ role, organisation }) => ({ role, organisation }));
}

function workedIn({ worked, parties, contributors }: CaseState): readonly Holder[] {
  return worked.flatMap((role) => {
    const organisation = parties[role];
    return organisation !== undefined && contributors.includes(organisation) ? [{ role, organisation }] : [];
  });
}

/** Who holds a step now. Who is only offered one does not know the person yet, and has no part in the case. */
export function atWork(chain: Draft['chain'], state: CaseState): readonly Holder[] {
  return state.open.flatMap((opened) =>
    heldStepOf(chain, opened.step).confidential === true || (opened.stage === 'offered' && opened.from !== undefined)
      ? []
      : [holderOf(state, opened)],
  );
}

/** Asks someone with a part in the case: an open step of theirs, with a term, so that no question is forgotten. */
export function ask(draft: Draft, { to, actor }: Ask): void {
  const { chain, state } = draft;
  if (!askable(chain, state).some((each) => same(each, to))) {
    throw new Refused('invalid-input', 'U kunt alleen iets vragen aan wie bij dit traject betrokken is.');
  }
  if (same(to, actor)) throw new Refused('invalid-input', 'U kunt geen vraag aan uzelf stellen.');
  const round = (state.rounds[QUESTION] ?? 0) + 1;
  draft.add({ fact: 'asked', step: QUESTION, openStep: openStepId(state.case, QUESTION, round), to, actor });
  openStep(draft, QUESTION, { branch: `main/${QUESTION}#${round}`, variant: {}, holder: to });
}

/** Answers a question that was asked. Whose it is was looked at with the list of actions. */
export function answer(draft: Draft, { openStep, actor }: AnswerQuestion): void {
  decide(draft, actor, { openStep, outcome: ANSWERED });
}

function same(a: Holder, b: Holder): boolean {
  return a.organisation === b.organisation && a.role === b.role;
}
