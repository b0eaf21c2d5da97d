import { followUp, handOverWarmly } from './after-programme.ts';
import { formGroup } from './form-group.ts';
import { toHuisarts } from './high-route.ts';
import { lookBack } from './look-back.ts';
import { followOtago } from './otago.ts';
import { followProgramme } from './programme.ts';
import { signUpTruus } from './sign-up.ts';
import { Stage } from './stage.ts';
import { openTalk } from './talk.ts';
import { withdrawGerrit } from './withdraw.ts';

export interface StoryOptions {
  /** Of an API with virtual time. */
  readonly url: string;
  /** An access token for a user of the demo region. */
  readonly token: (user: string) => Promise<string>;
  readonly print: (line: string) => void;
}

/**
 * Plays three residents through valpreventie by the API alone, each from the huisarts to the end, and prints what each
 * party sees.
 * @throws NotAsTold when the system does anything else than the story tells.
 */
export async function playStory({ url, token, print }: StoryOptions): Promise<Readonly<Record<string, string>>> {
  const stage = new Stage(openTalk(url, token), print);
  await stage.advance('P0D');
  await stage.toWeekday('P0D');
  print('Drie inwoners in de keten valpreventie, in versnelde tijd. Alle mensen en organisaties zijn verzonnen.\n');
  await stage.introduce();

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

  stage.act('Willem: hoog risico');
  await stage.toWeekday('P1W');
  const willem = await toHuisarts(stage);
  await stage.toWeekday('P1D');
  await followOtago(stage, willem);

  const cases = { Truus: truus, Willem: willem, Gerrit: formed.gerrit };
  await lookBack(stage, cases, formed.group.id, formed.others);
  return cases;
}
