import { trailAnswer } from './answers.ts';
import { mustFind, mustHold } from './as-told.ts';
import { onWorklist, showItem, showReferral, workFor } from './looks.ts';
import type { Stage } from './stage.ts';

/** Two terms of five werkdagen, and the longest row of holidays between them. */
const MOST_DAYS = 30;

type Rung = 'reminded' | 'late' | 'escalated';
const ladder: readonly Rung[] = ['reminded', 'late', 'escalated'];

/** Day after day nobody acts on the registration: the holder is reminded, is late, and the ketencoordinator is told. */
export async function letTermRunOut(stage: Stage, caseId: string): Promise<string> {
  const rungs: Rung[] = [];
  let openStep: string | undefined;
  for (let day = 1; day <= MOST_DAYS && rungs.at(-1) !== 'escalated'; day += 1) {
    await stage.advance('P1D');
    const { items } = await stage.talk.get('tester', `/cases/${caseId}/trail`, trailAnswer);
    const climbed = items.flatMap(({ fact }) => ladder.filter((rung) => rung === fact)).slice(rungs.length);
    for (const rung of climbed) {
      rungs.push(rung);
      openStep = await showRung(stage, caseId, rung);
    }
  }
  mustHold(rungs.join() === ladder.join(), 'eerst een herinnering, dan te laat, dan een melding, elk één keer');
  return mustFind(openStep, 'het aanmelden staat nog open');
}

async function showRung(stage: Stage, caseId: string, rung: Rung): Promise<string> {
  stage.scene(titles[rung]);
  const item = await workFor(stage, 'tester', caseId, 'aanmelden-matig');
  mustHold(item.overdue === (rung !== 'reminded'), 'te laat is een stap pas na de termijn');
  const stuck = await onWorklist(stage, 'ketencoordinator', item.openStep);
  if (rung !== 'escalated') {
    showItem(stage, 'tester', item);
    mustHold(stuck === undefined, 'de ketencoördinator hoort pas van de stap na vijf werkdagen te laat');
    if (rung === 'late') await showReferral(stage, caseId);
    return item.openStep;
  }
  mustHold(stuck?.why === 'te-laat' && stuck.escalations > 0, 'de ketencoördinator ziet de stap die vastzit');
  mustHold(stuck.resident === null, 'de ketencoördinator ziet geen persoon');
  stage.sees('ketencoordinator', `Vastgelopen: ${stuck.label}, kern ${stuck.kern}. Reden: te laat. Geen persoon.`);
  return item.openStep;
}

const titles: Readonly<Record<Rung, string>> = {
  reminded: 'driekwart van de termijn is om, de tester krijgt een herinnering',
  late: 'de termijn is voorbij, de stap is te laat',
  escalated: 'vijf werkdagen te laat, de ketencoördinator krijgt een melding',
};
