import { followUp, handOverWarmly } from './after-programme.ts';
import { groupAnswer } from './answers.ts';
import { mustHold } from './as-told.ts';
import { type Formed, formGroup } from './form-group.ts';
import { toHuisarts } from './high-route.ts';
import { lookAt } from './looks.ts';
import { followOtago } from './otago.ts';
import { followProgramme } from './programme.ts';
import { signUpTruus } from './sign-up.ts';
import type { Stage } from './stage.ts';
import { withdrawGerrit } from './withdraw.ts';

/** Three residents, each from the huisarts to the end. @returns the case of each. */
export async function preventFalls(stage: Stage): Promise<Readonly<Record<'Truus' | 'Gerrit' | 'Willem', string>>> {
  stage.act('Truus: matig risico');
  const truus = await signUpTruus(stage);
  const formed = await formGroup(stage, truus);
  stage.act('Gerrit: toch niet');
  await stage.toWeekday('P1D');
  await withdrawGerrit(stage, formed);
  stage.act('Truus: de groep, en daarna');
  await stage.toWeekday('P1D');
  await followProgramme(stage, truus, formed);
  await handOverWarmly(stage, truus, formed.others);
  await followUp(stage, truus, formed.others);
  await showGroup(stage, formed);

  stage.act('Willem: hoog risico');
  await stage.toWeekday('P1W');
  const willem = await toHuisarts(stage);
  await stage.toWeekday('P1D');
  await followOtago(stage, willem);
  return { Truus: truus, Gerrit: formed.gerrit, Willem: willem };
}

async function showGroup(stage: Stage, { group, others }: Formed): Promise<void> {
  const endings = await Promise.all(others.cases.map(async (id) => (await lookAt(stage, 'tester', id)).ending));
  mustHold(
    endings.every((ending) => ending === 'afgerond'),
    'de acht anderen zijn ook afgerond',
  );
  const { taken } = await stage.talk.get('valpreventie-coordinator', `/groups/${group.id}`, groupAnswer);
  const all = `De groep: ${taken} van de tien deden het hele programma, en bewegen na zes maanden nog.`;
  stage.sees('valpreventie-coordinator', all);
}
