import { mustFind, mustHold } from './as-told.ts';
import { act, decide } from './deeds.ts';
import { shortDate } from './dutch-dates.ts';
import { gaatGoed } from './forms.ts';
import { lookAt, showReferral, showWork } from './looks.ts';
import type { Others } from './others.ts';
import type { Player, Stage } from './stage.ts';

const step = 'structureel-aanbod';

/** A warm hand-off to sport in the neighbourhood: accepted, met together, begun. `others` do the same. */
export async function handOverWarmly(stage: Stage, caseId: string, others?: Others): Promise<void> {
  const everyone = async (who: Player, outcome: string, inWords: string): Promise<void> => {
    await decide(stage, who, caseId, { step, outcome }, inWords);
    // Either side may confirm the contact; for the others the receiver does.
    await others?.decide('buurtsportcoach', { step, outcome });
  };
  stage.scene('warme overdracht naar bewegen in de buurt');
  await showWork(stage, 'buurtsportcoach', caseId, step);
  await everyone('buurtsportcoach', 'aanvaard', 'Neemt de overdracht aan, en ziet nu wie het is.');
  await everyone('fysio', 'contact-bevestigd', 'Bevestigt: we spraken de inwoner samen.');
  await stage.toWeekday('P7D');
  await everyone('buurtsportcoach', 'gestart', 'Een week later: de inwoner is begonnen.');
  await showReferral(stage, caseId, 'beweegaanbod');
}

/** Three and six months after the programme, with a pause for holidays between them. */
export async function followUp(stage: Stage, truus: string, others: Others): Promise<void> {
  const afterThree = { step: 't2-3', outcome: 'gedaan', form: gaatGoed };
  await stage.toWeekday('P11W');
  stage.scene('drie maanden na het programma');
  await decide(stage, 'fysio', truus, afterThree, 'Spreekt Truus: zij beweegt nog en is niet gevallen.');
  await others.decide('fysio', afterThree);
  await showReferral(stage, truus, 'na-drie-maanden');

  await pauseForHolidays(stage, truus);

  const afterSix = { step: 't2-6', outcome: 'duurzaam', form: gaatGoed };
  await stage.toWeekday('P10W');
  stage.scene('zes maanden na het programma');
  await decide(stage, 'fysio', truus, afterSix, 'Spreekt Truus: zij beweegt nog steeds.');
  await others.decide('fysio', afterSix);
  const { status, ending } = await showReferral(stage, truus, 'duurzaam');
  mustHold(status === 'ended' && ending === 'afgerond', 'het traject van Truus is afgerond');
}

/** A pause moves the term by as many days as it lasted. */
async function pauseForHolidays(stage: Stage, truus: string): Promise<void> {
  const who = 'valpreventie-coordinator';
  const dueAt = async (): Promise<string> => {
    const { openSteps } = await lookAt(stage, 'fysio', truus);
    return mustFind(
      openSteps.find((each) => each.step === 't2-6'),
      'de follow-up na zes maanden staat open',
    ).dueAt;
  };
  await stage.toWeekday('P2W');
  stage.scene('Truus gaat vier weken op vakantie');
  const before = await dueAt();
  const until = stage.dayAfter('P4W');
  stage.does(who, `Pauzeert het traject tot ${shortDate(until)}.`);
  const paused = await act(stage, who, truus, 'pauses', { reason: 'vakantie', until });
  mustHold(paused.status === 'paused', 'het traject is gepauzeerd');
  await stage.toWeekday('P3W');
  stage.does(who, `Hervat het op ${shortDate(stage.now)}: Truus is eerder terug.`);
  const resumed = await act(stage, who, truus, 'resumptions', {});
  const after = await dueAt();
  mustHold(resumed.status === 'open' && after > before, 'de termijn schuift op');
  stage.sees('fysio', `De termijn was ${shortDate(before)}, en is nu ${shortDate(after)}.`);
}
