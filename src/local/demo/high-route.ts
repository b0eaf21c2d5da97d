import { mustHold } from './as-told.ts';
import { decide } from './deeds.ts';
import { shortDate } from './dutch-dates.ts';
import { dertienFactoren, naarOogarts, testHoog } from './forms.ts';
import { lookAt, showReferral } from './looks.ts';
import { refer, residents } from './residents.ts';
import type { Stage } from './stage.ts';

const inBeeld = { step: 'huisarts-beeld', outcome: 'onvoldoende' };
const beoordeeld = { step: 'valrisicobeoordeling', outcome: 'gedaan', form: dertienFactoren };
const verslag = { step: 'verslag-valrisicobeoordeling', outcome: 'gedaan' };

/** Willem has a high risk: by letter to the huisarts, thirteen factors, consultation, and a choice. @returns his case. */
export async function toHuisarts(stage: Stage): Promise<string> {
  stage.scene('de huisarts verwijst Willem, de tester test');
  const { id } = await refer(stage, 'huisarts', residents.willem);
  const tested = { step: 'valrisicotest', outcome: 'hoog', form: testHoog };
  await decide(stage, 'tester', id, tested, 'Volgt het voorstel: hoog risico. Willem is gevallen en brak zijn pols.');
  const letter = { step: 'toestemming-hoog', outcome: 'brief' };
  await decide(stage, 'tester', id, letter, 'Willem geeft toestemming en krijgt een brief mee voor de huisarts.');
  await showReferral(stage, id, 'test-hoog');

  await stage.toWeekday('P4D');
  stage.scene('Willem belt de huisarts');
  const called = { step: 'huisarts-contact', outcome: 'bevestigd' };
  await decide(stage, 'huisarts', id, called, 'Bevestigt het contact. De wachtstap van de tester is klaar.');
  await decide(stage, 'huisarts', id, inBeeld, 'Heeft het valrisico nog niet voldoende in beeld.');

  await stage.toWeekday('P10D');
  stage.scene('valrisicobeoordeling, verslag en overleg');
  await decide(stage, 'poh', id, beoordeeld, 'Loopt de dertien factoren na: vier vallen op. Zet het verslag klaar.');
  await decide(stage, 'poh', id, verslag);
  const consulted = { step: 'mdo-nodig', outcome: 'gedaan' };
  await decide(stage, 'huisarts', id, consulted, 'Overlegt met de POH en de fysiotherapeut (MDO).');
  await showReferral(stage, id, 'risico-beoordeeld');

  await stage.toWeekday('P3D');
  stage.scene('de huisarts en Willem kiezen');
  const chosen = { step: 'bespreken-interventies', outcome: 'beweeg-en-ander', form: naarOogarts };
  await decide(stage, 'huisarts', id, chosen, 'Kiest met Willem: een beweegprogramma, en naar de oogarts.');
  await showReferral(stage, id, 'plan');
  const suffering = { step: 'onderliggend-lijden', outcome: 'ja' };
  await decide(stage, 'huisarts', id, suffering, 'Is er onderliggend lijden? Ja.');
  const { payer } = await lookAt(stage, 'huisarts', id);
  mustHold(payer?.payer === 'zvw' && payer.basis.includes('onderliggend lijden'), 'de zorgverzekeraar betaalt Otago');
  stage.sees('huisarts', `Wie betaalt, vanaf ${shortDate(payer.validFrom)}: ${payer.basis}.`);
  return id;
}
