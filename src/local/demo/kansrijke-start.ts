import { formsAnswer } from './answers.ts';
import { mustHold } from './as-told.ts';
import { act, decide } from './deeds.ts';
import { bereikbaar, gestartMet, kwetsbaar, planNoor, rustig, thuis } from './forms-of-chains.ts';
import { lookAt, showReferral, showWork } from './looks.ts';
import { refer, residents } from './residents.ts';
import type { Stage } from './stage.ts';

const midwife = 'verloskundige';
const nurse = 'jeugdverpleegkundige';

/** Noor is pregnant and gets help at home; her child is born, and the goals are reached. @returns her case. */
export async function startWell(stage: Stage): Promise<string> {
  stage.scene('de verloskundige ziet een signaal, in week 12');
  stage.does(midwife, 'Begint met Noor Voorbeeld. Haar uitgerekende datum staat erbij.');
  const anchors = { aterme: stage.dayAfter('P28W') };
  const signal = { chain: 'kansrijke-start', entry: 'intake-vk', outcome: 'signaal', anchors };
  const { id } = await refer(stage, midwife, residents.noor, signal);
  await decide(stage, midwife, id, { step: 'aanmelden-kraamzorg', outcome: 'gedaan' });
  const weighed = { step: 'weging', outcome: 'kwetsbaar', form: kwetsbaar };
  await decide(stage, midwife, id, weighed, 'Weegt samen met Noor: wat steunt haar, en wat maakt het zwaar?');
  const agreed = { step: 'toestemming', outcome: 'gegeven' };
  await decide(stage, midwife, id, agreed, 'Noor zegt ja tegen een prenataal huisbezoek.');
  const signedUp = { step: 'aanmelden-phb', outcome: 'aangemeld', form: bereikbaar };
  await decide(stage, midwife, id, signedUp, 'Meldt haar aan bij de jeugdgezondheidszorg.');
  await showReferral(stage, id, 'aangemeld', midwife);
  await visit(stage, id);
  await beBorn(stage, id);
  await stage.toWeekday('P2M');
  stage.scene('de doelen zijn bereikt');
  await decide(stage, nurse, id, { step: 'volgen', outcome: 'doelen' }, 'Volgt hoe het gaat: Noor redt het zelf.');
  await decide(stage, nurse, id, { step: 'afronding', outcome: 'afgerond' });
  const { ending } = await showReferral(stage, id, 'afgerond', midwife);
  mustHold(ending === 'afgerond', 'het traject van Noor is afgerond');
  return id;
}

/** The nurse helps without ever reading why somebody referred. */
async function visit(stage: Stage, id: string): Promise<void> {
  await stage.toWeekday('P1D');
  stage.scene('prenataal huisbezoek');
  await showWork(stage, nurse, id, 'eerste-contact-jgz');
  const { items } = await stage.talk.get(nurse, `/cases/${id}/forms`, formsAnswer);
  mustHold(
    items.every(({ step }) => step !== 'weging'),
    'de reden van de verwijzing gaat niet mee',
  );
  stage.sees(nurse, 'Hoe Noor te bereiken is. Niet waarom zij is aangemeld: dat hoort zij van Noor zelf.');
  await decide(stage, nurse, id, { step: 'eerste-contact-jgz', outcome: 'afspraak' });
  await stage.toWeekday('P1W');
  await decide(stage, nurse, id, { step: 'phb', outcome: 'gedaan', form: thuis }, 'Is een week later bij Noor thuis.');
  await decide(stage, nurse, id, { step: 'plan', outcome: 'alleen-jgz', form: planNoor });
  await decide(stage, nurse, id, { step: 'terugkoppeling-vk', outcome: 'gedaan' });
  const started = { step: 'inzet', outcome: 'gestart', form: gestartMet };
  await decide(stage, nurse, id, started, 'Maakt met haar een plan: Stevig Ouderschap begint.');
  await showReferral(stage, id, 'hulp-gestart', midwife);
}

/** The birth opens the week of maternity care, whatever else stands open. */
async function beBorn(stage: Stage, id: string): Promise<void> {
  await stage.toWeekday('P10W');
  await decide(stage, 'kraamzorg', id, { step: 'kraamintake', outcome: 'geen' });
  await stage.toWeekday('P16W');
  stage.scene('het kind is geboren, twee weken te vroeg');
  stage.does(midwife, 'Meldt de geboorte.');
  await act(stage, midwife, id, 'events', { event: 'geboorte', at: stage.dayAfter('P0D') });
  await showWork(stage, 'kraamzorg', id, 'kraamweek');
  await stage.toWeekday('P3D');
  const week = { step: 'kraamweek', outcome: 'geen', form: rustig };
  await decide(stage, 'kraamzorg', id, week, 'Sluit de kraamweek, en draagt over aan de JGZ.');
  await decide(stage, nurse, id, { step: 'overdracht-jgz', outcome: 'bevestigd' });
  const { openSteps } = await lookAt(stage, nurse, id);
  mustHold(
    ['volgen', 'hielprik'].every((step) => openSteps.some((each) => each.step === step)),
    'het volgen van het plan loopt door naast de zorg voor het kind',
  );
  stage.sees(nurse, 'Naast elkaar open: het plan volgen, en de hielprik.');
}
