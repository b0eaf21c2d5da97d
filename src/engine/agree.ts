import { CONSENT_LOST, consentPurposes, QUESTION, TRANSFER } from '../language/define.ts';
import { isLocalDate } from './calendar/local-date.ts';
import { restsOnConsent } from './consent.ts';
import type { Draft } from './draft.ts';
import { leaveGroup } from './end-case.ts';
import type { FactBody, Holder } from './facts.ts';
import { enter, settleJoins } from './go.ts';
import { heldStepOf, holderFor } from './holders.ts';
import type { Agree } from './messages.ts';
import { openStep, type Way } from './open.ts';
import { Refused } from './refused.ts';
import { rereadSchedules } from './schedule.ts';
import { accountableOf, type CaseState, type OpenStep, senderOf, suspensionOf } from './state.ts';

/** Notes that consent was given or withdrawn: what rests on it stops at once, and goes on when it is given again. */
export function agree(draft: Draft, { purpose, given, by, on, actor }: Agree): void {
  if (!consentPurposes.some((each) => each === purpose)) {
    throw new Refused('invalid-input', `Kies een doel uit: ${consentPurposes.join(', ')}.`);
  }
  if (!isLocalDate(on) || on > draft.today) throw new Refused('invalid-input', 'De dag van de toestemming klopt niet.');
  if (draft.state.consents.includes(purpose) === given) {
    throw new Refused('not-allowed-now', given ? 'Deze toestemming is er al.' : 'Deze toestemming is er niet (meer).');
  }
  changeConsent(draft, { purpose, given, by, on, actor });
}

/** Consent that was not there is given, or that was there is withdrawn, with all that rests on it. */
export function changeConsent(draft: Draft, agreed: Omit<Extract<FactBody, { fact: 'agreed' }>, 'fact'>): void {
  const { purpose, given } = agreed;
  const regie = accountableOf(draft.state);
  draft.add({ fact: 'agreed', ...agreed });
  if (purpose !== TRANSFER) return;
  if (given) settleConsent(draft);
  else withhold(draft, deciderOf(draft.state, regie));
}

/** Who is asked how to go on: who has the regie, if that is a dossier of their own; else who referred. */
function deciderOf(state: CaseState, regie: Holder | null): Holder {
  const own = regie !== null && state.contributors.some((each) => each === regie.organisation);
  const { role, organisation } = own ? regie : senderOf(state);
  return { role, organisation };
}

function withhold(draft: Draft, decider: Holder): void {
  openStep(draft, CONSENT_LOST, { branch: 'main', variant: {}, holder: decider });
  const { state, chain } = draft;
  const resting = state.open.filter((opened) => restsOnConsent(chain, state, opened));
  // Nobody outside is asked anything about this person any more.
  const questions = resting.filter(({ step }) => step === QUESTION);
  for (const { step, id } of questions) draft.add({ fact: 'lapsed', step, openStep: id });
  const stopping = resting.filter(({ step }) => step !== QUESTION);
  const waiting = state.scheduled.filter(({ step }) =>
    restsOnConsent(chain, state, { step, ...holderIn(draft, step) }),
  );
  if (resting.length === 0 && waiting.length === 0) return;
  const seated = state.group !== null && stopping.some(({ step }) => chain.group?.during.includes(step) === true);
  draft.add({
    fact: 'withheld',
    openSteps: stopping.map(({ id }) => id),
    scheduled: waiting.map(({ key }) => key),
    organisations: organisationsOf(resting).filter((each) => each !== decider.organisation),
    ...(seated ? { seat: true as const } : {}),
  });
  if (seated) leaveGroup(draft);
}

function holderIn({ chain, state }: Draft, step: string): Holder {
  return holderFor(state, heldStepOf(chain, step));
}

function organisationsOf(holders: readonly Holder[]): readonly string[] {
  return [...new Set(holders.flatMap(({ organisation }) => (organisation === null ? [] : [organisation])))];
}

/** Consent is there again: what was withheld goes on, with new terms, and nobody has to be asked how to go on. */
export function settleConsent(draft: Draft): void {
  const { withheld, consents } = draft.state;
  if (!consents.includes(TRANSFER)) return;
  if (withheld.open.length > 0 || withheld.scheduled.length > 0) release(draft, withheld);
  for (const { step, id } of draft.state.open) {
    if (step === CONSENT_LOST) draft.add({ fact: 'lapsed', step, openStep: id });
  }
}

/** During a pause what goes on waits with the rest. Who lost a seat in a group waits for one again. */
function release(draft: Draft, { open, scheduled, seat }: CaseState['withheld']): void {
  const { group } = draft.chain;
  const held = suspensionOf(draft.state) === undefined ? {} : { held: true as const };
  const seatless = group === undefined || !seat ? [] : open.filter(({ step }) => group.during.includes(step));
  draft.add({ fact: 'released' });
  for (const opened of open) if (!seatless.includes(opened)) openAgain(draft, opened, held);
  for (const { branch } of seatless.slice(0, 1)) {
    const waits = group?.waits;
    if (waits !== undefined && !isOpen(draft, { step: waits })) enter(draft, waits, { branch, variant: {}, ...held });
  }
  for (const each of scheduled) {
    if (draft.state.scheduled.some(({ key }) => key === each.key)) continue;
    const opensAt = each.opensAt === null ? null : Math.max(each.opensAt, draft.now + 1);
    draft.add({ fact: 'scheduled', ...each, opensAt, ...held });
  }
  rereadSchedules(draft);
  settleJoins(draft);
}

function openAgain(draft: Draft, opened: OpenStep, held: Pick<Way, 'held'>): void {
  if (isOpen(draft, opened)) return;
  const { step, branch, variant, item, stage, role, organisation } = opened;
  // What came back to its sender, and what nobody here can do, goes to whoever that is by now.
  const known = stage !== 'returned' && organisation !== null ? { holder: { role, organisation } } : {};
  openStep(draft, step, { branch, variant, stage, ...known, ...(item === undefined ? {} : { item }), ...held });
}

function isOpen({ state }: Draft, { step, item }: Pick<OpenStep, 'step' | 'item'>): boolean {
  return state.open.some((opened) => opened.step === step && opened.item === item);
}
