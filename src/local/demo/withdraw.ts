import { groupAnswer } from './answers.ts';
import { mustHold } from './as-told.ts';
import { act } from './deeds.ts';
import type { Formed } from './form-group.ts';
import { showReferral } from './looks.ts';
import type { Stage } from './stage.ts';

/** Gerrit stops before the group begins: his seat is free, and the huisarts hears of it. */
export async function withdrawGerrit(stage: Stage, { group, gerrit }: Formed): Promise<void> {
  stage.scene('Gerrit trekt zich terug');
  stage.does('valpreventie-coordinator', 'Stopt het traject. Reden: persoonlijke omstandigheden.');
  const reason = { code: 'persoonlijke-omstandigheden', comment: 'Zijn vrouw is ziek en hij zorgt voor haar.' };
  const after = await act(stage, 'valpreventie-coordinator', gerrit, 'withdrawal', { reason });
  mustHold(after.status === 'ended', 'het traject van Gerrit is beëindigd');
  const { taken, seats } = await stage.talk.get('valpreventie-coordinator', `/groups/${group.id}`, groupAnswer);
  const seat = seats.find((each) => each.case === gerrit);
  mustHold(taken === 9 && seat?.status === 'vrij', 'de plek van Gerrit is vrij');
  stage.sees('valpreventie-coordinator', `Groep: ${taken} van de 10 plekken bezet, één is weer vrij.`);
  await showReferral(stage, gerrit, 'gestopt');
}
