import { CONSENT_LOST, commonSteps, consentPurposes } from '../language/define.ts';
import { isLocalDate } from './calendar/local-date.ts';
import type { Draft } from './draft.ts';
import type { Holder } from './facts.ts';
import { leaveGroup } from './end-case.ts';
import { enter, settleJoins } from './go.ts';
import type { Agree } from './messages.ts';
import { openStep } from './open.ts';
import { Refused } from './refused.ts';
import { accountableOf, type CaseState, type OpenStep } from './state.ts';

/** Notes that consent was given or withdrawn: what rests on it stops at once, and goes on when it is given again. */
export function agree(draft: Draft, { purpose, given, by, on, actor }: Agree): void {
  if (!consentPurposes.some((each) => each === purpose)) {
    throw new Refused('invalid-input', `Kies een doel uit: ${consentPurposes.join(', ')}.`);
  }
  if (!isLocalDate(on) || on > draft.today) throw new Refused('invalid-input', 'De dag van de toestemming klopt niet.');
  if (draft.state.consents.includes(purpose) === given) {
    throw new Refused('not-allowed-now', given ? 'Deze toestemming is er al.' : 'Deze toestemming is er niet (meer).');
  }
  const regie = accountableOf(draft.state);
  draft.add({ fact: 'agreed', purpose, given, by, on, actor });
  if (purpose !== 'overdracht') return;
  if (!given) return withhold(draft, deciderOf(draft.state, regie));
  settleConsent(draft);
  for (const { step, id } of draft.state.open) {
    if (step === CONSENT_LOST) draft.add({ fact: 'lapsed', step, openStep: id });
  }
}

/** Who is asked how to go on: who has the regie, if that is a dossier of their own; else who referred. */
function deciderOf(state: CaseState, regie: Holder | null): Holder {
  const own = regie !== null && state.contributors.some((each) => each === regie.organisation);
  const { role, organisation } = own ? regie : state.referrer;
  return { role, organisation };
}

function withhold(draft: Draft, decider: Holder): void {
  const { state, chain } = draft;
  const resting = state.open.filter((opened) => restsOnConsent(draft, opened));
  const scheduled = state.scheduled.filter(({ step }) => chain.afterConsent.includes(step)).map(({ key }) => key);
  if (resting.length === 0 && scheduled.length === 0) return;
  const organisations = resting.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]));
  const seated = resting.some(({ step }) => chain.group?.during.includes(step) === true);
  openStep(draft, CONSENT_LOST, { branch: 'main', variant: {}, holder: decider });
  draft.add({
    fact: 'withheld',
    openSteps: resting.map(({ id }) => id),
    scheduled,
    organisations: [...new Set(organisations)].filter((each) => each !== decider.organisation),
  });
  if (seated) leaveGroup(draft);
}

/** Beyond the consent step, or with another organisation than the one that referred. */
function restsOnConsent({ chain, state }: Draft, { step, organisation }: OpenStep): boolean {
  if (chain.afterConsent.includes(step)) return true;
  return !Object.hasOwn(commonSteps, step) && organisation !== null && organisation !== state.referrer.organisation;
}

/** Consent is there again: what was withheld goes on, with new terms; who lost a seat in a group waits for one again. */
export function settleConsent(draft: Draft): void {
  const { withheld, consents } = draft.state;
  if (!consents.includes('overdracht') || (withheld.open.length === 0 && withheld.scheduled.length === 0)) return;
  const { group } = draft.chain;
  draft.add({ fact: 'released' });
  for (const { step, branch, variant, item, stage, role, organisation } of withheld.open) {
    const waits = group !== undefined && group.during.includes(step) ? group.waits : undefined;
    if (waits === undefined) {
      const of = item === undefined ? {} : { item };
      openStep(draft, step, { branch, variant, stage, holder: { role, organisation }, ...of });
    } else if (!draft.state.open.some((opened) => opened.step === waits)) enter(draft, waits, { branch, variant: {} });
  }
  for (const each of withheld.scheduled) {
    const opensAt = each.opensAt === null ? null : Math.max(each.opensAt, draft.now + 1);
    draft.add({ fact: 'scheduled', ...each, opensAt });
  }
  settleJoins(draft);
}
