import { referralsAnswer } from './answers.ts';
import { mustFind, mustHold } from './as-told.ts';
import { decide } from './deeds.ts';
import { shortDate } from './dutch-dates.ts';
import { letTermRunOut } from './let-term-run-out.ts';
import { onWorklist, showReferral, showWork } from './looks.ts';
import { refer, residents } from './residents.ts';
import type { Stage } from './stage.ts';
import { takeTest } from './take-test.ts';

/** Truus is referred, tested and, after a term that ran out, signed up. @returns her case, on the waiting list. */
export async function signUpTruus(stage: Stage): Promise<string> {
  const caseId = await referTruus(stage);
  await stage.toWeekday('P3D');
  await takeTest(stage, caseId);
  await stage.toWeekday('P2D');
  await giveConsent(stage, caseId);
  const openStep = await letTermRunOut(stage, caseId);
  await stage.toWeekday('P1D');
  await signUpLate(stage, caseId, openStep);
  return caseId;
}

async function referTruus(stage: Stage): Promise<string> {
  stage.scene('de huisarts verwijst');
  stage.does('huisarts', 'Verwijst Truus Voorbeeld, geboren in 1944, naar valpreventie. Zij geeft toestemming.');
  const { id } = await refer(stage, 'huisarts', residents.truus);
  await showReferral(stage, id);
  await showWork(stage, 'tester', id, 'valrisicotest');
  const problem = await stage.talk.refused('huisarts-2', `/cases/${id}`, 404);
  const others = await stage.talk.get('huisarts-2', '/referrals?limit=100', referralsAnswer);
  mustHold(
    others.items.every((each) => each.id !== id),
    'een andere praktijk ziet de verwijzing niet',
  );
  stage.sees('huisarts-2', `404. "${problem.detail}"`);
  return id;
}

async function giveConsent(stage: Stage, caseId: string): Promise<void> {
  stage.scene('de tester vraagt toestemming');
  const choice = { step: 'toestemming-matig', outcome: 'ja' };
  const after = await decide(stage, 'tester', caseId, choice, 'Legt vast: Truus wil meedoen met een beweeggroep.');
  const next = mustFind(
    after.openSteps.find(({ step }) => step === 'aanmelden-matig'),
    'na de toestemming staat het aanmelden open',
  );
  stage.sees('tester', `Nieuwe stap: ${next.label}, 5 werkdagen, uiterlijk ${shortDate(next.dueAt)}.`);
}

async function signUpLate(stage: Stage, caseId: string, openStep: string): Promise<void> {
  stage.scene('de tester meldt alsnog aan');
  const choice = { step: 'aanmelden-matig', outcome: 'gedaan' };
  await decide(stage, 'tester', caseId, choice, 'Meldt Truus aan voor een groep.');
  const stuck = await onWorklist(stage, 'ketencoordinator', openStep);
  mustHold(stuck === undefined, 'de melding bij de ketencoördinator is weg');
  stage.sees('ketencoordinator', 'De melding is van de lijst.');
  await showReferral(stage, caseId, 'aangemeld');
}
