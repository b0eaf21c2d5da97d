import { mustFind, mustHold } from './as-told.ts';
import { act, decide, openStepOf } from './deeds.ts';
import { eenzaam, gaatNaarKoor, koor, uitstroom } from './forms-of-chains.ts';
import { lookAt, showReferral, showWork } from './looks.ts';
import { refer, residents } from './residents.ts';
import type { Player, Stage } from './stage.ts';

const sv = 'sociaal-verwijzer';

/** Henk is lonely; the sociaal verwijzer finds a choir with him, and he still goes there. @returns his case. */
export async function findChoir(stage: Stage): Promise<string> {
  stage.scene('de huisarts verwijst Henk');
  stage.does('huisarts', 'Verwijst Henk Voorbeeld, geboren in 1958. Hij komt vaak, en is vooral alleen.');
  const { id } = await refer(stage, 'huisarts', residents.henk, { chain: 'sociaal-verwijzen' });
  await showReferral(stage, id, 'aangemeld');
  await stage.toWeekday('P3D');
  stage.scene('kennismaken met de sociaal verwijzer');
  await showWork(stage, sv, id, 'eerste-contact');
  await meet(stage, sv, id, 'Belt Henk, en een week later praten zij over zijn leven: het spinnenweb.');
  await decide(stage, sv, id, { step: 'afweging', outcome: 'geen' });
  await decide(stage, sv, id, { step: 'terugkoppeling-intake', outcome: 'gedaan' });
  await showReferral(stage, id, 'intake');

  await stage.toWeekday('P2D');
  stage.scene('een koor in de buurt');
  const chosen = { step: 'aanbod', outcome: 'gekozen', form: koor };
  await decide(stage, sv, id, chosen, 'Kiest met Henk een koor, en biedt hem daar aan.');
  await handOver(stage, id);
  await showReferral(stage, id, 'gestart');

  await stage.toWeekday('P5W');
  await decide(stage, sv, id, { step: 'volgen', outcome: 'loopt' });
  await stage.toWeekday('P7W');
  stage.scene('drie maanden na de start');
  const told = { step: 'terugkoppeling-3mnd', outcome: 'gedaan' };
  await decide(stage, sv, id, told, 'Sprak Henk na vijf weken, en nu weer. Hij gaat elke week.');
  await stage.toWeekday('P10D');
  const measured = { step: 'nameting', outcome: 'duurzaam', form: gaatNaarKoor };
  await decide(stage, sv, id, measured, 'Meet opnieuw: Henk geeft zijn leven een 7, dat was een 5.');
  await decide(stage, sv, id, { step: 'afronding', outcome: 'gedaan', form: uitstroom });
  const { ending } = await showReferral(stage, id, 'afgerond');
  mustHold(ending === 'afgerond-duurzaam', 'Henk is duurzaam geholpen');
  return id;
}

/** The first contact, and a week later the intake. */
export async function meet(stage: Stage, who: Player, id: string, inWords: string): Promise<void> {
  const openStep = await openStepOf(stage, who, id, 'eerste-contact');
  const attempt = { openStep, at: stage.dayAfter('P0D'), channel: 'telefoon', result: 'bereikt' };
  await act(stage, who, id, 'attempts', attempt);
  await decide(stage, who, id, { step: 'eerste-contact', outcome: 'bereikt' });
  await stage.toWeekday('P7D');
  await decide(stage, who, id, { step: 'intake', outcome: 'passend', form: eenzaam }, inWords);
}

async function handOver(stage: Stage, id: string): Promise<void> {
  const step = 'overdracht';
  await showWork(stage, 'aanbieder', id, step);
  await decide(stage, 'aanbieder', id, { step, outcome: 'aanvaard' }, 'Neemt Henk aan, en ziet nu wie het is.');
  await decide(stage, sv, id, { step, outcome: 'contact-bevestigd' }, 'Gaat de eerste keer mee.');
  await stage.toWeekday('P3D');
  await decide(stage, 'aanbieder', id, { step, outcome: 'bevestigd-gestart' });
  const { openSteps } = await lookAt(stage, sv, id);
  mustFind(
    openSteps.find((each) => each.step === 'volgen'),
    'na de start volgt de sociaal verwijzer hoe het gaat',
  );
}
