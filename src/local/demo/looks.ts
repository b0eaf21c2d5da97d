import {
  caseAnswer,
  type CaseAnswer,
  referralsAnswer,
  type ReferralAnswer,
  type WorkItem,
  worklistAnswer,
} from './answers.ts';
import { mustFind, mustHold } from './as-told.ts';
import { shortDate } from './dutch-dates.ts';
import type { Player, Stage } from './stage.ts';

/** The items on this party's worklist that are about this opening of a step: one or none. */
export async function onWorklist(stage: Stage, who: Player, openStep: string): Promise<WorkItem | undefined> {
  const { items } = await stage.talk.get(who, '/worklist?limit=100', worklistAnswer);
  return items.find((item) => item.openStep === openStep);
}

/** The one step of this case that stands on this party's worklist; printed as they see it. */
export async function showWork(stage: Stage, who: Player, caseId: string, step: string): Promise<WorkItem> {
  const { items } = await stage.talk.get(who, '/worklist?limit=100', worklistAnswer);
  const item = mustFind(
    items.find((candidate) => candidate.case === caseId && candidate.step === step),
    `de stap ${step} staat op de werklijst van ${who}`,
  );
  const { given, family } = mustFind(item.resident?.name, `${who} ziet voor wie de stap is`);
  const late = item.overdue ? ' TE LAAT.' : '';
  stage.sees(who, `Werklijst: ${item.label}, voor ${given} ${family}, uiterlijk ${shortDate(item.dueAt)}.${late}`);
  return item;
}

/** How the referral stands on the list of the practice that sent it; printed, with feedback that is new. */
export async function showReferral(stage: Stage, caseId: string): Promise<ReferralAnswer> {
  const { items } = await stage.talk.get('huisarts', '/referrals?limit=100', referralsAnswer);
  const item = mustFind(
    items.find(({ id }) => id === caseId),
    'de huisarts vindt de eigen verwijzing terug',
  );
  const holder = item.accountable?.organisationName;
  const news = item.feedback.filter(({ id }) => stage.isNew(id));
  stage.sees(
    'huisarts',
    item.status === 'ended' ? `Het traject is klaar: ${item.ending}.` : `Het traject loopt. Aan zet: ${holder}.`,
    ...news.map(({ text }) => `Terugkoppeling: "${text}"`),
  );
  return item;
}

/** Takes a decision on an open step; printed as what this party does. */
export async function decide(
  stage: Stage,
  who: Player,
  caseId: string,
  decision: { readonly openStep: string; readonly outcome: string; readonly form?: object },
  inWords: string,
): Promise<CaseAnswer> {
  stage.does(who, inWords);
  const after = await stage.talk.post(who, `/cases/${caseId}/decisions`, decision, caseAnswer);
  mustHold(
    after.openSteps.every(({ id }) => id !== decision.openStep),
    'een stap is gesloten na de beslissing',
  );
  await stage.trail(who, caseId);
  return after;
}
