import { groupAnswer, type GroupAnswer, waitingAnswer } from './answers.ts';
import { mustFind, mustHold } from './as-told.ts';
import { decideQuietly, openStepOf } from './deeds.ts';
import { shortDate } from './dutch-dates.ts';
import { testMatig } from './forms.ts';
import { Others } from './others.ts';
import { refer, residents } from './residents.ts';
import type { Stage } from './stage.ts';

/** The group of the story: who is in it, with Truus and Gerrit, and when. */
export interface Formed {
  readonly group: GroupAnswer;
  readonly gerrit: string;
  readonly others: Others;
}

/** Nine others come to the waiting list; the coordinator sees that the kern is ready, and forms a group of ten. */
export async function formGroup(stage: Stage, truus: string): Promise<Formed> {
  stage.scene('negen anderen komen op de wachtlijst');
  const [gerrit, others] = await Promise.all([signUpGerrit(stage), Others.signUp(stage)]);
  stage.does('tester', 'Meldt Gerrit Voorbeeld (verwezen door de huisarts) en acht anderen aan.');
  const { items } = await stage.talk.get(
    'valpreventie-coordinator',
    '/groups/waiting?chain=valpreventie',
    waitingAnswer,
  );
  const kern = mustFind(
    items.find((each) => each.kern === 'glanerbrug'),
    'de coördinator ziet wie in Glanerbrug wacht',
  );
  mustHold(kern.ready && kern.waiting === 10, 'tien wachten, en dat is genoeg voor een groep');
  const enough = `Wachtlijst van Glanerbrug: ${kern.waiting} wachten, ${kern.n} is genoeg. Er kan een groep komen.`;
  stage.sees('valpreventie-coordinator', enough);

  await stage.toWeekday('P2D');
  stage.scene('de coördinator maakt een groep van tien');
  const cases = [truus, gerrit, ...others.cases];
  const area = { municipality: 'enschede', kern: 'glanerbrug' };
  const dates = { startsOn: stage.dayAfter('P3W'), endsOn: stage.dayAfter('P15W') };
  const asked = { chain: 'valpreventie', area, organisation: stage.organisationOf('fysio'), ...dates, cases };
  const group = await stage.talk.post('valpreventie-coordinator', '/groups', asked, groupAnswer);
  mustHold(group.taken === cases.length, 'elk van de tien krijgt een plek');
  stage.does('valpreventie-coordinator', 'Kiest de tien, een fysiotherapeut, en de eerste en de laatste bijeenkomst.');
  const when = `Van ${shortDate(group.startsOn)} tot en met ${shortDate(group.endsOn)}.`;
  stage.sees(
    'valpreventie-coordinator',
    `Elk traject antwoordt apart: ${group.taken} van de 10 plekken bezet. ${when}`,
  );
  return { group, gerrit, others };
}

/** The huisarts has referred Gerrit as well, and he has been tested; all of it on one day. */
async function signUpGerrit(stage: Stage): Promise<string> {
  const { id } = await refer(stage, 'huisarts', residents.gerrit);
  const way = [
    { step: 'valrisicotest', outcome: 'matig', form: testMatig },
    { step: 'toestemming-matig', outcome: 'ja' },
    { step: 'aanmelden-matig', outcome: 'gedaan' },
  ];
  for (const choice of way) {
    await decideQuietly(stage, 'tester', id, await openStepOf(stage, 'tester', id, choice.step), choice);
  }
  return id;
}
