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

/** What stands on this party's worklist for one step, of whatever case. */
export async function workOn(stage: Stage, who: Player, step: string): Promise<readonly WorkItem[]> {
  const { items } = await stage.talk.get(who, `/worklist?limit=100&step=${step}`, worklistAnswer);
  return items;
}

/** The item on this party's worklist that is about this opening of a step: none or one. */
export async function onWorklist(stage: Stage, who: Player, openStep: string): Promise<WorkItem | undefined> {
  const { items } = await stage.talk.get(who, '/worklist?limit=100', worklistAnswer);
  return items.find((item) => item.openStep === openStep);
}

/** The one step of this case that stands on this party's worklist. */
export async function workFor(stage: Stage, who: Player, caseId: string, step: string): Promise<WorkItem> {
  return mustFind(
    (await workOn(stage, who, step)).find((candidate) => candidate.case === caseId),
    `de stap ${step} staat op de werklijst van ${who}`,
  );
}

/** The same, printed as they see it. */
export async function showWork(stage: Stage, who: Player, caseId: string, step: string): Promise<void> {
  showItem(stage, who, await workFor(stage, who, caseId, step));
}

export function showItem(stage: Stage, who: Player, item: WorkItem): void {
  const { name, pc4, ageBand } = mustFind(item.resident ?? undefined, `${who} ziet voor wie de stap is`);
  const whom = name === undefined ? `iemand van ${ageBand} jaar uit ${pc4}` : `${name.given} ${name.family}`;
  const late = item.overdue ? ' TE LAAT.' : '';
  stage.sees(who, `Werklijst: ${item.label}, voor ${whom}, uiterlijk ${shortDate(item.dueAt)}.${late}`);
}

/** The case as this party may see it. */
export function lookAt(stage: Stage, who: Player, caseId: string): Promise<CaseAnswer> {
  return stage.talk.get(who, `/cases/${caseId}`, caseAnswer);
}

/** How the referral stands on the list of `who` sent it; printed, with feedback that is new. */
export async function showReferral(
  stage: Stage,
  caseId: string,
  expected?: string,
  who: Player = 'huisarts',
): Promise<ReferralAnswer> {
  const { items } = await stage.talk.get(who, '/referrals?limit=100', referralsAnswer);
  const item = mustFind(
    items.find(({ id }) => id === caseId),
    `${who} vindt de eigen verwijzing terug`,
  );
  const news = item.feedback.filter(({ id }) => stage.isNew(id));
  mustHold(
    expected === undefined || news.some(({ kind }) => kind === expected),
    `${who} leest de terugkoppeling ${expected}`,
  );
  const holder = item.accountable?.organisationName?.replace(' (fictief)', '');
  const standing = item.status === 'ended' ? `Het traject is klaar: ${item.ending}.` : `Aan zet: ${holder}.`;
  // What was told before the last news is in the list as well; the story shows where it stands.
  const told = news.slice(-1).map(({ text }) => `Terugkoppeling: "${text}"`);
  const changed = stage.isNew(caseId, standing) || told.length === 0;
  stage.sees(who, ...told, ...(changed ? [standing] : []));
  return item;
}
