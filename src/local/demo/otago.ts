import { mustFind, mustHold } from './as-told.ts';
import { decide } from './deeds.ts';
import { handOverWarmly } from './after-programme.ts';
import { gaatGoed, metingAchteraf, otagoInGroep } from './forms.ts';
import { showReferral, showWork } from './looks.ts';
import type { Stage } from './stage.ts';

/** From the referral to Otago to the follow-up at six months; the eye doctor stands in a branch of its own. */
export async function followOtago(stage: Stage, willem: string): Promise<void> {
  await startOtago(stage, willem);

  await stage.toWeekday('P9W');
  stage.scene('Otago: evaluatie na twee tot drie maanden');
  await showWork(stage, 'fysio', willem, 'otago-evaluatie-3');
  const goesOn = { step: 'otago-evaluatie-3', outcome: 'verder' };
  await decide(stage, 'fysio', willem, goesOn, 'Gaat door zoals gepland.');

  await stage.toWeekday('P16D');
  stage.scene('Otago is klaar, met eindmeting (T1)');
  await decide(stage, 'fysio', willem, { step: 'otago', outcome: 'afgerond' });
  const measured = { step: 't1', outcome: 'gedaan', form: metingAchteraf };
  await decide(stage, 'fysio', willem, measured, 'Rondt Otago af, meet, en bespreekt het resultaat met Willem.');
  await showReferral(stage, willem, 'eindmeting');
  await handOverWarmly(stage, willem);

  await stage.toWeekday('P11W');
  stage.scene('drie en zes maanden na het programma');
  const afterThree = { step: 't2-3', outcome: 'gedaan', form: gaatGoed };
  await decide(stage, 'fysio', willem, afterThree, 'Na drie maanden: het gaat goed.');
  await stage.toWeekday('P12W');
  const afterSix = { step: 't2-6', outcome: 'duurzaam', form: gaatGoed };
  await decide(stage, 'fysio', willem, afterSix, 'Na zes maanden: Willem beweegt nog steeds.');
  const { ending } = await showReferral(stage, willem, 'duurzaam');
  mustHold(ending === 'afgerond', 'het traject van Willem is afgerond');
}

async function startOtago(stage: Stage, willem: string): Promise<void> {
  stage.scene('de fysiotherapeut neemt de verwijzing naar Otago aan');
  await showWork(stage, 'fysio', willem, 'otago-verwijzing');
  const accepted = { step: 'otago-verwijzing', outcome: 'geaccepteerd' };
  await decide(stage, 'fysio', willem, accepted, 'Neemt de verwijzing aan.');
  await showWork(stage, 'fysio', willem, 'otago-intake');

  await stage.toWeekday('P6D');
  stage.scene('intake, en de oogarts');
  const fits = { step: 'otago-intake', outcome: 'passend', form: otagoInGroep };
  await decide(stage, 'fysio', willem, fits, 'Otago past en is haalbaar, in een groep van twaalf weken.');
  const step = 'doorverwijzing';
  await decide(stage, 'huisarts', willem, { step, outcome: 'aanvaard' });
  const seen = { step, outcome: 'gezien' };
  const { openSteps } = await decide(stage, 'huisarts', willem, seen, 'Noteert: de oogarts heeft Willem geholpen.');
  mustFind(
    openSteps.find((each) => each.step === 'otago'),
    'Otago gaat door als de oogarts klaar is',
  );
  await showReferral(stage, willem, 'gestart');
}
